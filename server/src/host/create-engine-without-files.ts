// An engine over open documents alone, for unsaved files where no folder is open and for folders that are not on disk.

import { Engine } from "../engine/engine.ts";
import { loadWebAssembly } from "./web-assembly.ts";

export async function createEngineWithoutFiles(): Promise<Engine> {
  return new Engine({
    files: { list: () => [], read: () => undefined },
    git: { hasRepository: false, atHead: () => undefined },
    ...(await loadWebAssembly()),
  });
}
