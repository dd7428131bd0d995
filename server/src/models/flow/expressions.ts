// The value of an expression, of the names known where it stands.

import type { Span } from "../../text/span.ts";
import { dottedName } from "../code/dotted-name.ts";
import type { Expr } from "../code/syntax.ts";
import { readAttribute } from "./attributes.ts";
import { callValue } from "./calls.ts";
import { dictOf, entryOf, joinHeld, listOf, picked } from "./containers.ts";
import type { Evaluator, Outcome } from "./evaluator.ts";
import { joinValues } from "./joins.ts";
import { elementOf, iterate, materialise } from "./rows.ts";
import { assign } from "./statements.ts";
import { type Frame, type Loop, loopOf, Scope, UNKNOWN, unknownIn, type Value } from "./values.ts";

export function evaluateExpression(evaluator: Evaluator, expr: Expr, scope: Scope, frame: Frame, out?: Outcome): Value {
  switch (expr.kind) {
    case "name":
      return scope.get(expr.name) ?? evaluator.global(expr.name, frame.path);
    case "literal":
      return { kind: "literal", value: expr.value };
    case "attribute":
      return readAttribute(evaluator, evaluator.evaluate(expr.of, scope, frame, out), expr.name, expr, frame);
    case "call":
      return callValue(evaluator, expr, scope, frame);
    case "sequence": {
      const items = expr.items.map((item) =>
        evaluator.evaluate(item.kind === "starred" ? item.of : item, scope, frame, out),
      );
      if (expr.items.some((item) => item.kind === "starred")) return spreadSequence(evaluator, expr, items, frame);
      if (expr.of === "tuple") return { kind: "tuple", items };
      return literalList(items);
    }
    case "dict": {
      const keys = expr.keys.map((key) => evaluator.evaluate(key, scope, frame, out));
      const values = expr.values.map((value) => evaluator.evaluate(value, scope, frame, out));
      return dictOf(keys.map((key, at): [Value, Value] => [key, values[at] ?? UNKNOWN]));
    }
    case "subscript": {
      const of = evaluator.evaluate(expr.of, scope, frame, out);
      const index = expr.index.map((item) => evaluator.evaluate(item, scope, frame, out));
      return subscript(evaluator, of, expr, index, frame);
    }
    case "lambda":
      return { kind: "lambda", params: expr.params, body: expr.body, scope, frame };
    case "comprehension":
      return evaluateComprehension(evaluator, expr, scope, frame, false);
    case "conditional": {
      const test = evaluator.evaluate(expr.test, scope, frame, out);
      if (test.kind === "literal")
        return evaluator.evaluate(test.value ? expr.then : expr.otherwise, scope, frame, out);
      return joinValues([
        evaluator.evaluate(expr.then, scope, frame, out),
        evaluator.evaluate(expr.otherwise, scope, frame, out),
      ]);
    }
    case "boolean":
      if (isKeyBefore(expr, (owner) => evaluator.evaluate(owner, scope, frame, out)))
        return evaluator.evaluate(expr.left, scope, frame, out);
      return joinValues([
        evaluator.evaluate(expr.left, scope, frame, out),
        evaluator.evaluate(expr.right, scope, frame, out),
      ]);
    case "not": {
      const of = evaluator.evaluate(expr.of, scope, frame, out);
      return of.kind === "literal" ? { kind: "literal", value: !of.value } : UNKNOWN;
    }
    case "await":
      return evaluator.evaluate(expr.of, scope, frame, out);
    case "starred":
      return evaluator.evaluate(expr.of, scope, frame, out);
    case "yield": {
      const value = expr.of ? evaluator.evaluate(expr.of, scope, frame, out) : UNKNOWN;
      out?.yields.push(expr.from ? elementFrom(evaluator, value, expr, frame) : value);
      return UNKNOWN;
    }
    case "walrus": {
      const value = evaluator.evaluate(expr.value, scope, frame, out);
      scope.set(expr.name, value);
      return value;
    }
    case "compare": {
      const items = expr.items.map((item) => evaluator.evaluate(item, scope, frame, out));
      const [left, right] = expr.items;
      const isNone =
        expr.ops.length === 1 && right?.kind === "literal" && right.value === null && items[0]?.kind === "literal";
      if (isNone && left) {
        const same = items[0]?.kind === "literal" && items[0].value === null;
        return { kind: "literal", value: expr.ops[0] === "is" || expr.ops[0] === "==" ? same : !same };
      }
      return unknownIn(items.map(loopOf).find((loop) => loop !== undefined));
    }
    case "binary": {
      const left = evaluator.evaluate(expr.left, scope, frame, out);
      const right = evaluator.evaluate(expr.right, scope, frame, out);
      if (expr.op === "+") {
        const [before, after] = [itemsOf(left), itemsOf(right)];
        if (left.kind === "tuple" && before && after) return { kind: "tuple", items: [...before, ...after] };
        if (left.kind === "many" && before && after) return literalList([...before, ...after]);
        if (left.kind === "many" || right.kind === "many") return joinValues([left, right]);
      }
      return unknownIn(loopOf(left) ?? loopOf(right));
    }
    case "slice":
    case "parts": {
      const values = expr.kind === "slice" ? expr.parts : expr.items;
      return unknownIn(
        values.map((item) => loopOf(evaluator.evaluate(item, scope, frame, out))).find((loop) => loop !== undefined),
      );
    }
  }
}

