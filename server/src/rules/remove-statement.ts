// Takes a statement out of its block with its lines, and of the blank lines around it leaves the longer run.

import type { PythonFile } from "../python/python-file.ts";
import { statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Span } from "../text/span.ts";
import type { FixEdit } from "./rule.ts";

/** Undefined where a comment would go with it, where it shares its line, or where the block would be left empty. */
export function removeStatement(file: PythonFile, statement: SyntaxNode): FixEdit | undefined {
  const { lines } = file;
  const first = lines.position(statement.start).line;
  const last = lines.position(statement.end).line;
  const start = lines.lineStart(first);
  const isAlone =
    file.text.slice(start, statement.start).trim() === "" &&
    file.text.slice(statement.end, lines.lineSpan(last).end).trim() === "";
  const block = statement.parent;
  if (!isAlone || (block?.type === "block" && statements(block).length === 1)) return undefined;
  // At the end of a module nothing has to be set apart any more.
  if (file.text.slice(lineStart(file, last + 1)).trim() === "" && block?.type === "module")
    return cut(file, lines.lineStart(firstBlankAbove(file, first)), file.text.length);
  const { start: from, end: to } = linesWithGap(file, first, last);
  return cut(file, from, to);
}

/** Lines that go, with the shorter run of blank lines around them. */
export function linesWithGap(file: PythonFile, first: number, last: number): Span {
  const above = firstBlankAbove(file, first);
  let below = last + 1;
  while (isBlank(file, below)) below++;
  const [over, under] = [first - above, below - last - 1];
  const [start, end] = [file.lines.lineStart(first), lineStart(file, last + 1)];
  if (above === 0) return { start: 0, end: lineStart(file, below) };
  if (over === 0) return { start, end };
  return under >= over ? { start: file.lines.lineStart(above), end } : { start, end: lineStart(file, below) };
}

/** The same within a block: what opens it is not set apart. */
export function linesOfBlock(file: PythonFile, first: number, last: number): Span {
  const { start, end } = linesWithGap(file, first, last);
  const opens = file.text.slice(0, start).trimEnd().endsWith(":");
  return { start, end: opens ? end + (/^(?:[ \t]*\r?\n)*/.exec(file.text.slice(end))?.[0].length ?? 0) : end };
}

function firstBlankAbove(file: PythonFile, line: number): number {
  let above = line;
  while (isBlank(file, above - 1)) above--;
  return above;
}

function isBlank({ lines }: PythonFile, line: number): boolean {
  return line >= 0 && line < lines.lineCount && lines.lineText(line).trim() === "";
}

/** Undefined where a comment would be lost. */
export function cut(file: PythonFile, start: number, end: number): FixEdit | undefined {
  return file.text.slice(start, end).includes("#") ? undefined : { span: { start, end }, text: "" };
}

function lineStart(file: PythonFile, line: number): number {
  return line < file.lines.lineCount ? file.lines.lineStart(line) : file.text.length;
}

/** With the blank line below it where it opens its block. */
export function removeWithGap(file: PythonFile, statement: SyntaxNode): FixEdit | undefined {
  const edit = removeStatement(file, statement);
  const isFirst = statement.parent?.type === "block" && statements(statement.parent)[0]?.start === statement.start;
  if (edit === undefined || !isFirst) return edit;
  let { line } = file.lines.position(statement.end);
  while (file.lines.lineText(line + 1).trim() === "" && line + 1 < file.lines.lineCount) line++;
  const start = file.lines.lineStart(file.lines.position(statement.start).line);
  return { span: { start, end: file.lines.lineStart(line + 1) }, text: "" };
}
