// What the evaluator tells of a run; rules and summaries listen.

import type { Span } from "../../text/span.ts";
import type { FunctionCode } from "../code/syntax.ts";
import type { Entity, Relationship } from "../orm/entity.ts";
import type { ClassFacts } from "../program.ts";
import type { Evaluator } from "./evaluator.ts";
import type { EntityValue, Frame, Loop, Query, Value } from "./values.ts";

export interface FlowEvents {
  /** A function of the workspace is called with these values. */
  called(code: FunctionCode, path: string, frame: Frame): void;
  /** A relationship that is not loaded is read; `of.loop` is set where it is read of each of many. */
  lazyRead(of: EntityValue, relationship: Relationship, at: Span, frame: Frame, isExpired: boolean): void;
  /** A relationship is loaded on purpose, by a query of its own: `session.refresh(row, ["lines"])`. */
  refreshed(of: EntityValue, relationship: Relationship, at: Span, frame: Frame): void;
  /** A query runs; `loop` is set where it runs once a round for a key that varies with the loop. */
  executed(query: Query, loop: Loop | undefined, at: Span, frame: Frame): void;
  /** Rows of an entity are deleted; `before` holds those that this run has deleted until then. */
  deleted(entity: Entity, at: Span, frame: Frame, before: ReadonlySet<Entity>): void;
  returned(value: Value, at: Span, frame: Frame, evaluator: Evaluator): void;
  /** A schema is filled from a value: every field of the schema is read of it. `of` stands in brackets behind a generic one. */
  serialized(
    value: Value,
    schema: { class: ClassFacts; of?: ClassFacts },
    at: Span,
    frame: Frame,
    evaluator: Evaluator,
  ): void;
}
