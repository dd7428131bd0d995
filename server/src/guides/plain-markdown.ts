// Reads what most guides consist of (headings, paragraphs, lists, fenced code) much faster than the full parser does,
// to the same tree. Whatever is not surely one of these is left to the full parser, from where the block begins to the
// next place where nothing can still be open.

import type { Code, List, ListItem, Paragraph, RootContent } from "mdast";
import { positionOf, readInlines, type Stretch } from "./plain-inlines.ts";

interface Line extends Stretch {
  /** Blanks at its beginning. */
  readonly indent: number;
  readonly isBlank: boolean;
}

interface Block {
  readonly nodes: readonly RootContent[];
  /** The line after it. */
  readonly next: number;
}

type FullParser = (start: number, end: number) => readonly RootContent[];

/** A definition gives a meaning to brackets all over the section. */
const definition = /^[\s>*+\-\d.)]*\[[^\]\n]+\]:/m;
const unsafeStart = /^(?:[#><|=~+:_-]|\*(?!\*?[^\s*])|\d{1,9}[.)](?:\s|$)|`{3})/;
const fenceStart = /^(`{3,}|~{3,})([^`]*)$/;
const headingStart = /^(#{1,6}) +(?=\S)/;
const marker = /^(?:[-*+]|(\d{1,9})[.)])( +)(?=\S)/;

/** The blocks of a part of the text at whose beginning nothing is open. */
export function readSection(text: string, start: number, end: number, parseFully: FullParser): RootContent[] {
  const section = text.slice(start, end);
  if (/[\t\r\0\ufeff]/.test(withoutFences(section)) || definition.test(section)) return [...parseFully(start, end)];
  return new PlainReader(text, linesOf(text, start, end), end, parseFully).read();
}

class PlainReader {
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #end: number;
  readonly #parseFully: FullParser;

  constructor(text: string, lines: readonly Line[], end: number, parseFully: FullParser) {
    this.#text = text;
    this.#lines = lines;
    this.#end = end;
    this.#parseFully = parseFully;
  }

  read(): RootContent[] {
    const nodes: RootContent[] = [];
    for (let at = 0; at < this.#lines.length; ) {
      const line = this.#lines[at];
      if (!line || line.isBlank) {
        at++;
        continue;
      }
      const block = this.#block(at, line);
      if (block) {
        nodes.push(...block.nodes);
        at = block.next;
        continue;
      }
      const next = this.#nextMargin(at);
      nodes.push(...this.#parseFully(line.start - line.indent, this.#lines[next]?.start ?? this.#end));
      at = next;
    }
    return nodes;
  }

  #block(at: number, line: Line): Block | undefined {
    if (line.indent > 0) return undefined;
    const text = this.#textOf(line);
    const heading = headingStart.exec(text);
    if (heading) {
      if (text.endsWith("#")) return undefined;
      const children = readInlines(this.#text, [{ start: line.start + heading[0].length, end: line.end }]);
      const depth = heading[1]?.length as 1 | 2 | 3 | 4 | 5 | 6;
      return children && { nodes: [{ type: "heading", depth, children }], next: at + 1 };
    }
    if (fenceStart.test(text)) {
      const fence = this.#fence(at, line, 0);
      return fence && { nodes: [fence.code], next: fence.next };
    }
    if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(text)) return { nodes: [{ type: "thematicBreak" }], next: at + 1 };
    if (marker.test(text)) return this.#list(at);
    const paragraph = this.#paragraph(at, line.start);
    const below = paragraph && this.#lines[paragraph.next];
    // What only looks like an item goes on with the paragraph.
    if (!paragraph || (below && (below.indent > 3 || /^(?!1[.)])\d/.test(this.#textOf(below))))) return undefined;
    return { nodes: [paragraph.node], next: paragraph.next };
  }

  #textOf(line: Line): string {
    return this.#text.slice(line.start, line.end);
  }

  #lineEnd(line: Line): number {
    const end = this.#text.indexOf("\n", line.end);
    return end < 0 || end > this.#end ? this.#end : end;
  }

  /** Begins in its first line at `start`. */
  #paragraph(at: number, start: number): { readonly node: Paragraph; readonly next: number } | undefined {
    const first = this.#lines[at];
    if (!first || unsafeStart.test(this.#text.slice(start, first.end))) return undefined;
    const stretches: Stretch[] = [{ start, end: first.end }];
    let next = at + 1;
    for (; next < this.#lines.length; next++) {
      const line = this.#lines[next];
      if (!line || line.isBlank) break;
      const text = this.#textOf(line);
      if (this.#interrupts(text)) break;
      const previous = this.#lines[next - 1] as Line;
      // Blanks at a line's end may break it.
      if (unsafeStart.test(text) || this.#lineEnd(previous) > previous.end) return undefined;
      stretches.push(line);
    }
    const children = readInlines(this.#text, stretches);
    return children && { node: { type: "paragraph", children }, next };
  }

  #interrupts(text: string): boolean {
    return headingStart.test(text) || fenceStart.test(text) || /^(?:[-*+]|\d{1,9}[.)]) +\S/.test(text);
  }

  /** Fenced code in a container whose content begins at the column `margin`. */
  #fence(at: number, line: Line, margin: number): { readonly code: Code; readonly next: number } | undefined {
    const open = fenceStart.exec(this.#textOf(line));
    const [, ticks = "", rest = ""] = open ?? [];
    const info = rest.trim();
    if (!open || /[\\&]/.test(info)) return undefined;
    const rows: string[] = [];
    for (let next = at + 1; next < this.#lines.length; next++) {
      const row = this.#lines[next] as Line;
      if (!row.isBlank && row.indent < margin) return undefined;
      const text = this.#textOf(row);
      if (row.indent - margin < 4 && text.startsWith(ticks) && text === (ticks[0] ?? "").repeat(text.length)) {
        if (this.#lineEnd(row) > row.end) return undefined;
        const position = positionOf(line.start, row.end);
        const code: Code = { type: "code", lang: info.split(/\s/)[0] || null, value: rows.join("\n"), position };
        return { code, next: next + 1 };
      }
      const blanks = Math.min(row.indent, line.indent);
      rows.push(this.#text.slice(row.start - row.indent + blanks, this.#lineEnd(row)));
    }
    return undefined;
  }

  #list(from: number): Block | undefined {
    const nodes: RootContent[] = [];
    /** The items that are open, each in the one before, with the column at which their content begins. */
    const open: { readonly item: ListItem; readonly content: number }[] = [];
    const kinds = new Map<List, string>();
    let at = from;
    let isAfterBlank = true;
    while (at < this.#lines.length) {
      const line = this.#lines[at] as Line;
      if (line.isBlank) {
        isAfterBlank = true;
        at++;
        continue;
      }
      const text = this.#textOf(line);
      const found = marker.exec(text);
      if (!found && line.indent === 0 && (isAfterBlank || headingStart.test(text) || fenceStart.test(text))) break;
      while (open.length && (open.at(-1)?.content ?? 0) > line.indent) open.pop();
      const inner = open.at(-1);
      if (line.indent - (inner?.content ?? 0) >= 4) return undefined;
      const siblings: RootContent[] = inner?.item.children ?? nodes;
      if (!found) {
        if (!inner) return undefined;
        const fence = fenceStart.test(text) ? this.#fence(at, line, inner.content) : undefined;
        const paragraph = fence || !isAfterBlank ? undefined : this.#paragraph(at, line.start);
        if (!fence && !paragraph) return undefined;
        siblings.push(fence ? fence.code : (paragraph?.node as Paragraph));
        at = (fence ?? paragraph)?.next ?? at;
        isAfterBlank = false;
        continue;
      }
      const [whole, number, blanks = ""] = found;
      if (blanks.length > 4) return undefined;
      const kind = number === undefined ? (text[0] ?? "") : (text[number.length] ?? "");
      const last = siblings.at(-1);
      let list = last?.type === "list" && kinds.get(last) === kind ? last : undefined;
      if (!list) {
        // Only a list that begins with 1 goes before a text that would otherwise go on.
        if (!isAfterBlank && number !== undefined && number !== "1") return undefined;
        list = { type: "list", ordered: number !== undefined, children: [] };
        kinds.set(list, kind);
        siblings.push(list);
      }
      const start = line.start + whole.length;
      const task = /^\[([ xX])\] (?=\S)/.exec(this.#text.slice(start, start + 5));
      if (!task && /^\[[ xX]?\]/.test(this.#text.slice(start, start + 3))) return undefined;
      const paragraph = this.#paragraph(at, start + (task ? 4 : 0));
      if (!paragraph) return undefined;
      const checked = task ? task[1] !== " " : null;
      const item: ListItem = { type: "listItem", checked, children: [paragraph.node] };
      list.children.push(item);
      open.push({ item, content: line.indent + whole.length });
      at = paragraph.next;
      isAfterBlank = false;
    }
    return { nodes, next: at };
  }

  /** The next line that begins a block of its own, whatever stands above it. */
  #nextMargin(from: number): number {
    for (let at = from; at < this.#lines.length; at++) {
      const line = this.#lines[at] as Line;
      const text = this.#textOf(line);
      const isMargin = line.indent === 0 && this.#lines[at - 1]?.isBlank === true;
      if (at > from && isMargin && (headingStart.test(text) || fenceStart.test(text) || beginsText.test(text)))
        return at;
      // Code and tags may go on over anything.
      if (/`{3}|~{3}/.test(text) || /^[>*+\-\d.) ]*</.test(text)) break;
    }
    return this.#lines.length;
  }
}

const beginsText = /^(?!\d{1,9}[.)])(?:[\p{L}\p{N}"'(]|`{1,2}[^`])/u;

function linesOf(text: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let at = from; at < to; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 || newline > to ? to : newline;
    let start = at;
    while (start < end && text.charCodeAt(start) === 32) start++;
    let last = end;
    while (last > start && text.charCodeAt(last - 1) === 32) last--;
    lines.push({ start, end: last, indent: start - at, isBlank: start === last });
    at = end + 1;
  }
  return lines;
}

/** Tabs in code are as good as any other character. */
function withoutFences(section: string): string {
  return section.includes("\t") ? section.replace(/^(`{3,}|~{3,})[^`\n]*\n[^]*?^\1[ ]*$/gm, "") : section;
}
