// What a call gives: queries and their rows, functions of the workspace, and the built-ins that walk over many values.

import type { Argument, Expr } from "../code/syntax.ts";
import { callBuiltin } from "./builtins.ts";
import type { Evaluator } from "./evaluator.ts";
import { loaderCall, loaderMethod } from "./loaders.ts";
import { callQueryMethod, callResultMethod, callSessionMethod, startQuery } from "./queries.ts";
import { type Frame, Scope, UNKNOWN, type Value, joinValues, loopOf, unknownIn } from "./values.ts";

export interface Given {
  readonly value: Value;
  readonly argument: Argument | undefined;
}

export type Call = Expr & { readonly kind: "call" };

export function callValue(evaluator: Evaluator, call: Call, scope: Scope, frame: Frame): Value {
  const { callee } = call;
  if (callee.kind === "attribute") {
    const receiver = evaluator.evaluate(callee.of, scope, frame);
    const special = callMethod(evaluator, receiver, callee.name, call, scope, frame);
    if (special) return special;
    return callPlain(evaluator, evaluator.attribute(receiver, callee.name, callee, frame), call, scope, frame);
  }
  return callPlain(evaluator, evaluator.evaluate(callee, scope, frame), call, scope, frame);
}

export function argumentsOf(evaluator: Evaluator, call: Call, scope: Scope, frame: Frame): Given[] {
  return call.args.map((argument) => ({ value: evaluator.evaluate(argument.value, scope, frame), argument }));
}

