// What this program does as a thread of itself.

import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { type CheckTask, checkAsThread } from "./parallel.ts";
import { type CoverageTask, coverAsThread } from "./parallel-coverage.ts";

export async function workAsThread(): Promise<void> {
  const task = workerData as CheckTask | CoverageTask | null;
  if (isMainThread || !parentPort || !task) return;
  await (task.kind === "heed check" ? checkAsThread(task, parentPort) : coverAsThread(task, parentPort));
}
