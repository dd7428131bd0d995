// FastAPI's routes across files: where each is registered, under which prefixes, and on what it depends.

import { flatStatements } from "../code/statements.ts";
import type { Argument, Expr, FunctionCode, Stmt } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { Program } from "../program.ts";
import { type Dependency, dependenciesOf, listed, parameterDependencies } from "./dependencies.ts";
import { keyword } from "./keyword.ts";
import { type Router, type RouterScope, routerNamed, routerOf, scopesIn } from "./routers.ts";

export interface Route {
  /** The file that registers it. */
  readonly path: string;
  readonly function: FunctionCode;
  /** The file that holds the function: another one than `path` with `add_api_route`. */
  readonly functionPath: string;
  /** `@router.get("/x")`, or `router.add_api_route("/x", …)` */
  readonly decorator: Expr & { readonly kind: "call" };
  readonly router: Router;
  /** Upper case; ["WEBSOCKET"] for a socket. */
  readonly methods: readonly string[];
  /** The decorator's own path, undefined where it is no literal. */
  readonly ownPath: string | undefined;
  readonly pathExpr: Expr | undefined;
  readonly dependencies: readonly Dependency[];
}

/** `onto.include_router(of, prefix=…)` */
export interface Inclusion {
  readonly onto: Router;
  readonly of: Router;
  readonly path: string;
  readonly prefix: Expr | undefined;
  readonly dependencies: readonly Dependency[];
  readonly args: readonly Argument[];
}

const VERBS: Readonly<Record<string, string>> = {
  get: "GET",
  post: "POST",
  put: "PUT",
  patch: "PATCH",
  delete: "DELETE",
  head: "HEAD",
  options: "OPTIONS",
  websocket: "WEBSOCKET",
};

/** What stands between all requests and the routes of an app. */
export interface Middleware {
  readonly path: string;
  /** The class that `add_middleware` is given, or the function under `@app.middleware("http")`. */
  readonly target: Expr | FunctionCode;
}

export interface FileRoutes {
  readonly routers: readonly Router[];
  readonly routes: readonly Route[];
  readonly inclusions: readonly Inclusion[];
  readonly middlewares: readonly Middleware[];
}

type CallExpr = Expr & { readonly kind: "call" };

/** The routes, routers and inclusions that one file writes down. */
export function routesIn(program: Program, path: string): FileRoutes {
  const module = program.module(path);
  if (!module) return { routers: [], routes: [], inclusions: [], middlewares: [] };
  const routers = new Map<number, Router>();
  const add = (router: Router | undefined): void => {
    if (router && router.path === path && !router.isGiven) routers.set(router.call.start, router);
  };
  for (const name of module.values.keys()) add(routerNamed(program, path, name));
  const scopes = scopesIn(program, path, module.code.body);
  for (const { scope } of scopes) for (const router of scope.values()) add(router);
  const scopeAt = (at: { readonly start: number; readonly end: number }): RouterScope =>
    scopes.findLast(({ code }) => code.start <= at.start && at.end <= code.end)?.scope ?? new Map();

  const routes: Route[] = [];
  const middlewares: Middleware[] = [...routers.values()].flatMap((router) => listedMiddlewares(router));
  for (const { code, outer, owner } of scopes) {
    for (const decorator of code.decorators) {
      const route = decoratedRoute(program, path, code, decorator, outer);
      if (route) routes.push(withOwner(program, route, owner));
      if (decorator.kind === "call" && decorator.callee.kind === "attribute" && decorator.callee.name === "middleware")
        middlewares.push({ path, target: code });
    }
  }
  const inclusions: Inclusion[] = [];
  for (const call of walkCode(module.code.body)) {
    if (call.kind !== "call" || call.callee.kind !== "attribute") continue;
    const { name, of } = call.callee;
    if (name === "include_router" || name === "mount") {
      const onto = routerOf(program, path, of, scopeAt(call));
      if (onto) inclusions.push(...includedBy(program, path, call, onto, scopeAt(call), module.code.body));
    } else if (name === "add_middleware" && call.args[0]) {
      middlewares.push({ path, target: call.args[0].value });
    } else if (name === "add_api_route" || name === "add_api_websocket_route") {
      const route = addedRoute(program, path, call, routerOf(program, path, of, scopeAt(call)));
      if (route) routes.push(route);
    }
  }
  return { routers: [...routers.values()], routes, inclusions, middlewares };
}

/** `FastAPI(middleware=[Middleware(Class)])` */
function listedMiddlewares({ path, args }: Router): Middleware[] {
  const listed = keyword(args, "middleware");
  const items = listed?.kind === "sequence" ? listed.items : [];
  return items.flatMap((item) => (item.kind === "call" && item.args[0] ? [{ path, target: item.args[0].value }] : []));
}