function callMethod(
  evaluator: Evaluator,
  receiver: Value,
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value | undefined {
  switch (receiver.kind) {
    case "query":
      return callQueryMethod(evaluator, receiver.query, name, call, scope, frame);
    case "result":
      return callResultMethod(evaluator, receiver, name, call, scope, frame);
    case "loads":
      return loaderMethod(evaluator, receiver, name, call, scope, frame);
    case "dict":
      return callDict(evaluator, receiver, name, call, scope, frame);
    case "many":
      return callMany(evaluator, receiver, name, call, scope, frame);
    case "path":
      argumentsOf(evaluator, call, scope, frame);
      return name === "of_type" || name === "and_" ? receiver : UNKNOWN;
    case "column": {
      const given = argumentsOf(evaluator, call, scope, frame);
      // A list of keys in one query is the very cure for a query per key.
      if (name === "in_" || name === "not_in" || name === "notin_") return UNKNOWN;
      return unknownIn(given.map((one) => loopOf(one.value)).find((loop) => loop !== undefined));
    }
    case "class":
      return evaluator.registry.ofClass(receiver.class)
        ? undefined
        : callSchema(evaluator, receiver, name, call, scope, frame);
    case "external":
      if (
        receiver.name === "flask_sqlalchemy.query" &&
        call.callee.kind === "attribute" &&
        call.callee.of.kind === "attribute"
      ) {
        const of = evaluator.evaluate(call.callee.of.of, scope, frame);
        if (of.kind === "class")
          return callQueryMethod(
            evaluator,
            startQuery("legacy", [of], call.callee.of, frame),
            name,
            call,
            scope,
            frame,
          );
      }
      return undefined;
    case "unknown":
    case "instance":
    case "function":
      return callSessionMethod(evaluator, receiver, name, call, scope, frame);
    default:
      return undefined;
  }
}

/** `Schema.model_validate(row)` and its like read the fields of the schema. */
function callSchema(
  evaluator: Evaluator,
  receiver: Value & { kind: "class" },
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value | undefined {
  if (name !== "model_validate" && name !== "from_orm" && name !== "parse_obj") return undefined;
  const given = argumentsOf(evaluator, call, scope, frame);
  const [first] = given;
  if (first) evaluator.events.serialized(first.value, receiver.class, call, frame, evaluator);
  return UNKNOWN;
}

function callPlain(evaluator: Evaluator, callee: Value, call: Call, scope: Scope, frame: Frame): Value {
  if (callee.kind === "external") {
    const builtin = callBuiltin(evaluator, callee.name, call, scope, frame);
    if (builtin) return builtin;
    const loader = loaderCall(evaluator, callee.name, call, scope, frame);
    if (loader) return loader;
    if (/^(sqlalchemy(\.\w+)*|sqlmodel(\.\w+)*)\.select$/.test(callee.name)) {
      const items = argumentsOf(evaluator, call, scope, frame).map((given) => given.value);
      return { kind: "query", query: startQuery("select", items, call, frame) };
    }
    if (/^(sqlalchemy(\.\w+)*|sqlmodel(\.\w+)*)\.delete$/.test(callee.name)) {
      const [of] = argumentsOf(evaluator, call, scope, frame);
      if (of?.value.kind === "class" && of.value.entity) evaluator.delete(of.value.entity, call, frame);
      return UNKNOWN;
    }
    if (/^sqlalchemy\.orm(\.\w+)*\.aliased$/.test(callee.name))
      return argumentsOf(evaluator, call, scope, frame)[0]?.value ?? UNKNOWN;
  }
  const given = argumentsOf(evaluator, call, scope, frame);
  switch (callee.kind) {
    case "function":
      return evaluator.inline(callee.function, callee.path, given, callee.self, callee.scope, { frame, call });
    case "lambda":
      return applyLambda(
        evaluator,
        callee,
        given.map((one) => one.value),
      );
    case "class":
      // A new entity carries what it was made with: nothing is known of its rows, so nothing is said.
      if (callee.entity) return UNKNOWN;
      return evaluator.construct(callee.class, given, { frame, call });
    default:
      return unknownIn(given.map((one) => loopOf(one.value)).find((loop) => loop !== undefined) ?? loopOf(callee));
  }
}

/** Calls a lambda, a function or an attribute getter on values, as `key=` and `map` do. */
export function apply(evaluator: Evaluator, callee: Value, values: readonly Value[], call: Call, frame: Frame): Value {
  switch (callee.kind) {
    case "lambda":
      return applyLambda(evaluator, callee, values);
    case "function":
      return evaluator.inline(
        callee.function,
        callee.path,
        values.map((value) => ({ value, argument: undefined })),
        callee.self,
        callee.scope,
        { frame, call },
      );
    case "attrgetter": {
      const parts = callee.names.map((path) =>
        path.split(".").reduce<Value>((of, name) => evaluator.attribute(of, name, call, frame), values[0] ?? UNKNOWN),
      );
      return parts.length === 1 ? (parts[0] ?? UNKNOWN) : { kind: "tuple", items: parts };
    }
    default:
      return UNKNOWN;
  }
}

function applyLambda(evaluator: Evaluator, lambda: Value & { kind: "lambda" }, values: readonly Value[]): Value {
  const scope = new Scope(lambda.scope);
  lambda.params.forEach((param, at) => {
    scope.set(
      param.name,
      values[at] ?? (param.fallback ? evaluator.evaluate(param.fallback, lambda.scope, lambda.frame) : UNKNOWN),
    );
  });
  return evaluator.evaluate(lambda.body, scope, lambda.frame);
}

function callDict(
  evaluator: Evaluator,
  dict: Value & { kind: "dict" },
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value {
  const given = argumentsOf(evaluator, call, scope, frame);
  switch (name) {
    case "values":
      return { kind: "many", element: dict.value, rows: undefined, isFixed: false };
    case "keys":
      return { kind: "many", element: dict.key, rows: undefined, isFixed: false };
    case "items":
      return {
        kind: "many",
        element: { kind: "tuple", items: [dict.key, dict.value] },
        rows: undefined,
        isFixed: false,
      };
    case "get":
    case "pop":
      return dict.value;
    case "setdefault": {
      const value = joinValues([dict.value, given[1]?.value ?? UNKNOWN]);
      remember(call, scope, { kind: "dict", key: dict.key, value });
      return value;
    }
    default:
      return UNKNOWN;
  }
}

function callMany(
  evaluator: Evaluator,
  many: Value & { kind: "many" },
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
      remember(call, scope, {
        kind: "many",
        element: many.element === UNKNOWN ? first : joinValues([many.element, first]),
        rows: undefined,
        isFixed: false,
      });
      return UNKNOWN;
    case "extend":
    case "update":
      remember(call, scope, {
        kind: "many",
        element:
          first.kind === "many"
            ? many.element === UNKNOWN
              ? first.element
              : joinValues([many.element, first.element])
            : UNKNOWN,
        rows: undefined,
        isFixed: false,
      });
      return UNKNOWN;
    case "sort": {
      const key = given.find((one) => one.argument?.name === "key");
      if (key)
        evaluator.loop(call, undefined, false, frame, (loop) =>
          apply(evaluator, key.value, [rebase(many.element, loop)], call, frame),
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
    case "first":
    case "one":
    case "one_or_none":
      return many.element;
    default:
      return UNKNOWN;
  }
}

function rebase(value: Value, loop: import("./values.ts").Loop): Value {
  return value.kind === "entity" ? { ...value, loop } : value;
}

function remember(call: Call, scope: Scope, value: Value): void {
  if (call.callee.kind === "attribute" && call.callee.of.kind === "name") scope.set(call.callee.of.name, value);
}
