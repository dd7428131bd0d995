// The text of inline Markdown as a reader sees it, each character with its place in the source.

import type { PhrasingContent } from "mdast";
import type { Mark } from "./directive.ts";
import { endOf, startOf } from "./markdown.ts";

export interface RichText {
  /** White space is folded; a line break of the source is one `\n`. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The source offset of each character, and one more for the end. */
  readonly at: readonly number[];
}

export function flatten(nodes: readonly PhrasingContent[], source: string): RichText {
  const builder = new Builder(source);
  for (const node of nodes) builder.add(node);
  return builder.done(nodes.length > 0 ? endOf(nodes.at(-1) as PhrasingContent) : 0);
}

/** Most characters are told by their number, without a pattern. */
function isSpace(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 160 ? code === 32 || (code >= 9 && code <= 13) : /\s/.test(char);
}

/** A letter, digit or sign of ASCII. */
function isVisible(code: number): boolean {
  return code > 32 && code < 127;
}

/** A part of a text, trimmed, its line breaks folded too. */
export function slice(rich: RichText, from: number, to: number): RichText {
  let start = from;
  let end = to;
  while (start < end && isSpace(rich.text[start] ?? "")) start++;
  while (end > start && isSpace(rich.text[end - 1] ?? "")) end--;
  const marks: Mark[] = [];
  for (const mark of rich.marks) {
    const inner = { ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start };
    if (inner.start < inner.end) marks.push(inner);
  }
  const text = rich.text.slice(start, end).replaceAll("\n", " ");
  return { text, marks, at: rich.at.slice(start, end + 1) };
}

/** The place after the last character, which may be wider than one in the source. */
export function sourceEnd(rich: RichText): number {
  return rich.at[rich.text.length] ?? 0;
}

const knownTags =
  /^<\/?(?:a|b|br|code|div|del|details|em|font|hr|i|img|ins|kbd|li|mark|ol|p|pre|s|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)\b/i;

class Builder {
  readonly #source: string;
  #written = "";
  /** The last character of it, which is asked about at every blank. */
  #last = "\n";
  readonly #at: number[] = [];
  readonly #marks: Mark[] = [];
  /** Where the last character ends in the source. */
  #end = 0;

  constructor(source: string) {
    this.#source = source;
  }

