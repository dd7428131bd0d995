// Puts the engine together for Node: files on disk, git, and the WebAssembly of the parser and of ruff.

import { Engine } from "../engine/engine.ts";
import { Git } from "./git.ts";
import { NodeFiles } from "./node-files.ts";
import { loadWebAssembly } from "./web-assembly.ts";

export interface Workplace {
  readonly engine: Engine;
  readonly files: NodeFiles;
  readonly git: Git;
}

export async function createEngine(root: string, isTrusted = true): Promise<Workplace> {
  const { parser, ruff } = await loadWebAssembly();
  const files = new NodeFiles(root);
  const git = new Git(root, isTrusted);
  return { engine: new Engine({ files, parser, ruff, git }), files, git };
}
