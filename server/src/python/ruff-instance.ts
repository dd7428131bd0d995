// One running instance of ruff's WebAssembly: the calls it exports, and what it asks of JavaScript.
//
// The package's own loader compiles when it is imported and keeps one instance for ever. Ours makes instances from a module
// that is compiled once, since an instance that has thrown is of no more use, and since memory never shrinks.

export interface RuffDiagnostic {
  readonly code: string | null;
  readonly message: string;
  readonly start_location: RuffLocation;
  readonly end_location: RuffLocation;
  readonly fix: {
    readonly message: string | null;
    readonly edits: readonly {
      readonly content: string | null;
      readonly location: RuffLocation;
      readonly end_location: RuffLocation;
    }[];
  } | null;
}

/** Both from one. */
export interface RuffLocation {
  readonly row: number;
  readonly column: number;
}

const utf16 = 1;

export class RuffInstance {
  readonly #exports: Exports;
  readonly #memory: Memory;
  #panic: string | undefined;

  constructor(module: WebAssembly.Module) {
    const state: { exports?: Exports; memory?: Memory } = {};
    const imports = importsOf(module, state, (message) => (this.#panic ??= message));
    this.#exports = new WebAssembly.Instance(module, imports).exports as unknown as Exports;
    this.#memory = new Memory(this.#exports);
    state.exports = this.#exports;
    state.memory = this.#memory;
    this.#exports.__wbindgen_start();
  }

  /** The address of a linter with these settings; throws with ruff's words where it does not take them. */
  open(settings: unknown): number {
    const [address, error, failed] = this.#exports.workspace_new(settings, utf16);
    if (failed) throw this.#memory.take(error);
    return address;
  }

  check(address: number, text: string): readonly RuffDiagnostic[] {
    const { start, length } = this.#memory.write(text);
    const [result, error, failed] = this.#exports.workspace_check(address, start, length);
    if (failed) throw this.#memory.take(error);
    return this.#memory.take(result) as readonly RuffDiagnostic[];
  }

  /** The text as ruff's formatter writes it; throws where it cannot be parsed. */
  format(address: number, text: string): string {
    const { start, length } = this.#memory.write(text);
    const [at, size, error, failed] = this.#exports.workspace_format(address, start, length);
    if (failed) throw this.#memory.take(error);
    const formatted = this.#memory.read(at, size);
    this.#exports.__wbindgen_free(at, size, 1);
    return formatted;
  }

  close(address: number): void {
    this.#exports.__wbg_workspace_free(address, 0);
  }

  get bytes(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  /** What a panic said before it threw. */
  get panic(): string | undefined {
    return this.#panic;
  }
}

type Result = readonly [value: number, error: number, failed: number];

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(size: number, alignment: number): number;
  __wbindgen_realloc(start: number, before: number, after: number, alignment: number): number;
  __wbindgen_free(start: number, length: number, alignment: number): void;
  __wbindgen_exn_store(index: number): void;
  __externref_table_alloc(): number;
  __externref_table_dealloc(index: number): void;
  __wbg_workspace_free(address: number, all: number): void;
  workspace_new(settings: unknown, encoding: number): Result;
  workspace_check(address: number, start: number, length: number): Result;
  workspace_format(
    address: number,
    start: number,
    length: number,
  ): readonly [start: number, length: number, error: number, failed: number];
}

/** Strings and values that cross the border. */
class Memory {
  readonly #exports: Exports;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #bytes = new Uint8Array();
  #view = new DataView(new ArrayBuffer(0));

  constructor(exports: Exports) {
    this.#exports = exports;
  }

  write(text: string): { readonly start: number; readonly length: number } {
    const encoded = this.#encoder.encode(text);
    const start = this.#exports.__wbindgen_malloc(encoded.length, 1) >>> 0;
    this.#current().set(encoded, start);
    return { start, length: encoded.length };
  }

  read(start: number, length: number): string {
    return this.#decoder.decode(this.#current().subarray(start >>> 0, (start >>> 0) + length));
  }

  slice(start: number, length: number): Uint8Array {
    return this.#current().subarray(start >>> 0, (start >>> 0) + length);
  }

  /** Writes a string and leaves its place and length at an address. */
  writeAt(address: number, text: string | undefined): void {
    const { start, length } = text === undefined ? { start: 0, length: 0 } : this.write(text);
    this.view.setInt32(address + 4, length, true);
    this.view.setInt32(address, start, true);
  }

  get view(): DataView {
    this.#current();
    return this.#view;
  }

  take(index: number): unknown {
    const value: unknown = this.#exports.__wbindgen_externrefs.get(index);
    this.#exports.__externref_table_dealloc(index);
    return value;
  }

  keep(value: unknown): number {
    const index = this.#exports.__externref_table_alloc();
    this.#exports.__wbindgen_externrefs.set(index, value);
    return index;
  }

  /** Growing the memory detaches the buffer that was read before. */
  #current(): Uint8Array {
    const { buffer } = this.#exports.memory;
    if (this.#bytes.buffer !== buffer) {
      this.#bytes = new Uint8Array(buffer);
      this.#view = new DataView(buffer);
    }
    return this.#bytes;
  }
}

// Values that cross the border are of any type; ruff's Rust side knows which.
// oxlint-disable-next-line typescript/no-explicit-any
type Value = any;
type Import = (...values: Value[]) => unknown;

function importsOf(
  module: WebAssembly.Module,
  state: { readonly exports?: Exports; readonly memory?: Memory },
  onPanic: (message: string) => void,
): WebAssembly.Imports {
  const memory = () => state.memory as Memory;
  const exports = () => state.exports as Exports;
  const guarded =
    (call: Import): Import =>
    (...values) => {
      try {
        return call(...values);
      } catch (error) {
        exports().__wbindgen_exn_store(memory().keep(error));
        return undefined;
      }
    };
  const ignore = () => undefined;

  /** By name without the hash that the generator appends. */
  const byName: Readonly<Record<string, Import>> = {
    Error: (start, length) => new Error(memory().read(start, length)),
    Number: (value) => Number(value),
    String: (at, value) => memory().writeAt(at, String(value)),
    __wbindgen_bigint_get_as_i64: (at, value) => {
      const isBigint = typeof value === "bigint";
      memory().view.setBigInt64(at + 8, isBigint ? value : 0n, true);
      memory().view.setInt32(at, isBigint ? 1 : 0, true);
    },
    __wbindgen_boolean_get: (value) => (typeof value === "boolean" ? Number(value) : 0xffffff),
    __wbindgen_debug_string: (at, value) => memory().writeAt(at, debugText(value)),
    __wbindgen_in: (key, target) => key in target,
    __wbindgen_is_bigint: (value) => typeof value === "bigint",
    __wbindgen_is_function: (value) => typeof value === "function",
    __wbindgen_is_object: (value) => typeof value === "object" && value !== null,
    __wbindgen_is_string: (value) => typeof value === "string",
    __wbindgen_is_undefined: (value) => value === undefined,
    __wbindgen_jsval_eq: (a, b) => a === b,
    __wbindgen_jsval_loose_eq: (a, b) => a == b,
    __wbindgen_number_get: (at, value) => {
      const isNumber = typeof value === "number";
      memory().view.setFloat64(at + 8, isNumber ? value : 0, true);
      memory().view.setInt32(at, isNumber ? 1 : 0, true);
    },
    __wbindgen_string_get: (at, value) => memory().writeAt(at, typeof value === "string" ? value : undefined),
    __wbindgen_throw: (start, length) => {
      throw new Error(memory().read(start, length));
    },
    call: guarded((callee, receiver) => callee.call(receiver)),
    codePointAt: (text, at) => text.codePointAt(at >>> 0),
    done: (step) => step.done,
    entries: (value) => Object.entries(value),
    fromCodePoint: guarded((code) => String.fromCodePoint(code >>> 0)),
    get: guarded((target, key) => target[key]),
    get_unchecked: (target, at) => target[at >>> 0],
    get_with_ref_key: (target, key) => target[key],
    instanceof_ArrayBuffer: (value) => value instanceof ArrayBuffer,
    instanceof_Map: (value) => value instanceof Map,
    instanceof_Uint8Array: (value) => value instanceof Uint8Array,
    isArray: (value) => Array.isArray(value),
    isSafeInteger: (value) => Number.isSafeInteger(value),
    iterator: () => Symbol.iterator,
    length: (value) => value.length,
    prototypesetcall: (start, length, source) => memory().slice(start, length).set(source),
    set: (target, key, value) => {
      if (target instanceof Map) return target.set(key, value);
      target[key] = value;
      return undefined;
    },
    stack: (at, error) => memory().writeAt(at, String(error.stack)),
    value: (step) => step.value,
    debug: ignore,
    info: ignore,
    log: ignore,
    warn: ignore,
  };

  /** Names that only the hash tells apart; they belong to the pinned version. */
  const byFullName: Readonly<Record<string, Import>> = {
    __wbg_new_0b303268aa395a38: () => [],
    __wbg_new_20b778a4c5c691c3: () => ({}),
    __wbg_new_227d7c05414eb861: () => new Error(),
    __wbg_new_5fae30e6b23db8df: (start, length) => new Error(memory().read(start, length)),
    __wbg_new_883c0db065f06efd: () => new Map(),
    __wbg_new_b06772b280cc6e52: (source) => new Uint8Array(source),
    __wbg_next_8cb028b6ba50743f: guarded((iterator) => iterator.next()),
    __wbg_next_cfd0b146c9538df8: guarded((iterator) => iterator.next),
    __wbg_error_6651fee1c71e5da9: ignore,
    __wbg_error_a6fa202b58aa1cd3: (start, length) => {
      onPanic(memory().read(start, length));
      exports().__wbindgen_free(start, length, 1);
    },
    __wbindgen_cast_0000000000000001: (value) => value,
    __wbindgen_cast_0000000000000002: (value) => value,
    __wbindgen_cast_0000000000000003: (start, length) => memory().read(start, length),
    __wbindgen_cast_0000000000000004: (value) => BigInt.asUintN(64, value),
    __wbindgen_init_externref_table: () => {
      const table = exports().__wbindgen_externrefs;
      const offset = table.grow(4);
      table.set(0, undefined);
      for (const [at, value] of [undefined, null, true, false].entries()) table.set(offset + at, value);
    },
  };

  const imports: Record<string, Record<string, Import>> = {};
  for (const wanted of WebAssembly.Module.imports(module)) {
    const given = byFullName[wanted.name] ?? byName[wanted.name.replace(/^__wbg_/, "").replace(/_[0-9a-f]{16}$/, "")];
    if (!given)
      throw new Error(`This version of ruff asks for "${wanted.name}", which ruff-instance.ts does not bring.`);
    (imports[wanted.module] ??= {})[wanted.name] = given;
  }
  return imports;
}

function debugText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value;
  }
}
