// Loads the parser and ruff in the way that suits a process that wants its first answer soon.

import { setFlagsFromString } from "node:v8";
import type { Ruff } from "../python/ruff.ts";
import type { PythonParser } from "../python/syntax.ts";
import { loadRuff } from "./ruff-wasm.ts";
import { loadParser } from "./tree-sitter.ts";

/**
 * V8 would compile both a second time while they run, to make them faster: that costs seconds and 300 MB here, and gains
 * nothing that a user would notice. The first flag stands for the others only on the command line of Node.
 */
const flags = ["--liftoff-only", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"];

export async function loadWebAssembly(): Promise<{ readonly parser: PythonParser; readonly ruff: Ruff }> {
  for (const flag of flags) setFlagsFromString(flag);
  const [parser, ruff] = await Promise.all([loadParser(), loadRuff()]);
  return { parser, ruff };
}
