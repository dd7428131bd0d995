// Spreads guides over several threads: what one guide becomes depends on no other.

import type { MessagePort } from "node:worker_threads";
import { type GuideFile, readGuideFiles } from "./guide-files.ts";
import { threadsFor } from "./jobs.ts";
import type { ShownCoverage } from "./shown-coverage.ts";
import { Thread } from "./thread.ts";

/** A thread must first load the parser and the catalogue, which a few guides do not repay. */
const guidesPerThread = 20;
/** Little is compiled beside a thread that runs for seconds; see `compileForOneRun`. */
const coresPerThread = 1;

export interface CoverageTask {
  readonly kind: "heed coverage";
  readonly files: readonly GuideFile[];
  /** The place of the next file that nobody has taken, in memory that all threads see. */
  readonly taken: Int32Array;
}

type Covered = readonly (readonly [at: number, coverage: ShownCoverage])[];

export async function coverageInParallel(
  paths: readonly string[],
  jobs: number | undefined,
): Promise<readonly ShownCoverage[]> {
  const files = readGuideFiles(paths);
  const work = { count: files.length, perThread: guidesPerThread, coresPerThread };
  const threads = Math.max(1, Math.min(files.length, threadsFor(work, jobs)));
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const task: CoverageTask = { kind: "heed coverage", files, taken };
  const others = Array.from({ length: threads - 1 }, () => new Thread(task));
  const covered = await Promise.all([cover(task), ...others.map((other) => other.next<Covered>())]);
  const byPlace = new Map(covered.flat());
  return files.flatMap((_file, at) => byPlace.get(at) ?? []);
}

export async function coverAsThread(task: CoverageTask, port: MessagePort): Promise<void> {
  port.postMessage(await cover(task));
}

/** Takes one file after the other while there are any; what it needs is loaded only now, beside the other threads. */
async function cover({ files, taken }: CoverageTask): Promise<Covered> {
  const { guideReader } = await import("./guide-coverage.ts");
  const read = await guideReader();
  const covered: [number, ShownCoverage][] = [];
  for (let at = Atomics.add(taken, 0, 1); at < files.length; at = Atomics.add(taken, 0, 1))
    covered.push([at, read(files[at] as GuideFile)]);
  return covered;
}
