// Reads the WebAssembly files of our dependencies: beside the bundle, or from their packages where nothing is bundled.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

/** `specifier` is the file's place in its package: "web-tree-sitter/web-tree-sitter.wasm". */
export function readWasm(specifier: string): Uint8Array<ArrayBuffer> {
  // A bundle in CommonJS has no address of its own; scripts/build.mjs lays the files into its folder.
  const own: string | undefined = import.meta.url;
  const path = own ? createRequire(own).resolve(specifier) : join(__dirname, basename(specifier));
  return new Uint8Array(readFileSync(path));
}
