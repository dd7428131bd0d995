// Ruff for Node, compiled once a process.

import { RuffLinter } from "../python/ruff-linter.ts";
import { readWasm } from "./wasm-file.ts";

export function loadRuff(): Promise<RuffLinter> {
  loading ??= WebAssembly.compile(readWasm("@astral-sh/ruff-wasm-nodejs/ruff_wasm_bg.wasm")).then(
    (module) => new RuffLinter(module),
  );
  return loading;
}

let loading: Promise<RuffLinter> | undefined;
