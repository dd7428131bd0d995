// The parser for Node: tree-sitter with the Python grammar, both WebAssembly.

import { Language, Parser } from "web-tree-sitter";
import type { PackedTree, PythonParser, SyntaxNode } from "../python/syntax.ts";
import { brokenTree, packTree, unpackTree } from "../python/tree.ts";
import { readWasm } from "./wasm-file.ts";

/** Loads the parser once a process; it holds no tree after `pack`. */
export function loadParser(): Promise<PythonParser> {
  loading ??= load();
  return loading;
}

/** The module's memory has an end, and is of no more use once it has met it; half a million lines fit. */
const mostCharacters = 20_000_000;

let loading: Promise<PythonParser> | undefined;

async function load(): Promise<PythonParser> {
  await Parser.init({ wasmBinary: readWasm("web-tree-sitter/web-tree-sitter.wasm") });
  const language = await Language.load(readWasm("tree-sitter-python/tree-sitter-python.wasm"));
  const parser = new Parser();
  parser.setLanguage(language);
  const pack = (text: string): PackedTree => {
    if (text.length > mostCharacters) return brokenTree(text);
    try {
      const tree = parser.parse(withNewlines(text));
      if (tree === null) return brokenTree(text);
      try {
        return packTree(tree);
      } finally {
        tree.delete();
      }
    } catch {
      return brokenTree(text);
    }
  };
  const unpack = (tree: PackedTree, text: string): SyntaxNode => unpackTree(tree, text, language);
  return { pack, unpack, parse: (text) => unpack(pack(text), text) };
}

/** Python ends lines at a lone \r too, the parser does not; both texts have the same length. */
function withNewlines(text: string): string {
  return text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
}
