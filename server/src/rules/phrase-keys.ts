// The words that a phrase cannot do without, so that a clause is only compared with phrases that it has all words for.

import { type KeySet, keyOf, keySetOf } from "./keys.ts";
import type { Item, Sequence } from "./phrase-items.ts";
import { stem } from "./stem.ts";
import { codeKey, numberKey, tokenise } from "./tokens.ts";
import { spellingsOfUnit } from "./words.ts";

/** The keys that the first token of one of the sequences must have. */
export function headsOf(sequences: readonly Sequence[]): KeySet | undefined {
  const heads = headKeysOf(sequences);
  return heads && keySetOf(heads);
}

/** Of a group of many words a token can begin but one or two, which stay in their order. */
export function optionsByHead(options: readonly Sequence[]): ReadonlyMap<number, readonly Sequence[]> | undefined {
  const byHead = new Map<number, Sequence[]>();
  for (const option of options) {
    const heads = headKeysOf([option]);
    if (!heads) return undefined;
    for (const head of new Set(heads)) {
      const known = byHead.get(head);
      if (known) known.push(option);
      else byHead.set(head, [option]);
    }
  }
  return byHead;
}

function headKeysOf(sequences: readonly Sequence[]): readonly number[] | undefined {
  const heads: number[] = [];
  for (const [first] of sequences) {
    const keys = first && headKeys(first);
    if (!keys) return undefined;
    heads.push(...keys);
  }
  return heads;
}

function headKeys(item: Item): readonly number[] | undefined {
  if (item.kind === "choice") return item.isOptional ? undefined : headKeysOf(item.options);
  if (item.kind === "code") return codeKeys(item);
  return item.kind === "sign" || item.kind === "gap" ? undefined : itemKeys(item)[0];
}

/** Words that nearly every directive has: the worst choice for an anchor. */
const common = new Set(
  "use not no never test function file code write import name log for in to on with type add error class data run model api database async python create keep make service key avoid value return check"
    .split(" ")
    .map((word) => keyOf(stem(word))),
);

/** Says little of a clause that has it: a number, a piece of code, an everyday word. */
export function isCommonKey(key: number): boolean {
  return key === numberKey || key === codeKey || common.has(key);
}

function cost(keys: readonly number[]): number {
  return keys.reduce((sum, key) => sum + (isCommonKey(key) ? 20 : 1), 0);
}

/** The sets of keys of which a clause must have one each. */
export function itemKeys(item: Item): readonly (readonly number[])[] {
  switch (item.kind) {
    case "word":
      return [[keyOf(item.stem)]];
    case "code":
      return [item.within === undefined ? codeKeys(item) : [keyOf(`${withinMark}${item.within}`)]];
    case "number":
      return item.unit === undefined ? [[numberKey]] : [[numberKey], unitKeys(item.unit)];
    case "capture":
      return [[codeKey]];
    case "choice": {
      let keys = keysOfChoices.get(item);
      if (!keys) keysOfChoices.set(item, (keys = choiceKeys(item)));
      return keys;
    }
    default:
      return [];
  }
}

/** Begins a key that no token has: some piece of code in the clause must hold what follows. */
export const withinMark = "~";

function unitKeys(unit: string): readonly number[] {
  return spellingsOfUnit(unit).map((spelling) => keyOf(stem(spelling)));
}

/** What is more than a name can only be met by a piece of code. */
function codeKeys({ literal, edges }: Extract<Item, { kind: "code" }>): readonly number[] {
  const token = literal === undefined || literal.includes(" ") ? undefined : tokenise(literal)[0];
  return token?.kind === "word" || token?.kind === "number" ? token.keys.slice(0, 1) : edges;
}

/** Groups of words are shared by many phrases. */
const keysOfChoices = new WeakMap<Item, readonly (readonly number[])[]>();

function choiceKeys({ options, isOptional }: Extract<Item, { kind: "choice" }>): readonly (readonly number[])[] {
  if (isOptional) return [];
  const all: number[] = [];
  for (const option of options) {
    const [first, ...others] = option.flatMap(itemKeys);
    if (!first) return [];
    all.push(...others.reduce((best, one) => (cost(one) < cost(best) ? one : best), first));
  }
  return [all];
}
