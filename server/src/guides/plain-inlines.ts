// Reads a line's plain text, inline code, bold and emphasis; whatever else there may be is left to the full parser.

import type { PhrasingContent, Text } from "mdast";

/** A stretch of the source, without the blanks around it; a paragraph has one for each of its lines. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function positionOf(start: number, end: number): NonNullable<Text["position"]> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}

/** Links, escapes, references and tags. */
const foreign = /\]\(|<[A-Za-z/!?]|&(?:#|[A-Za-z][A-Za-z0-9]*;)|\\(?:[!-/:-@[-`{-~]|\n|$)/;
const special = /[`*_]/g;

/** Undefined where the text holds anything that is not read here. */
export function readInlines(source: string, lines: readonly Stretch[]): PhrasingContent[] | undefined {
  const text = lines.map(({ start, end }) => source.slice(start, end)).join("\n");
  if (foreign.test(text)) return undefined;
  const place = placesOf(lines);
  const nodes: PhrasingContent[] = [];
  /** The bold or emphasised text that is being read, and what stood before it. */
  let open: { readonly mark: string; readonly at: number; readonly outer: PhrasingContent[] } | undefined;
  let current = nodes;
  let from = 0;
  const endText = (to: number): void => {
    if (to <= from) return;
    current.push({ type: "text", value: text.slice(from, to), position: positionOf(place(from), place(to - 1) + 1) });
  };
  for (special.lastIndex = 0; ; ) {
    const at = special.exec(text)?.index;
    if (at === undefined) break;
    const run = runAt(text, at);
    const end = at + run.length;
    special.lastIndex = end;
    if (run[0] === "`") {
      const close = closingTicks(text, end, run.length);
      const value = close < 0 ? "\n" : text.slice(end, close);
      if (value.includes("\n")) return undefined;
      endText(at);
      const last = close + run.length;
      const position = positionOf(place(at), place(last - 1) + 1);
      current.push({ type: "inlineCode", value: unpadded(value), position });
      from = special.lastIndex = last;
      continue;
    }
    const before = text[at - 1] ?? " ";
    const after = text[end] ?? " ";
    if (isPlainMark(run, before, after)) continue;
    if (run[0] === "_" || run.length > 2) return undefined;
    if (!open) {
      if (isBlank(after) || !(isBlank(before) || isPunctuation(before))) return undefined;
      endText(at);
      open = { mark: run, at, outer: current };
      current = [];
    } else {
      if (run !== open.mark || isBlank(before) || (isPunctuation(before) && !isBlank(after) && !isPunctuation(after)))
        return undefined;
      endText(at);
      const type = run.length === 2 ? "strong" : "emphasis";
      open.outer.push({ type, children: current, position: positionOf(place(open.at), place(end - 1) + 1) });
      current = open.outer;
      open = undefined;
    }
    from = end;
  }
  if (open) return undefined;
  endText(text.length);
  return nodes;
}

/** From an index in the joined text to the offset in the source. */
function placesOf(lines: readonly Stretch[]): (index: number) => number {
  const [first] = lines;
  const start = first?.start ?? 0;
  if (lines.length < 2) return (index) => start + index;
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.end - line.start + 1;
  }
  return (index) => {
    let line = starts.length - 1;
    while (line > 0 && (starts[line] ?? 0) > index) line--;
    return (lines[line]?.start ?? 0) + index - (starts[line] ?? 0);
  };
}

function runAt(text: string, at: number): string {
  let end = at + 1;
  while (text[end] === text[at]) end++;
  return text.slice(at, end);
}

/** Where a run of exactly so many back-ticks begins. */
function closingTicks(text: string, from: number, length: number): number {
  for (let at = text.indexOf("`", from); at >= 0; ) {
    const run = runAt(text, at).length;
    if (run === length) return at;
    at = text.indexOf("`", at + run);
  }
  return -1;
}

/** One blank on either side of code belongs to its back-ticks. */
function unpadded(value: string): string {
  return value.startsWith(" ") && value.endsWith(" ") && value.trim() ? value.slice(1, -1) : value;
}

/** `2 * 3` and `snake_case`: neither opens nor closes anything. */
function isPlainMark(run: string, before: string, after: string): boolean {
  if (isBlank(before) && isBlank(after)) return true;
  return run[0] === "_" && /^[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]$/.test(after);
}

function isBlank(char: string): boolean {
  return /\s/.test(char);
}

function isPunctuation(char: string): boolean {
  return /[\p{P}\p{S}]/u.test(char);
}
