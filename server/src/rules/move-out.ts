// Moves the lines of a block to another depth, texts over several lines kept as they are.

import type { PythonFile } from "../python/python-file.ts";
import { descendants, indentOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/**
 * The statements from `first` to `last`, which stand in one block, as they read when they stand at the indentation `wanted`;
 * without the indentation of the first line. Undefined where a text over several lines, or a tab, is in the way.
 */
export function movedTo(file: PythonFile, first: SyntaxNode, last: SyntaxNode, wanted: string): string | undefined {
  const own = indentOf(file, first);
  const source = file.text.slice(first.start, last.end);
  if (!source.includes("\n")) return source;
  const isText = (node: SyntaxNode) =>
    node.type === "string" && node.start >= first.start && node.end <= last.end && node.text.includes("\n");
  if (first.parent !== undefined && [...descendants(first.parent)].some(isText)) return undefined;
  const lines = source.split("\n");
  const moved = lines.map((line, at) => {
    if (at === 0 || line.trim() === "") return line;
    return line.startsWith(own) ? wanted + line.slice(own.length) : undefined;
  });
  return moved.includes(undefined) ? undefined : moved.join("\n");
}

/** The first of the comments right above a statement, each on a line of its own and as deep as that. */
function commentAbove(file: PythonFile, statement: SyntaxNode): SyntaxNode | undefined {
  const indent = indentOf(file, statement);
  let { line } = file.lines.position(statement.start);
  while (line > 0 && file.lines.lineText(line - 1).startsWith(`${indent}#`)) line--;
  const start = file.lines.lineStart(line) + indent.length;
  return file.nodes("comment").find((comment) => comment.start === start);
}

/** Puts the statements of a block in the place of a whole statement: `try: …` gives up its body. */
export function bodyInstead(
  file: PythonFile,
  statement: SyntaxNode,
  body: readonly SyntaxNode[],
): { readonly span: { readonly start: number; readonly end: number }; readonly text: string } | undefined {
  const [top, last] = [body[0], body.at(-1)];
  if (top === undefined || last === undefined) return undefined;
  const first = commentAbove(file, top) ?? top;
  const inside = file.text.slice(first.start, last.end);
  const outside = file.text.slice(statement.start, first.start) + file.text.slice(last.end, statement.end);
  const moved = movedTo(file, first, last, indentOf(file, statement));
  // A comment outside the statements that stay would be lost.
  if (moved === undefined || outside.includes("#") || inside === "") return undefined;
  return { span: { start: statement.start, end: statement.end }, text: moved };
}
