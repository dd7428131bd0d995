// Matches compiled phrases against the tokens of a clause: a walk over short lists of word stems.

import { hasKey } from "./keys.ts";
import { compilePhrase, type Phrase, type PhrasePart } from "./phrase.ts";
import type { Item, Sequence } from "./phrase-items.ts";
import { passable } from "./phrase-signs.ts";
import { backtickMarks, type Token, tokenise } from "./tokens.ts";
import { unitName } from "./words.ts";

export interface PhraseMatch {
  /** The indexes of the tokens that took part. */
  readonly covered: readonly number[];
  readonly caught: Readonly<Record<string, string>>;
}
/** Looks for the phrase in a clause; undefined where it does not say that. */
export function matchPhrase(phrase: Phrase, tokens: readonly Token[]): PhraseMatch | undefined {
  cut(trail, 0, 0);
  for (const part of phrase.wanted) if (!findPart(part, tokens, trail)) return undefined;
  const covered = trail.covered.slice();
  const caught: Record<string, string> = {};
  for (const [name, value] of trail.caught) caught[name] ??= value;
  for (const part of phrase.unwanted) {
    cut(trail, 0, 0);
    if (findPart(part, tokens, trail)) return undefined;
  }
  return { covered, caught };
}
/** A phrase tried against a plain sentence, its code in back-ticks: for tests of rules. */
export function says(phrase: string, sentence: string): boolean {
  return matchPhrase(compilePhrase(phrase), tokenise(sentence, backtickMarks(sentence))) !== undefined;
}

const gapWidth = 5;

/** What a walk has met so far; a walk that comes to nothing leaves it as it was. */
interface Trail {
  readonly covered: number[];
  readonly caught: (readonly [string, string])[];
}

/** Most walks come to nothing, so that one trail serves them all. */
const trail: Trail = { covered: [], caught: [] };

/** In place of the index of the token after a match. */
const nowhere = -1;

/** Each part is met by a word of its own: "the stored path" is not both the path and the file of "`Path` & (path|file)". */
function findPart({ sequence, heads }: PhrasePart, tokens: readonly Token[], trail: Trail): boolean {
  const coveredBefore = trail.covered.length;
  const caughtBefore = trail.caught.length;
  for (let start = 0; start < tokens.length; start++) {
    if (heads && !hasKey(heads, (tokens[start] as Token).keys)) continue;
    if (walk(sequence, 0, tokens, start, trail, true) === nowhere) continue;
    if (coveredBefore === 0 || addsToken(trail.covered, coveredBefore)) return true;
    cut(trail, coveredBefore, caughtBefore);
  }
  return false;
}

/** True where the places from `from` on hold one that stands not before it. */
function addsToken(covered: readonly number[], from: number): boolean {
  for (let at = from; at < covered.length; at++) {
    const first = covered.indexOf(covered[at] as number);
    if (first >= from) return true;
  }
  return false;
}

/** Matches the items from `item` on at the token `at`, or at the next token that counts; gives the token after the match. */
function walk(
  sequence: Sequence,
  item: number,
  tokens: readonly Token[],
  at: number,
  trail: Trail,
  isExact = false,
): number {
  const current = sequence[item];
  if (!current) return at;
  if (current.kind === "gap") return walkGap(sequence, item + 1, tokens, at, trail);
  for (let place = at; place < tokens.length; place++) {
    const next = take(current, sequence, item, tokens, place, trail);
    if (next !== nowhere) return next;
    if (isExact || !isSkipped(tokens[place])) break;
  }
  if (current.kind === "choice" && current.isOptional) return walk(sequence, item + 1, tokens, at, trail, isExact);
  return nowhere;
}

function isSkipped(token: Token | undefined): boolean {
  return token !== undefined && (token.isFiller || (token.kind === "sign" && passable.has(token.text)));
}

function walkGap(sequence: Sequence, item: number, tokens: readonly Token[], at: number, trail: Trail): number {
  let left = gapWidth;
  // What a bracket adds does not part the words around it.
  let depth = 0;
  for (let place = at; place < tokens.length && left >= 0; place++) {
    const next = walk(sequence, item, tokens, place, trail, true);
    if (next !== nowhere) return next;
    const token = tokens[place];
    if (token?.kind === "sign" && /^[;.!?]$/.test(token.text)) return nowhere;
    if (token?.text === "(") depth++;
    if (token?.text === ")") depth--;
    if (depth <= 0 && token?.kind !== "sign" && !token?.isFiller) left--;
  }
  return nowhere;
}

