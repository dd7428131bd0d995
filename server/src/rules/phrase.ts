// The notation in which rules say what a directive's words must be, and its compiler.
//
//   bare except            these words in this order, side by side; inflection and case do not matter
//   (log|record) message   one of several words or phrases
//   (the)? function        may be left out; articles and fillers ("the", "a", "please", "always") never count, and what a
//                          sentence says of number ("all", "any", "only") counts where the phrase names it
//   catch ... exception    up to five other words between
//   type hint & parameter  both, anywhere in the clause, in any order
//   magic number & !file   and not the other
//   `except:`  `*.pop`     inline code, with * for anything; matches bare words of the same spelling too, but not those
//                          of everyday English, such as `with`
//   #                      a number;  #line = a number followed by that unit
//   {name}                 one piece of inline code or one word that looks like code, caught under that name
//   @function              a group of words that mean the same, from rules/words.ts
//
// A phrase is compiled once; a clause is read once; matching is a walk over short lists of word stems.

import { backtickMarks, type Token, tokenise } from "./tokens.ts";
import { stem } from "./stem.ts";
import { unitName, wordGroups } from "./words.ts";

export interface Phrase {
  readonly source: string;
  readonly wanted: readonly Sequence[];
  readonly unwanted: readonly Sequence[];
  /** The rarest of `required`: a clause without any of these keys cannot match. Empty where any clause may. */
  readonly anchors: readonly string[];
  /** A clause must have a key of each of these sets; see `Token.keys`. */
  readonly required: readonly ReadonlySet<string>[];
}

export interface PhraseMatch {
  /** The indexes of the tokens that took part. */
  readonly covered: readonly number[];
  readonly caught: Readonly<Record<string, string>>;
}

type Item =
  | { readonly kind: "word"; readonly stem: string }
  | { readonly kind: "sign"; readonly text: string }
  | {
      readonly kind: "choice";
      readonly options: readonly Sequence[];
      readonly isOptional: boolean;
      /** A token without any of these keys begins none of the options; undefined where that cannot be told. */
      readonly heads: ReadonlySet<string> | undefined;
    }
  | { readonly kind: "gap" }
  | {
      readonly kind: "code";
      readonly pattern: RegExp;
      readonly bare: RegExp;
      readonly literal: string | undefined;
      readonly isCall: boolean;
      readonly edges: readonly string[];
    }
  | { readonly kind: "number"; readonly unit: string | undefined; readonly value?: number }
  | { readonly kind: "capture"; readonly name: string };

type Sequence = readonly Item[];

const gapWidth = 5;
/** Stand between words that belong together: "line length: 100", "(max. 5)", "type-hint". */
const passable = new Set([
  ":",
  "=",
  '"',
  "“",
  "”",
  "'",
  "(",
  ")",
  "-",
  "–",
  "/",
  "~",
  "≈",
  "*",
  "<",
  "≤",
  "<=",
  ">",
  "≥",
  ">=",
  "==",
  "[",
  "]",
  "→",
  "`",
  "+",
]);

/** Compiles a phrase; throws where its notation is wrong. */
export function compilePhrase(source: string): Phrase {
  const wanted: Sequence[] = [];
  const unwanted: Sequence[] = [];
  for (const part of splitOutside(source, "&")) {
    const text = part.trim();
    const sequence = readSequence(text.replace(/^!/, ""), source);
    if (!sequence.length) throw new Error(`The phrase "${source}" has an empty part.`);
    (text.startsWith("!") ? unwanted : wanted).push(sequence);
  }
  if (!wanted.length) throw new Error(`The phrase "${source}" only says what it is not.`);
  const keys = wanted.flat().flatMap(itemKeys);
  return { source, wanted, unwanted, anchors: anchorsOf(keys), required: keys.map((set) => new Set(set)) };
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

// --- reading the notation ---

function splitOutside(source: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let isCode = false;
  let from = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    if (char === "`") isCode = !isCode;
    else if (isCode) continue;
    else if (char === "(") depth++;
    else if (char === ")") depth--;
    else if (char === separator && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  if (depth !== 0 || isCode) throw new Error(`The phrase "${source}" has an unclosed bracket or back-tick.`);
  parts.push(source.slice(from));
  return parts;
}

function readSequence(text: string, source: string): Item[] {
  const items: Item[] = [];
  let at = 0;
  const fail = (): never => {
    throw new Error(`The phrase "${source}" cannot be read at "${text.slice(at)}".`);
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest);
    if (space) {
      at += space[0].length;
      continue;
    }
    if (rest.startsWith("...")) {
      items.push({ kind: "gap" });
      at += 3;
      continue;
    }
    if (rest.startsWith("(")) {
      const length = closingBracket(rest);
      const inner = rest.slice(1, length - 1);
      const isOptional = rest[length] === "?";
      const options = splitOutside(inner, "|").map((option) => readSequence(option, source));
      items.push(
        choice(
          options.filter((option) => option.length),
          isOptional,
        ),
      );
      at += length + (isOptional ? 1 : 0);
      continue;
    }
    const code = /^`([^`]+)`\??/.exec(rest);
    if (code) {
      items.push(optional(codeItem(code[1] ?? ""), code[0].endsWith("?")));
      at += code[0].length;
      continue;
    }
    const number = /^#([a-z%]+)?\??/.exec(rest);
    if (number) {
      const unit = number[1] === undefined ? undefined : unitName(number[1]);
      items.push(optional({ kind: "number", unit }, number[0].endsWith("?")));
      at += number[0].length;
      continue;
    }
    const capture = /^\{(\w+)\}\??/.exec(rest);
    if (capture) {
      items.push(optional({ kind: "capture", name: capture[1] ?? "" }, capture[0].endsWith("?")));
      at += capture[0].length;
      continue;
    }
    const group = /^@([\w-]+)\??/.exec(rest);
    if (group) {
      items.push(groupItem(group[1] ?? "", group[0].endsWith("?")));
      at += group[0].length;
      continue;
    }
    const word = /^[^\s()`{}@?]+/.exec(rest) ?? fail();
    const isOptional = rest[word[0].length] === "?";
    at += word[0].length + (isOptional ? 1 : 0);
    const words = wordItems(word[0]);
    if (isOptional) items.push(choice([words], true));
    else items.push(...words);
  }
  return items;
}

