// Turns offsets into lines and columns and back; lines end at \n, \r\n or a lone \r, as in editors.

import type { Span } from "./span.ts";

/** Line and column, both from zero; the column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    if (text.includes("\r")) {
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) this.#starts.push(at + 1);
      }
      return;
    }
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - (this.#starts[low] ?? 0) };
  }

  /** The offset of a position; a column past the line's end is its end. */
  offset(position: Position): number {
    const start = this.lineStart(position.line);
    return Math.min(start + Math.max(position.column, 0), this.lineSpan(position.line).end);
  }

  lineStart(line: number): number {
    if (line >= this.#starts.length) return this.#text.length;
    return this.#starts[Math.max(line, 0)] ?? 0;
  }

  /** The line without its end-of-line characters. */
  lineSpan(line: number): Span {
    const start = this.lineStart(line);
    let end = line + 1 < this.#starts.length ? this.lineStart(line + 1) : this.#text.length;
    while (end > start && (this.#text[end - 1] === "\n" || this.#text[end - 1] === "\r")) end--;
    return { start, end };
  }

  lineText(line: number): string {
    const { start, end } = this.lineSpan(line);
    return this.#text.slice(start, end);
  }
}
