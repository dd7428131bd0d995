// Finds the lines of a file that are longer than a limit, as pycodestyle counts them.

import type { PythonFile } from "../python/python-file.ts";
import type { Span } from "../text/span.ts";

export interface LongLine {
  /** What stands past the limit. */
  readonly span: Span;
  readonly length: number;
}

export function* longLines(file: PythonFile, limit: number): Generator<LongLine> {
  for (let line = 0; line < file.lines.lineCount; line++) {
    const text = file.lines.lineText(line);
    if (text.length <= limit && !wide.test(text)) continue;
    const counted = withoutPragma(text);
    const length = widthOf(counted);
    if (length <= limit || isUnbreakable(counted, limit)) continue;
    const start = file.lines.lineStart(line);
    yield { span: { start: start + offsetAt(counted, limit), end: start + counted.length }, length };
  }
}

const wide =
  /[\t\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const pragma = /\s*#\s*(?:type|noqa|nosec|pragma|pyright|pylint|mypy|ruff|fmt|isort|heed|ty)\b:?.*$/i;

export function withoutPragma(text: string): string {
  return text.replace(pragma, "");
}

/** A URL at the end, or a single word, cannot be broken. */
function isUnbreakable(text: string, limit: number): boolean {
  const words = text
    .trim()
    .replace(/^#+:?\s*/, "")
    .split(/\s+/);
  if (words.length <= 1) return true;
  const last = words.at(-1) ?? "";
  return last.includes("://") && widthOf(text) - widthOf(last) <= limit;
}

export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char, width);
  return width;
}

function offsetAt(text: string, limit: number): number {
  let width = 0;
  let offset = 0;
  for (const char of text) {
    width += charWidth(char, width);
    if (width > limit) return offset;
    offset += char.length;
  }
  return offset;
}

function charWidth(char: string, column: number): number {
  if (char === "\t") return 4 - (column % 4);
  if (char.charCodeAt(0) < 0x300) return 1;
  if (/\p{Mn}/u.test(char)) return 0;
  return wide.test(char) ? 2 : 1;
}
