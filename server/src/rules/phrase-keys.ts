// The words that a phrase cannot do without, so that a clause is only compared with phrases that it has all words for.

import type { Item, Sequence } from "./phrase-items.ts";
import { stem } from "./stem.ts";
import { tokenise } from "./tokens.ts";

/** The keys that the first token of one of the sequences must have. */
export function headsOf(sequences: readonly Sequence[]): ReadonlySet<string> | undefined {
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
  if (item.kind === "code") return codeKeys(item);
  return item.kind === "sign" || item.kind === "gap" ? undefined : itemKeys(item)[0];
}

/** Words that nearly every directive has: the worst choice for an anchor. */
const common = new Set(
  "use not no never test function file code write import name log for in to on with type add error class data run model api database async python create keep make service key avoid value return check"
    .split(" ")
    .map(stem),
);

/** Says little of a clause that has it: a number, a piece of code, an everyday word. */
export function isCommonKey(key: string): boolean {
  return key === "#" || key === "{" || common.has(key);
}

function cost(keys: readonly string[]): number {
  return keys.reduce((sum, key) => sum + (isCommonKey(key) ? 20 : 1), 0);
}

/** The sets of keys of which a clause must have one each. */
export function itemKeys(item: Item): readonly (readonly string[])[] {
  switch (item.kind) {
    case "word":
      return [[item.stem]];
    case "code":
      return [item.within === undefined ? codeKeys(item) : [`${withinMark}${item.within}`]];
    case "number":
      return [["#"]];
    case "capture":
      return [["{"]];
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

/** What is more than a name can only be met by a piece of code. */
function codeKeys({ literal, edges }: Extract<Item, { kind: "code" }>): readonly string[] {
  const token = literal === undefined ? undefined : tokenise(literal)[0];
  return token?.kind === "word" || token?.kind === "number" ? token.keys.slice(0, 1) : edges;
}

/** Groups of words are shared by many phrases. */
const keysOfChoices = new WeakMap<Item, readonly (readonly string[])[]>();

function choiceKeys({ options, isOptional }: Extract<Item, { kind: "choice" }>): readonly (readonly string[])[] {
  if (isOptional) return [];
  const all: string[] = [];
  for (const option of options) {
    const [first, ...others] = option.flatMap(itemKeys);
    if (!first) return [];
    all.push(...others.reduce((best, one) => (cost(one) < cost(best) ? one : best), first));
  }
  return [all];
}
