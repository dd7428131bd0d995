// The workspace's Python as one program: what a name stands for, through imports, re-exports and star imports.

import type { ClassCode, Expr, FunctionCode, ModuleCode, Stmt } from "./code/syntax.ts";

export interface ClassFacts {
  readonly path: string;
  readonly code: ClassCode;
  readonly methods: ReadonlyMap<string, FunctionCode>;
  /** Class-level assignments and bare annotations; the last one of a name counts. */
  readonly attributes: ReadonlyMap<string, AttributeFacts>;
}

export interface AttributeFacts {
  readonly value: Expr | undefined;
  readonly annotation: Expr | undefined;
  readonly start: number;
  readonly end: number;
}

/** A method or class-level attribute, and the class of the family that it stands in. */
export interface Member {
  readonly owner: ClassFacts;
  readonly method?: FunctionCode;
  readonly attribute?: AttributeFacts;
}

export interface ModuleFacts {
  readonly path: string;
  readonly code: ModuleCode;
  readonly functions: ReadonlyMap<string, FunctionCode>;
  readonly classes: ReadonlyMap<string, ClassFacts>;
  readonly values: ReadonlyMap<string, AttributeFacts>;
}

export type Meant =
  | { readonly kind: "module"; readonly path: string }
  | { readonly kind: "class"; readonly path: string; readonly class: ClassFacts }
  | { readonly kind: "function"; readonly path: string; readonly function: FunctionCode }
  | { readonly kind: "value"; readonly path: string; readonly name: string; readonly value: AttributeFacts }
  | { readonly kind: "external"; readonly name: string };

/**
 * Makes a function whose answers are computed again only when something they read has changed; where the new answer equals
 * the old one, nothing that read it is computed again.
 */
export type Remember = <T>(
  name: string,
  compute: (key: string) => T,
  equal?: (a: T, b: T) => boolean,
) => (key: string) => T;

/** Where a program gets its files from. */
export interface ProgramFiles {
  code(path: string): ModuleCode | undefined;
  moduleFile(module: string, from: string): string | undefined;
}

export class Program {
  readonly files: ProgramFiles;
  readonly #modules = new WeakMap<ModuleCode, ModuleFacts>();
  readonly #meaning: (key: string) => Meant | undefined;

  constructor(files: ProgramFiles, remember: Remember = (_name, compute) => compute) {
    this.files = files;
    this.#meaning = remember(
      "meaning",
      (key) => {
        const [path = "", name = ""] = key.split("\0");
        return this.#name(path, name, new Set());
      },
      sameMeaning,
    );
  }

  module(path: string): ModuleFacts | undefined {
    const code = this.files.code(path);
    if (!code) return undefined;
    const known = this.#modules.get(code);
    if (known) return known;
    const facts = moduleFacts(path, code);
    this.#modules.set(code, facts);
    return facts;
  }

  /** What a name means at the top of a module. */
  name(path: string, name: string): Meant | undefined {
    return this.#meaning(`${path}\0${name}`);
  }

  /** What a name or an attribute chain means; undefined where it starts at a local value. */
  expression(path: string, expr: Expr): Meant | undefined {
    if (expr.kind === "name") return this.name(path, expr.name);
    if (expr.kind !== "attribute") return undefined;
    const of = this.expression(path, expr.of);
    if (!of) return undefined;
    if (of.kind === "module") return this.#member(of.path, expr.name, new Set());
    if (of.kind === "external") return { kind: "external", name: `${of.name}.${expr.name}` };
    return undefined;
  }

  /** The classes that a class inherits from, nearest first; an unknown base is left out. */
  ancestors(from: ClassFacts): readonly ClassFacts[] {
    const found: ClassFacts[] = [];
    const pending = [from];
    for (let next = pending.shift(); next; next = pending.shift()) {
      for (const base of next.code.bases) {
        const meant = this.expression(next.path, base.kind === "subscript" ? base.of : base);
        if (meant?.kind === "class" && meant.class !== from && !found.includes(meant.class)) {
          found.push(meant.class);
          pending.push(meant.class);
        }
      }
    }
    return found;
  }

  /** The dotted names of the bases from outside the workspace, of a class and its ancestors. */
  externalBases(from: ClassFacts): readonly string[] {
    const names: string[] = [];
    for (const one of [from, ...this.ancestors(from)]) {
      for (const base of one.code.bases) {
        const meant = this.expression(one.path, base.kind === "subscript" ? base.of : base);
        if (meant?.kind === "external") names.push(meant.name);
        if (meant?.kind === "value") names.push(`value:${meant.path}:${meant.name}`);
        // `db.Model`, where `db = SQLAlchemy()` is a value of some module.
        const owner = base.kind === "attribute" ? this.expression(one.path, base.of) : undefined;
        if (owner?.kind === "value" && base.kind === "attribute")
          names.push(`value:${owner.path}:${owner.name}:${base.name}`);
      }
    }
    return names;
  }

  /** A method or class-level attribute, looked up through the ancestors. */
  member(of: ClassFacts, name: string): Member | undefined {
    for (const one of [of, ...this.ancestors(of)]) {
      const method = one.methods.get(name);
      if (method) return { owner: one, method };
      const attribute = one.attributes.get(name);
      if (attribute) return { owner: one, attribute };
    }
    return undefined;
  }

  #name(path: string, name: string, seen: Set<string>): Meant | undefined {
    const key = `${path}\0${name}`;
    if (seen.has(key)) return undefined;
    seen.add(key);
    const module = this.module(path);
    if (!module) return undefined;
    const own = this.#own(module, name);
    if (own) return own;
    const imported = module.code.imports.get(name);
    if (imported !== undefined) return this.#dotted(imported, path, seen);
    for (const star of module.code.stars) {
      const from = this.files.moduleFile(star, path);
      const found = from === undefined ? undefined : this.#name(from, name, seen);
      if (found) return found;
    }
    return undefined;
  }

  #own(module: ModuleFacts, name: string): Meant | undefined {
    const { path } = module;
    const asClass = module.classes.get(name);
    if (asClass) return { kind: "class", path, class: asClass };
    const asFunction = module.functions.get(name);
    if (asFunction) return { kind: "function", path, function: asFunction };
    const asValue = module.values.get(name);
    return asValue ? { kind: "value", path, name, value: asValue } : undefined;
  }

  #dotted(dotted: string, from: string, seen: Set<string>): Meant | undefined {
    const asModule = this.files.moduleFile(dotted, from);
    if (asModule !== undefined) return { kind: "module", path: asModule };
    const cut = dotted.lastIndexOf(".");
    const head = cut === 0 || /^\.+$/.test(dotted.slice(0, cut + 1)) ? dotted.slice(0, cut + 1) : dotted.slice(0, cut);
    const file = cut < 0 ? undefined : this.files.moduleFile(head, from);
    if (file !== undefined) return this.#member(file, dotted.slice(cut + 1), seen);
    return dotted.startsWith(".") ? undefined : { kind: "external", name: dotted };
  }

  #member(path: string, name: string, seen: Set<string>): Meant | undefined {
    const found = this.#name(path, name, seen);
    if (found) return found;
    const package_ = path.replace(/(^|\/)__init__\.py$/, "");
    if (package_ === path) return undefined;
    const submodule = [`${package_}/${name}.py`, `${package_}/${name}/__init__.py`].find((file) =>
      this.files.code(file),
    );
    return submodule ? { kind: "module", path: submodule } : undefined;
  }
}

