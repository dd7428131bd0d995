// Takes one name out of a `from … import …`, and the statement with it where nothing else is left.

import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { cut, removeStatement } from "./remove-statement.ts";
import type { FixEdit } from "./rule.ts";

/** Undefined where a comment would go with it, or a block would be left empty. */
export function removeImport(file: PythonFile, statement: SyntaxNode, item: SyntaxNode): FixEdit | undefined {
  const items = statement.fields("name");
  if (items.length === 1) return removeStatement(file, statement);
  const at = items.findIndex((one) => one.start === item.start);
  const line = file.lines.position(item.start).line;
  const alone =
    /^\s*[\w. ]+,?\s*$/.test(file.lines.lineText(line)) && line !== file.lines.position(statement.start).line;
  if (alone) return cut(file, file.lines.lineStart(line), file.lines.lineStart(line + 1));
  const [previous, next] = [items[at - 1], items[at + 1]];
  if (next !== undefined) return cut(file, item.start, next.start);
  return previous === undefined ? undefined : cut(file, previous.end, item.end);
}

/** The same edits, where what is added right behind the line that goes takes its place. */
export function inPlaceOf(
  file: PythonFile,
  removal: FixEdit,
  added: readonly FixEdit[],
): readonly FixEdit[] | undefined {
  const { start, end } = removal.span;
  const [one, ...more] = added.filter(({ span }) => span.start > start && span.start < end);
  if (one === undefined) return [...added, removal];
  if (more.length > 0 || removal.text !== "" || !/^\r?\n[^\r\n]/.test(one.text) || one.span.end !== one.span.start)
    return undefined;
  const gone = file.text.slice(start, end);
  const blanks = /^\s*/.exec(gone)?.[0] ?? "";
  const text = blanks + one.text.trimStart() + gone.slice(gone.trimEnd().length);
  return [...added.filter((edit) => edit !== one), { span: removal.span, text }];
}
