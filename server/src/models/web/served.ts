// Which functions run to answer GET routes: the routes' own and those that they call, across files.

import { flatStatements } from "../code/statements.ts";
import type { Expr, FunctionCode } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { ClassFacts, Program } from "../program.ts";
import type { Route } from "./routes.ts";

export interface ServedFunction {
  readonly path: string;
  readonly function: FunctionCode;
  readonly route: Route;
  /** The call that leads to it, and where that stands; undefined for the route's own function. */
  readonly by: { readonly call: Expr; readonly from: ServedFunction } | undefined;
}

interface Place {
  readonly path: string;
  readonly code: FunctionCode;
  readonly owner: ClassFacts | undefined;
}

const MAX_CALLS = 4;

export function servedFunctions(program: Program, routes: readonly Route[]): readonly ServedFunction[] {
  const found = new Map<string, ServedFunction>();
  const visit = (place: Place, route: Route, depth: number, by?: ServedFunction["by"]): void => {
    const key = `${place.path}:${place.code.start}`;
    if (found.has(key) || depth > MAX_CALLS) return;
    const served: ServedFunction = { path: place.path, function: place.code, route, by };
    found.set(key, served);
    for (const call of callsIn(place.code)) {
      const called = calledFunction(program, place, call.callee);
      if (called) visit(called, route, depth + 1, { call, from: served });
    }
  };
  for (const route of routes) {
    if (route.methods.includes("GET"))
      visit({ path: route.functionPath, code: route.function, owner: undefined }, route, 0);
  }
  return [...found.values()];
}

type Call = Expr & { kind: "call" };

/** Code never changes, and the same functions are asked about after every edit. */
const calls = new WeakMap<FunctionCode, readonly Call[]>();

function callsIn(code: FunctionCode): readonly Call[] {
  let found = calls.get(code);
  if (!found) calls.set(code, (found = walkCode(code.body).filter((one) => one.kind === "call")));
  return found;
}

function calledFunction(program: Program, place: Place, callee: Expr): Place | undefined {
  const meant = program.expression(place.path, callee);
  if (meant?.kind === "function") return { path: meant.path, code: meant.function, owner: undefined };
  if (callee.kind !== "attribute") return undefined;
  const owner = classOf(program, place, callee.of, 0);
  const method = owner && program.member(owner, callee.name);
  return method?.method && { path: method.owner.path, code: method.method, owner };
}

/** The class of which an expression is an instance, or which it is itself. */
function classOf(program: Program, place: Place, expr: Expr, depth: number): ClassFacts | undefined {
  if (depth > 4) return undefined;
  const named = (type: Expr | undefined, path: string): ClassFacts | undefined => {
    if (!type) return undefined;
    if (type.kind === "binary") return named(type.left, path) ?? named(type.right, path);
    if (type.kind === "subscript") return type.index[0] && named(type.index[0], path);
    if (type.kind === "call") {
      // `Depends(Service)`, `Depends(get_service)`, `Service(db)`
      const callee = program.expression(path, type.callee);
      if (callee?.kind === "class") return callee.class;
      if (callee?.kind === "function") return named(callee.function.returns, callee.path);
      const [first] = type.args;
      if (callee?.kind !== "external" || !first) return undefined;
      const given = program.expression(path, first.value);
      return given?.kind === "function" ? named(given.function.returns, given.path) : named(first.value, path);
    }
    const meant = program.expression(path, type);
    if (meant?.kind === "class") return meant.class;
    return meant?.kind === "value" ? named(meant.value.annotation ?? meant.value.value, meant.path) : undefined;
  };
  if (expr.kind === "await") return classOf(program, place, expr.of, depth + 1);
  if (expr.kind === "call") return named(expr, place.path);
  if (expr.kind === "attribute") {
    const owner = classOf(program, place, expr.of, depth + 1);
    const init = owner && program.member(owner, "__init__");
    const assigned = flatStatements(init?.method?.body ?? []).find(
      (one) => one.kind === "assign" && one.target.kind === "attribute" && one.target.name === expr.name,
    );
    if (init?.method && assigned?.kind === "assign" && assigned.value)
      return classOf(program, { path: init.owner.path, code: init.method, owner }, assigned.value, depth + 1);
    const attribute = owner && program.member(owner, expr.name);
    return (
      attribute?.attribute && named(attribute.attribute.annotation ?? attribute.attribute.value, attribute.owner.path)
    );
  }
  if (expr.kind !== "name") return undefined;
  const { params } = place.code;
  if (place.owner && params[0]?.name === expr.name && /^(self|cls)$/.test(expr.name)) return place.owner;
  const param = params.find(({ name }) => name === expr.name);
  if (param) return named(param.annotation, place.path) ?? named(param.fallback, place.path);
  const local = flatStatements(place.code.body).findLast(
    (one) => one.kind === "assign" && one.target.kind === "name" && one.target.name === expr.name,
  );
  if (local?.kind === "assign" && local.value && local.value !== expr)
    return classOf(program, place, local.value, depth + 1);
  return named(expr, place.path);
}
