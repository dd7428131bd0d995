// Python with one or more expressions marked by « », opened as a file; the only place where these tests touch the API.

import { loadRuff } from "../../server/src/host/ruff-wasm.ts";
import { loadParser } from "../../server/src/host/tree-sitter.ts";
import type { External } from "../../server/src/python/external.ts";
import { SourceFile } from "../../server/src/python/source-file.ts";
import type { SyntaxNode } from "../../server/src/python/syntax.ts";

export const parser = await loadParser();
export const ruff = await loadRuff();

export function open(text: string, path: string | undefined = "app/services/file.py", external?: External): SourceFile {
  return new SourceFile(path, text, parser, (request) => ruff.check(text, request).findings, external);
}

/** The file without its marks, and the largest node that each pair of marks surrounds. */
export function marked(
  code: string,
  path?: string,
  external?: External,
): { file: SourceFile; nodes: readonly SyntaxNode[] } {
  const spans: { start: number; end: number }[] = [];
  let text = "";
  let start = 0;
  for (const character of code) {
    if (character === "«") start = text.length;
    else if (character === "»") spans.push({ start, end: text.length });
    else text += character;
  }
  const file = open(text, path, external);
  return { file, nodes: spans.map((span) => nodeOf(file.root, span)) };
}

function nodeOf(root: SyntaxNode, span: { start: number; end: number }): SyntaxNode {
  let found: SyntaxNode | undefined = root;
  while (found && (found.start !== span.start || found.end !== span.end)) {
    found = found.children.find(
      (child) => child.start <= span.start && span.end <= child.end && child.end > child.start,
    );
  }
  while (found?.children.length === 1 && /^(expression_statement|block|module|type|dotted_name)$/.test(found.type))
    found = found.children[0];
  if (!found) throw new Error(`no node is exactly ${JSON.stringify(span)} in:\n${root.text}`);
  return found;
}