function optional(item: Item, isOptional: boolean): Item {
  return isOptional ? choice([[item]], true) : item;
}

function choice(options: readonly Sequence[], isOptional: boolean): Item {
  return { kind: "choice", options, isOptional, heads: headsOf(options) };
}

/** The keys that the first token of one of the sequences must have. */
function headsOf(sequences: readonly Sequence[]): ReadonlySet<string> | undefined {
  const heads = new Set<string>();
  for (const [first] of sequences) {
    const keys = first && headKeys(first);
    if (!keys) return undefined;
    for (const key of keys) heads.add(key);
  }
  return heads;
}

function headKeys(item: Item): Iterable<string> | undefined {
  if (item.kind === "choice") return item.isOptional ? undefined : item.heads;
  return item.kind === "sign" || item.kind === "gap" ? undefined : itemKeys(item)[0];
}

function closingBracket(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return at + 1;
  }
  return text.length;
}

const quantifiers = new Set(["all", "every", "each", "any"]);
const anyQuantifier: readonly Sequence[] = [...quantifiers].map((word) => [{ kind: "word", stem: word }]);
/** Fillers of a sentence that a phrase means when it names them. */
const telling = new Set(
  "only new own both very strictly explicitly consistently properly clearly carefully simply".split(" ").map(stem),
);

function wordItems(text: string): Item[] {
  const items: Item[] = [];
  for (const token of tokenise(text)) {
    if (token.kind === "sign") {
      if (!passable.has(token.text) || /[<≤>]/.test(token.text)) items.push({ kind: "sign", text: token.text });
    } else if (token.kind === "number") items.push({ kind: "number", unit: undefined, value: token.value });
    else if (token.kind === "word") {
      if (quantifiers.has(token.stem)) items.push(choice(anyQuantifier, false));
      else if (!token.isFiller || telling.has(token.stem)) items.push({ kind: "word", stem: token.stem });
    } else items.push(codeItem(token.text));
  }
  return items;
}

/** Keywords and builtins that are words of everyday English: only as inline code do they mean Python's. */
const everyday = new Set(
  "with global for in is not and or if else while try as from pass return raise class any all open list set map filter input id type next file format hash range round sum min max object property super vars iter case match".split(
    " ",
  ),
);

function codeItem(code: string): Item {
  const pattern = globSource(code);
  // `print()` is also met by `print`, and `print` by any call of it and by the bare word.
  const call = /^([\w.*]+)\(\)$/.exec(code)?.[1];
  const source = call === undefined ? pattern : `${pattern}|${globSource(call)}(?:\\(\\.\\.\\.\\))?`;
  // A name of small letters is met in any case; `Any` must not meet "any".
  const flags = /[A-Z]/.test(code) ? "s" : "is";
  return {
    kind: "code",
    pattern: new RegExp(`^(?:${source})$`, flags),
    bare: new RegExp(`^(?:${pattern})$`, flags),
    literal: everyday.has(code) ? undefined : /^[\w ]+$/.test(code) ? code : call,
    isCall: call !== undefined,
    edges: edgesOfPattern(code),
  };
}

