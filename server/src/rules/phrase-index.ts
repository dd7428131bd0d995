// Finds, among all the phrases of the catalogue, those that a clause could be saying.

import type { Phrase } from "./phrase.ts";
import type { Token } from "./tokens.ts";

interface Entry<T> {
  readonly phrase: Phrase;
  readonly value: T;
  /** What a clause must have beside the anchor that led here, the rarest first. */
  readonly others: readonly ReadonlySet<string>[];
  /** The last look-up that came across it. */
  seen: number;
}

/** Phrases by the words they cannot do without. */
export class PhraseIndex<T> {
  readonly #byKey = new Map<string, Entry<T>[]>();
  readonly #anywhere: Entry<T>[] = [];
  #lookups = 0;

  add(phrase: Phrase, value: T): void {
    const { anchors, required } = phrase;
    const isAnchor = (set: ReadonlySet<string>) => set.size === anchors.length && anchors.every((key) => set.has(key));
    const others = required.filter((set) => !isAnchor(set)).toSorted((a, b) => a.size - b.size);
    const entry = { phrase, value, others, seen: 0 };
    if (!anchors.length) this.#anywhere.push(entry);
    for (const key of anchors) {
      const entries = this.#byKey.get(key);
      if (entries) entries.push(entry);
      else this.#byKey.set(key, [entry]);
    }
  }

  /** The phrases that the tokens have all words for, in whatever order; `matchPhrase` says whether they say them. */
  possible(tokens: readonly Token[], accept: (value: T) => boolean): readonly { phrase: Phrase; value: T }[] {
    const keys = new Set<string>();
    for (const token of tokens) for (const key of token.keys) keys.add(key);
    const found: Entry<T>[] = [];
    const lookup = ++this.#lookups;
    const look = (entries: readonly Entry<T>[]): void => {
      for (const entry of entries) {
        if (entry.seen === lookup) continue;
        entry.seen = lookup;
        if (accept(entry.value) && entry.others.every((set) => meets(set, keys))) found.push(entry);
      }
    };
    look(this.#anywhere);
    for (const key of keys) {
      const entries = this.#byKey.get(key);
      if (entries) look(entries);
    }
    return found;
  }
}

function meets(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const key of small) if (large.has(key)) return true;
  return false;
}
