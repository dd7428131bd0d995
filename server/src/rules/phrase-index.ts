// Finds, among all the phrases of the catalogue, those that a clause could be saying.

import type { Phrase } from "./phrase.ts";
import type { Token } from "./tokens.ts";

interface Entry<T> {
  readonly phrase: Phrase;
  readonly value: T;
  /** What a clause must have beside the anchor that led here, the shortest list first. */
  readonly others: readonly (readonly number[])[];
  /** The last look-up that came across it. */
  seen: number;
}

/** Phrases by the words they cannot do without. */
export class PhraseIndex<T> {
  /** Every key of a phrase has a number, so that a look-up compares numbers. */
  readonly #numbers = new Map<string, number>();
  readonly #byKey: Entry<T>[][] = [];
  readonly #anywhere: Entry<T>[] = [];
  /** By a key's number, the last look-up whose tokens had it. */
  readonly #had: number[] = [];
  #lookups = 0;

  add(phrase: Phrase, value: T): void {
    const { anchors, required } = phrase;
    const isAnchor = (set: ReadonlySet<string>) => set.size === anchors.length && anchors.every((key) => set.has(key));
    const others = required
      .filter((set) => !isAnchor(set))
      .map((set) => Array.from(set, (key) => this.#numberOf(key)))
      .toSorted((a, b) => a.length - b.length);
    const entry = { phrase, value, others, seen: 0 };
    if (!anchors.length) this.#anywhere.push(entry);
    for (const key of anchors) this.#byKey[this.#numberOf(key)]?.push(entry);
  }

  /** The phrases that the tokens have all words for, in whatever order; `matchPhrase` says whether they say them. */
  possible(tokens: readonly Token[], accept: (value: T) => boolean): readonly { phrase: Phrase; value: T }[] {
    const lookup = ++this.#lookups;
    const had = this.#had;
    const keys: number[] = [];
    for (const token of tokens) {
      for (const key of token.keys) {
        const number = this.#numbers.get(key);
        if (number === undefined || had[number] === lookup) continue;
        had[number] = lookup;
        keys.push(number);
      }
    }
    const found: Entry<T>[] = [];
    const look = (entries: readonly Entry<T>[]): void => {
      for (const entry of entries) {
        if (entry.seen === lookup) continue;
        entry.seen = lookup;
        if (hasAll(entry.others, had, lookup) && accept(entry.value)) found.push(entry);
      }
    };
    look(this.#anywhere);
    for (const key of keys) look(this.#byKey[key] ?? []);
    return found;
  }

  #numberOf(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      this.#numbers.set(key, (number = this.#byKey.length));
      this.#byKey.push([]);
      this.#had.push(0);
    }
    return number;
  }
}

function hasAll(lists: readonly (readonly number[])[], had: readonly number[], lookup: number): boolean {
  for (const list of lists) if (!hasAny(list, had, lookup)) return false;
  return true;
}

function hasAny(list: readonly number[], had: readonly number[], lookup: number): boolean {
  for (const key of list) if (had[key] === lookup) return true;
  return false;
}
