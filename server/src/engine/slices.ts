// Works through many things a few milliseconds at a time, and lets other work run in between.

import { breathe } from "./cancellation.ts";

/** In milliseconds. */
const slice = 12;

export async function inSlices<T>(
  items: readonly T[],
  work: (item: T) => void,
  onProgress?: (done: number, of: number) => void,
): Promise<void> {
  let since = performance.now();
  for (const [done, item] of items.entries()) {
    work(item);
    onProgress?.(done + 1, items.length);
    if (performance.now() - since < slice) continue;
    await breathe();
    since = performance.now();
  }
}