  add(node: PhrasingContent): void {
    switch (node.type) {
      case "text":
        this.#text(node.value, startOf(node), endOf(node));
        break;
      case "inlineCode": {
        const start = this.#written.length;
        const raw = this.#source.slice(startOf(node), endOf(node));
        const ticks = /^`+/.exec(raw)?.[0].length ?? 1;
        this.#text(node.value, startOf(node) + ticks, endOf(node) - ticks);
        this.#mark("code", start, node.value.replace(/\s+/g, " "), endOf(node));
        break;
      }
      case "strong": {
        const start = this.#written.length;
        for (const child of node.children) this.add(child);
        this.#mark("strong", start, undefined, endOf(node));
        break;
      }
      case "link":
      case "linkReference": {
        const start = this.#written.length;
        for (const child of node.children) this.add(child);
        if (node.type === "link") this.#mark("link", start, node.url, endOf(node));
        break;
      }
      case "emphasis":
      case "delete":
        for (const child of node.children) this.add(child);
        this.#end = endOf(node);
        break;
      case "break":
        this.#push("\n", startOf(node), endOf(node));
        break;
      case "html":
        if (/^<br\b/i.test(node.value)) this.#push("\n", startOf(node), endOf(node));
        else if (!node.value.startsWith("<!--") && !knownTags.test(node.value))
          this.#text(node.value, startOf(node), endOf(node));
        break;
      default:
        break;
    }
  }

  done(end: number): RichText {
    // Padding of a code span or a folded blank at the end is no part of the text.
    return {
      text: this.#written,
      marks: this.#marks,
      at: [...this.#at, Math.max(this.#end, Math.min(end, this.#end))],
    };
  }

  /** Walks value and source side by side: escapes, references and line prefixes make the source longer. */
  #text(value: string, from: number, to: number): void {
    let at = from;
    for (let index = 0; index < value.length; index++) {
      const same = this.#pushSame(value, index, at);
      if (same > 0) {
        at += same;
        index += same - 1;
        continue;
      }
      const char = value[index] ?? "";
      if (isSpace(char)) {
        const start = at;
        while (at < to && isSpace(this.#source[at] ?? "")) at++;
        const isBreak = this.#source.slice(start, at).includes("\n") || char === "\n";
        // A block quote's sign is part of the line break.
        if (isBreak)
          while (at < to && /[>\s]/.test(this.#source[at] ?? "") && this.#source[at] !== value[index + 1]) at++;
        while (isSpace(value[index + 1] ?? "")) index++;
        this.#push(isBreak ? "\n" : " ", start, at);
        continue;
      }
      const start = at;
      if (this.#source[at] === char) {
        at++;
      } else if (this.#source[at] === "\\" && this.#source[at + 1] === char) {
        at += 2;
      } else if (this.#source[at] === "&") {
        const end = this.#source.indexOf(";", at);
        at = end > at && end < at + 40 ? end + 1 : at + 1;
        // A reference may stand for a surrogate pair.
        if (/[\ud800-\udbff]/.test(char) && index + 1 < value.length) {
          this.#push(char, start, at);
          index++;
          this.#push(value[index] ?? "", start, at);
          continue;
        }
      } else {
        const found = this.#source.indexOf(char, at);
        at = found >= 0 && found < to ? found + 1 : at;
      }
      this.#push(char, start, at);
    }
    this.#end = to;
  }

  /** Most of a text stands in the source as it is: takes words with single blanks between them, and gives their length. */
  #pushSame(value: string, from: number, at: number): number {
    let length = 0;
    for (; from + length < value.length; length++) {
      const code = value.charCodeAt(from + length);
      if (code !== this.#source.charCodeAt(at + length)) break;
      const isBetween =
        code === 32 &&
        length > 0 &&
        isVisible(value.charCodeAt(from + length + 1)) &&
        isVisible(this.#source.charCodeAt(at + length + 1));
      if (!isVisible(code) && !isBetween) break;
      this.#at.push(at + length);
    }
    if (length > 0) {
      this.#written += value.slice(from, from + length);
      this.#last = value[from + length - 1] ?? "";
      this.#end = at + length;
    }
    return length;
  }

  #push(char: string, start: number, end: number): void {
    if (isSpace(char) && isSpace(this.#last)) {
      if (char === "\n" && this.#last === " ") {
        this.#written = `${this.#written.slice(0, -1)}\n`;
        this.#last = char;
      }
      this.#end = end;
      return;
    }
    this.#written += char;
    this.#last = char;
    this.#at.push(start);
    this.#end = end;
  }

  #mark(kind: Mark["kind"], start: number, value: string | undefined, end: number): void {
    const text = this.#written.slice(start);
    this.#marks.push({ kind, start, end: this.#written.length, value: value ?? text.replaceAll("\n", " ") });
    this.#end = end;
  }
}

/** All of it, without white space at its ends. */
export function fold(rich: RichText): string {
  return slice(rich, 0, rich.text.length).text;
}

/** Text that is as it stands in the guide, with its inline code marked. */
export function plainText(text: string, start: number): RichText {
  const marks = [...text.matchAll(/`([^`]+)`/g)].map((match) => ({
    kind: "code" as const,
    start: match.index,
    end: match.index + match[0].length,
    value: match[1] ?? "",
  }));
  return { text, marks, at: Array.from({ length: text.length + 1 }, (_, at) => start + at) };
}

/** The cells of a row in one line, a bar between them. */
export function joinCells(cells: readonly RichText[]): RichText {
  let text = "";
  const marks: RichText["marks"][number][] = [];
  const at: number[] = [];
  for (const cell of cells) {
    const part = slice(cell, 0, cell.text.length);
    if (text && part.text) {
      for (let place = 0; place < 3; place++) at.push(part.at[0] ?? 0);
      text += " | ";
    }
    marks.push(
      ...part.marks.map((mark) => ({ ...mark, start: mark.start + text.length, end: mark.end + text.length })),
    );
    at.push(...part.at.slice(0, part.text.length));
    text += part.text;
  }
  return { text, marks, at: [...at, at.at(-1) ?? 0] };
}
