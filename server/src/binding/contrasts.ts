// Takes "use X instead of Y" and its relatives apart into what is wanted and what is to be avoided.

import type { Token } from "../rules/tokens.ts";
import { isBaseVerb, negators } from "./instruction-words.ts";

export interface Contrast {
  readonly wanted: readonly Token[];
  readonly unwanted: readonly Token[];
  /** What follows both ("for file paths"), and belongs to either. */
  readonly rest: readonly Token[];
  /** Says itself which side is wanted ("replace Y with X"), whatever stands above it. */
  readonly isFixed?: boolean;
}

/** The two sides of a segment that sets one thing against another; undefined where it does not. */
export function contrastOf(tokens: readonly Token[]): Contrast | undefined {
  return leading(tokens) ?? replacing(tokens) ?? arrow(tokens) ?? joining(tokens);
}

function word(token: Token | undefined): string {
  return token?.kind === "word" ? token.text.toLowerCase() : "";
}

/** "Instead of Y, use X." */
function leading(tokens: readonly Token[]): Contrast | undefined {
  const width = opener(tokens, 0);
  if (!width) return undefined;
  const comma = tokens.findIndex((token) => token.text === ",");
  const code = tokens.findIndex(({ kind }, at) => kind === "code" && at + 1 < tokens.length);
  // "Instead of `x = load(x.id)` refresh it": behind the code a verb begins, with or without a comma.
  const next = comma < 0 && code > 0 ? tokens[code + 1] : undefined;
  const [end, from] = next && isBaseVerb(next) ? [code + 1, code + 1] : [comma, comma + 1];
  if (end < 0) return undefined;
  return { wanted: tokens.slice(from), unwanted: tokens.slice(width, end), rest: [], isFixed: true };
}

/** "Replace Y with X." */
function replacing(tokens: readonly Token[]): Contrast | undefined {
  const start = tokens.slice(0, 3).findIndex((token) => /^(?:replace|substitute|swap)$/.test(word(token)));
  if (start < 0 || tokens.slice(0, start).some(({ stem }) => negators.has(stem))) return undefined;
  const by = tokens.findIndex((token, at) => at > start && /^(?:with|by|for)$/.test(word(token)));
  if (by < 0) return undefined;
  return { wanted: tokens.slice(by + 1), unwanted: tokens.slice(start + 1, by), rest: [], isFixed: true };
}

/** "`print()` → use the logger." Arrows between steps of an order are none. */
function arrow(tokens: readonly Token[]): Contrast | undefined {
  const isArrow = ({ text }: Token): boolean => text.length <= 2 && /^(?:→|->|=>|⇒|➜)$/.test(text);
  const at = tokens.findIndex(isArrow);
  if (at < 1 || tokens.findLastIndex(isArrow) !== at) return undefined;
  if (!/^(?:use|prefer|should|must|write|call)$/.test(word(tokens[at + 1]))) return undefined;
  return { wanted: tokens.slice(at + 1), unwanted: tokens.slice(0, at), rest: [], isFixed: true };
}

/** "X instead of Y", "X, not Y", "X rather than Y", "prefer X over Y". */
function joining(tokens: readonly Token[]): Contrast | undefined {
  let isExample = false;
  for (let at = 1; at < tokens.length - 1; at++) {
    // "(e.g. `Sequence` over `list`)" only shows what is meant.
    if (tokens[at]?.text === "(")
      isExample = /^(?:e\.g\.?|eg|i\.e\.?|like|such|for)$/i.test(tokens[at + 1]?.text ?? "");
    if (tokens[at]?.text === ")") isExample = false;
    if (isExample) continue;
    const width = connective(tokens, at);
    if (!width) continue;
    const end = sideEnd(tokens, at + width);
    return { wanted: trimmed(tokens.slice(0, at)), unwanted: tokens.slice(at + width, end), rest: tokens.slice(end) };
  }
  return undefined;
}

/** How connectives begin. */
const connectives = new Set(["instead", "rather", "in", "over", "to", "vs", "versus"]);

/** How many tokens "instead of", "rather than", "in place of" take here. */
function opener(tokens: readonly Token[], at: number): number {
  const [one, two, three] = [word(tokens[at]), word(tokens[at + 1]), word(tokens[at + 2])];
  if (one === "instead" && two === "of") return 2;
  if (one === "rather" && two === "than") return 2;
  if (one === "in" && two === "place" && three === "of") return 3;
  if (one === "in" && two === "preference" && three === "to") return 3;
  return 0;
}

function connective(tokens: readonly Token[], at: number): number {
  const here = word(tokens[at]);
  if (!connectives.has(here)) return 0;
  const width = opener(tokens, at);
  if (width) return width;
  if (here === "over" && tokens[at - 1]?.kind === "code" && tokens[at + 1]?.kind === "code") return 1;
  if (here === "over" || here === "to") {
    const before = tokens.slice(0, at).map(word);
    const prefers = before.some((one) => /^(?:prefer|preferred|favou?r|favou?red|choose|preferable)$/.test(one));
    if (here === "over")
      return prefers || (/^(?:use|always|pick)$/.test(before[0] ?? "") && tokens[at + 1]?.kind !== "number") ? 1 : 0;
    const next = tokens[at + 1];
    // "Prefer models to raw dicts", but "prefer helpers to keep functions short"
    const named = loose.test(word(next)) ? tokens[at + 2] : next;
    const isThing = named?.kind === "code" || named?.kind === "path" || /ing$|s$/.test(word(named));
    if (before[0] === "prefer" && isThing && at > 1) return 1;
    return before.some((one) => /^(?:preferred|preferable)$/.test(one)) ? 1 : 0;
  }
  if (/^(?:vs|versus)$/.test(here)) return 1;
  return 0;
}

/** What a sentence calls the things that it would rather not see. */
const loose =
  /^(?:raw|plain|bare|untyped|generic|loose|nested|simple|manual|custom|inline|global|mutable|naive|legacy|old|deep|broad|long|hardcoded|anonymous|positional|relative|magic|synchronous|blocking)$/;

/** Where the avoided side ends: at the next preposition that belongs to both, or a bracket. */
function sideEnd(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at < tokens.length; at++) {
    if (/^(?:for|when|in|on|throughout|across|if|unless|to|whenever)$/.test(word(tokens[at]))) return at;
  }
  return tokens.length;
}

function trimmed(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && (tokens[end - 1]?.text === "," || tokens[end - 1]?.text === "(")) end--;
  return tokens.slice(0, end);
}
