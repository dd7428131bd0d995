// Ends work that is no longer wanted, between two pieces of it.

import type { Cancellation } from "./ports.ts";

/** Thrown out of the engine; what was computed until then stays remembered. */
export class CancelledError extends Error {
  constructor() {
    super("The work is no longer wanted.");
    this.name = "CancelledError";
  }
}

/** Lets other work run: a request that came in, a cancellation. */
export async function breathe(): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });
}

export function throwIfCancelled(cancellation: Cancellation | undefined): void {
  if (cancellation?.isCancelled) throw new CancelledError();
}
