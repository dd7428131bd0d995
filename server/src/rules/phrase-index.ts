// Finds, among all the phrases of the catalogue, those that a clause could be saying.

import type { Phrase } from "./phrase.ts";
import type { Token } from "./tokens.ts";

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
