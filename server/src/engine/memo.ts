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
    const shell: Shell = {
      revision: () => this.#revision,
      track: (reads, work) => {
        this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
        this.#reading.push(reads);
        try {
          return work();
        } finally {
          this.#reading.pop();
        }
      },
    };
    const held: DerivedCell<T>[] = [];
    this.#sweeps.push((before) => {
      for (const [key, cell] of cells) if (cell.verifiedAt < before) cells.delete(key);
    });
    return (key) => {
      let cell = cells.get(key);
      if (!cell) {
        cell = new DerivedCell(() => compute(key), options.equal ?? Object.is, shell, `${name}(${key})`);
        cells.set(key, cell);
      }
      this.#read(cell);
      const value = cell.value();
      if (options.keep !== undefined && held.at(-1) !== cell) {
        const at = held.indexOf(cell);
        if (at >= 0) held.splice(at, 1);
        held.push(cell);
        if (held.length > options.keep) held.shift()?.letGo();
      }
      return value;
    };
  }

  #read(cell: Cell): void {
    this.#reading.at(-1)?.add(cell);
  }
}

/** What a derived cell needs of its memo. */
interface Shell {
  revision(): number;
  track<T>(reads: Set<Cell>, work: () => T): T;
}

class DerivedCell<T> implements Cell {
  readonly #compute: () => T;
  readonly #equal: (a: T, b: T) => boolean;
  readonly #shell: Shell;
  readonly #name: string;
  #held: { readonly value: T } | undefined;
  #known = false;
  #reads: Set<Cell> = new Set();
  verifiedAt = 0;
  #busy = false;
  changedAt = 0;

  constructor(compute: () => T, equal: (a: T, b: T) => boolean, shell: Shell, name: string) {
    this.#compute = compute;
    this.#equal = equal;
    this.#shell = shell;
    this.#name = name;
  }

  value(): T {
    this.refresh();
    // Let go but still valid: computed again, and unchanged for all that depends on it.
    this.#held ??= { value: this.#computed() };
    return this.#held.value;
  }

  refresh(): void {
    const revision = this.#shell.revision();
    if (this.verifiedAt === revision) return;
    if (this.#known && !this.#isStale()) {
      this.verifiedAt = revision;
      return;
    }
    const value = this.#computed();
    // An equal value keeps its old identity, so that callers see the same object.
    if (!this.#held || !this.#equal(this.#held.value, value)) {
      this.#held = { value };
      this.changedAt = revision;
    }
    this.#known = true;
    this.verifiedAt = revision;
  }

  /** Forgets the value but not what it came from, so that what depends on it stays valid. */
  letGo(): void {
    if (!this.#busy) this.#held = undefined;
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
    if (this.#busy) throw new Error(`${this.#name} depends on itself`);
    this.#busy = true;
    const reads = new Set<Cell>();
    try {
      const value = this.#shell.track(reads, this.#compute);
      this.#reads = reads;
      return value;
    } finally {
      this.#busy = false;
    }
  }
}
