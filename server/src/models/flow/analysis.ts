// Runs the functions of a file that touch the database and gathers what costs a query too many.

import type { Span } from "../../text/span.ts";
import type { FunctionCode, Stmt } from "../code/syntax.ts";
import type { Entity, Registry, Relationship } from "../orm/entity.ts";
import type { ClassFacts, Program } from "../program.ts";
import { ProgramSnapshot, RegistrySnapshot } from "../program-snapshot.ts";
import { type Called, StepsOfWork } from "./changes.ts";
import { Evaluator } from "./evaluator.ts";
import type { FlowEvents } from "./events.ts";
import type {
  BareReturn,
  ConditionalRead,
  Deletion,
  FlowRun,
  LazyRead,
  LoopedQuery,
  PropertyQuery,
} from "./flow-run.ts";
import { happensOnce } from "./once.ts";
import { isSchema, responseSchema, type Schema, schemaReads } from "./schemas.ts";
import { isSpared } from "./spared-rounds.ts";
import type { EntityValue, Frame, Loop, Place, Query, Value } from "./values.ts";

/**
 * A loop's own call of a service that asks a repository: what lies deeper is a step of some larger piece of work, for which
 * no query before the loop can stand in.
 */
const MAX_HOPS = 2;

/** Runs the functions of one file, each as an entry of its own. */
export function runFlow(program: Program, registry: Registry, path: string, keepsObjects: boolean): FlowRun {
  const asItIs = new ProgramSnapshot(program);
  const models = new RegistrySnapshot(registry);
  const run = new Run(asItIs, models);
  const evaluator = new Evaluator(asItIs, models, run, keepsObjects);
  for (const { code, owner } of functionsOf(asItIs, path)) evaluator.enter(path, code, owner);
  return run.result();
}

/** The reads that lie in one file, from the runs of that file and of those that call it. */
export function readsIn(path: string, runs: readonly FlowRun[]): readonly LazyRead[] {
  const found = new Map<string, LazyRead>();
  for (const run of runs) {
    for (const read of run.lazyReads)
      if (read.place.path === path && !found.has(keyOf(read.place))) found.set(keyOf(read.place), read);
  }
  const conditional = runs.flatMap((run) => run.conditional).filter(({ read }) => read.place.path === path);
  const agreeing = new Map<string, Set<number>>();
  for (const one of conditional) setOf(agreeing, keyOf(one.read.place)).add(one.call);
  for (const one of conditional) {
    const key = keyOf(one.read.place);
    if (!found.has(key) && agreeing.get(key)?.size === waysTo(one.function, runs).size) found.set(key, one.read);
  }
  return [...found.values()].toSorted((a, b) => a.place.start - b.place.start);
}

function waysTo(code: FunctionCode, runs: readonly FlowRun[]): ReadonlySet<number> {
  return new Set(runs.flatMap((run) => [...(run.calls.get(code)?.ways ?? [])]));
}

/** The files of which a run tells something that `readsIn` would take up. */
export function filesReachedBy(run: FlowRun): ReadonlySet<string> {
  const paths = new Set([...run.lazyReads, ...run.conditional.map(({ read }) => read)].map(({ place }) => place.path));
  for (const called of run.calls.values()) paths.add(called.path);
  return paths;
}

class Run implements FlowEvents {
  readonly #program: Program;
  readonly #registry: Registry;
  readonly #lazyReads = new Map<string, LazyRead>();
  readonly #loopedQueries = new Map<string, LoopedQuery>();
  readonly #bareReturns = new Map<string, BareReturn>();
  readonly #conditional = new Map<string, ConditionalRead>();
  readonly #calls = new Map<FunctionCode, { readonly path: string; readonly ways: Set<number> }>();
  readonly #schemas = new WeakMap<ClassFacts, boolean>();
  readonly #ways = new WeakMap<Frame, number>();
  readonly #propertyQueries = new Map<string, PropertyQuery>();
  readonly #deletions: Deletion[] = [];
  readonly #steps: StepsOfWork;
  readonly #spared = new Map<string, boolean>();
  readonly #between = new Map<LoopedQuery, readonly Called[]>();

  constructor(program: Program, registry: Registry) {
    this.#program = program;
    this.#registry = registry;
    this.#steps = new StepsOfWork(program);
  }

