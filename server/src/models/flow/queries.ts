// Queries as values: `session.query(…)` and `select(…)`, the methods that shape them, and those that run them.

import type { Span } from "../../text/span.ts";
import type { Argument, Expr } from "../code/syntax.ts";
import { argumentsOf, type Call, COMPUTED, type Given } from "./calls.ts";
import { isCommit } from "./commits.ts";
import type { Evaluator } from "./evaluator.ts";
import { DELETED, pathOf } from "./loading.ts";
import { pinnedBy } from "./pinned.ts";
import { elementOf, itemOf, materialise, run, single } from "./rows.ts";
import { type Frame, type Load, type Loop, loopOf, type Query, type Scope, UNKNOWN, type Value } from "./values.ts";

const FILTERING = new Set(["filter", "filter_by", "where", "having"]);
const SHAPING = new Set([
  "order_by",
  "group_by",
  "distinct",
  "join",
  "outerjoin",
  "select_from",
  "join_from",
  "outerjoin_from",
  "execution_options",
  "populate_existing",
  "params",
  "correlate",
  "prefix_with",
  "with_hint",
  "reset_joinpoint",
  "autoflush",
  "enable_assertions",
  "with_session",
  "tuples",
]);
const LIMITING = new Set(["limit", "offset", "slice", "fetch"]);
const ALL = new Set([
  "all",
  "fetchall",
  "fetchmany",
  "scalars",
  "partitions",
  "unique",
  "tuples",
  "yield_per",
  "freeze",
]);
const ONE = new Set([
  "first",
  "one",
  "one_or_none",
  "scalar",
  "scalar_one",
  "scalar_one_or_none",
  "get",
  "get_or_404",
  "first_or_404",
  "one_or_404",
  "fetchone",
  "get_one",
]);
const COUNTING = new Set([
  "count",
  "exists",
  "update",
  "subquery",
  "cte",
  "scalar_subquery",
  "as_scalar",
  "alias",
  "lateral",
  "compile",
  "values",
  "returning",
  "from_statement",
]);
const COMBINING = new Set(["union", "union_all", "except_", "except_all", "intersect", "intersect_all"]);
/** What a query asks for, anew or in addition. */
const CHOOSING = new Set(["with_entities", "with_only_columns"]);
const ADDING = new Set(["add_columns", "add_column", "add_entity"]);
/** A list of options counts as if it had been spread. */
const SPREAD: Argument = {
  name: "",
  star: "*",
  value: { kind: "literal", value: null, start: 0, end: 0 },
};
const RUNNING = /^(execute|scalars|scalar|exec|stream|stream_scalars)$/;

export function startQuery(style: Query["style"], items: readonly Value[], at: Span, frame: Frame): Query {
  return {
    style,
    items,
    loads: [],
    uncertain: false,
    isFiltered: false,
    pinned: [],
    hasLimit: false,
    givesOne: false,
    eagerIsOff: false,
    locks: false,
    yieldsPer: false,
    place: { path: frame.path, start: at.start, end: at.end },
    options: [],
    loop: undefined,
    others: [],
  };
}

