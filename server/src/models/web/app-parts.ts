// What one file puts around the requests of an app: middleware, dependencies, decorators, handlers.

import { functionsIn } from "../code/functions.ts";
import type { Expr, Stmt } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { Program } from "../program.ts";
import type { CodePart } from "./reached-words.ts";

export interface AppParts {
  /** Runs on each request: registered middleware, wrappers of the app, dependencies of the app or of a router, route classes. */
  readonly around: readonly CodePart[];
  /** Runs on requests of some routes: their decorators and dependencies. */
  readonly onRoutes: readonly CodePart[];
  /** What exception handlers are registered for; undefined where that cannot be read. */
  readonly handled: readonly (string | undefined)[];
  /** Functions from elsewhere that get the app, so that they may do anything to it. */
  readonly handedTo: readonly string[];
}

/** A file without any of these words has none. */
export const APP_WORDS =
  /middleware|FastAPI|APIRouter|include_router|exception_handler|route_class|[Ll]imit|[Tt]hrottl|Depends/;

export function appPartsIn(program: Program, path: string): AppParts {
  const found: Found = { program, around: [], onRoutes: [], handled: [], handedTo: [] };
  const body = program.module(path)?.code.body ?? [];
  readCalls(found, path, body);
  readDecorators(found, path, body);
  return found;
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
    const getsApp = values.some(
      (value) => value.kind === "name" && /^(app|application|api|\w+_app|server)$/.test(value.name),
    );
    if (!getsApp) continue;
    const meant = program.expression(path, callee);
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

function lastName(expr: Expr): string | undefined {
  if (expr.kind === "name" || expr.kind === "attribute") return expr.name;
  return expr.kind === "literal" ? String(expr.value) : undefined;
}
