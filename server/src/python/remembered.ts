// Remembers answers that may depend on each other in circles, so that they are the same in whatever order they are asked for.
//
// What depends on itself is unknown while it is looked at. An answer that met such a hole below is kept only by the question
// that was asked first; the others are found again when they are asked for themselves.

/** Deeper chains of questions, and longer ones, are left unknown. */
const deepest = 60;
const most = 3000;

export class Remembered<K, V> {
  readonly #known = new Map<K, V | undefined>();
  /** Answers to whoever asks from outside, which are not used for other answers. */
  readonly #outer = new Map<K, V | undefined>();
  /** Answers with holes, kept for as long as the question from outside is being looked at. */
  readonly #during = new Map<K, V | undefined>();
  /** The questions that are being looked at, with their depth. */
  readonly #open = new Map<K, number>();
  #steps = 0;
  /** The depth of the outermost open question that an answer so far has run into. */
  #hole = Number.POSITIVE_INFINITY;

  get(key: K, find: () => V | undefined): V | undefined {
    if (this.#known.has(key)) return this.#known.get(key);
    const depth = this.#open.size;
    if (depth === 0) {
      if (this.#outer.has(key)) return this.#outer.get(key);
      this.#steps = 0;
      this.#during.clear();
      this.#hole = Number.POSITIVE_INFINITY;
    }
    if (this.#during.has(key)) {
      this.#hole = -1;
      return this.#during.get(key);
    }
    const openAt = this.#open.get(key);
    if (openAt !== undefined || depth > deepest || this.#steps++ > most) {
      this.#hole = Math.min(this.#hole, openAt ?? -1);
      return undefined;
    }
    const before = this.#hole;
    this.#hole = Number.POSITIVE_INFINITY;
    this.#open.set(key, depth);
    const found = find();
    this.#open.delete(key);
    // A hole at this very question is closed by its answer; one further out leaves the answer open.
    if (this.#hole >= depth) this.#known.set(key, found);
    else (depth === 0 ? this.#outer : this.#during).set(key, found);
    this.#hole = Math.min(before, this.#hole >= depth ? Number.POSITIVE_INFINITY : this.#hole);
    return found;
  }
}
