// How many threads share a command's work.

import { availableParallelism } from "node:os";
import type { CommandLine } from "./command-line.ts";
import { UsageError } from "./usage-error.ts";

export function jobsOf(line: CommandLine): number | undefined {
  const text = line.text("jobs");
  if (text === undefined) return undefined;
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError(`--jobs must be a whole number from 1, not "${text}".`);
  return jobs;
}

/** V8 compiles and collects beside each thread, so that one keeps a core and a half busy: on two cores a second only costs. */
const coresPerThread = 1.5;

/** As many as the machine and the work repay; `jobs` is what was asked for. */
export function threadsFor(count: number, perThread: number, jobs: number | undefined): number {
  return jobs ?? Math.min(Math.floor(availableParallelism() / coresPerThread), Math.floor(count / perThread));
}
