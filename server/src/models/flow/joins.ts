// What a variable holds after branches that disagree, or a container that was given several things.

import {
  type EntityValue,
  type Load,
  loopOf,
  type Many,
  type Query,
  type Rows,
  UNKNOWN,
  unknownIn,
  type Value,
} from "./values.ts";

const MAX_QUERIES = 4;
/** Values inside of values are told apart to this depth. */
const MAX_DEPTH = 4;

export function joinValues(values: readonly Value[]): Value {
  const [first, ...rest] = values;
  if (!first) return UNKNOWN;
  return rest.reduce((a, b) => joinTwo(a, b), first);
}

function joinTwo(a: Value, b: Value, depth = 0): Value {
  if (a === b) return a;
  if (depth > MAX_DEPTH) return unknownIn(loopOf(a) ?? loopOf(b));
  if (a.kind === "literal" && a.value === null) return b;
  if (b.kind === "literal" && b.value === null) return a;
  if (a.kind === "query" && b.kind === "query") return { kind: "query", query: joinQueries(a.query, b.query) };
  if (a.kind === "loads" && b.kind === "loads")
    return { kind: "loads", loads: joinLoads(a.loads, b.loads), certain: a.certain && b.certain };
  if (a.kind === "many" && b.kind === "many") return joinMany(a, b, depth + 1);
  if (a.kind === "entity" && b.kind === "entity") {
    const joined = joinEntities(a, b);
    if (joined) return joined;
  }
  if (a.kind === "tuple" && b.kind === "tuple" && a.items.length === b.items.length)
    return { kind: "tuple", items: a.items.map((item, at) => joinTwo(item, b.items[at] ?? UNKNOWN, depth + 1)) };
  if (a.kind === "dict" && b.kind === "dict") {
    if (isEmpty(a)) return b;
    if (isEmpty(b)) return a;
    return { kind: "dict", key: joinTwo(a.key, b.key, depth + 1), value: joinTwo(a.value, b.value, depth + 1) };
  }
  return unknownIn(loopOf(a) ?? loopOf(b));
}

function isEmpty(dict: Value & { kind: "dict" }): boolean {
  return dict.key === UNKNOWN && dict.value === UNKNOWN && dict.fields?.size === 0;
}

function joinMany(a: Many, b: Many, depth: number): Value {
  if (a.isFixed && a.element === UNKNOWN && !hasOptions(b)) return b;
  if (b.isFixed && b.element === UNKNOWN && !hasOptions(a)) return a;
  const items = a.items && b.items ? joinItems(a.items, b.items) : undefined;
  return {
    kind: "many",
    element: joinTwo(a.element, b.element, depth),
    rows: a.rows === b.rows ? a.rows : undefined,
    isFixed: a.isFixed && b.isFixed,
    ...(items ? { items } : {}),
  };
}

function hasOptions(many: Many): boolean {
  return many.items?.some((item) => item.kind === "loads") ?? false;
}

/** Loader options that one branch put into a list and the other did not. */
function joinItems(a: readonly Value[], b: readonly Value[]): readonly Value[] | undefined {
  const joined: Value[] = [];
  for (const item of new Set([...a, ...b])) {
    if (a.includes(item) && b.includes(item)) joined.push(item);
    else if (item.kind === "loads") joined.push({ ...item, loads: item.loads.map(perhaps) });
    else return undefined;
  }
  return joined;
}

/** Rows of one entity that come from one query or another are told of like those of one, where both load the same. */
function joinEntities(a: EntityValue, b: EntityValue): Value | undefined {
  if (a.entity !== b.entity || a.path.join() !== b.path.join()) return undefined;
  if (a.rows === b.rows) return a.loop ? a : b;
  const query = joinQueries(a.rows.query, b.rows.query);
  if (query.uncertain) return undefined;
  const rows: Rows = { ...a.rows, query, commits: Math.min(a.rows.commits, b.rows.commits), touched: new Set() };
  return { ...a, rows, loop: a.loop ?? b.loop };
}

function joinQueries(a: Query, b: Query): Query {
  const isSame = a.place.start === b.place.start && a.place.path === b.place.path;
  const alike =
    a.items.length === b.items.length &&
    a.items.every((item, at) => {
      const other = b.items[at];
      return item.kind === "class" && other?.kind === "class" ? item.class === other.class : item.kind === other?.kind;
    });
  const others = otherQueries(a, b);
  return {
    ...b,
    loads: joinLoads(a.loads, b.loads),
    uncertain: a.uncertain || b.uncertain || !alike || (!isSame && a.style !== b.style) || others.length > MAX_QUERIES,
    isFiltered: a.isFiltered || b.isFiltered,
    pinned: a.pinned.filter((name) => b.pinned.includes(name)),
    hasLimit: a.hasLimit || b.hasLimit,
    givesOne: a.givesOne && b.givesOne,
    eagerIsOff: a.eagerIsOff || b.eagerIsOff,
    locks: a.locks || b.locks,
    yieldsPer: a.yieldsPer || b.yieldsPer,
    loop: a.loop ?? b.loop,
    others,
  };
}

/** Each query once, however often the branches meet; what comes from too many is not told of. */
function otherQueries(a: Query, b: Query): readonly Query[] {
  const byPlace = new Map<string, Query>();
  for (const query of [...b.others, ...a.others, a]) byPlace.set(placeKey(query), { ...query, others: [] });
  byPlace.delete(placeKey(b));
  return [...byPlace.values()].slice(0, MAX_QUERIES + 1);
}

function placeKey(query: Query): string {
  return `${query.place.path}:${query.place.start}`;
}

/** What only one of two branches loads is loaded perhaps. */
function joinLoads(a: readonly Load[], b: readonly Load[]): readonly Load[] {
  const key = (load: Load): string => `${load.path.join(".")}:${load.how}`;
  const [inA, inB] = [new Set(a.map(key)), new Set(b.map(key))];
  return [
    ...a.filter((load) => !inB.has(key(load))).map(perhaps),
    ...b.map((load) => (inA.has(key(load)) ? load : perhaps(load))),
  ];
}

function perhaps(load: Load): Load {
  return { ...load, isMaybe: true };
}
