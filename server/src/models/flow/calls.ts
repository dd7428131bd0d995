// What a call gives: queries and their rows, functions of the workspace, and the built-ins that walk over many values.

import type { Argument, Expr, FunctionCode } from "../code/syntax.ts";
import { callBuiltin } from "./builtins.ts";
import { callDict, callMany, dictOf } from "./containers.ts";
import type { Evaluator } from "./evaluator.ts";
import { callFlask } from "./flask.ts";
import { loaderCall, loaderMethod } from "./loaders.ts";
import { callQueryMethod, callResultMethod, callSessionMethod, startQuery } from "./queries.ts";
import { findSchema } from "./schemas.ts";
import { type Frame, loopOf, Scope, UNKNOWN, unknownIn, type Value } from "./values.ts";

export interface Given {
  readonly value: Value;
  readonly argument: Argument | undefined;
}

export type Call = Expr & { readonly kind: "call" };

export function callValue(evaluator: Evaluator, call: Call, scope: Scope, frame: Frame): Value {
  const { callee } = call;
  if (callee.kind === "attribute") {
    const above = methodAbove(evaluator, callee, scope, frame);
    if (above) return callPlain(evaluator, above, call, scope, frame);
    const receiver = evaluator.evaluate(callee.of, scope, frame);
    const special = callMethod(evaluator, receiver, callee.name, call, scope, frame);
    if (special) return special;
    return callPlain(evaluator, evaluator.attribute(receiver, callee.name, callee, frame), call, scope, frame);
  }
  return callPlain(evaluator, evaluator.evaluate(callee, scope, frame), call, scope, frame);
}

/** `super().__init__` of the class that holds the running method. */
function methodAbove(
  evaluator: Evaluator,
  callee: Expr & { readonly kind: "attribute" },
  scope: Scope,
  frame: Frame,
): Value | undefined {
  const { of } = callee;
  const isSuper = of.kind === "call" && of.callee.kind === "name" && of.callee.name === "super" && of.args.length === 0;
  const first = frame.function?.params[0]?.name;
  const self = isSuper && first !== undefined ? scope.get(first) : undefined;
  if (self?.kind !== "instance" && self?.kind !== "class") return undefined;
  const line = [self.class, ...evaluator.program.ancestors(self.class)];
  const at = line.findIndex((facts) => [...facts.methods.values()].includes(frame.function as FunctionCode));
  const owner = at < 0 ? undefined : line.slice(at + 1).find((facts) => facts.methods.has(callee.name));
  const method = owner?.methods.get(callee.name);
  return owner && method ? { kind: "function", function: method, path: owner.path, self, scope: undefined } : undefined;
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
      if (name === "label" || name === "distinct") return receiver;
      const given = argumentsOf(evaluator, call, scope, frame);
      // A list of keys in one query is the very cure for a query per key.
      if (name === "in_" || name === "not_in" || name === "notin_") return UNKNOWN;
      return unknownIn(given.map((one) => loopOf(one.value)).find((loop) => loop !== undefined));
    }
    case "class":
      return evaluator.registry.ofClass(receiver.class)
        ? undefined
        : callSchema(evaluator, receiver, name, call, scope, frame);
    case "instance":
      // A class of the workspace knows best what its own method does.
      if (evaluator.program.member(receiver.class, name)?.method) return undefined;
      return callSessionMethod(evaluator, receiver, name, call, scope, frame);
    case "unknown":
    case "function":
      return callSessionMethod(evaluator, receiver, name, call, scope, frame);
    default:
      return undefined;
  }
}

/** A value that the database computes of no column in particular. */
export const COMPUTED = "sqlalchemy.func()";

const HOLDS_ROWS: ReadonlySet<Value["kind"]> = new Set(["entity", "many", "dict", "record"]);

/** `Page(items=rows)`: a schema takes over what it is made with. */
function fieldsGiven(given: readonly Given[]): Value {
  return dictOf(
    given.flatMap(({ argument, value }): [Value, Value][] =>
      argument && argument.name !== "" ? [[{ kind: "literal", value: argument.name }, value]] : [],
    ),
  );
}

/** `text("SELECT …")`: rows of which nothing is known but that a query gives them. */
function textQuery(evaluator: Evaluator, call: Call, scope: Scope, frame: Frame): Value {
  const [sql] = argumentsOf(evaluator, call, scope, frame).map((one) => one.value);
  const reads = sql?.kind === "literal" && /^\s*(select|with)\b/i.test(String(sql.value));
  return reads ? { kind: "query", query: startQuery("select", [], call, frame) } : UNKNOWN;
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
  if (!/^(model_validate|from_orm|parse_obj|validate_python)$/.test(name)) return undefined;
  const given = argumentsOf(evaluator, call, scope, frame);
  const [first] = given;
  if (first) evaluator.events.serialized(first.value, receiver, call, frame, evaluator);
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
    if (/^(sqlalchemy(\.\w+)*|sqlmodel(\.\w+)*)\.text$/.test(callee.name))
      return textQuery(evaluator, call, scope, frame);
    if (/^sqlalchemy\.orm(\.\w+)*\.(aliased|with_polymorphic)$/.test(callee.name)) {
      const of = argumentsOf(evaluator, call, scope, frame)[0]?.value ?? UNKNOWN;
      return of.kind === "class" ? { ...of, alias: true } : of;
    }
    if (/^sqlalchemy(\.\w+)*\.(func\.\w+|distinct)$/.test(callee.name)) {
      const [of] = argumentsOf(evaluator, call, scope, frame);
      return of?.value.kind === "column" ? of.value : { kind: "external", name: COMPUTED };
    }
    if (callee.name.startsWith(COMPUTED)) return { kind: "external", name: COMPUTED };
    // `TypeAdapter(list[BoatOut])` reads what the schema in it reads.
    if (/^pydantic(\.\w+)*\.TypeAdapter$/.test(callee.name)) {
      const schema = findSchema(evaluator.program, frame.path, call.args[0]?.value);
      if (schema) return { kind: "class", class: schema.class, entity: undefined };
    }
    const flask = callFlask(evaluator, callee.name, call, scope, frame);
    if (flask) return flask;
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
      if (given.some(({ value }) => HOLDS_ROWS.has(value.kind)))
        evaluator.events.serialized(fieldsGiven(given), callee, call, frame, evaluator);
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