function take(
  current: Item,
  sequence: Sequence,
  item: number,
  tokens: readonly Token[],
  at: number,
  trail: Trail,
): number {
  const token = tokens[at];
  if (!token) return nowhere;
  const { covered, caught } = trail;
  const coveredBefore = covered.length;
  const caughtBefore = caught.length;
  if (current.kind === "choice") {
    const { heads } = current;
    if (heads && !hasKey(heads, token.keys)) return nowhere;
    for (const option of optionsFor(token, current)) {
      const end = walk(option, 0, tokens, at, trail, true);
      const next = end === nowhere ? nowhere : walk(sequence, item + 1, tokens, end, trail);
      if (next !== nowhere) return next;
      if (covered.length > coveredBefore || caught.length > caughtBefore) cut(trail, coveredBefore, caughtBefore);
    }
    return nowhere;
  }
  let length = 1;
  let end = at + 1;
  if (current.kind === "word" && (token.kind === "code" || token.kind === "path") && token.parts.length > 0) {
    // `async/await` is met by the words "async await".
    length = token.parts.length;
    for (let part = 0; part < length; part++) {
      const next = sequence[item + part];
      if (next?.kind !== "word" || next.stem !== token.parts[part]) return nowhere;
    }
    covered.push(at);
  } else {
    end = takeOne(current, tokens, at, token, trail);
    if (end === nowhere) return nowhere;
  }
  const next = walk(sequence, item + length, tokens, end, trail);
  if (next === nowhere) cut(trail, coveredBefore, caughtBefore);
  return next;
}

/** A word begins one or two of a group's options, which its key tells; code has several keys. */
function optionsFor({ keys }: Token, { options, byHead }: Extract<Item, { kind: "choice" }>): readonly Sequence[] {
  if (!byHead) return options;
  let found: readonly Sequence[] | undefined;
  for (const key of keys) {
    const begun = byHead.get(key);
    if (!begun) continue;
    if (found) return options;
    found = begun;
  }
  return found ?? [];
}

/** Back to what it was when it was so long. */
function cut({ covered, caught }: Trail, coveredLength: number, caughtLength: number): void {
  if (covered.length > coveredLength) covered.length = coveredLength;
  if (caught.length > caughtLength) caught.length = caughtLength;
}

/** Gives the token after what the item is met by. */
function takeOne(item: Item, tokens: readonly Token[], at: number, token: Token, trail: Trail): number {
  switch (item.kind) {
    case "word":
      if (token.kind !== "word" || token.stem !== item.stem) return nowhere;
      break;
    case "sign":
      if (token.kind !== "sign" || token.text !== item.text) return nowhere;
      break;
    case "code":
      if (!matchesCode(item, token)) return nowhere;
      break;
    case "capture":
      if (!token.isCode) return nowhere;
      trail.caught.push([item.name, token.text]);
      break;
    case "number": {
      if (token.kind !== "number" || (item.value !== undefined && token.value !== item.value)) return nowhere;
      if (item.unit === undefined) break;
      const unit = unitAfter(item.unit, tokens, at);
      if (unit === nowhere) return nowhere;
      trail.covered.push(at, unit);
      return unit + 1;
    }
    default:
      return nowhere;
  }
  trail.covered.push(at);
  return at + 1;
}

function matchesCode(item: Extract<Item, { kind: "code" }>, token: Token): boolean {
  if (token.kind === "sign") return false;
  if (token.kind === "code" || token.kind === "path") {
    // Most code begins or ends otherwise, which is quicker to tell than by a pattern.
    if (!item.edges.some((edge) => token.keys.includes(edge))) return false;
    return (
      item.pattern.test(token.text) || (!item.isCall && token.stem !== token.text && item.pattern.test(token.stem))
    );
  }
  // `response_model` is code without back-ticks too.
  if (token.isCode && item.edges.some((edge) => token.keys.includes(edge)) && item.pattern.test(token.text))
    return true;
  return item.literal !== undefined && item.bare.test(token.text);
}

/** The token that names the unit of the number at `at`. */
function unitAfter(unit: string, tokens: readonly Token[], at: number): number {
  for (let place = at + 1; place < tokens.length && place <= at + 3; place++) {
    const token = tokens[place];
    if (token?.kind === "word" && unitName(token.text) === unit) return place;
    if (token?.kind !== "sign" && !token?.isFiller) return nowhere;
  }
  return nowhere;
}