  result(): FlowRun {
    this.#steps.settle();
    return {
      deletions: this.#deletions,
      propertyQueries: [...this.#propertyQueries.values()],
      lazyReads: [...this.#lazyReads.values()],
      conditional: [...this.#conditional.values()],
      calls: this.#calls,
      loopedQueries: [...this.#loopedQueries.values()]
        .filter((one) => !this.#steps.haveWritten(this.#between.get(one) ?? []))
        .toSorted((a, b) => a.place.start - b.place.start),
      bareReturns: [...this.#bareReturns.values()].toSorted((a, b) => a.place.start - b.place.start),
    };
  }

  called(code: FunctionCode, path: string, frame: Frame): void {
    const by = frame.caller?.frame.function;
    if (by) this.#steps.called(by, { path, code });
    let calls = this.#calls.get(code);
    if (!calls) {
      calls = { path, ways: new Set() };
      this.#calls.set(code, calls);
    }
    calls.ways.add(this.#wayTo(frame));
  }

  lazyRead(of: EntityValue, relationship: Relationship, at: Span, frame: Frame, isExpired: boolean): void {
    const { loop } = of;
    if (!loop) return;
    const place = placeIn(loop.frame, frame, at);
    if (happensOnce(loop, place)) return;
    const by = of.isAwaited ? "awaited" : isExpired ? "commit" : frame === loop.frame ? "code" : "helper";
    this.#report(of, relationship, place, loop, by);
  }

  refreshed(of: EntityValue, relationship: Relationship, at: Span, frame: Frame): void {
    if (of.loop && !happensOnce(of.loop, placeIn(of.loop.frame, frame, at))) {
      this.#report(of, relationship, placeIn(of.loop.frame, frame, at), of.loop, "refresh");
    }
  }

  executed(query: Query, loop: Loop | undefined, at: Span, frame: Frame): void {
    if (!loop) return;
    const place = placeIn(loop.frame, frame, at);
    if (happensOnce(loop, place)) return;
    const around = { path: loop.frame.path, start: loop.start, end: loop.end };
    const depth = depthBelow(loop.frame, frame);
    const known = this.#loopedQueries.get(keyOf(place));
    const isNearest = depth <= MAX_HOPS && (known === undefined || depth < known.depth);
    if (isNearest && !this.#steps.has(loop, frame, place, at) && !this.#isSpared(loop, frame, place, at)) {
      const looped = { place, query, loop: around, depth };
      this.#loopedQueries.set(keyOf(place), looped);
      this.#between.set(looped, this.#steps.between(loop, frame));
    }
    for (let inner = frame; inner !== loop.frame && inner.caller; inner = inner.caller.frame) {
      if (!inner.property) continue;
      const { entity, name } = inner.property;
      this.#propertyQueries.set(keyOf(place), { place, loop: around, query, entity, property: name });
    }
  }

  #isSpared(loop: Loop, frame: Frame, place: Place, at: Span): boolean {
    const key = `${keyOf(place)} ${frame.path}:${at.start}`;
    const known = this.#spared.get(key) ?? isSpared(loop, frame, at);
    this.#spared.set(key, known);
    return known;
  }

  deleted(entity: Entity, at: Span, frame: Frame, before: ReadonlySet<Entity>): void {
    let outer = frame;
    let span = at;
    while (outer.caller) {
      span = outer.caller.call;
      outer = outer.caller.frame;
    }
    if (!outer.function) return;
    const place = { path: outer.path, start: span.start, end: span.end };
    this.#deletions.push({ place, entity, function: outer.function, before: [...before], isOwn: outer === frame });
  }

  returned(value: Value, at: Span, frame: Frame, evaluator: Evaluator): void {
    if (frame.depth > 0 || !frame.function) return;
    const schema = responseSchema(this.#program, frame.path, frame.function);
    // What a schema takes from its rows is known: more is not read.
    if (schema) return this.#serialized(value, schema, at, frame, evaluator);
    for (const part of [value, ...partsOf(value)]) this.#handedOut(part, frame, frame.function.name);
  }

  #handedOut(value: Value, frame: Frame, by: string): void {
    const rows = value.kind === "many" ? value.rows : undefined;
    const element = value.kind === "many" ? value.element : undefined;
    if (!rows || element?.kind !== "entity" || rows.query.uncertain || rows.query.loads.length > 0) return;
    if (![...element.entity.relationships.values()].some((relationship) => relationship.lazy === "select")) return;
    const { place } = rows.query;
    if (place.path === frame.path)
      this.#bareReturns.set(keyOf(place), {
        place,
        by,
        entity: element.entity,
        query: rows.query,
      });
  }

  serialized(
    value: Value,
    { class: schema, of }: { class: ClassFacts; of?: ClassFacts },
    at: Span,
    frame: Frame,
    evaluator: Evaluator,
  ): void {
    let known = this.#schemas.get(schema);
    if (known === undefined) {
      known = isSchema(this.#program, schema);
      this.#schemas.set(schema, known);
    }
    if (!known) return;
    // `Page(items=rows)` is what the route declares: a `Page[OrderOut]`.
    const declared = frame.function && responseSchema(this.#program, frame.path, frame.function);
    const inner = of ? { class: of, of: undefined } : declared?.class === schema ? declared.of : undefined;
    this.#serialized(value, { class: schema, of: inner }, at, frame, evaluator);
  }

  #serialized(value: Value, schema: Schema, at: Span, frame: Frame, evaluator: Evaluator): void {
    schemaReads(evaluator, this.#program, this.#registry, value, schema, at, frame, (of, relationship, loop) => {
      this.#report(of, relationship, placeIn(loop.frame, frame, at), loop, "schema");
    });
  }

  #report(of: EntityValue, relationship: Relationship, place: Place, loop: Loop, by: LazyRead["by"]): void {
    const read: LazyRead = {
      place,
      entity: of.entity,
      relationship,
      path: [...of.path, relationship.name],
      query: of.rows.query,
      ran: of.rows.place,
      loop: { path: loop.frame.path, start: loop.start, end: loop.end },
      isAsync: of.rows.isAsync,
      by,
    };
    // The rows were there before the function that loops over them was called.
    const handedIn = loop.frame.caller !== undefined && !of.rows.ranIn.includes(loop.frame);
    if (handedIn && loop.frame.function) {
      const one = { read, function: loop.frame.function, call: this.#wayTo(loop.frame) };
      const key = `${keyOf(place)} ${loop.frame.path}:${one.function.start} ${one.call}`;
      if (!this.#conditional.has(key)) this.#conditional.set(key, one);
    } else if (!this.#lazyReads.has(keyOf(place))) this.#lazyReads.set(keyOf(place), read);
  }

  /** A number for the calls that led to a run of a function, the same in every file and at any time. */
  #wayTo(frame: Frame): number {
    const { caller } = frame;
    if (!caller) return 0;
    let way = this.#ways.get(frame);
    if (way === undefined) {
      way = mixed(this.#wayTo(caller.frame), `${caller.frame.path}:${caller.call.start}`);
      this.#ways.set(frame, way);
    }
    return way;
  }
}

/** What a tuple or a dict hands out with it: `{"items": rows}`. */
function partsOf(value: Value): readonly Value[] {
  if (value.kind === "tuple") return value.items;
  return value.kind === "dict" ? [...(value.fields?.values() ?? [])] : [];
}

/** 53 bits of a number and a text; ways are many and long, and what tells them apart need not be more than this. */
function mixed(seed: number, text: string): number {
  let high = 0xdeadbeef ^ Math.floor(seed / 2 ** 32);
  let low = 0x41c6ce57 ^ (seed >>> 0);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 2 ** 32 * (2097151 & low) + (high >>> 0);
}

function setOf(map: Map<string, Set<number>>, key: string): Set<number> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<number>();
  map.set(key, made);
  return made;
}

/** Where a read of a loop's element shows in the function that loops: itself, or the call that leads to it. */
function placeIn(loopFrame: Frame, frame: Frame, at: Span): Place {
  let current = frame;
  let span = at;
  while (current !== loopFrame && current.caller) {
    span = current.caller.call;
    current = current.caller.frame;
  }
  return { path: current.path, start: span.start, end: span.end };
}

/** How many calls lead from one frame to another inside it. */
function depthBelow(outer: Frame, inner: Frame): number {
  let depth = 0;
  for (let frame = inner; frame !== outer && frame.caller; frame = frame.caller.frame) depth += 1;
  return depth;
}

function keyOf(place: Place): string {
  return `${place.path}:${place.start}:${place.end}`;
}

function* functionsOf(program: Program, path: string): Iterable<{ code: FunctionCode; owner: ClassFacts | undefined }> {
  const module = program.module(path);
  if (!module) return;
  for (const statement of flatten(module.code.body)) {
    if (statement.kind === "function") yield { code: statement.function, owner: undefined };
    if (statement.kind === "class") {
      const owner = module.classes.get(statement.class.name);
      for (const inner of flatten(statement.class.body)) {
        if (inner.kind === "function")
          yield { code: inner.function, owner: owner?.code === statement.class ? owner : undefined };
      }
    }
  }
}

function* flatten(body: readonly Stmt[]): Iterable<Stmt> {
  for (const statement of body) {
    yield statement;
    if (statement.kind === "if") {
      yield* flatten(statement.then);
      yield* flatten(statement.otherwise);
    } else if (statement.kind === "try") yield* flatten(statement.body);
  }
}
