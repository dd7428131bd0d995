// Finds, among all the phrases of the catalogue, those that a clause could be saying.

import type { Phrase } from "./phrase.ts";
import { isCommonKey, withinMark } from "./phrase-keys.ts";
import type { Token } from "./tokens.ts";

interface Entry<T> {
  readonly phrase: Phrase;
  readonly value: T;
  /** What a clause must have beside the key that led here, the rarest first. */
  readonly others: readonly (readonly number[])[];
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
  readonly #added: { readonly phrase: Phrase; readonly value: T; readonly required: readonly (readonly number[])[] }[] =
    [];
  #byKey: Entry<T>[][] | undefined;
  readonly #anywhere: Entry<T>[] = [];
  /** By a key's number, the last look-up whose tokens had it. */
  readonly #had: number[] = [];
  #lookups = 0;

  add(phrase: Phrase, value: T): void {
    const required = phrase.required.map((set) => Array.from(set, (key) => this.#numberOf(key)));
    for (const set of required) for (const key of set) this.#counts[key] = (this.#counts[key] ?? 0) + 1;
    this.#added.push({ phrase, value, required });
    // What was built does not know of it.
    this.#byKey = undefined;
  }

  /** The phrases that the tokens have all words for, in whatever order; `matchPhrase` says whether they say them. */
  possible(tokens: readonly Token[]): readonly { phrase: Phrase; value: T }[] {
    const byKey = (this.#byKey ??= this.#built());
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
    const code = codeOf(tokens);
    if (code !== "") {
      for (const [within, number] of this.#within) {
        if (!code.includes(within)) continue;
        had[number] = lookup;
        keys.push(number);
      }
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

  /** Each phrase under those of its keys that fewest phrases have, so that a look-up comes across few. */
  #built(): Entry<T>[][] {
    const byKey: Entry<T>[][] = this.#counts.map(() => []);
    this.#anywhere.length = 0;
    for (const [place, { phrase, value, required }] of this.#added.entries()) {
      const [anchor, ...others] = required.toSorted((a, b) => this.#cost(a) - this.#cost(b));
      const entry = { phrase, value, others, place, seen: 0 };
      if (!anchor) this.#anywhere.push(entry);
      for (const key of new Set(anchor)) byKey[key]?.push(entry);
    }
    return byKey;
  }

  #cost(keys: readonly number[]): number {
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

/** What patterns of code are tried on, a piece a line. */
function codeOf(tokens: readonly Token[]): string {
  let code = "";
  for (const { kind, text, stem } of tokens)
    if (kind === "code" || kind === "path") code += stem === text ? `${text}\n` : `${text}\n${stem}\n`;
  return code.toLowerCase();
}

function hasAll(lists: readonly (readonly number[])[], had: readonly number[], lookup: number): boolean {
  for (const list of lists) if (!hasAny(list, had, lookup)) return false;
  return true;
}

function hasAny(list: readonly number[], had: readonly number[], lookup: number): boolean {
  for (const key of list) if (had[key] === lookup) return true;
  return false;
}
