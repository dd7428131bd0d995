// Where a definition begins with the comments that speak of it.

import type { PythonFile } from "../python/python-file.ts";
import { indentOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** The start of the first of the comment lines right above, so that what comes in front does not part them from it. */
export function aboveComments(file: PythonFile, node: SyntaxNode): number {
  const comment = `${indentOf(file, node)}#`;
  let line = file.lines.position(node.start).line;
  if (file.lines.lineStart(line) + comment.length - 1 !== node.start) return node.start;
  while (line > 1 && file.lines.lineText(line - 1).startsWith(comment)) line--;
  return file.lines.lineStart(line) + comment.length - 1;
}
