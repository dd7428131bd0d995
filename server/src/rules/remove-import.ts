// Takes one name out of a `from … import …`, and the statement with it where nothing else is left.

import type { PythonFile } from "../python/python-file.ts";
import { statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
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

function cut(file: PythonFile, start: number, end: number): FixEdit | undefined {
  return file.text.slice(start, end).includes("#") ? undefined : { span: { start, end }, text: "" };
}

function removeStatement(file: PythonFile, statement: SyntaxNode): FixEdit | undefined {
  const { lines } = file;
  const first = lines.position(statement.start).line;
  const last = lines.position(statement.end).line;
  const start = lines.lineStart(first);
  const isAlone =
    file.text.slice(start, statement.start).trim() === "" &&
    file.text.slice(statement.end, lines.lineSpan(last).end).trim() === "";
  const block = statement.parent;
  if (!isAlone || (block?.type === "block" && statements(block).length === 1)) return undefined;
  // Of the blank lines above and below, the longer run stays.
  const isBlank = (line: number) => line >= 0 && line < lines.lineCount && lines.lineText(line).trim() === "";
  let above = first;
  while (isBlank(above - 1)) above--;
  let below = last + 1;
  while (isBlank(below) && below < lines.lineCount) below++;
  const [over, under] = [first - above, below - last - 1];
  if (above === 0) return cut(file, 0, lineStart(file, below));
  if (over === 0) return cut(file, start, lineStart(file, last + 1));
  return under >= over
    ? cut(file, lines.lineStart(above), lineStart(file, last + 1))
    : cut(file, start, lineStart(file, below));
}

function lineStart(file: PythonFile, line: number): number {
  return line < file.lines.lineCount ? file.lines.lineStart(line) : file.text.length;
}
