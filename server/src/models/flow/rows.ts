// From queries to rows: running a query, and taking the elements of what it gives.

import type { Span } from "../../text/span.ts";
import type { Entity } from "../orm/entity.ts";
import type { Evaluator } from "./evaluator.ts";
import {
  type EntityValue,
  type Frame,
  type Loop,
  loopOf,
  type Many,
  type Query,
  type Rows,
  UNKNOWN,
  unknownIn,
  type Value,
} from "./values.ts";

/** Runs a query and gives all its rows. */
export function materialise(evaluator: Evaluator, query: Query, at: Span, frame: Frame): Many {
  const rows = run(evaluator, query, at, frame);
  if (!query.isFiltered && !query.hasLimit && query.items.length === 1) {
    const [only] = query.items;
    if (only?.kind === "class" && only.entity) evaluator.wholeTables.add(only.entity.name);
  }
  return { kind: "many", element: elementOf(rows, query.style === "select"), rows, isFixed: false };
}

/** Runs a query and gives one of its rows. */
export function single(evaluator: Evaluator, query: Query, at: Span, frame: Frame): Value {
  return elementOf(run(evaluator, query, at, frame), false);
}

export function run(evaluator: Evaluator, query: Query, at: Span, frame: Frame): Rows {
  const active = query.loop && evaluator.loops.includes(query.loop) ? query.loop : undefined;
  evaluator.events.executed(query, active, at, frame);
  return {
    query,
    place: { path: frame.path, start: at.start, end: at.end },
    // `db.query(…)` is a sync session's, wherever it stands.
    isAsync: query.style === "select" && (frame.function?.isAsync ?? false),
    ranIn: framesOf(frame),
    within: evaluator.loops.at(-1),
    commits: evaluator.commits,
    touched: new Set(),
  };
}

function framesOf(frame: Frame): Frame[] {
  const frames: Frame[] = [];
  for (let current: Frame | undefined = frame; current; current = current.caller?.frame) frames.push(current);
  return frames;
}

/** One row: the entity itself, or a tuple of what was asked for. A `select` gives tuples also for one entity. */
export function elementOf(rows: Rows, asTuple: boolean): Value {
  const items = rows.query.items.map((item) => itemOf(rows, item));
  if (items.length === 1 && !asTuple) return items[0] ?? UNKNOWN;
  return { kind: "tuple", items };
}

/** Somebody else's row: its class is known, what was loaded with it is not. */
export function foreignRow(entity: Entity, path: string): EntityValue {
  const place = { path, start: 0, end: 0 };
  const query: Query = {
    style: "select",
    items: [],
    loads: [],
    uncertain: true,
    isFiltered: true,
    pinned: [],
    hasLimit: false,
    givesOne: false,
    eagerIsOff: false,
    locks: false,
    yieldsPer: false,
    place,
    options: [],
    loop: undefined,
    others: [],
  };
  const rows: Rows = { query, place, isAsync: false, ranIn: [], within: undefined, commits: 0, touched: new Set() };
  return { kind: "entity", entity, rows, path: [], arrivedBy: undefined, loop: undefined };
}

export function itemOf(rows: Rows, item: Value | undefined): Value {
  if (item?.kind !== "class" || !item.entity) return UNKNOWN;
  return {
    kind: "entity",
    entity: item.entity,
    rows,
    path: [],
    arrivedBy: undefined,
    loop: undefined,
  } satisfies EntityValue;
}

/** What a loop's variable holds in each round. */
export function iterate(evaluator: Evaluator, iterable: Value, loop: Loop, frame: Frame): Value {
  switch (iterable.kind) {
    case "query":
      return inLoop(materialise(evaluator, iterable.query, loop, frame).element, manyRounds(iterable.query, loop));
    case "result":
      return inLoop(elementOf(iterable.rows, !iterable.scalars), manyRounds(iterable.rows.query, loop));
    case "many":
      return iterable.isFixed || iterable.rows?.query.givesOne
        ? inLoop(iterable.element, undefined)
        : inLoop(iterable.element, loop);
    case "dict":
      return inLoop(iterable.key, loop);
    case "tuple":
      return UNKNOWN;
    case "unknown":
      return unknownIn(loop);
    default:
      return UNKNOWN;
  }
}

function manyRounds(query: Query, loop: Loop): Loop | undefined {
  return query.givesOne ? undefined : loop;
}

/** The same value as one of many: an entity under it is now read once a round. */
export function inLoop(value: Value, loop: Loop | undefined): Value {
  if (!loop) return value;
  switch (value.kind) {
    case "entity":
      return { ...value, loop };
    case "tuple":
      return { kind: "tuple", items: value.items.map((item) => inLoop(item, loop)) };
    case "unknown":
      return unknownIn(loop);
    case "many":
    case "dict":
      return value;
    default:
      return loopOf(value) ? value : value;
  }
}
