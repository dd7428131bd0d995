// Whether most rounds of a loop do without the query that stands in it: it is remembered by key, or it is for one key only.

import type { Span } from "../../text/span.ts";
import { dottedName } from "../code/dotted-name.ts";
import { flatStatements } from "../code/statements.ts";
import type { Expr, Stmt } from "../code/syntax.ts";
import { walkCode, walkExpression } from "../code/walk.ts";
import type { Frame, Loop } from "./values.ts";

type If = Stmt & { readonly kind: "if" };

/** In the loop itself or in a function that it calls, the query is for one key only, remembered by key or asked once more. */
export function isSpared(loop: Loop, frame: Frame, at: Span): boolean {
  let span = at;
  for (let inner = frame; inner !== loop.frame && inner.caller; inner = inner.caller.frame) {
    const body = inner.function?.body ?? [];
    if (isRemembered(body, span) || isOfFailure(body, span)) return true;
    span = inner.caller.call;
  }
  const body = loop.body ?? [];
  return isRemembered(body, span) || isOfFailure(body, span) || isForOneKey(loop, span) || isAskedAgain(loop, span);
}

/** In a handler: only the rounds that fail come to it. A missing key or row is no failure. */
function isOfFailure(body: readonly Stmt[], at: Span): boolean {
  const handlers = flatStatements(body).flatMap((one) => (one.kind === "try" ? one.handlers : []));
  return handlers.some(({ type, body: handling }) => holds(handling, at) && !(type && isOfAbsence(type)));
}

function isOfAbsence(type: Expr): boolean {
  return walkExpression(type).some(
    (one) =>
      (one.kind === "name" || one.kind === "attribute") &&
      /^(Key|Lookup|Index|Attribute)Error$|NotFound|NoResult|DoesNotExist/.test(one.name),
  );
}

/** `if key not in orders: orders[key] = find(key)`: a key that has come before is not asked for again. */
function isRemembered(body: readonly Stmt[], at: Span): boolean {
  const all = flatStatements(body);
  const stores = new Set(all.flatMap((one) => (one.kind === "assign" ? (storeOf(one.target) ?? []) : [])));
  // What is made anew in each round remembers nothing of the others.
  for (const one of all) if (one.kind === "assign") stores.delete(dottedName(one.target) ?? "");
  const found = new Map(
    all.flatMap((one) => {
      const target = one.kind === "assign" ? dottedName(one.target) : undefined;
      const store = one.kind === "assign" && one.value ? lookedUpIn(one.value) : undefined;
      return target !== undefined && store !== undefined && stores.has(store) ? [[target, store] as const] : [];
    }),
  );
  if (handsBackWhatItHas(all, at)) return true;
  const isOf = (store: string | undefined) => store !== undefined && stores.has(store);
  return all.some((one) => {
    if (one.kind === "try" && one.handlers.some((handler) => holds(handler.body, at)))
      return walkCode(one.body).some((part) => isOf(storeOf(part)));
    if (one.kind !== "if") return false;
    const missing = holds(one.then, at) ? one.test : undefined;
    const known = holds(one.otherwise, at) || isLeft(one, all, at) ? one.test : undefined;
    return (
      (missing !== undefined && partsOf(missing).some((part) => isOf(lackingIn(part, found)))) ||
      (known !== undefined && isOf(presentIn(known, found)))
    );
  });
}

/** `if key in self.orders: return self.orders[key]` before the query: what the object holds may be filled elsewhere. */
function handsBackWhatItHas(all: readonly Stmt[], at: Span): boolean {
  const found = new Map(
    all.flatMap((one) => {
      const target = one.kind === "assign" ? dottedName(one.target) : undefined;
      const store = one.kind === "assign" && one.value ? lookedUpIn(one.value) : undefined;
      return target !== undefined && store?.startsWith("self.") ? [[target, store] as const] : [];
    }),
  );
  return all.some((one) => {
    const last = one.kind === "if" && isLeft(one, all, at) ? one.then.at(-1) : undefined;
    if (one.kind !== "if" || last?.kind !== "return" || !last.value) return false;
    const store = presentIn(one.test, found);
    return store?.startsWith("self.") === true && (storeOf(last.value) ?? valueFrom(last.value, found)) === store;
  });
}

