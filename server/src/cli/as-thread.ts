// What this program does as a thread of itself.

import { isMainThread, parentPort, workerData } from "node:worker_threads";
import type { CheckTask } from "./parallel.ts";
import type { CoverageTask } from "./parallel-coverage.ts";

export async function workAsThread(): Promise<void> {
  const task = workerData as CheckTask | CoverageTask | null;
  if (isMainThread || !parentPort || !task) return;
  if (task.kind === "heed check") await (await import("./parallel.ts")).checkAsThread(task, parentPort);
  else await (await import("./parallel-coverage.ts")).coverAsThread(task, parentPort);
}
