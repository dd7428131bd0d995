// Where the front matter of a guide begins and ends, also where nobody closed it.

import type { Span } from "../text/span.ts";

export interface Block {
  readonly span: Span;
  readonly inner: Span;
  readonly language: string;
  readonly languageSpan: Span;
  readonly isClosed: boolean;
}

export function findBlock(text: string, from = text.charCodeAt(0) === 0xfeff ? 1 : 0): Block | undefined {
  if (!text.startsWith("---", from)) return undefined;
  const firstEnd = endOfLine(text, from);
  const language = text.slice(from + 3, firstEnd).trim();
  if (language.startsWith("-") || /\s/.test(language)) return undefined;
  const innerStart = nextLine(text, firstEnd);
  // A blank line and no key after it: two rules across the page, and text between them.
  const head = /^(?:[ \t]*\r?\n)+(?=([^\r\n]{0,500}))/.exec(text.slice(innerStart, innerStart + 2000));
  if (!language && head && !/^(?:[A-Za-z_][\w-]*[ \t]*:(?:\s|$)|#(?!#)|---)/.test(head[1] ?? "")) return undefined;
  const base = { language, languageSpan: { start: from + 3, end: firstEnd } };
  for (let at = innerStart; at < text.length; ) {
    const end = endOfLine(text, at);
    if (/^---[ \t]*$/.test(text.slice(at, Math.min(end, at + 200)))) {
      return { ...base, span: { start: from, end }, inner: { start: innerStart, end: at }, isClosed: true };
    }
    // The block cannot hold a heading or a fence: a `---` after one is a rule across the page, not its end.
    if (/^(?:#{2,6} |```)/.test(text.slice(at, at + 8)) && beginsWithKey(text, innerStart)) break;
    at = nextLine(text, end);
  }
  if (!language && !beginsWithKey(text, innerStart)) return undefined;
  const end = endOfKeys(text, innerStart);
  return { ...base, span: { start: from, end }, inner: { start: innerStart, end }, isClosed: false };
}

/** A first line `key: value` makes an opening `---` front matter; anything else makes it a rule across the page. */
function beginsWithKey(text: string, start: number): boolean {
  return /^[A-Za-z_][\w-]*[ \t]*:(?:\s|$)/.test(text.slice(start, Math.min(endOfLine(text, start), start + 500)));
}

/** Front matter that somebody began after empty lines. */
export function lateBlock(text: string): number | undefined {
  const start = /^\ufeff?(?:[ \t]*\r?\n)+(?=---[ \t]*\r?\n)/.exec(text.slice(0, 2000))?.[0].length;
  return start !== undefined &&
    findBlock(text.slice(start))?.isClosed &&
    beginsWithKey(text, nextLine(text, endOfLine(text, start)))
    ? start
    : undefined;
}

/** A second block right below the first: an editor put its own template over what somebody had written. */
export function blockBelow(text: string, block: Block): Block | undefined {
  const after = text.slice(block.span.end, block.span.end + 500);
  const gap = /^(?:[ \t]*\r?\n)+(?=---[ \t]*\r?\n)/.exec(after)?.[0].length;
  const below = gap === undefined ? undefined : findBlock(text, block.span.end + gap);
  // Text between two rules across the page begins with a capital, or after an empty line; no key does.
  return below?.isClosed && /[a-z]/.test(text.charAt(below.inner.start)) && beginsWithKey(text, below.inner.start)
    ? below
    : undefined;
}

/** Without a closing line the keys end where a line is neither a key nor belongs to an empty one above it. */
function endOfKeys(text: string, start: number): number {
  let at = start;
  let isOpen = false;
  while (at < text.length) {
    const line = text.slice(at, Math.min(endOfLine(text, at), at + 500));
    // A sentence with a colon begins with a capital; no key does.
    const key = /^[a-z_][\w-]*[ \t]*:(?:[ \t]+(\S.*))?[ \t]*$/.exec(line);
    if (key) isOpen = key[1] === undefined || /^[|>[{]/.test(key[1]);
    else if (!isOpen || !/^(?:\s+\S|-\s)/.test(line)) break;
    at = nextLine(text, endOfLine(text, at));
  }
  return at;
}

export function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end > at ? end - 1 : end;
}

function nextLine(text: string, end: number): number {
  return Math.min(end + (text.startsWith("\r\n", end) ? 2 : 1), text.length);
}