/** `order.customer_id or order.customer.id`: the relationship is asked only where there is no key, and then there is nothing to fetch. */
function isKeyBefore({ op, left, right }: Expr & { kind: "boolean" }, evaluate: (of: Expr) => Value): boolean {
  if (op !== "or" || left.kind !== "attribute") return false;
  let read = right;
  while (read.kind === "attribute" && read.of.kind === "attribute") read = read.of;
  if (read.kind !== "attribute" || read.of.kind !== "name" || dottedName(left.of) !== read.of.name) return false;
  const owner = evaluate(left.of);
  return (
    owner.kind === "entity" && owner.entity.relationships.get(read.name)?.localColumns.includes(left.name) === true
  );
}

export function evaluateComprehension(
  evaluator: Evaluator,
  expr: Expr & { kind: "comprehension" },
  scope: Scope,
  frame: Frame,
  once: boolean,
): Value {
  const inner = new Scope(scope);
  const loops = evaluator.loops.length;
  let element: Value = UNKNOWN;
  let keyed: Value = UNKNOWN;
  let whole: Value | undefined;
  for (const clause of expr.clauses) {
    const iterable = evaluator.evaluate(clause.iterable, inner, frame);
    const loop: Loop = {
      start: expr.start,
      end: expr.end,
      frame,
      body: undefined,
      outer: evaluator.loops.at(-1),
      once: once && clause.conditions.length === 0,
    };
    whole ??= iterable;
    evaluator.loops.push(loop);
    assign(evaluator, clause.target, iterate(evaluator, iterable, loop, frame), inner, frame);
    for (const condition of clause.conditions) evaluator.evaluate(condition, inner, frame);
  }
  const [first, second] = expr.elements;
  if (first) element = evaluator.evaluate(first, inner, frame);
  if (second) keyed = evaluator.evaluate(second, inner, frame);
  evaluator.loops.length = loops;
  if (expr.of === "dict") return { kind: "dict", key: element, value: keyed };
  return { kind: "many", element, rows: undefined, isFixed: false };
}

/** `rows[0]` behind the loop that made the list is one of them, and no longer each. */
function alone(evaluator: Evaluator, value: Value): Value {
  return value.kind === "entity" && value.loop && !evaluator.loops.includes(value.loop)
    ? { ...value, loop: undefined }
    : value;
}

function subscript(
  evaluator: Evaluator,
  of: Value,
  expr: Expr & { kind: "subscript" },
  index: readonly Value[],
  frame: Frame,
): Value {
  const isSlice = expr.index.some((item) => item.kind === "slice");
  switch (of.kind) {
    case "many":
      return isSlice ? { ...of, rows: undefined } : alone(evaluator, picked(evaluator, of.element, index[0]));
    case "tuple": {
      const [at] = index;
      return at?.kind === "literal" && typeof at.value === "number"
        ? (of.items.at(at.value) ?? UNKNOWN)
        : unknownIn(loopOf(of));
    }
    case "dict":
      return picked(evaluator, entryOf(of, index[0]), index[0]);
    case "query":
      return isSlice ? materialise(evaluator, of.query, expr, frame) : UNKNOWN;
    case "class": {
      const [type] = index;
      return type?.kind === "class" ? { ...of, of: type.class } : of;
    }
    default:
      return unknownIn(loopOf(of) ?? index.map(loopOf).find((loop) => loop !== undefined));
  }
}

/** What `yield from` and `*` hand on, one at a time. */
function elementFrom(evaluator: Evaluator, value: Value, at: Span, frame: Frame): Value {
  switch (value.kind) {
    case "many":
      return value.element;
    case "query":
      return materialise(evaluator, value.query, at, frame).element;
    case "result":
      return elementOf(value.rows, !value.scalars);
    default:
      return UNKNOWN;
  }
}

/** The items of a literal, where they are known. */
function itemsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === "tuple") return value.items;
  return value.kind === "many" ? value.items : undefined;
}

/** `[*a, b]`: the items one by one where all are known, else what they have in common. */
function spreadSequence(
  evaluator: Evaluator,
  expr: Expr & { kind: "sequence" },
  items: readonly Value[],
  frame: Frame,
): Value {
  const isSpread = (at: number): boolean => expr.items[at]?.kind === "starred";
  const parts = items.map((item, at) => (isSpread(at) ? itemsOf(item) : [item]));
  if (parts.every((part) => part !== undefined)) {
    const all = parts.flat();
    if (expr.of === "tuple") return { kind: "tuple", items: all };
    return literalList(all);
  }
  return listOf(
    items
      .map((item, at) => (isSpread(at) ? elementFrom(evaluator, item, expr, frame) : item))
      .reduce(joinHeld, UNKNOWN),
  );
}

function literalList(items: readonly Value[]): Value {
  return { kind: "many", element: joinValues(items), rows: undefined, isFixed: true, items };
}
