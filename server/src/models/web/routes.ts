// FastAPI's routes across files: where each is registered, under which prefixes, and on what it depends.

import { walkCode } from "../code/walk.ts";
import type { Argument, Expr, FunctionCode, Stmt } from "../code/syntax.ts";
import type { Meant, Program } from "../program.ts";

/** An app or a router: the name under which a module holds it. */
export interface Router {
  readonly path: string;
  readonly name: string;
  readonly isApp: boolean;
  readonly call: Expr & { readonly kind: "call" };
  readonly prefix: Expr | undefined;
  readonly dependencies: readonly Dependency[];
}

/** What `Depends(…)` or `Security(…)` asks for, and the module in which it says so. */
export interface Dependency {
  readonly target: Expr | undefined;
  readonly path: string;
}

export interface Route {
  readonly path: string;
  readonly function: FunctionCode;
  /** `@router.get("/x")` */
  readonly decorator: Expr & { readonly kind: "call" };
  readonly router: Router;
  /** Upper case; ["WEBSOCKET"] for a socket. */
  readonly methods: readonly string[];
  /** The decorator's own path, undefined where it is no literal. */
  readonly ownPath: string | undefined;
  readonly dependencies: readonly Dependency[];
}

/** `onto.include_router(of, prefix=…)` */
export interface Inclusion {
  readonly onto: Router;
  readonly of: Router;
  readonly path: string;
  readonly prefix: Expr | undefined;
  readonly dependencies: readonly Dependency[];
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
const APP = /^fastapi(\.\w+)*\.FastAPI$/;
const ROUTER = /^fastapi(\.\w+)*\.APIRouter$/;
const DEPENDS = /^fastapi(\.\w+)*\.(Depends|Security)$/;

export interface FileRoutes {
  readonly routers: readonly Router[];
  readonly routes: readonly Route[];
  readonly inclusions: readonly Inclusion[];
}

/** The routes, routers and inclusions that one file writes down. */
export function routesIn(program: Program, path: string): FileRoutes {
  const module = program.module(path);
  if (!module) return { routers: [], routes: [], inclusions: [] };
  const routers = [...module.values.keys()]
    .flatMap((name) => routerNamed(program, path, name) ?? [])
    .filter((router) => router.path === path);
  const routes: Route[] = [];
  const inclusions: Inclusion[] = [];
  const locals = (body: readonly Stmt[]): ReadonlyMap<string, Router> => localRouters(program, path, body);
  for (const { function: code, scope } of functionsWithScope(module.code.body, locals)) {
    for (const decorator of code.decorators) {
      const route = routeOf(program, path, code, decorator, scope);
      if (route) routes.push(route);
    }
  }
  for (const { call, scope } of includeCalls(module.code.body, locals)) {
    const onto = call.callee.kind === "attribute" ? routerOf(program, path, call.callee.of, scope) : undefined;
    const first = call.args.find((argument) => argument.name === "" || argument.name === "router")?.value;
    const of = first && routerOf(program, path, first, scope);
    if (onto && of) {
      inclusions.push({
        onto,
        of,
        path,
        prefix: keyword(call.args, "prefix"),
        dependencies: listed(program, path, keyword(call.args, "dependencies")),
      });
    }
  }
  return { routers, routes, inclusions };
}

/** The router or app that an expression means; undefined where that cannot be known. */
export function routerOf(
  program: Program,
  path: string,
  expr: Expr,
  scope: ReadonlyMap<string, Router>,
): Router | undefined {
  if (expr.kind === "name") {
    const local = scope.get(expr.name);
    if (local) return local;
  }
  const meant = program.expression(path, expr);
  return meant?.kind === "value" ? routerNamed(program, meant.path, meant.name) : undefined;
}

function routerNamed(program: Program, path: string, name: string): Router | undefined {
  const meant = program.name(path, name);
  if (meant?.kind !== "value") return undefined;
  return asRouter(program, meant.path, meant.name, meant.value.value);
}

function asRouter(program: Program, path: string, name: string, value: Expr | undefined): Router | undefined {
  if (value?.kind !== "call") return undefined;
  const callee = program.expression(path, value.callee);
  const type = constructed(program, callee);
  if (type === undefined) {
    // An app factory: `app = create_app()` is the app that the factory makes.
    if (callee?.kind !== "function") return undefined;
    return [...localRouters(program, callee.path, callee.function.body).values()].find((router) => router.isApp);
  }
  return {
    path,
    name,
    isApp: type === "app",
    call: value,
    prefix: keyword(value.args, "prefix"),
    dependencies: listed(program, path, keyword(value.args, "dependencies")),
  };
}

/** FastAPI's own classes, and classes of the workspace that inherit from them. */
function constructed(program: Program, callee: Meant | undefined): "app" | "router" | undefined {
  const names =
    callee?.kind === "external" ? [callee.name] : callee?.kind === "class" ? program.externalBases(callee.class) : [];
  if (names.some((name) => APP.test(name))) return "app";
  return names.some((name) => ROUTER.test(name)) ? "router" : undefined;
}

function localRouters(program: Program, path: string, body: readonly Stmt[]): ReadonlyMap<string, Router> {
  const found = new Map<string, Router>();
  for (const statement of body) {
    if (statement.kind !== "assign" || statement.target.kind !== "name") continue;
    const { value } = statement;
    if (value?.kind !== "call") continue;
    const callee = program.expression(path, value.callee);
    if (constructed(program, callee) === undefined) continue;
    const router = asRouter(program, path, statement.target.name, value);
    if (router) found.set(statement.target.name, router);
  }
  return found;
}

function* functionsWithScope(
  body: readonly Stmt[],
  locals: (body: readonly Stmt[]) => ReadonlyMap<string, Router>,
  outer: ReadonlyMap<string, Router> = new Map(),
): Iterable<{ function: FunctionCode; scope: ReadonlyMap<string, Router> }> {
  for (const statement of body) {
    if (statement.kind === "function") {
      yield { function: statement.function, scope: outer };
      yield* functionsWithScope(
        statement.function.body,
        locals,
        new Map([...outer, ...locals(statement.function.body)]),
      );
    } else if (statement.kind === "class") yield* functionsWithScope(statement.class.body, locals, outer);
    else if (statement.kind === "if")
      yield* functionsWithScope([...statement.then, ...statement.otherwise], locals, outer);
    else if (statement.kind === "try" || statement.kind === "with")
      yield* functionsWithScope(statement.body, locals, outer);
  }
}

function* includeCalls(
  body: readonly Stmt[],
  locals: (body: readonly Stmt[]) => ReadonlyMap<string, Router>,
): Iterable<{ call: Expr & { kind: "call" }; scope: ReadonlyMap<string, Router> }> {
  const scopes = [...functionsWithScope(body, locals)].map(({ function: code, scope }) => ({
    code,
    scope: new Map([...scope, ...locals(code.body)]),
  }));
  for (const call of walkCode(body)) {
    if (call.kind !== "call" || call.callee.kind !== "attribute" || call.callee.name !== "include_router") continue;
    const holder = scopes.findLast(({ code }) => code.start <= call.start && call.end <= code.end);
    yield { call, scope: holder?.scope ?? new Map() };
  }
}

function routeOf(
  program: Program,
  path: string,
  code: FunctionCode,
  decorator: Expr,
  scope: ReadonlyMap<string, Router>,
): Route | undefined {
  if (decorator.kind !== "call" || decorator.callee.kind !== "attribute") return undefined;
  const { name } = decorator.callee;
  const verb = VERBS[name];
  if (verb === undefined && name !== "api_route") return undefined;
  const router = routerOf(program, path, decorator.callee.of, scope);
  if (!router) return undefined;
  const own = keyword(decorator.args, "path") ?? decorator.args.find((argument) => argument.name === "")?.value;
  const methods = keyword(decorator.args, "methods");
  return {
    path,
    function: code,
    decorator,
    router,
    methods: verb === undefined ? strings(methods) : [verb],
    ownPath: own?.kind === "literal" && typeof own.value === "string" ? own.value : undefined,
    dependencies: [
      ...listed(program, path, keyword(decorator.args, "dependencies")),
      ...parameterDependencies(program, path, code),
    ],
  };
}

/** `dependencies=[Depends(f)]` */
function listed(program: Program, path: string, expr: Expr | undefined): readonly Dependency[] {
  if (!expr) return [];
  if (expr.kind !== "sequence") return [{ target: undefined, path }];
  return expr.items.map((item) => ({ target: dependencyIn(program, path, item), path }));
}

/** What a function's parameters ask for: `x = Depends(f)`, `x: Annotated[T, Depends(f)]`, also through an alias. */
export function parameterDependencies(program: Program, path: string, code: FunctionCode): readonly Dependency[] {
  return code.params.flatMap((param): Dependency[] => {
    if (param.fallback && isDepends(program, path, param.fallback)) {
      const target = dependencyIn(program, path, param.fallback);
      // `x: Service = Depends()` asks for the annotated class itself.
      return [{ target: target ?? param.annotation, path }];
    }
    return param.annotation ? annotatedDependencies(program, path, param.annotation, 0) : [];
  });
}

function annotatedDependencies(program: Program, path: string, annotation: Expr, depth: number): Dependency[] {
  if (annotation.kind === "subscript") {
    return annotation.index.flatMap((item) =>
      isDepends(program, path, item)
        ? [{ target: dependencyIn(program, path, item) ?? annotation.index[0], path }]
        : [],
    );
  }
  const meant = program.expression(path, annotation);
  if (meant?.kind === "value" && meant.value.value && depth < 3)
    return annotatedDependencies(program, meant.path, meant.value.value, depth + 1);
  return [];
}

function isDepends(program: Program, path: string, expr: Expr): boolean {
  if (expr.kind !== "call") return false;
  const meant = program.expression(path, expr.callee);
  return meant?.kind === "external" && DEPENDS.test(meant.name);
}

function dependencyIn(program: Program, path: string, expr: Expr): Expr | undefined {
  return expr.kind === "call" && isDepends(program, path, expr)
    ? (keyword(expr.args, "dependency") ?? expr.args.find((argument) => argument.name === "")?.value)
    : undefined;
}

export function keyword(args: readonly Argument[], name: string): Expr | undefined {
  return args.find((argument) => argument.name === name)?.value;
}

function strings(expr: Expr | undefined): string[] {
  if (expr?.kind !== "sequence") return [];
  return expr.items.flatMap((item) =>
    item.kind === "literal" && typeof item.value === "string" ? [item.value.toUpperCase()] : [],
  );
}
