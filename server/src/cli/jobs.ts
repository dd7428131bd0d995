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

interface Work {
  /** How many things there are to do, and how many repay a thread of their own. */
  readonly count: number;
  readonly perThread: number;
  /** How many cores a thread keeps busy. */
  readonly coresPerThread: number;
}

/** As many as the machine and the work repay; `jobs` is what was asked for. */
export function threadsFor({ count, perThread, coresPerThread }: Work, jobs: number | undefined): number {
  return jobs ?? Math.min(Math.floor(availableParallelism() / coresPerThread), Math.floor(count / perThread));
}
