// The parser without our mirror of its tree, for comparison.

import { Language, Parser } from "web-tree-sitter";
import { readWasm } from "../../server/src/host/wasm-file.ts";

export async function bareParser(text: string): Promise<{ parse: () => void }> {
  await Parser.init();
  const language = await Language.load(readWasm("tree-sitter-python/tree-sitter-python.wasm"));
  const parser = new Parser();
  parser.setLanguage(language);
  return { parse: () => parser.parse(text)?.delete() };
}
