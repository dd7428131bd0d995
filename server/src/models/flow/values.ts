// What the evaluator knows of a value: queries, the rows they give, and where each entity came from.

import type { Span } from "../../text/span.ts";
import type { Expr, FunctionCode, Param, Stmt } from "../code/syntax.ts";
import type { Entity } from "../orm/entity.ts";
import type { ClassFacts } from "../program.ts";

/** One run of a function's body. */
export interface Frame {
  readonly path: string;
  readonly function: FunctionCode | undefined;
  readonly caller: { readonly frame: Frame; readonly call: Span } | undefined;
  readonly depth: number;
  /** Set where the function is a property that an entity was asked for. */
  readonly property?: { readonly entity: Entity; readonly name: string };
}

/** A loop over many rows or values: a `for`, a clause of a comprehension, a key function. */
export interface Loop extends Span {
  readonly frame: Frame;
  /** The statements of a `for`; undefined for the others. */
  readonly body: readonly Stmt[] | undefined;
  readonly outer: Loop | undefined;
  /** The whole is read at most once, as in `next(...)`. */
  readonly once: boolean;
  readonly isWhile?: boolean;
}

export interface Place extends Span {
  readonly path: string;
}

export type LoaderKind =
  | "joined"
  | "selectin"
  | "subquery"
  | "contains"
  | "immediate"
  | "default"
  | "lazy"
  | "noload"
  | "raise";

/** One loader option: `joinedload(Loan.copy).joinedload(Copy.book)` gives two. */
export interface Load {
  readonly root: Entity | undefined;
  /** "*" stands for every relationship. */
  readonly path: readonly string[];
  readonly how: LoaderKind;
  /** It is given on one branch only. */
  readonly isMaybe?: true;
  /** The whole option expression, for merging a longer chain into it. */
  readonly place: Place;
}

export interface Query {
  readonly style: "legacy" | "select";
  /** What each row holds: entity classes and whatever else. */
  readonly items: readonly Value[];
  readonly loads: readonly Load[];
  /** Options that cannot be read: then nothing is said about this query. */
  readonly uncertain: boolean;
  readonly isFiltered: boolean;
  /** Many-to-one relationships that every row shares, by an equality filter on their key. */
  readonly pinned: readonly string[];
  readonly hasLimit: boolean;
  /** `limit(1)`: a loop over its rows has one round. */
  readonly givesOne: boolean;
  /** `enable_eagerloads(False)`: joined, subquery and `selectin` loading are switched off. */
  readonly eagerIsOff: boolean;
  readonly locks: boolean;
  readonly yieldsPer: boolean;
  /** The `query(…)`/`select(…)` call. */
  readonly place: Place;
  /** The calls of `.options(…)`. */
  readonly options: readonly Place[];
  /** Set where it depends on a loop's variable. */
  readonly loop: Loop | undefined;
  /** Queries elsewhere that give the same kind of rows, loaded alike: the rows come from one of them. */
  readonly others: readonly Query[];
}

/** The result of running a query once. */
export interface Rows {
  readonly query: Query;
  readonly place: Place;
  readonly isAsync: boolean;
  /** The runs of functions, outwards, in which it ran. */
  readonly ranIn: readonly Frame[];
  /** The innermost loop in which it ran. */
  readonly within: Loop | undefined;
  /** How many commits there had been by then: each makes the session forget what it had loaded. */
  readonly commits: number;
  /** Relationship paths that an earlier loop has read already. */
  readonly touched: Set<string>;
}

