// Matches compiled phrases against the tokens of a clause: a walk over short lists of word stems.

import { compilePhrase, type Item, type Phrase, type Sequence } from "./phrase.ts";
import { headsOf } from "./phrase-keys.ts";
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
  const covered: number[] = [];
  const caught: Record<string, string> = {};
  for (const sequence of phrase.wanted) {
    const match = findSequence(sequence, tokens);
    if (!match) return undefined;
    covered.push(...match.covered);
    for (const [name, value] of match.caught) caught[name] ??= value;
  }
  if (phrase.unwanted.some((sequence) => findSequence(sequence, tokens))) return undefined;
  return { covered, caught };
}
/** A phrase tried against a plain sentence, its code in back-ticks: for tests of rules. */
export function says(phrase: string, sentence: string): boolean {
  return matchPhrase(compilePhrase(phrase), tokenise(sentence, backtickMarks(sentence))) !== undefined;
}

const gapWidth = 5;

interface Found {
  readonly covered: number[];
  readonly caught: (readonly [string, string])[];
}

interface State extends Found {
  /** The index of the token after the match. */
  next: number;
}

function findSequence(sequence: Sequence, tokens: readonly Token[]): Found | undefined {
  const heads = headsOfSequence(sequence);
  for (let start = 0; start < tokens.length; start++) {
    if (heads && !tokens[start]?.keys.some((key) => heads.has(key))) continue;
    const state = walk(sequence, 0, tokens, start, true);
    if (state) return state;
  }
  return undefined;
}

const sequenceHeads = new WeakMap<Sequence, { readonly heads: ReadonlySet<string> | undefined }>();

function headsOfSequence(sequence: Sequence): ReadonlySet<string> | undefined {
  let known = sequenceHeads.get(sequence);
  if (!known) sequenceHeads.set(sequence, (known = { heads: headsOf([sequence]) }));
  return known.heads;
}

/** Matches the items from `item` on at the token `at`, or at the next token that counts. */
function walk(
  sequence: Sequence,
  item: number,
  tokens: readonly Token[],
  at: number,
  isExact = false,
): State | undefined {
  const current = sequence[item];
  if (!current) return { next: at, covered: [], caught: [] };
  if (current.kind === "gap") return walkGap(sequence, item + 1, tokens, at);
  for (let place = at; place < tokens.length; place++) {
    const state = take(current, sequence, item, tokens, place);
    if (state) return state;
    if (isExact || !isSkipped(tokens[place])) break;
  }
  if (current.kind === "choice" && current.isOptional) return walk(sequence, item + 1, tokens, at, isExact);
  return undefined;
}

function isSkipped(token: Token | undefined): boolean {
  return token !== undefined && (token.isFiller || (token.kind === "sign" && passable.has(token.text)));
}

function walkGap(sequence: Sequence, item: number, tokens: readonly Token[], at: number): State | undefined {
  let left = gapWidth;
  for (let place = at; place < tokens.length && left >= 0; place++) {
    const state = walk(sequence, item, tokens, place, true);
    if (state) return state;
    const token = tokens[place];
    if (token?.kind === "sign" && /^[;.!?]$/.test(token.text)) return undefined;
    if (token?.kind !== "sign" && !token?.isFiller) left--;
  }
  return undefined;
}

function take(
  current: Item,
  sequence: Sequence,
  item: number,
  tokens: readonly Token[],
  at: number,
): State | undefined {
  if (current.kind === "choice") {
    const { heads } = current;
    if (heads && !tokens[at]?.keys.some((key) => heads.has(key))) return undefined;
    for (const option of current.options) {
      const state = walk(option, 0, tokens, at, true);
      const rest = state && walk(sequence, item + 1, tokens, state.next);
      if (rest) return joined(state, rest);
    }
    return undefined;
  }
  const token = tokens[at];
  if (!token) return undefined;
  if (current.kind === "word" && (token.kind === "code" || token.kind === "path") && token.parts.length > 0) {
    // `async/await` is met by the words "async await".
    const length = token.parts.length;
    for (let part = 0; part < length; part++) {
      const next = sequence[item + part];
      if (next?.kind !== "word" || next.stem !== token.parts[part]) return undefined;
    }
    const rest = walk(sequence, item + length, tokens, at + 1);
    return rest && joined({ next: at + 1, covered: [at], caught: [] }, rest);
  }
  const one = takeOne(current, tokens, at);
  const rest = one && walk(sequence, item + 1, tokens, one.next);
  return rest && joined(one, rest);
}

function joined(first: State, rest: State): State {
  return { next: rest.next, covered: [...first.covered, ...rest.covered], caught: [...first.caught, ...rest.caught] };
}

function takeOne(item: Item, tokens: readonly Token[], at: number): State | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const one: State = { next: at + 1, covered: [at], caught: [] };
  switch (item.kind) {
    case "word":
      return token.kind === "word" && token.stem === item.stem ? one : undefined;
    case "sign":
      return token.kind === "sign" && token.text === item.text ? one : undefined;
    case "code":
      return matchesCode(item, token) ? one : undefined;
    case "capture":
      return token.isCode ? { ...one, caught: [[item.name, token.text]] } : undefined;
    case "number":
      if (token.kind !== "number" || (item.value !== undefined && token.value !== item.value)) return undefined;
      return item.unit === undefined ? one : withUnit(item.unit, tokens, at);
    default:
      return undefined;
  }
}

function matchesCode(item: Extract<Item, { kind: "code" }>, token: Token): boolean {
  if (token.kind === "sign") return false;
  if (token.kind === "code" || token.kind === "path") {
    return (
      item.pattern.test(token.text) || (!item.isCall && token.stem !== token.text && item.pattern.test(token.stem))
    );
  }
  return item.literal !== undefined && item.bare.test(token.text);
}

function withUnit(unit: string, tokens: readonly Token[], at: number): State | undefined {
  for (let place = at + 1; place < tokens.length && place <= at + 3; place++) {
    const token = tokens[place];
    if (token?.kind === "word" && unitName(token.text) === unit) {
      return { next: place + 1, covered: [at, place], caught: [] };
    }
    if (token?.kind !== "sign" && !token?.isFiller) return undefined;
  }
  return undefined;
}
