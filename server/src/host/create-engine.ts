// Puts the engine together for Node: files on disk, git, and the WebAssembly of the parser and of ruff.

import { Engine } from "../engine/engine.ts";
import { KnownTrees } from "../python/known-trees.ts";
import { Git } from "./git.ts";
import { NodeFiles } from "./node-files.ts";
import { loadWebAssembly } from "./web-assembly.ts";

export interface Workplace {
  readonly engine: Engine;
  readonly files: NodeFiles;
  readonly git: Git;
  /** The engine's parser, which can be told trees that were made elsewhere. */
  readonly trees: KnownTrees;
}

export async function createEngine(root: string, isTrusted = true): Promise<Workplace> {
  const { parser, ruff } = await loadWebAssembly();
  const files = new NodeFiles(root);
  const git = new Git(root, isTrusted);
  const trees = new KnownTrees(parser);
  return { engine: new Engine({ files, parser: trees, ruff, git }), files, git, trees };
}
