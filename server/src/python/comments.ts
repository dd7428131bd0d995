// The comments of a file by their lines: at the end of a line of code, or alone above it.

import type { PythonFile } from "./python-file.ts";
import type { SyntaxNode } from "./syntax.ts";

/** The comment that ends or fills a line; lines count from zero. */
export function commentOnLine(file: PythonFile, line: number): SyntaxNode | undefined {
  const { start, end } = file.lines.lineSpan(line);
  return file.nodes("comment").find((comment) => start <= comment.start && comment.end <= end);
}

/** The comments that stand alone on the lines right above a line, top down. */
export function commentsAbove(file: PythonFile, line: number): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let above = line - 1; above >= 0 && file.lines.lineText(above).trimStart().startsWith("#"); above--) {
    const comment = commentOnLine(file, above);
    if (comment) found.unshift(comment);
  }
  return found;
}

/** The comments inside a node, at the ends of its lines, and right above it. */
export function commentsAbout(file: PythonFile, node: SyntaxNode): readonly SyntaxNode[] {
  const first = file.lines.position(node.start).line;
  const { end } = file.lines.lineSpan(file.lines.position(node.end).line);
  const inside = file.nodes("comment").filter((comment) => node.start <= comment.start && comment.end <= end);
  return [...commentsAbove(file, first), ...inside];
}

/** What a comment says, without `#` and the white space around it. */
export function commentText(comment: SyntaxNode): string {
  return comment.text.replace(/^#+[:!]?\s*/, "").trimEnd();
}
