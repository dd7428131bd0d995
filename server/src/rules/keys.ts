// What phrases and the tokens of clauses are compared by: the same word has the same number everywhere.

const numbers = new Map<string, number>();
const texts: string[] = [];

export function keyOf(text: string): number {
  let key = numbers.get(text);
  if (key === undefined) {
    numbers.set(text, (key = texts.length));
    texts.push(text);
  }
  return key;
}

export function textOfKey(key: number): string {
  return texts[key] ?? "";
}

/** A set of keys, a bit for each, so that asking is cheap: it is done hundreds of times for every directive. */
export type KeySet = Uint32Array;

export function keySetOf(keys: readonly number[]): KeySet {
  const set = new Uint32Array((Math.max(0, ...keys) >>> 5) + 1);
  for (const key of keys) set[key >>> 5] = (set[key >>> 5] ?? 0) | (1 << (key & 31));
  return set;
}

/** True where one of the keys is in the set. */
export function hasKey(set: KeySet, keys: readonly number[]): boolean {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    if (((set[key >>> 5] ?? 0) & (1 << (key & 31))) !== 0) return true;
  }
  return false;
}
