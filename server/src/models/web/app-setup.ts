// What stands around the requests of the workspace's apps: middleware, dependencies, decorators, handlers, in the words of their code.

import { functionsIn } from "../code/functions.ts";
import type { Expr, Stmt } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { Program } from "../program.ts";
import type { Workspace } from "../workspace.ts";
import { type CodePart, reachedWords } from "./reached-words.ts";
import type { Router } from "./routers.ts";

export interface AppSetup {
  /** The app that serves, of several the one nearest to the root. */
  readonly app: Router;
  /** Runs on each request: registered middleware, wrappers of the app, dependencies of the app or of a router, route classes. */
  readonly around: readonly CodePart[];
  /** Runs on requests of some routes: their decorators and dependencies. */
  readonly onRoutes: readonly CodePart[];
  /** What exception handlers are registered for; undefined where that cannot be read. */
  readonly handled: readonly (string | undefined)[];
  /** Functions from elsewhere that get the app, so that they may do anything to it. */
  readonly handedTo: readonly string[];
  /** The words of a part, with those of the workspace's functions and classes that it uses, so many steps deep. */
  readonly words: (part: CodePart, depth?: number) => readonly string[];
  readonly program: Program;
}

/** Libraries that get the app and leave requests alone. */
const HARMLESS =
  /^(uvicorn|hypercorn|gunicorn|granian|fastapi|starlette|httpx|mangum|pytest|prometheus_\w+|sqladmin|starlette_admin|fastapi_pagination|strawberry|asgi_lifespan|anyio|asyncio|typing|builtins|isinstance|print|len|id|getattr|setattr|hasattr)\b/;
const WORDS = /middleware|FastAPI|APIRouter|include_router|exception_handler|route_class|[Ll]imit|[Tt]hrottl|Depends/;

/** Undefined where no app is made in what the guide speaks of. */
export function appSetup(workspace: Workspace, covers: (path: string) => boolean = () => true): AppSetup | undefined {
  const { facts } = workspace;
  const { program } = facts;
  const apps = facts.routeMap.apps.filter(({ path, isGiven }) => !isGiven && covers(path) && !isTest(path));
  const app = apps.toSorted(
    (a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.call.start - b.call.start),
  )[0];
  if (!app) return undefined;
  const found: Found = { program, around: [], onRoutes: [], handled: [], handedTo: [] };
  for (const path of workspace.pythonFiles) {
    if (!covers(path) || isTest(path) || !WORDS.test(workspace.text(path) ?? "")) continue;
    const body = program.module(path)?.code.body ?? [];
    readCalls(found, path, body);
    readDecorators(found, path, body);
  }
  for (const { route } of facts.routeMap.routes) {
    if (!covers(route.path) || isTest(route.path)) continue;
    for (const { target, path } of route.dependencies) if (target) found.onRoutes.push({ path, code: target });
  }
  return { ...found, app, words: (part, depth) => reachedWords(program, part, depth) };
}

interface Found {
  readonly program: Program;
  readonly around: CodePart[];
  readonly onRoutes: CodePart[];
  readonly handled: (string | undefined)[];
  readonly handedTo: string[];
}

function readCalls({ program, around, handled, handedTo }: Found, path: string, body: readonly Stmt[]): void {
  for (const call of walkCode(body)) {
    if (call.kind !== "call") continue;
    const { callee, args } = call;
    const name = callee.kind === "attribute" || callee.kind === "name" ? callee.name : "";
    const values = args.map(({ value }) => value);
    // What CORS lets through is no work of the app's own.
    const isCors = values.some((value) => lastName(value) === "CORSMiddleware");
    if (/^(add_middleware|Middleware)$/.test(name) && !isCors) around.push(...values.map((code) => ({ path, code })));
    // `app.middleware("http")(function)`
    if (callee.kind === "call" && callee.callee.kind === "attribute" && callee.callee.name === "middleware")
      around.push(...values.map((code) => ({ path, code })));
    if (name === "add_exception_handler") {
      const first = values[0];
      handled.push(first && lastName(first));
    }
    for (const { name: key, value } of args) {
      if (key === "middleware" || key === "route_class" || key === "dependencies") around.push({ path, code: value });
      if (key === "exception_handlers" && value.kind === "dict" && value.keys.length > 0)
        handled.push(...value.keys.map(lastName));
      else if (key === "exception_handlers" && value.kind !== "dict") handled.push(undefined);
    }
    const meant = program.expression(path, callee);
    const getsApp = values.some(
      (value) => value.kind === "name" && /^(app|application|api|\w+_app|server)$/.test(value.name),
    );
    if (!getsApp) continue;
    // `app = SomeMiddleware(app)`
    if (meant?.kind === "class") around.push({ path, code: callee });
    if (meant?.kind === "external") {
      handedTo.push(meant.name);
      if (/^[A-Z]/.test(name)) around.push({ path, code: callee });
    } else if (!meant && callee.kind === "attribute") {
      const owner = ownerOf(program, path, callee.of);
      if (owner !== undefined) handedTo.push(`${owner}.${name}`);
    }
  }
  // `app.exception_handlers[Error] = handle`
  for (const expr of walkCode(body)) {
    if (expr.kind === "subscript" && expr.of.kind === "attribute" && expr.of.name === "exception_handlers")
      handled.push(expr.index[0] && lastName(expr.index[0]));
  }
}

function readDecorators({ around, onRoutes, handled }: Found, path: string, body: readonly Stmt[]): void {
  for (const { code } of functionsIn(body)) {
    for (const decorator of code.decorators) {
      const callee = decorator.kind === "call" ? decorator.callee : decorator;
      const name = callee.kind === "attribute" || callee.kind === "name" ? callee.name : "";
      if (name === "middleware") around.push({ path, code });
      else if (name === "exception_handler" && decorator.kind === "call")
        handled.push(decorator.args[0] && lastName(decorator.args[0].value));
      else onRoutes.push({ path, code: decorator });
    }
  }
}

/** The library that made the object: `Instrumentator().instrument(app)`. */
function ownerOf(program: Program, path: string, of: Expr): string | undefined {
  const made = of.kind === "call" ? of.callee : of;
  if (made.kind === "attribute" && of.kind === "call") return ownerOf(program, path, made.of) ?? undefined;
  const meant = program.expression(path, made);
  if (meant?.kind === "external") return meant.name;
  const value = meant?.kind === "value" ? meant.value.value : undefined;
  return value?.kind === "call" && meant ? ownerOf(program, meant.path, value) : undefined;
}

/** True where a function from elsewhere may have done what is looked for: its name says so, or says nothing. */
export function mayBeDoneElsewhere({ handedTo }: AppSetup, wanted: RegExp): boolean {
  return handedTo.some(
    (name) =>
      wanted.test(name) ||
      (!HARMLESS.test(name) &&
        /(^|[._])(setup|set_up|init|initiali[sz]e|configure|bootstrap|install|register|prepare)(_app|_fastapi|_application|_middlewares?|_all|_api|_service)?$/i.test(
          name,
        )),
  );
}

function lastName(expr: Expr): string | undefined {
  if (expr.kind === "name" || expr.kind === "attribute") return expr.name;
  return expr.kind === "literal" ? String(expr.value) : undefined;
}

function rank(path: string): number {
  const depth = path.split("/").length;
  return /(^|\/)(main|app|asgi|server|application|factory|api)\.py$/.test(path) ? depth : depth + 20;
}

function isTest(path: string): boolean {
  return /(^|\/)(tests?|docs?|examples?)\/|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(path);
}
