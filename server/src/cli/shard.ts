// A part of the files, so that several machines share the work: `--shard 2/4`.

import { UsageError } from "./usage-error.ts";

export interface Shard {
  /** From one. */
  readonly index: number;
  readonly of: number;
}

export function readShard(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const index = Number(match?.[1]);
  const of = Number(match?.[2]);
  if (!match || index < 1 || index > of)
    throw new UsageError(`--shard must be I/N with I from 1 to N, such as 1/4, not "${text}".`);
  return { index, of };
}

export function inShard(paths: readonly string[], shard: Shard | undefined): readonly string[] {
  return shard ? paths.filter((_, at) => at % shard.of === shard.index - 1) : paths;
}