/** Methods of a query; undefined where the name is none of theirs. */
export function callQueryMethod(
  evaluator: Evaluator,
  query: Query,
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value {
  const given = argumentsOf(evaluator, call, scope, frame);
  const loop = query.loop ?? loopOfAll(given);
  if (name === "options") return { kind: "query", query: withOptions(query, given, call, frame) };
  if (FILTERING.has(name)) {
    const pinned = [...query.pinned, ...pinnedBy(query, name, call, frame)];
    // Patterns of many keys are no list that one query could ask for.
    const keys = given.filter((_, index) => !isPattern(call.args[index]?.value));
    const keyed = query.loop ?? loopOfAll(keys);
    return { kind: "query", query: { ...query, isFiltered: true, pinned, loop: keyed } };
  }
  // Pages are asked for one after the other, which is no query per key.
  if (LIMITING.has(name)) {
    const [first] = given;
    const isOne = name === "limit" && first?.value.kind === "literal" && first.value.value === 1;
    return { kind: "query", query: { ...query, hasLimit: true, givesOne: query.givesOne || isOne } };
  }
  if (COMBINING.has(name)) return combined(query, given, call, frame);
  if (CHOOSING.has(name)) return { kind: "query", query: { ...query, items: given.map((one) => one.value), loop } };
  if (ADDING.has(name))
    return { kind: "query", query: { ...query, items: [...query.items, ...given.map((one) => one.value)], loop } };
  if (name === "paginate") {
    const items = materialise(evaluator, { ...query, hasLimit: true }, call, frame);
    return { kind: "record", fields: new Map<string, Value>([["items", items]]) };
  }
  if (name === "partitions") {
    const rows = materialise(evaluator, { ...query, loop }, call, frame);
    return { kind: "many", element: rows, rows: undefined, isFixed: false };
  }
  if (SHAPING.has(name))
    return { kind: "query", query: { ...query, isFiltered: query.isFiltered || /join/.test(name), loop } };
  if (name === "with_for_update") return { kind: "query", query: { ...query, locks: true, loop } };
  if (name === "yield_per") return { kind: "query", query: { ...query, yieldsPer: true, loop } };
  if (name === "enable_eagerloads") {
    const [first] = given;
    if (first?.value.kind !== "literal") return { kind: "query", query: { ...query, uncertain: true, loop } };
    return { kind: "query", query: { ...query, eagerIsOff: first.value.value === false, loop } };
  }
  if (ALL.has(name)) return materialise(evaluator, { ...query, loop }, call, frame);
  if (ONE.has(name)) return single(evaluator, { ...query, isFiltered: true, loop }, call, frame);
  if (name === "delete") {
    const [item] = query.items;
    if (item?.kind === "class" && item.entity) evaluator.delete(item.entity, call, frame);
    return UNKNOWN;
  }
  if (COUNTING.has(name)) {
    if (/^(count|exists)$/.test(name) && query.style === "legacy") run(evaluator, { ...query, loop }, call, frame);
    return UNKNOWN;
  }
  return UNKNOWN;
}

/** `Book.title.ilike(f"%{word}%")` */
function isPattern(condition: Expr | undefined): boolean {
  return (
    condition?.kind === "call" &&
    condition.callee.kind === "attribute" &&
    /^(i?like|i?contains|i?startswith|i?endswith|regexp_match|match)$/.test(condition.callee.name)
  );
}

/** `session.query(…)`, `session.execute(…)` and their like; told by what they are given, not by the session's name. */
export function callSessionMethod(
  evaluator: Evaluator,
  receiver: Value,
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value | undefined {
  const on = call.callee.kind === "attribute" ? call.callee.of : undefined;
  if (on && isCommit(evaluator, call, frame)) {
    evaluator.commits++;
    evaluator.wholeTables.clear();
    return UNKNOWN;
  }
  if (name === "query") {
    const items = argumentsOf(evaluator, call, scope, frame).map((given) => given.value);
    if (!items.some(isAskedFor)) return receiver.kind === "unknown" ? UNKNOWN : undefined;
    if (on) evaluator.sessions.use(on, frame);
    return { kind: "query", query: startQuery("legacy", items, call, frame) };
  }
  if (name === "refresh") {
    const [row, names] = argumentsOf(evaluator, call, scope, frame);
    const listed =
      names?.value.kind === "many" ? (names.value.items ?? []) : names?.value.kind === "tuple" ? names.value.items : [];
    for (const item of listed) {
      const relationship =
        row?.value.kind === "entity" && item.kind === "literal"
          ? row.value.entity.relationships.get(String(item.value))
          : undefined;
      if (!relationship || row?.value.kind !== "entity") continue;
      evaluator.events.refreshed(row.value, relationship, call, frame);
      row.value.rows.touched.add(pathOf(row.value, relationship, evaluator.commits));
    }
    return UNKNOWN;
  }
  if (name === "delete") {
    const [first] = argumentsOf(evaluator, call, scope, frame);
    if (first?.value.kind !== "entity") return receiver.kind === "unknown" ? UNKNOWN : undefined;
    evaluator.delete(first.value.entity, call, frame);
    if (first.value.path.length === 0) first.value.rows.touched.add(DELETED);
    return UNKNOWN;
  }
  if (RUNNING.test(name) && receiver.kind !== "function") {
    const given = argumentsOf(evaluator, call, scope, frame);
    const [first] = given;
    if (first?.value.kind !== "query") return receiver.kind === "unknown" ? UNKNOWN : undefined;
    if (on) evaluator.sessions.use(on, frame);
    // Bound parameters may be what varies.
    const query = { ...first.value.query, loop: first.value.query.loop ?? loopOfAll(given.slice(1)) };
    if (name === "scalar") return single(evaluator, query, call, frame);
    if (name === "scalars" || name === "stream_scalars") return scalarsOf(materialise(evaluator, query, call, frame));
    if (name === "exec") {
      const rows = materialise(evaluator, query, call, frame).rows;
      return rows ? { kind: "result", rows, scalars: query.items.length === 1 } : UNKNOWN;
    }
    const rows = materialise(evaluator, query, call, frame).rows;
    return rows ? { kind: "result", rows, scalars: false } : UNKNOWN;
  }
  if ((name === "get" || name === "get_one") && receiver.kind === "unknown") {
    const given = argumentsOf(evaluator, call, scope, frame);
    const [first] = given;
    if (first?.value.kind !== "class" || !first.value.entity) return undefined;
    const options = given.find((one) => one.argument?.name === "options");
    const plain = { ...startQuery("legacy", [first.value], call, frame), isFiltered: true, loop: loopOfAll(given) };
    const query = options ? withOptions(plain, [{ ...options, argument: SPREAD }], call, frame) : plain;
    // The options are no call of their own, into which another could be put.
    return single(evaluator, { ...query, options: [] }, call, frame);
  }
  return undefined;
}

function isAskedFor(item: Value): boolean {
  if (item.kind === "class") return item.entity !== undefined;
  return item.kind === "column" || (item.kind === "external" && item.name.startsWith(COMPUTED));
}

export function callResultMethod(
  evaluator: Evaluator,
  result: Value & { kind: "result" },
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value {
  argumentsOf(evaluator, call, scope, frame);
  const { rows } = result;
  if (name === "scalars") return { kind: "result", rows, scalars: true };
  if (name === "unique" || name === "yield_per" || name === "tuples" || name === "execution_options") return result;
  if (name === "mappings" || name === "columns" || name === "keys") return UNKNOWN;
  if (/^scalar(_one(_or_none)?)?$/.test(name)) return itemOf(rows, rows.query.items[0]);
  if (ONE.has(name)) return result.scalars ? itemOf(rows, rows.query.items[0]) : elementOf(rows, true);
  if (name === "partitions") {
    const element = result.scalars ? itemOf(rows, rows.query.items[0]) : elementOf(rows, true);
    const block: Value = { kind: "many", element, rows: undefined, isFixed: false };
    return { kind: "many", element: block, rows: undefined, isFixed: false };
  }
  if (ALL.has(name)) {
    const element = result.scalars ? itemOf(rows, rows.query.items[0]) : elementOf(rows, true);
    return { kind: "many", element, rows, isFixed: false };
  }
  return UNKNOWN;
}

/** `a.union(b)` of legacy queries gives rows of what the first asks for; of selects it gives columns. */
function combined(query: Query, given: readonly Given[], call: Call, frame: Frame): Value {
  if (query.style !== "legacy") return UNKNOWN;
  const parts = [query, ...given.flatMap(({ value }) => (value.kind === "query" ? [value.query] : []))];
  return {
    kind: "query",
    query: {
      ...query,
      uncertain: parts.length <= given.length || parts.some((part) => part.uncertain || part.loads.length > 0),
      isFiltered: true,
      pinned: [],
      place: { path: frame.path, start: call.start, end: call.end },
      options: [],
    },
  };
}

function scalarsOf(many: Value): Value {
  if (many.kind !== "many" || !many.rows) return UNKNOWN;
  return { kind: "result", rows: many.rows, scalars: true };
}

function withOptions(query: Query, given: readonly Given[], call: Call, frame: Frame): Query {
  const loads: Load[] = [];
  let uncertain = query.uncertain;
  for (const { value, argument } of given) {
    const options = argument?.star === "*" ? optionsIn(value) : [value];
    if (!options) uncertain = true;
    for (const option of options ?? []) {
      if (option.kind === "loads") {
        loads.push(...option.loads);
        if (!option.certain) uncertain = true;
      } else uncertain = true;
    }
  }
  return {
    ...query,
    loads: [...query.loads, ...loads],
    uncertain,
    options: [...query.options, { path: frame.path, start: call.start, end: call.end }],
  };
}

/** The options in a tuple or list; undefined where they cannot be told. */
function optionsIn(value: Value): readonly Value[] | undefined {
  if (value.kind === "tuple") return value.items;
  return value.kind === "many" ? value.items : undefined;
}

function loopOfAll(given: readonly Given[]): Loop | undefined {
  return given.map((one) => loopOf(one.value)).find((loop) => loop !== undefined);
}
