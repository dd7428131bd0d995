// What running the functions of a file shows of queries: reads of each of many rows, queries in loops, rows that are handed out or deleted.

import type { FunctionCode } from "../code/syntax.ts";
import type { Entity, Relationship } from "../orm/entity.ts";
import type { Place, Query } from "./values.ts";

/** A relationship read for each of many rows, at a query a read. */
export interface LazyRead {
  readonly place: Place;
  readonly entity: Entity;
  readonly relationship: Relationship;
  /** From the query's entity to the relationship that is read. */
  readonly path: readonly string[];
  readonly query: Query;
  readonly ran: Place;
  readonly loop: Place;
  readonly isAsync: boolean;
  /**
   * "schema": a response model reads it; "helper": a function called in the loop does; "refresh" and "awaited": a query on
   * purpose; "commit": what was loaded is gone since a commit.
   */
  readonly by: "code" | "helper" | "schema" | "refresh" | "awaited" | "commit";
}

/** A property of each of many rows that runs a query. */
export interface PropertyQuery {
  readonly place: Place;
  readonly loop: Place;
  readonly query: Query;
  readonly entity: Entity;
  readonly property: string;
}

export interface LoopedQuery {
  readonly place: Place;
  readonly query: Query;
  readonly loop: Place;
  /** How many calls lead from the loop to the query. */
  readonly depth: number;
}

/** Rows of entities with relationships that leave the function that asked for them, with no loader option. */
export interface BareReturn {
  readonly place: Place;
  /** The name of that function. */
  readonly by: string;
  readonly entity: Entity;
  readonly query: Query;
}

/** Rows that a function deletes, itself or through what it calls. */
export interface Deletion {
  readonly place: Place;
  readonly entity: Entity;
  readonly function: FunctionCode;
  /** Entities of which the same run had deleted rows before. */
  readonly before: readonly Entity[];
  /** The function deletes it itself. */
  readonly isOwn: boolean;
}

/** What running the functions of one file showed, in whatever file it lies. */
export interface FlowRun {
  readonly lazyReads: readonly LazyRead[];
  /** Reads of rows that a caller hands in: they stand only where every caller hands in such rows. */
  readonly conditional: readonly ConditionalRead[];
  readonly calls: ReadonlyMap<FunctionCode, Calls>;
  readonly loopedQueries: readonly LoopedQuery[];
  readonly bareReturns: readonly BareReturn[];
  readonly propertyQueries: readonly PropertyQuery[];
  readonly deletions: readonly Deletion[];
}

/** The calls of a function that were followed, each told by a number for the way that led to it. */
export interface Calls {
  readonly path: string;
  readonly ways: ReadonlySet<number>;
}

export interface ConditionalRead {
  readonly read: LazyRead;
  readonly function: FunctionCode;
  readonly call: number;
}
