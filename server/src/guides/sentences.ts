// Cuts a paragraph into its sentences, without being fooled by abbreviations, versions, code, or wrapped lines.

import type { Span } from "../text/span.ts";
import type { RichText } from "./rich-text.ts";

const abbreviations: ReadonlySet<string> = new Set(
  "e.g i.e eg ie vs cf approx incl excl resp no fig sec ver al dr mr mrs ms st inc ltd dept est min max".split(" "),
);

/** Lines of a paragraph that are at least this long were perhaps wrapped by an editor. */
const wrapWidth = 72;

/** Offsets in `rich.text`. */
export function sentencesOf(rich: RichText): Span[] {
  const { text } = rich;
  const cuts: number[] = [];
  const widest = Math.max(
    wrapWidth,
    ...text
      .split("\n")
      .slice(0, 500)
      .map((line) => line.length),
  );
  const codes = rich.marks.filter(({ kind }) => kind === "code" || kind === "link");
  const starts = new Set(codes.map(({ start }) => start));
  let code = 0;
  for (let at = 0; at < text.length; at++) {
    while (code < codes.length && (codes[code]?.end ?? 0) <= at) code++;
    const inside = codes[code];
    const isCode = inside !== undefined && inside.start <= at && inside.end > at;
    if (isCode && text[at] !== "\n") continue;
    const char = text[at] ?? "";
    if (char === "\n" && endsLine(text, at, widest)) cuts.push(at + 1);
    else if (char === "。" || char === "！" || char === "？") cuts.push(at + 1);
    else if (char === "." || char === "!" || char === "?") {
      const end = endsSentence(text, at, (place) => starts.has(place));
      if (end !== undefined) cuts.push(end);
    }
  }
  cuts.push(text.length);
  const spans: Span[] = [];
  let start = 0;
  for (const cut of cuts) {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, cut))) spans.push({ start, end: cut });
    if (cut > start) start = cut;
  }
  return spans;
}

/** True where a line break was meant as one: the next line would have had room on this one, or begins with a sign. */
function endsLine(text: string, at: number, widest: number): boolean {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const nextEnd = text.indexOf("\n", at + 1);
  const line = text.slice(lineStart, at);
  const next = text.slice(at + 1, nextEnd < 0 ? text.length : nextEnd);
  if (/^(?:[•◦▪‣–—*-]\s|\d+[.)]\s)/.test(next) || startsWithSign(next)) return true;
  if (/[:;。]$/.test(line)) return true;
  const word = /^\S*/.exec(next)?.[0] ?? "";
  if (/^["'`(*]*\p{Ll}/u.test(next)) return false;
  return line.length + 1 + word.length <= widest && !/[,(—–-]$/.test(line);
}

function startsWithSign(text: string): boolean {
  return /^\p{Extended_Pictographic}/u.test(text);
}

/**
 * The end of the sentence whose mark stands at `at`, with closing quotes and brackets; undefined where none ends. Code may
 * begin one with a small letter.
 */
function endsSentence(text: string, at: number, isCode: (place: number) => boolean): number | undefined {
  let end = at + 1;
  while (/[.!?…]/.test(text[end] ?? "")) end++;
  while (/["'”’)\]*_]/.test(text[end] ?? "")) end++;
  if (end >= text.length) return undefined;
  if (!/\s/.test(text[end] ?? "")) return undefined;
  const next = text.slice(end).trimStart();
  if (/^[\p{Ll}]/u.test(next) && !isCode(text.length - next.length)) return undefined;
  if (text[at] !== ".") return end;
  const before = text.slice(Math.max(0, at - 24), at);
  const word = (/[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? "").toLowerCase();
  if (abbreviations.has(word)) return undefined;
  if (/^\p{L}$/u.test(word)) return undefined;
  // "1. First" at the start of a line numbers it.
  if (/^\d+$/.test(word) && /(?:^|\n)\s*\d+$/.test(before)) return undefined;
  return end;
}
