// Reads front matter line by line, as the assistants that have no YAML parser do.

import type { Span } from "../text/span.ts";
import { endOfLine } from "./front-matter-block.ts";
import type { FrontMatterEntry, FrontMatterItem } from "./front-matter-entry.ts";

export function readLines(text: string, inner: Span): Map<string, FrontMatterEntry> {
  const entries = new Map<string, FrontMatterEntry>();
  let open: { key: string; keySpan: Span; items: FrontMatterItem[]; end: number } | undefined;
  const close = (): void => {
    if (open && !entries.has(open.key)) {
      const span = { start: open.items[0]?.span.start ?? open.keySpan.end, end: open.end };
      entries.set(open.key, { ...open, value: open.items.length > 0 ? "list" : "empty", span });
    }
    open = undefined;
  };
  for (let at = inner.start; at < inner.end; ) {
    const end = Math.min(endOfLine(text, at), inner.end);
    const line = text.slice(at, end);
    const member = /^\s*-(?:\s+|$)/.exec(line);
    const key = /^([A-Za-z_][\w-]*)[ \t]*:(?:\s|$)/.exec(line);
    if (member && open) {
      const item = plainItem(line, at, member[0].length);
      if (item) open.items.push(item);
      open.end = end;
    } else if (key?.[1]) {
      close();
      const keySpan = { start: at, end: at + key[1].length };
      const item = plainItem(line, at, key[0].length);
      if (!item) open = { key: key[1], keySpan, items: [], end };
      else if (!entries.has(key[1])) entries.set(key[1], lineEntry(key[1], keySpan, item, text));
    }
    at = end + 1;
  }
  close();
  return entries;
}

function lineEntry(key: string, keySpan: Span, item: FrontMatterItem, text: string): FrontMatterEntry {
  if (item.text.startsWith("[") && item.text.endsWith("]")) {
    const items: FrontMatterItem[] = [];
    let at = item.span.start + 1;
    for (const part of item.text.slice(1, -1).split(",")) {
      const member = plainItem(part, at, 0);
      if (member) items.push(member);
      at += part.length + 1;
    }
    return { key, keySpan, value: "list", items, span: item.span };
  }
  const isBoolean = /^(?:true|false)$/i.test(item.text) && text[item.span.start - 1] !== '"';
  return { key, keySpan, value: isBoolean ? "boolean" : "text", items: [item], span: item.span };
}

function plainItem(line: string, at: number, from: number): FrontMatterItem | undefined {
  const raw = line.slice(from);
  const value = raw.trim();
  if (!value) return undefined;
  const start = at + from + raw.indexOf(value);
  const quote = value[0];
  if ((quote === '"' || quote === "'") && value.length >= 2 && value.endsWith(quote)) {
    return { text: value.slice(1, -1), span: { start: start + 1, end: start + value.length - 1 } };
  }
  const comment = value.search(/\s#/);
  const plain = comment >= 0 ? value.slice(0, comment).trimEnd() : value;
  return { text: plain, span: { start, end: start + plain.length } };
}
