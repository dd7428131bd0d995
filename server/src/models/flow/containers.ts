// Lists and dictionaries as values: what their methods give, and what they hold after something was put in.

import type { Expr } from "../code/syntax.ts";
import { apply, argumentsOf, type Call } from "./calls.ts";
import type { Evaluator } from "./evaluator.ts";
import { joinValues } from "./joins.ts";
import { inLoop } from "./rows.ts";
import { type Frame, loopOf, type Many, type Scope, UNKNOWN, type Value } from "./values.ts";

export type Dict = Value & { readonly kind: "dict" };

export function dictOf(pairs: readonly (readonly [key: Value, value: Value])[]): Dict {
  const fields = new Map<string, Value>();
  for (const [key, value] of pairs)
    if (key.kind === "literal" && typeof key.value === "string") fields.set(key.value, value);
  return {
    kind: "dict",
    key: joinValues(pairs.map(([key]) => key)),
    value: joinValues(pairs.map(([, value]) => value)),
    fields,
  };
}

export function listOf(element: Value): Many {
  return { kind: "many", element, rows: undefined, isFixed: false };
}

export function callDict(
  evaluator: Evaluator,
  dict: Dict,
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value {
  const [first, second] = argumentsOf(evaluator, call, scope, frame).map((one) => one.value);
  switch (name) {
    case "values":
      return listOf(dict.value);
    case "keys":
      return listOf(dict.key);
    case "items":
      return listOf({ kind: "tuple", items: [dict.key, dict.value] });
    case "get":
    case "pop":
      return picked(evaluator, entryOf(dict, first), first);
    case "setdefault": {
      const value = second ? joinHeld(dict.value, second) : dict.value;
      store(evaluator, receiverOf(call), { kind: "dict", key: heldKey(dict, first), value }, scope, frame);
      return value;
    }
    case "copy":
      return dict;
    default:
      return UNKNOWN;
  }
}

/** What stands under a key: exactly, where the dictionary is a literal and the key a constant. */
export function entryOf(dict: Dict, key: Value | undefined): Value {
  const exact = key?.kind === "literal" ? dict.fields?.get(String(key.value)) : undefined;
  return exact ?? dict.value;
}

export function callMany(
  evaluator: Evaluator,
  many: Many,
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value {
  const given = argumentsOf(evaluator, call, scope, frame);
  const first = given[0]?.value ?? UNKNOWN;
  switch (name) {
    case "append":
    case "add":
    case "appendleft":
      store(evaluator, receiverOf(call), grown(many, [first], evaluator), scope, frame);
      return UNKNOWN;
    case "extend":
    case "update": {
      const items = first.kind === "tuple" ? first.items : first.kind === "many" ? first.items : undefined;
      const added = first.kind === "many" ? first.element : UNKNOWN;
      const after = items ? grown(many, items, evaluator) : listOf(joinHeld(many.element, added));
      store(evaluator, receiverOf(call), after, scope, frame);
      return UNKNOWN;
    }
    case "sort": {
      const key = given.find((one) => one.argument?.name === "key");
      if (key)
        evaluator.loop(call, undefined, false, frame, (loop) =>
          apply(evaluator, key.value, [inLoop(many.element, loop)], call, frame),
        );
      return UNKNOWN;
    }
    case "all":
    case "unique":
    case "copy":
    case "fetchall":
    case "scalars":
      return many;
    case "pop":
    case "popleft":
      return taken(evaluator, many);
    case "first":
    case "one":
    case "one_or_none":
      return many.element;
    default:
      return UNKNOWN;
  }
}

/** A list with more in it. Where it is few constants, put in outside of a loop, each is still known. */
function grown(many: Many, added: readonly Value[], evaluator: Evaluator): Many {
  const element = added.reduce(joinHeld, many.element);
  const items = many.items && evaluator.loops.length === 0 ? [...many.items, ...added] : undefined;
  return { kind: "many", element, rows: undefined, isFixed: false, ...(items ? { items } : {}) };
}

/** `rows.pop()` in a `while` gives another row in each round, if the rows were there before it. */
function taken(evaluator: Evaluator, many: Many): Value {
  const loop = evaluator.loops.at(-1);
  const { element } = many;
  const isOlder = element.kind === "entity" && element.rows.within !== loop;
  return loop?.isWhile && isOlder ? inLoop(element, loop) : element;
}

/** One of many, chosen by something that changes with a loop, is another one in each round. */
export function picked(evaluator: Evaluator, value: Value, by: Value | undefined): Value {
  const loop = by && loopOf(by);
  if (!loop || !evaluator.loops.includes(loop) || value.kind !== "entity") return value;
  return value.rows.within === loop ? value : inLoop(value, loop);
}

/** What a container holds once something is added: an empty one holds just that. */
export function joinHeld(held: Value, added: Value): Value {
  return held === UNKNOWN ? added : joinValues([held, added]);
}

function heldKey(dict: Dict, key: Value | undefined): Value {
  return key ? joinHeld(dict.key, key) : dict.key;
}

function receiverOf(call: Call): Expr | undefined {
  return call.callee.kind === "attribute" ? call.callee.of : undefined;
}

/** Makes the place that an expression names hold a value: a variable, an entry of a dictionary, a field of an object. */
export function store(evaluator: Evaluator, place: Expr | undefined, value: Value, scope: Scope, frame: Frame): void {
  if (place?.kind === "name") scope.set(place.name, value);
  else if (place?.kind === "subscript") {
    const of = evaluator.evaluate(place.of, scope, frame);
    const [index] = place.index;
    if (of.kind === "dict" || (of.kind === "many" && of.isFixed)) {
      const before: Dict = of.kind === "dict" ? of : { kind: "dict", key: UNKNOWN, value: UNKNOWN };
      const key = index ? heldKey(before, evaluator.evaluate(index, scope, frame)) : before.key;
      store(evaluator, place.of, { kind: "dict", key, value: joinHeld(before.value, value) }, scope, frame);
    }
  } else if (place?.kind === "call" && place.callee.kind === "attribute" && place.callee.name === "setdefault") {
    const of = evaluator.evaluate(place.callee.of, scope, frame);
    if (of.kind === "dict")
      store(evaluator, place.callee.of, { kind: "dict", key: of.key, value: joinHeld(of.value, value) }, scope, frame);
  } else if (place?.kind === "attribute") {
    const of = evaluator.evaluate(place.of, scope, frame);
    if (of.kind === "instance") of.fields.set(place.name, value);
  }
}
