// Remembers what was computed from what: inputs that change, and derived values that are computed again only when
// something they read has changed. It knows nothing of Python or guides.

/** What a derived value can depend on. */
interface Cell {
  /** Brings the value up to date. */
  refresh(): void;
  /** The revision in which the value last became another one. */
  readonly changedAt: number;
}

export interface Input<T> {
  get(key: string): T;
  /** Gives the input another value; one that equals the present value changes nothing. */
  set(key: string, value: T): void;
  /** Asks the source again for a value that was read before; true where it has become another one. */
  reload(key: string): boolean;
  /** The keys that were read or set. */
  keys(): Iterable<string>;
}

export interface Derived<T> {
  (key: string): T;
}

export interface DerivedOptions<T> {
  /** Equal values count as unchanged, so that nothing after them is computed again. */
  readonly equal?: (a: T, b: T) => boolean;
  /** How many values to hold; older ones are let go and computed again when asked for. All of them by default. */
  readonly keep?: number;
}

export class Memo {
  #revision = 1;
  /** The reads of the computation under way, innermost last. */
  readonly #reading: Set<Cell>[] = [];
  readonly #counts = new Map<string, number>();
  readonly #sweeps: ((before: number) => void)[] = [];

  /** Grows with every change of an input. */
  get revision(): number {
    return this.#revision;
  }

  /**
   * Forgets derived values that nobody has asked for in so many changes. What still depends on one keeps it alive; asked for
   * again, it is computed again.
   */
  sweep(changes: number): void {
    for (const sweep of this.#sweeps) sweep(this.#revision - changes);
  }

  /** How often each derived value was computed, by name: for tests and benchmarks. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  input<T>(load: (key: string) => T, equal: (a: T, b: T) => boolean = Object.is): Input<T> {
    const cells = new Map<string, { value: T; changedAt: number; refresh(): void }>();
    const cellOf = (key: string) => {
      let cell = cells.get(key);
      if (!cell) {
        cell = { value: load(key), changedAt: this.#revision, refresh() {} };
        cells.set(key, cell);
      }
      return cell;
    };
    const set = (key: string, value: T): boolean => {
      const cell = cells.get(key);
      if (!cell) {
        // Nothing has read it, so nothing can be out of date.
        cells.set(key, { value, changedAt: this.#revision, refresh() {} });
        return true;
      }
      if (equal(cell.value, value)) return false;
      cell.value = value;
      cell.changedAt = ++this.#revision;
      return true;
    };
    return {
      get: (key) => {
        const cell = cellOf(key);
        this.#read(cell);
        return cell.value;
      },
      set: (key, value) => void set(key, value),
      reload: (key) => cells.has(key) && set(key, load(key)),
      keys: () => cells.keys(),
    };
  }

  derived<T>(name: string, compute: (key: string) => T, options: DerivedOptions<T> = {}): Derived<T> {
    const cells = new Map<string, DerivedCell<T>>();
    const shell: Shell<T> = {
      name,
      equal: options.equal ?? Object.is,
      revision: () => this.#revision,
      track: (reads, key) => {
        this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
        this.#reading.push(reads);
        try {
          return compute(key);
        } finally {
          this.#reading.pop();
        }
      },
    };
    /** In the order of use, the oldest first. */
    const held = new Set<DerivedCell<T>>();
    let latest: DerivedCell<T> | undefined;
    this.#sweeps.push((before) => {
      for (const [key, cell] of cells) if (cell.verifiedAt < before) cells.delete(key);
    });
    return (key) => {
      let cell = cells.get(key);
      if (!cell) {
        cell = new DerivedCell(key, shell);
        cells.set(key, cell);
      }
      this.#read(cell);
      const value = cell.value();
      if (options.keep !== undefined && latest !== cell) {
        latest = cell;
        held.delete(cell);
        held.add(cell);
        if (held.size > options.keep) {
          const [oldest] = held;
          if (oldest) held.delete(oldest);
          oldest?.letGo();
        }
      }
      return value;
    };
  }

  #read(cell: Cell): void {
    this.#reading.at(-1)?.add(cell);
  }
}

/** What all cells of one derived value share. */
interface Shell<T> {
  readonly name: string;
  readonly equal: (a: T, b: T) => boolean;
  revision(): number;
  track(reads: Set<Cell>, key: string): T;
}

const noCells: readonly Cell[] = [];

/** There are hundreds of thousands of these, so a cell holds no more than it must. */
class DerivedCell<T> implements Cell {
  readonly #shell: Shell<T>;
  readonly #key: string;
  #value: T | undefined;
  #isHeld = false;
  #isKnown = false;
  #isBusy = false;
  #reads: readonly Cell[] = noCells;
  verifiedAt = 0;
  changedAt = 0;

  constructor(key: string, shell: Shell<T>) {
    this.#key = key;
    this.#shell = shell;
  }

  value(): T {
    this.refresh();
    // Let go but still valid: computed again, and unchanged for all that depends on it.
    if (!this.#isHeld) this.#hold(this.#computed());
    return this.#value as T;
  }

  refresh(): void {
    const revision = this.#shell.revision();
    if (this.verifiedAt === revision) return;
    if (this.#isKnown && !this.#isStale()) {
      this.verifiedAt = revision;
      return;
    }
    const value = this.#computed();
    // An equal value keeps its old identity, so that callers see the same object.
    if (!this.#isHeld || !this.#shell.equal(this.#value as T, value)) {
      this.#hold(value);
      this.changedAt = revision;
    }
    this.#isKnown = true;
    this.verifiedAt = revision;
  }

  /** Forgets the value but not what it came from, so that what depends on it stays valid. */
  letGo(): void {
    if (this.#isBusy) return;
    this.#value = undefined;
    this.#isHeld = false;
  }

  #hold(value: T): void {
    this.#value = value;
    this.#isHeld = true;
  }

  /** In order of reading: what was read later was perhaps read only because of what came before. */
  #isStale(): boolean {
    for (const cell of this.#reads) {
      try {
        cell.refresh();
      } catch {
        // Perhaps it will not be read this time; if it is, the computation meets the error itself.
        return true;
      }
      if (cell.changedAt > this.verifiedAt) return true;
    }
    return false;
  }

  #computed(): T {
    if (this.#isBusy) throw new Error(`${this.#shell.name}(${this.#key}) depends on itself`);
    this.#isBusy = true;
    const reads = new Set<Cell>();
    try {
      const value = this.#shell.track(reads, this.#key);
      this.#reads = [...reads];
      return value;
    } finally {
      this.#isBusy = false;
    }
  }
}
