// Spreads the files over several threads, each with an engine of its own; the findings are the same however many there are.

import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { availableParallelism } from "node:os";
import type { Engine } from "../engine/engine.ts";
import type { Finding } from "../engine/finding.ts";
import { createEngine } from "../host/create-engine.ts";
import type { Progress } from "./progress.ts";
import { type InputDigests, inputDigests } from "./run-cache.ts";

/** A thread must first load the parser and read the guides, which a small workspace does not repay. */
const filesPerThread = 150;

interface Task {
  readonly kind: "heed check";
  readonly root: string;
  readonly paths: readonly string[];
  /** Texts that are not those on disk. */
  readonly texts: readonly (readonly [path: string, text: string])[];
}

/** With what the other threads have read. */
export async function findingsInParallel(
  root: string,
  engine: Engine,
  paths: readonly string[],
  jobs: number | undefined,
  progress: Progress,
): Promise<{ readonly findings: readonly Finding[]; readonly inputs: readonly InputDigests[] }> {
  const threads = jobs ?? Math.min(availableParallelism(), Math.floor(paths.length / filesPerThread));
  if (threads <= 1) return { findings: await findingsOf(engine, paths, progress), inputs: [] };
  const texts = engine.openTexts;
  const own = paths.filter((_, at) => at % threads === 0);
  const others = Array.from({ length: threads - 1 }, (_, thread) =>
    inThread({ kind: "heed check", root, paths: paths.filter((_path, at) => at % threads === thread + 1), texts }),
  );
  const [findings, ...rest] = await Promise.all([findingsOf(engine, own, progress), ...others]);
  return {
    findings: [findings, ...rest.map((done) => done.findings)].flat(),
    inputs: rest.map((done) => done.inputs),
  };
}

/** Files one by one, so that the project's own findings are not counted twice. */
async function findingsOf(engine: Engine, paths: readonly string[], progress?: Progress): Promise<readonly Finding[]> {
  const asked = new Set(paths);
  const findings = await engine.allFindings({ paths, onProgress: (done, of) => progress?.at(done, of) });
  return findings.filter(({ path }) => asked.has(path));
}

/** What a thread hands back. */
interface Done {
  readonly findings: readonly Finding[];
  readonly inputs: InputDigests;
}

function inThread(task: Task): Promise<Done> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(process.argv[1] ?? "", { workerData: task });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (status) => {
      if (status !== 0) reject(new Error(`A thread ended with status ${status}.`));
    });
  });
}

/** True where this is one of those threads; the work is then done here. */
export async function workAsThread(): Promise<boolean> {
  const task = workerData as Task | null;
  if (isMainThread || task?.kind !== "heed check") return false;
  const { engine } = await createEngine(task.root);
  for (const [path, text] of task.texts) engine.setText(path, text);
  const findings = await findingsOf(engine, task.paths);
  parentPort?.postMessage({ findings, inputs: inputDigests(engine) } satisfies Done);
  return true;
}