export type Value =
  | { readonly kind: "unknown"; readonly loop: Loop | undefined }
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "external"; readonly name: string }
  | { readonly kind: "module"; readonly path: string }
  /** `alias`: what `aliased(Order)` gives, which options must go through; `of`: what stands in brackets behind a generic class. */
  | {
      readonly kind: "class";
      readonly class: ClassFacts;
      readonly entity: Entity | undefined;
      readonly alias?: true;
      readonly of?: ClassFacts;
    }
  | { readonly kind: "path"; readonly entity: Entity; readonly names: readonly string[] }
  | { readonly kind: "column"; readonly entity: Entity; readonly name: string }
  | { readonly kind: "loads"; readonly loads: readonly Load[]; readonly certain: boolean }
  | { readonly kind: "query"; readonly query: Query }
  | { readonly kind: "result"; readonly rows: Rows; readonly scalars: boolean }
  | Many
  | EntityValue
  | { readonly kind: "tuple"; readonly items: readonly Value[] }
  /** `fields`: the values under constant keys of a literal. */
  | {
      readonly kind: "dict";
      readonly key: Value;
      readonly value: Value;
      readonly fields?: ReadonlyMap<string, Value>;
    }
  /** An object of a library of which only some attributes matter. */
  | { readonly kind: "record"; readonly fields: ReadonlyMap<string, Value> }
  | {
      readonly kind: "function";
      readonly function: FunctionCode;
      readonly path: string;
      readonly self: Value | undefined;
      readonly scope: Scope | undefined;
    }
  | {
      readonly kind: "lambda";
      readonly params: readonly Param[];
      readonly body: Expr;
      readonly scope: Scope;
      readonly frame: Frame;
    }
  | { readonly kind: "attrgetter"; readonly names: readonly string[] }
  | { readonly kind: "instance"; readonly class: ClassFacts; readonly fields: Map<string, Value> };

/** Something to iterate: a list of rows, a collection, a generator. */
export interface Many {
  readonly kind: "many";
  readonly element: Value;
  /** Where the rows of one query are at hand in full. */
  readonly rows: Rows | undefined;
  /** A literal or a range: looping over it says nothing about a database. */
  readonly isFixed: boolean;
  /** The items of a literal, where they are few. */
  readonly items?: readonly Value[];
}

export interface EntityValue {
  readonly kind: "entity";
  readonly entity: Entity;
  readonly rows: Rows;
  /** Relationships from the query's own entity to this one. */
  readonly path: readonly string[];
  /** The relationship that led here. */
  readonly arrivedBy: { readonly owner: Entity; readonly name: string } | undefined;
  /** The loop that makes it one of many. */
  readonly loop: Loop | undefined;
  /** Read through `awaitable_attrs`. */
  readonly isAwaited?: true;
}

export class Scope {
  readonly #values = new Map<string, Value>();
  readonly #outer: Scope | undefined;

  constructor(outer?: Scope) {
    this.#outer = outer;
  }

  get(name: string): Value | undefined {
    return this.#values.get(name) ?? this.#outer?.get(name);
  }

  set(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  /** A copy for one branch; `merge` brings the branches together again. */
  branch(): Scope {
    const copy = new Scope(this.#outer);
    for (const [name, value] of this.#values) copy.#values.set(name, value);
    return copy;
  }

  merge(branches: readonly Scope[], join: (values: readonly Value[]) => Value): void {
    const names = new Set(branches.flatMap((branch) => [...branch.#values.keys()]));
    for (const name of names) {
      const values = branches.map((branch) => branch.#values.get(name) ?? UNKNOWN);
      const [first] = values;
      this.#values.set(name, first !== undefined && values.every((value) => value === first) ? first : join(values));
    }
  }
}

export const UNKNOWN: Value = { kind: "unknown", loop: undefined };

export function unknownIn(loop: Loop | undefined): Value {
  return loop ? { kind: "unknown", loop } : UNKNOWN;
}

/** The loop whose variable a value depends on. */
export function loopOf(value: Value): Loop | undefined {
  switch (value.kind) {
    case "unknown":
    case "entity":
      return value.loop;
    case "query":
      return value.query.loop;
    case "tuple":
      return value.items.map(loopOf).find((loop) => loop !== undefined);
    case "many":
      return value.isFixed ? undefined : loopOf(value.element);
    case "dict":
      return loopOf(value.value);
    default:
      return undefined;
  }
}