function includedBy(
  program: Program,
  path: string,
  call: CallExpr,
  onto: Router,
  scope: RouterScope,
  body: readonly Stmt[],
): readonly Inclusion[] {
  const isMount = call.callee.kind === "attribute" && call.callee.name === "mount";
  const positional = call.args.filter((argument) => argument.name === "" && argument.star === "");
  const given = isMount
    ? (keyword(call.args, "app") ?? positional[1]?.value)
    : (keyword(call.args, "router") ?? positional[0]?.value);
  if (!given) return [];
  const prefix = isMount ? (keyword(call.args, "path") ?? positional[0]?.value) : keyword(call.args, "prefix");
  const dependencies = listed(program, path, keyword(call.args, "dependencies"));
  return [given, ...loopedOver(program, path, given, body)].flatMap((expr) => {
    const of = routerOf(program, path, expr, scope);
    return of && (!isMount || of.isApp) ? [{ onto, of, path, prefix, dependencies, args: call.args }] : [];
  });
}

/** `for router in [a, b]: app.include_router(router)` includes both. */
function loopedOver(program: Program, path: string, given: Expr, body: readonly Stmt[]): readonly Expr[] {
  if (given.kind !== "name") return [];
  const loops = flatStatements(body.flatMap((one) => (one.kind === "function" ? [one, ...one.function.body] : [one])));
  const loop = loops.find(
    (one) =>
      one.kind === "for" &&
      one.target.kind === "name" &&
      one.target.name === given.name &&
      one.end >= given.end &&
      one.start <= given.start,
  );
  if (loop?.kind !== "for") return [];
  const meant = program.expression(path, loop.iterable);
  const items = meant?.kind === "value" ? meant.value.value : loop.iterable;
  return items?.kind === "sequence" ? items.items : [];
}

function decoratedRoute(
  program: Program,
  path: string,
  code: FunctionCode,
  decorator: Expr,
  scope: RouterScope,
): Route | undefined {
  if (decorator.kind !== "call" || decorator.callee.kind !== "attribute") return undefined;
  const { name, of } = decorator.callee;
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb === undefined && name !== "api_route") return undefined;
  const router = routerOf(program, path, of, scope);
  const methods = verb === undefined ? strings(keyword(decorator.args, "methods")) : [verb];
  return router && routeOf(program, { path, function: code, functionPath: path, decorator, router, methods });
}

/** `router.add_api_route("/x", function, methods=["GET"])` */
function addedRoute(program: Program, path: string, call: CallExpr, router: Router | undefined): Route | undefined {
  if (!router || call.callee.kind !== "attribute") return undefined;
  const endpoint =
    keyword(call.args, "endpoint") ?? call.args.filter(({ name, star }) => name === "" && star === "")[1]?.value;
  const meant = endpoint && program.expression(path, endpoint);
  if (meant?.kind !== "function") return undefined;
  const methods =
    call.callee.name === "add_api_websocket_route" ? ["WEBSOCKET"] : strings(keyword(call.args, "methods"));
  return routeOf(program, {
    path,
    function: meant.function,
    functionPath: meant.path,
    decorator: call,
    router,
    methods,
  });
}

/** A route in a class has what the class asks for: `user: User = Depends(current_user)` among its attributes. */
function withOwner(program: Program, route: Route, owner: string | undefined): Route {
  const meant = owner === undefined ? undefined : program.name(route.path, owner);
  if (meant?.kind !== "class") return route;
  const asked = [meant.class, ...program.ancestors(meant.class)].flatMap(({ attributes, path }) =>
    [...attributes].flatMap(([name, { value, annotation }]) =>
      dependenciesOf(program, path, { name, annotation, fallback: value, star: "", keywordOnly: false }),
    ),
  );
  return asked.length === 0 ? route : { ...route, dependencies: [...route.dependencies, ...asked] };
}

type Registration = Pick<Route, "path" | "function" | "functionPath" | "decorator" | "router" | "methods">;

function routeOf(program: Program, registration: Registration): Route {
  const { path, functionPath, decorator, methods } = registration;
  const own = keyword(decorator.args, "path") ?? decorator.args.find((argument) => argument.name === "")?.value;
  return {
    ...registration,
    methods: methods.length > 0 ? methods : ["GET"],
    ownPath: own?.kind === "literal" && typeof own.value === "string" ? own.value : undefined,
    pathExpr: own,
    dependencies: [
      ...listed(program, path, keyword(decorator.args, "dependencies")),
      ...parameterDependencies(program, functionPath, registration.function),
    ],
  };
}

function strings(expr: Expr | undefined): string[] {
  if (expr?.kind !== "sequence") return [];
  return expr.items.flatMap((item) =>
    item.kind === "literal" && typeof item.value === "string" ? [item.value.toUpperCase()] : [],
  );
}
