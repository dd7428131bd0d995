// A parser that has been told some trees, which it then need not make.

import type { PackedTree, PythonParser, SyntaxNode } from "./syntax.ts";

export class KnownTrees implements PythonParser {
  readonly #parser: PythonParser;
  readonly #trees = new Map<string, PackedTree>();

  constructor(parser: PythonParser) {
    this.#parser = parser;
  }

  learn(text: string, tree: PackedTree): void {
    this.#trees.set(text, tree);
  }

  pack(text: string): PackedTree {
    return this.#trees.get(text) ?? this.#parser.pack(text);
  }

  unpack(tree: PackedTree, text: string): SyntaxNode {
    return this.#parser.unpack(tree, text);
  }

  parse(text: string): SyntaxNode {
    return this.unpack(this.pack(text), text);
  }
}
