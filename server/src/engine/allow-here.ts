// Writes the comment that allows one finding, at a place where Python takes it as a comment.

import type { PythonFile } from "../python/python-file.ts";
import type { TextEdit } from "../text/edits.ts";
import type { Finding } from "./finding.ts";

/** Lines that grow longer than this get the comment above them. */
const widestLine = 100;

/** Undefined where a comment cannot stand: the finding lies inside a text of several lines that no comment can follow. */
export function allowHere(
  file: PythonFile,
  finding: Pick<Finding, "rule" | "span">,
  reason: string,
): TextEdit | undefined {
  const comment = `# heed: allow ${finding.rule} — ${reason}`;
  const first = file.lines.position(finding.span.start).line;
  const last = file.lines.position(finding.span.end).line;
  const isFree = (line: number) => !file.lines.lineText(line).includes("#") && canEndInComment(file, line);
  const fits = (line: number) => file.lines.lineText(line).trimEnd().length + 2 + comment.length <= widestLine;
  for (const line of new Set([first, last])) {
    if (isFree(line) && fits(line)) return atEnd(file, line, comment);
  }
  const start = file.lines.lineStart(first);
  if (!isInString(file, start) && (first === 0 || !file.lines.lineText(first - 1).endsWith("\\"))) {
    const indent = /^[ \t]*/.exec(file.lines.lineText(first))?.[0] ?? "";
    const lineEnd = file.text.includes("\r\n") ? "\r\n" : "\n";
    return { span: { start, end: start }, text: `${indent}${comment}${lineEnd}` };
  }
  for (const line of new Set([first, last])) {
    if (isFree(line)) return atEnd(file, line, comment);
  }
  return undefined;
}

function atEnd(file: PythonFile, line: number, comment: string): TextEdit {
  const { start, end } = file.lines.lineSpan(line);
  const used = start + file.text.slice(start, end).trimEnd().length;
  return { span: { start: used, end }, text: `  ${comment}` };
}

function canEndInComment(file: PythonFile, line: number): boolean {
  return !file.lines.lineText(line).endsWith("\\") && !isInString(file, file.lines.lineSpan(line).end);
}

function isInString(file: PythonFile, offset: number): boolean {
  return file.nodes("string").some((string) => string.start < offset && offset < string.end);
}
