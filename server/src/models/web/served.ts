// Which functions run to answer GET routes: the routes' own and those that they call, across files.

import type { Expr, FunctionCode } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { Program } from "../program.ts";
import { calledFunction, type Place } from "./called-function.ts";
import type { Route } from "./routes.ts";

export interface ServedFunction {
  readonly path: string;
  readonly function: FunctionCode;
  readonly route: Route;
  /** The call that leads to it, and where that stands; undefined for the route's own function. */
  readonly by: { readonly call: Expr; readonly from: ServedFunction } | undefined;
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
