// FastAPI's apps and routers: where they are made, and which one an expression means.

import { flatStatements } from "../code/statements.ts";
import type { Argument, Expr, FunctionCode, Stmt } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { ClassFacts, Meant, Program } from "../program.ts";
import { type Dependency, listed } from "./dependencies.ts";
import { keyword } from "./keyword.ts";

const APP = /^fastapi(\.\w+)*\.FastAPI$/;
const ROUTER = /^fastapi(\.\w+)*\.APIRouter$/;

/** An app or a router: the name under which a module holds it. */
export interface Router {
  readonly path: string;
  readonly name: string;
  readonly isApp: boolean;
  /** Where it is made, or the annotation of the parameter that brings it. */
  readonly call: Expr;
  readonly args: readonly Argument[];
  /** Brought by a parameter, so that it may be any app or router. */
  readonly isGiven: boolean;
  readonly prefix: Expr | undefined;
  readonly dependencies: readonly Dependency[];
}

/** Routers by the names under which a function sees them. */
export type RouterScope = ReadonlyMap<string, Router>;

/** The router or app that an expression means; undefined where that cannot be known. */
export function routerOf(program: Program, path: string, expr: Expr, scope: RouterScope): Router | undefined {
  const written = expr.kind === "name" ? expr.name : dottedSelf(expr);
  const local = written === undefined ? undefined : scope.get(written);
  if (local) return local;
  const meant = program.expression(path, expr);
  return meant?.kind === "value" ? routerNamed(program, meant.path, meant.name) : undefined;
}

/** "self.router" */
function dottedSelf(expr: Expr): string | undefined {
  return expr.kind === "attribute" && expr.of.kind === "name" ? `${expr.of.name}.${expr.name}` : undefined;
}

export function routerNamed(program: Program, path: string, name: string, depth = 0): Router | undefined {
  const meant = program.name(path, name);
  if (meant?.kind !== "value" || depth > 3) return undefined;
  const { value } = meant.value;
  // `api = router`
  if (value?.kind === "name" && value.name !== name) return routerNamed(program, meant.path, value.name, depth + 1);
  return asRouter(program, meant.path, meant.name, value);
}

function asRouter(program: Program, path: string, name: string, value: Expr | undefined): Router | undefined {
  if (value?.kind !== "call") return undefined;
  const callee = program.expression(path, value.callee);
  const type = constructed(program, callee);
  if (type === undefined) {
    if (callee?.kind !== "function") return undefined;
    // A factory: `app = create_app()` is the app that it makes, `router = make_router()` a new router each time.
    const made = [...localRouters(program, callee.path, callee.function.body).values()];
    const router = made.find(({ isApp }) => isApp) ?? made[0];
    return router && (router.isApp ? router : { ...router, path, name, call: value });
  }
  return {
    path,
    name,
    isApp: type === "app",
    call: value,
    args: value.args,
    isGiven: false,
    prefix: keyword(value.args, "prefix"),
    dependencies: [
      ...listed(program, path, keyword(value.args, "dependencies")),
      ...(callee?.kind === "class" ? builtIn(program, callee.class) : []),
    ],
  };
}

/** `super().__init__(dependencies=[…])` in a class of routers. */
function builtIn(program: Program, of: ClassFacts): readonly Dependency[] {
  return [of, ...program.ancestors(of)].flatMap(({ methods, path }) =>
    [...walkCode(methods.get("__init__")?.body ?? [])].flatMap((call) =>
      call.kind === "call" && call.callee.kind === "attribute" && call.callee.name === "__init__"
        ? listed(program, path, keyword(call.args, "dependencies"))
        : [],
    ),
  );
}

/** FastAPI's own classes, and classes of the workspace that inherit from them. */
function constructed(program: Program, callee: Meant | undefined): "app" | "router" | undefined {
  const names =
    callee?.kind === "external" ? [callee.name] : callee?.kind === "class" ? program.externalBases(callee.class) : [];
  if (names.some((name) => APP.test(name))) return "app";
  return names.some((name) => ROUTER.test(name)) ? "router" : undefined;
}

/** Routers that a function makes or gets, by the names under which it holds them. */
function localRouters(program: Program, path: string, body: readonly Stmt[]): RouterScope {
  const found = new Map<string, Router>();
  for (const statement of flatStatements(body)) {
    if (statement.kind !== "assign" || statement.value?.kind !== "call") continue;
    const { target, value } = statement;
    const name = target.kind === "name" ? target.name : dottedSelf(target);
    if (name === undefined || constructed(program, program.expression(path, value.callee)) === undefined) continue;
    const router = asRouter(program, path, name, value);
    if (router) found.set(name, router);
  }
  return found;
}

function givenRouters(program: Program, path: string, code: FunctionCode): RouterScope {
  const found = new Map<string, Router>();
  for (const { name, annotation } of code.params) {
    const type = annotation && constructed(program, program.expression(path, annotation));
    if (!annotation || !type) continue;
    const isApp = type === "app";
    const rest = { args: [], isGiven: true, prefix: undefined, dependencies: [] };
    found.set(name, { path, name, isApp, call: annotation, ...rest });
  }
  return found;
}

export interface FunctionScope {
  readonly code: FunctionCode;
  /** The class that holds it, by name. */
  readonly owner: string | undefined;
  /** What its decorators see. */
  readonly outer: RouterScope;
  /** What its body sees. */
  readonly scope: RouterScope;
}

/** Every function of a body, outer ones first. */
export function scopesIn(
  program: Program,
  path: string,
  body: readonly Stmt[],
  outer: RouterScope = new Map(),
  owner?: string,
): FunctionScope[] {
  return flatStatements(body).flatMap((statement) => {
    if (statement.kind === "class") {
      const init = statement.class.body.flatMap((one) => (one.kind === "function" ? localOf(one.function) : []));
      return scopesIn(program, path, statement.class.body, new Map([...outer, ...init]), statement.class.name);
    }
    if (statement.kind !== "function") return [];
    const { function: code } = statement;
    const scope = new Map([...outer, ...givenRouters(program, path, code), ...localOf(code)]);
    return [{ code, owner, outer, scope }, ...scopesIn(program, path, code.body, scope)];
  });

  function localOf(code: FunctionCode): readonly (readonly [string, Router])[] {
    return [...localRouters(program, path, code.body)];
  }
}
