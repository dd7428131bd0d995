// Finds, among all the phrases of the catalogue, those that a clause could be saying.

import type { Phrase } from "./phrase.ts";
import { isCommonKey, withinMark } from "./phrase-keys.ts";
import type { Token } from "./tokens.ts";

/** Keys of which a clause must have one; many phrases share them, so each look-up asks once. */
interface KeySet {
  readonly keys: readonly number[];
  /** The last look-up that asked, and whether its tokens had one of them. */
  asked: number;
  isMet: boolean;
}

interface Entry<T> {
  readonly phrase: Phrase;
  readonly value: T;
  /** What a clause must have beside the key that led here, the rarest first. */
  readonly others: readonly KeySet[];
  /** Its place among all, so that what is found comes in the catalogue's order. */
  readonly place: number;
  /** The last look-up that came across it. */
  seen: number;
}

/** Phrases by the words they cannot do without. */
export class PhraseIndex<T> {
  /** Every key of a phrase has a number, so that a look-up compares numbers. */
  readonly #numbers = new Map<string, number>();
  /** Keys that are looked for within the clause's code. */
  readonly #within: (readonly [text: string, number: number])[] = [];
  /** By a key's number, in how many sets of keys it is. */
  readonly #counts: number[] = [];
  readonly #added: { readonly phrase: Phrase; readonly value: T; readonly required: readonly KeySet[] }[] = [];
  readonly #sets = new Map<string, KeySet>();
  #byKey: Entry<T>[][] | undefined;
  readonly #anywhere: Entry<T>[] = [];
  /** By a key's number, the last look-up whose tokens had it. */
  readonly #had: number[] = [];
  #lookups = 0;
  /** By a piece of code, the keys that are found within it; the same few names come again and again. */
  readonly #insides = new Map<string, readonly number[]>();

  add(phrase: Phrase, value: T): void {
    const required = phrase.required.map((set) => this.#setOf(Array.from(set, (key) => this.#numberOf(key))));
    for (const { keys } of required) for (const key of keys) this.#counts[key] = (this.#counts[key] ?? 0) + 1;
    this.#added.push({ phrase, value, required });
    // What was built and found does not know of it.
    this.#byKey = undefined;
    this.#insides.clear();
  }

  /** The phrases that the tokens have all words for, in whatever order; `matchPhrase` says whether they say them. */
  possible(tokens: readonly Token[]): readonly { phrase: Phrase; value: T }[] {
    const byKey = (this.#byKey ??= this.#built());
    const lookup = ++this.#lookups;
    const had = this.#had;
    const keys: number[] = [];
    const have = (number: number): void => {
      if (had[number] === lookup) return;
      had[number] = lookup;
      keys.push(number);
    };
    for (const token of tokens) {
      for (const key of token.keys) {
        const number = this.#numbers.get(key);
        if (number !== undefined) have(number);
      }
      if (token.kind === "code" || token.kind === "path") for (const number of this.#keysWithin(token)) have(number);
    }
    const found: Entry<T>[] = [];
    const look = (entries: readonly Entry<T>[]): void => {
      for (const entry of entries) {
        if (entry.seen === lookup) continue;
        entry.seen = lookup;
        if (hasAll(entry.others, had, lookup)) found.push(entry);
      }
    };
    look(this.#anywhere);
    for (const key of keys) look(byKey[key] ?? []);
    return found.toSorted((a, b) => a.place - b.place);
  }

  #keysWithin({ text, stem }: Token): readonly number[] {
    let found = this.#insides.get(text);
    if (!found) {
      const code = `${text}\n${stem}`.toLowerCase();
      found = this.#within.filter(([within]) => code.includes(within)).map(([, number]) => number);
      if (this.#insides.size >= mostInsides) this.#insides.clear();
      this.#insides.set(text, found);
    }
    return found;
  }

  /** Each phrase under those of its keys that fewest phrases have, so that a look-up comes across few. */
  #built(): Entry<T>[][] {
    const byKey: Entry<T>[][] = this.#counts.map(() => []);
    this.#anywhere.length = 0;
    for (const [place, { phrase, value, required }] of this.#added.entries()) {
      const [anchor, ...others] = required.toSorted((a, b) => this.#cost(a) - this.#cost(b));
      const entry = { phrase, value, others, place, seen: 0 };
      if (!anchor) this.#anywhere.push(entry);
      for (const key of anchor?.keys ?? []) byKey[key]?.push(entry);
    }
    return byKey;
  }

  #setOf(keys: readonly number[]): KeySet {
    const name = keys.join(" ");
    let set = this.#sets.get(name);
    if (!set) this.#sets.set(name, (set = { keys, asked: 0, isMet: false }));
    return set;
  }

  #cost({ keys }: KeySet): number {
    return keys.reduce((sum, key) => sum + (this.#counts[key] ?? 0), 0);
  }

  #numberOf(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      this.#numbers.set(key, (number = this.#counts.length));
      // What many sentences have counts for many phrases.
      this.#counts.push(isCommonKey(key) ? 400 : 0);
      this.#had.push(0);
      if (key.startsWith(withinMark)) this.#within.push([key.slice(withinMark.length), number]);
    }
    return number;
  }
}

const mostInsides = 5_000;

function hasAll(sets: readonly KeySet[], had: readonly number[], lookup: number): boolean {
  for (const set of sets) {
    if (set.asked !== lookup) {
      set.asked = lookup;
      set.isMet = hasAny(set.keys, had, lookup);
    }
    if (!set.isMet) return false;
  }
  return true;
}

function hasAny(keys: readonly number[], had: readonly number[], lookup: number): boolean {
  for (const key of keys) if (had[key] === lookup) return true;
  return false;
}
