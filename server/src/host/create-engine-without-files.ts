// An engine over open documents alone, for unsaved files where no folder is open and for folders that are not on disk.

import { Engine } from "../engine/engine.ts";
import { loadRuff } from "./ruff-wasm.ts";
import { loadParser } from "./tree-sitter.ts";

export async function createEngineWithoutFiles(): Promise<Engine> {
  const [parser, ruff] = await Promise.all([loadParser(), loadRuff()]);
  return new Engine({
    files: { list: () => [], read: () => undefined },
    git: { hasRepository: false, atHead: () => undefined },
    parser,
    ruff,
  });
}
