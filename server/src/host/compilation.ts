// How V8 compiles what runs once: a command that ends within seconds is over before optimised code has paid for itself.

import { setFlagsFromString } from "node:v8";

/** Simple machine code at once, and the best only for what is called most; about a fifth less work for a few hundred guides. */
export function compileForOneRun(): void {
  for (const flag of ["--always-sparkplug", lateOptimisation(process.versions.v8)]) setFlagsFromString(flag);
}

/** V8 has changed how it is told, and complains of a flag that it does not know. */
function lateOptimisation(v8: string): string {
  const version = Number.parseInt(v8, 10);
  if (version >= 13) return "--invocation-count-for-turbofan=20000";
  return version === 11 ? "--interrupt-budget=2000000" : "--no-turbofan";
}