/** The keys that a piece of code must have to fit the pattern: how it begins, or else how it ends. */
function edgesOfPattern(code: string): readonly string[] {
  const literal = code.replaceAll("\\*", "\u0000");
  const begin = /^[^*\u0000]{3}/.exec(literal.replace(/\(\)$/, "*"))?.[0];
  if (begin !== undefined) return [`^${begin.toLowerCase()}`];
  const end = /[^*\u0000]{3}$/.exec(literal)?.[0];
  return end === undefined || end.endsWith(")") ? ["{"] : [`$${end.toLowerCase()}`];
}

/** `*` stands for anything, `\\*` for a star. */
function globSource(code: string): string {
  const pieces = code.split(/(\\\*|\*)/);
  return pieces
    .map((piece) => {
      if (piece === "*") return ".*";
      return piece === "\\*" ? "\\*" : piece.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
    })
    .join("");
}

const readGroups = new Map<string, readonly Sequence[]>();

function groupItem(name: string, isOptional: boolean): Item {
  let options = readGroups.get(name);
  if (!options) {
    const phrases = Object.hasOwn(wordGroups, name) ? wordGroups[name] : undefined;
    if (!phrases) throw new Error(`There is no group of words "@${name}".`);
    options = phrases.map((phrase) => readSequence(phrase, phrase)).filter((sequence) => sequence.length > 0);
    readGroups.set(name, options);
  }
  return choice(options, isOptional);
}

// --- matching ---

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

// --- the index ---

/** Words that nearly every directive has: the worst choice for an anchor. */
const common = new Set(
  "use not no never test function file code write import name log for in to on with type add error class data run model api database async python create keep make service key avoid value return check"
    .split(" ")
    .map(stem),
);

function anchorsOf(keys: readonly (readonly string[])[]): string[] {
  const [first, ...others] = keys;
  if (!first) return [];
  return [...new Set(others.reduce((best, one) => (cost(one) < cost(best) ? one : best), first))];
}

function cost(keys: readonly string[]): number {
  return keys.reduce((sum, key) => sum + (key === "#" || key === "{" || common.has(key) ? 20 : 1), 0);
}

/** The sets of keys of which a clause must have one each. */
function itemKeys(item: Item): readonly (readonly string[])[] {
  switch (item.kind) {
    case "word":
      return [[item.stem]];
    case "code": {
      // What is more than a name can only be met by a piece of code.
      const token = item.literal === undefined ? undefined : tokenise(item.literal)[0];
      return token?.kind === "word" || token?.kind === "number" ? [token.keys.slice(0, 1)] : [item.edges];
    }
    case "number":
      return [["#"]];
    case "capture":
      return [["{"]];
    case "choice": {
      if (item.isOptional) return [];
      const all: string[] = [];
      for (const option of item.options) {
        const sets = option.flatMap(itemKeys);
        const [first, ...others] = sets;
        if (!first) return [];
        all.push(...others.reduce((best, one) => (cost(one) < cost(best) ? one : best), first));
      }
      return [all];
    }
    default:
      return [];
  }
}

/** Phrases by the words they cannot do without. */
export class PhraseIndex<T> {
  readonly #byKey = new Map<string, { phrase: Phrase; value: T }[]>();
  readonly #anywhere: { phrase: Phrase; value: T }[] = [];

  add(phrase: Phrase, value: T): void {
    const entry = { phrase, value };
    if (!phrase.anchors.length) this.#anywhere.push(entry);
    for (const key of phrase.anchors) {
      const entries = this.#byKey.get(key);
      if (entries) entries.push(entry);
      else this.#byKey.set(key, [entry]);
    }
  }

  /** The phrases that the tokens have all words for, in whatever order; `matchPhrase` says whether they say them. */
  possible(tokens: readonly Token[], accept: (value: T) => boolean): readonly { phrase: Phrase; value: T }[] {
    const keys = new Set<string>();
    for (const token of tokens) for (const key of token.keys) keys.add(key);
    const tried = new Set<{ phrase: Phrase; value: T }>(this.#anywhere);
    for (const key of keys) for (const entry of this.#byKey.get(key) ?? []) tried.add(entry);
    return [...tried].filter(({ phrase, value }) => accept(value) && phrase.required.every((set) => meets(set, keys)));
  }
}

function meets(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const key of small) if (large.has(key)) return true;
  return false;
}

/** A phrase tried against a plain sentence, its code in back-ticks: for tests of rules. */
export function says(phrase: string, sentence: string): boolean {
  return matchPhrase(compilePhrase(phrase), tokenise(sentence, backtickMarks(sentence))) !== undefined;
}