function sameMeaning(a: Meant | undefined, b: Meant | undefined): boolean {
  if (a?.kind !== b?.kind) return false;
  // Each part is a word or the very object that its module holds.
  return !a || !b || Object.entries(a).every(([part, value]) => (b as Record<string, unknown>)[part] === value);
}

function moduleFacts(path: string, code: ModuleCode): ModuleFacts {
  const functions = new Map<string, FunctionCode>();
  const classes = new Map<string, ClassFacts>();
  const values = new Map<string, AttributeFacts>();
  for (const statement of topLevel(code.body)) {
    if (statement.kind === "function") functions.set(statement.function.name, statement.function);
    else if (statement.kind === "class") classes.set(statement.class.name, classFacts(path, statement.class));
    else if (statement.kind === "assign" && statement.target.kind === "name") {
      values.set(statement.target.name, statement);
    }
  }
  return { path, code, functions, classes, values };
}

function classFacts(path: string, code: ClassCode): ClassFacts {
  const methods = new Map<string, FunctionCode>();
  const attributes = new Map<string, AttributeFacts>();
  for (const statement of topLevel(code.body)) {
    if (statement.kind === "function") {
      const { name } = statement.function;
      if (!methods.has(name) || !addsTo(statement.function)) methods.set(name, statement.function);
    } else if (statement.kind === "assign" && statement.target.kind === "name") {
      attributes.set(statement.target.name, statement);
    }
  }
  return { path, code, methods, attributes };
}

/** `@total.setter` and `@total.expression` add to the property `total`, whose reading stays what it was. */
function addsTo({ name, decorators }: FunctionCode): boolean {
  return decorators.some((it) => it.kind === "attribute" && it.of.kind === "name" && it.of.name === name);
}

/** Statements of a body, with those under `if`, `try` and `with`, which define names just the same. */
function* topLevel(body: readonly Stmt[]): Iterable<Stmt> {
  for (const statement of body) {
    if (statement.kind === "if") {
      yield* topLevel(statement.otherwise);
      yield* topLevel(statement.then);
    } else if (statement.kind === "try") {
      for (const handler of statement.handlers) yield* topLevel(handler.body);
      yield* topLevel(statement.body);
      yield* topLevel(statement.otherwise);
    } else if (statement.kind === "with") yield* topLevel(statement.body);
    else yield statement;
  }
}
