// ORM models as facts: which class is mapped, its columns, its relationships and how they load.

import type { Span } from "../../text/span.ts";
import type { Expr, FunctionCode } from "../code/syntax.ts";
import type { ClassFacts } from "../program.ts";

/** SQLAlchemy's names for how a relationship loads; "select" is on first read, "raise" an error instead. */
export type Lazy =
  | "select"
  | "joined"
  | "selectin"
  | "subquery"
  | "immediate"
  | "dynamic"
  | "write_only"
  | "noload"
  | "raise";

export interface Relationship {
  readonly name: string;
  /** The class's name as the relationship gives it. */
  readonly targetName: string;
  readonly collection: boolean;
  /** Whether that is known: from the annotation, a keyword or the foreign keys. */
  readonly isDirected: boolean;
  readonly lazy: Lazy;
  /** The name of the same relationship seen from the target. */
  readonly reverse: string | undefined;
  readonly secondary: boolean;
  /** The table or class of a secondary whose rows the session writes and deletes by itself. */
  readonly link: string | undefined;
  readonly cascade: string;
  readonly passiveDeletes: boolean;
  /** Columns of this entity that point at the target; empty where the key is on the other side. */
  readonly localColumns: readonly string[];
  readonly span: Span;
  readonly path: string;
}

export interface Column {
  readonly name: string;
  /** "orders.id" of `ForeignKey("orders.id", …)`. */
  readonly foreignKey: string | undefined;
  /** "path:name" of the class of `ForeignKey(Order.id)`. */
  readonly foreignClass: string | undefined;
  readonly onDelete: string | undefined;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  readonly indexed: boolean;
  /** Names in the column's type and annotation: "String", "Boolean", "datetime", "DateTime". */
  readonly types: readonly string[];
  /** `timezone=True` on its type. */
  readonly timezone: boolean;
  /** `mapped_column(…)`, `Column(…)` or `Field(…)`, undefined for a bare annotation. */
  readonly call: (Expr & { kind: "call" }) | undefined;
  /** The value of an SQLModel field that is written without `Field(…)`, "bare" where it has none. */
  readonly field?: Expr | "bare";
  readonly span: Span;
  readonly path: string;
}

export interface Entity {
  readonly name: string;
  readonly path: string;
  readonly class: ClassFacts;
  readonly table: string | undefined;
  readonly columns: ReadonlyMap<string, Column>;
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Properties and hybrids, whose bodies may read relationships. */
  readonly properties: ReadonlyMap<string, { readonly code: FunctionCode; readonly path: string }>;
  /** Association proxies: the relationship and the attribute behind it. */
  readonly proxies: ReadonlyMap<string, { readonly relationship: string; readonly attribute: string }>;
  /** The columns of table indexes and unique constraints, in their order; "" for what is computed. */
  readonly indexes: readonly (readonly string[])[];
}

/** The models as the rest of the house asks for them. */
export interface Registry {
  readonly entities: readonly Entity[];
  ofClass(facts: ClassFacts): Entity | undefined;
  ofTable(table: string): Entity | undefined;
  /** All entities whose class has a name, whichever file they are in. */
  allNamed(name: string): readonly Entity[];
  /** The entity of a class name, as relationships give it; undefined where two share the name and neither is nearer. */
  ofName(name: string, from?: Entity): Entity | undefined;
  target(relationship: Relationship, of: Entity): Entity | undefined;
}