/** `if parcel.order_id == wanted: find(parcel.order_id)`: the key is the same whenever the query runs. */
function isForOneKey(loop: Loop, at: Span): boolean {
  const own = flatStatements(loop.frame.function?.body ?? []).find(
    (one) => one.kind === "for" && one.start === loop.start && one.end === loop.end,
  );
  if (own?.kind !== "for") return false;
  const all = flatStatements(own.body);
  const made = new Set(
    [own, ...all].flatMap((one) => (one.kind === "assign" || one.kind === "for" ? namesIn(one.target) : [])),
  );
  const keys = walkCode(own.body)
    .filter((one) => one.kind === "call" && one.start === at.start && one.end === at.end)
    .flatMap((call) => dottedNamesIn(call))
    .filter((name) => made.has(rootOf(name)));
  const conditions = all.flatMap((one) => (one.kind === "if" && holds(one.then, at) ? partsOf(one.test) : []));
  return (
    keys.length > 0 &&
    keys.every((key) =>
      conditions.some((condition) => {
        if (condition.kind !== "compare" || condition.ops.join() !== "==") return false;
        const names = condition.items.map(dottedName);
        return names.includes(key) && names.some((name) => name !== undefined && !made.has(rootOf(name)));
      }),
    )
  );
}

/** The same is asked before and after a step of the round, to see what that has changed. */
function isAskedAgain({ body }: Loop, at: Span): boolean {
  const calls = walkCode(body ?? []).filter((one) => one.kind === "call");
  const asked = calls.find((one) => one.start === at.start && one.end === at.end);
  const shape = asked && shapeOf(asked);
  const before = shape === undefined ? undefined : calls.find((one) => one.end < at.start && shapeOf(one) === shape);
  return before !== undefined && calls.some((one) => one.start > before.end && one.end < at.start);
}

/** The same for two expressions that read alike. */
function shapeOf(expr: Expr): string {
  return JSON.stringify(expr, (key, value: unknown) => (key === "start" || key === "end" ? undefined : value));
}

/** "orders" where a test says that it lacks the key: `key not in orders`, `order is None`, `not order`. */
function lackingIn(test: Expr, found: ReadonlyMap<string, string>): string | undefined {
  if (test.kind === "not") return presentIn(test.of, found);
  if (test.kind !== "compare") return undefined;
  const [left, right] = test.items;
  if (test.ops.join() === "not in") return right && dottedName(right);
  const isNone = right?.kind === "literal" && right.value === null && /^(is|==)$/.test(test.ops.join());
  return isNone && left ? valueFrom(left, found) : undefined;
}

/** "orders" where a test says that it has the key: `key in orders`, `order`, `order is not None`. */
function presentIn(test: Expr, found: ReadonlyMap<string, string>): string | undefined {
  if (test.kind !== "compare") return valueFrom(test, found);
  const [left, right] = test.items;
  if (test.ops.join() === "in") return right && dottedName(right);
  const isNone = right?.kind === "literal" && right.value === null && /^(is not|!=)$/.test(test.ops.join());
  return isNone && left ? valueFrom(left, found) : undefined;
}

/** Where a value comes from: `orders.get(key)`, or a name that was given it. */
function valueFrom(value: Expr, found: ReadonlyMap<string, string>): string | undefined {
  if (value.kind === "parts" && value.items.length === 1 && value.items[0]) return valueFrom(value.items[0], found);
  if (value.kind === "walrus") return lookedUpIn(value.value);
  return lookedUpIn(value) ?? found.get(dottedName(value) ?? "");
}

function lookedUpIn(value: Expr): string | undefined {
  return value.kind === "call" && value.callee.kind === "attribute" && value.callee.name === "get"
    ? dottedName(value.callee.of)
    : undefined;
}

function storeOf(target: Expr): string | undefined {
  return target.kind === "subscript" ? dottedName(target.of) : undefined;
}

/** `if key in orders: continue` stands before the place, in a block around it. */
function isLeft(one: If, all: readonly Stmt[], at: Span): boolean {
  const last = one.then.at(-1);
  if (one.end > at.start || !last || !/^(leave|return|raise)$/.test(last.kind)) return false;
  return !all.some(
    (other) =>
      other.kind === "if" && [other.then, other.otherwise].some((block) => holds(block, one) && !holds(block, at)),
  );
}

function partsOf(test: Expr): readonly Expr[] {
  return test.kind === "boolean" && test.op === "and" ? [...partsOf(test.left), ...partsOf(test.right)] : [test];
}

function holds(block: readonly Stmt[], at: Span): boolean {
  return block.some(({ start, end }) => start <= at.start && at.end <= end);
}

function namesIn(target: Expr): readonly string[] {
  return walkExpression(target).flatMap((one) => (one.kind === "name" ? [one.name] : []));
}

/** The longest names in an expression: "parcel.order_id" and not "parcel". */
function dottedNamesIn(expr: Expr): readonly string[] {
  const all = walkExpression(expr);
  return all.flatMap((one) => {
    const name = dottedName(one);
    const isPart = all.some((other) => other.kind === "attribute" && other.of === one);
    return name === undefined || isPart ? [] : [name];
  });
}

function rootOf(name: string): string {
  return name.split(".", 1)[0] ?? name;
}
