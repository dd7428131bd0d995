// Spreads guides over several threads: what one guide becomes depends on no other.

import type { MessagePort } from "node:worker_threads";
import { coverageOfFiles, type GuideFile, readGuideFiles } from "./guide-files.ts";
import { threadsFor } from "./jobs.ts";
import type { ShownCoverage } from "./shown-coverage.ts";
import { Thread } from "./thread.ts";

/** A thread must first load the parser and the catalogue, which a few guides do not repay. */
const guidesPerThread = 30;

export interface CoverageTask {
  readonly kind: "heed coverage";
  readonly files: readonly GuideFile[];
}

export async function coverageInParallel(
  paths: readonly string[],
  jobs: number | undefined,
): Promise<readonly ShownCoverage[]> {
  const files = readGuideFiles(paths);
  const threads = Math.min(files.length, threadsFor(files.length, guidesPerThread, jobs));
  if (threads <= 1) return coverageOfFiles(files);
  const shares = Array.from({ length: threads }, (_, thread) => files.filter((_file, at) => at % threads === thread));
  const [own = [], ...rest] = shares;
  const others = rest.map((share) => new Thread({ kind: "heed coverage", files: share } satisfies CoverageTask));
  const found = await Promise.all([coverageOfFiles(own), ...others.map((other) => other.next<ShownCoverage[]>())]);
  return files.flatMap((_file, at) => found[at % threads]?.[Math.floor(at / threads)] ?? []);
}

export async function coverAsThread({ files }: CoverageTask, port: MessagePort): Promise<void> {
  port.postMessage(await coverageOfFiles(files));
}
