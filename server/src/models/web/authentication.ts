// Whether a dependency of a route checks who is asking.

import type { Expr, FunctionCode } from "../code/syntax.ts";
import { walkCode, walkExpression } from "../code/walk.ts";
import type { Meant, Program } from "../program.ts";
import { type Dependency, parameterDependencies } from "./dependencies.ts";
import type { Middleware } from "./routes.ts";

const SECURITY =
  /^(fastapi(\.\w+)*\.security\.|fastapi\.security\.|fastapi_users|fastapi_azure_auth|fastapi_cloudauth|fastapi_jwt_auth|fastapi_login|fastapi_auth)/;
const HARMLESS =
  /^(fastapi|starlette|sqlalchemy|sqlmodel|redis|httpx|typing|pydantic|builtins|fastapi_(limiter|cache|pagination|filter|mail)|slowapi|aiocache|cashews|starlette_context|asgi_correlation_id|asyncpg|databases|motor|beanie|tortoise|structlog|logging)\b/;
const MAX_DEPTH = 5;

// A dependency whose source is not in the workspace can only be judged by what it is called.
const ASKS_WHO =
  /auth|current_?(active_?|super_?)*(user|account|member|admin|principal|customer|tenant|staff)|permission|require_?\w*(role|user|admin|scope|login|token)|verif(y|ied)|api_?key|token|jwt|logged_?in|admin|superuser|role|principal|credential|security|signature|guard|protected/i;
const ASKS_ELSE =
  /session|(^|_)(get_)?(db|database|redis|cache|settings|config|repo|repository|service|client|logger|pagination|paginate|page|common|query|filter|params?|uow|unit_of_work|engine|queue|broker|storage|bus|mailer)(_|$)|(Session|Db|DB|Database|Settings|Config|Repo|Repository|Service|Client|Pagination|Params|Query|Filter|Cache|Redis|Storage)(Dep|Dependency|Depends)?$/;

/** "unknown" where a dependency comes from outside the workspace and could do anything. */
export type Authentication = "yes" | "no" | "unknown";

export function authenticationOf(program: Program, dependencies: readonly Dependency[]): Authentication {
  const answers = dependencies.map((dependency) => ofDependency(program, dependency, 0));
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}

/** Whether something in front of all routes refuses those whom it does not know. */
export function isGuarded(program: Program, middlewares: readonly Middleware[]): boolean {
  return middlewares.some(({ path, target }) => {
    if (!("kind" in target)) return refusesStrangers(program, target, path);
    const meant = program.expression(path, target);
    if (meant?.kind === "external") return /auth|jwt/i.test(lastPart(meant.name));
    if (meant?.kind !== "class") return false;
    return ["dispatch", "__call__"].some((name) => {
      const found = program.member(meant.class, name);
      return found?.method !== undefined && refusesStrangers(program, found.method, found.owner.path);
    });
  });
}

/** Whether code of the workspace itself refuses those whom it does not know: a route's own body, a middleware. */
export function refusesStrangers(program: Program, code: FunctionCode, path: string): boolean {
  return ofFunction(program, code, path, 0) === "yes";
}

function ofDependency(program: Program, { target, path, isGuess }: Dependency, depth: number): Authentication {
  if (isGuess && target) {
    const meant = program.expression(path, target);
    return meant?.kind === "external" && ASKS_WHO.test(lastPart(meant.name)) ? "yes" : "no";
  }
  if (!target || depth > MAX_DEPTH) return "unknown";
  if (target.kind === "call") {
    // `Depends(RequireRole("admin"))`, `Depends(require("admin"))`
    const made = program.expression(path, target.callee);
    return ofMeant(program, made, path, depth);
  }
  return ofMeant(program, program.expression(path, target), path, depth);
}

function ofMeant(program: Program, meant: Meant | undefined, path: string, depth: number): Authentication {
  switch (meant?.kind) {
    case "external":
      return ofName(meant.name);
    case "function":
      return unlessNamed(meant.function.name, ofFunction(program, meant.function, meant.path, depth));
    case "class": {
      const call = program.member(meant.class, "__call__")?.method;
      const init = program.member(meant.class, "__init__")?.method;
      const bases = program.externalBases(meant.class);
      if (bases.some((name) => SECURITY.test(name))) return "yes";
      const parts = [call, init].flatMap((method) => (method ? [ofFunction(program, method, meant.path, depth)] : []));
      const answer = parts.includes("yes") ? "yes" : parts.includes("unknown") ? "unknown" : "no";
      return unlessNamed(meant.class.code.name, answer);
    }
    case "value": {
      const { value } = meant.value;
      if (value?.kind === "call")
        return ofMeant(program, program.expression(meant.path, value.callee), meant.path, depth + 1);
      return value && depth < MAX_DEPTH
        ? ofDependency(program, { target: value, path: meant.path }, depth + 1)
        : "unknown";
    }
    default:
      return "unknown";
  }
}

function ofName(dotted: string): Authentication {
  if (SECURITY.test(dotted)) return "yes";
  if (HARMLESS.test(dotted)) return "no";
  const last = lastPart(dotted);
  if (ASKS_WHO.test(last)) return "yes";
  return ASKS_ELSE.test(last) ? "no" : "unknown";
}

/** What is called a guard and does not look like one may be one all the same. */
function unlessNamed(name: string, answer: Authentication): Authentication {
  return answer === "no" && ASKS_WHO.test(name) ? "unknown" : answer;
}

function lastPart(dotted: string): string {
  return dotted.split(".").at(-1) ?? "";
}

/** It refuses with 401 or 403, asks for a security scheme, or depends on something that does. */
function ofFunction(program: Program, code: FunctionCode, path: string, depth: number): Authentication {
  for (const expr of walkCode(code.body)) if (refuses(expr)) return "yes";
  const inner = parameterDependencies(program, path, code).map((dependency) =>
    ofDependency(program, dependency, depth + 1),
  );
  if (inner.includes("yes")) return "yes";
  for (const expr of walkCode(code.body)) {
    if (expr.kind !== "call" || depth >= 3) continue;
    const meant = program.expression(path, expr.callee);
    if (
      meant?.kind === "external" &&
      (SECURITY.test(meant.name) ||
        /(verify|check|require|validate)_?\w*(token|auth|permission|user|key|signature|hmac)/i.test(meant.name))
    )
      return "yes";
    if (meant?.kind === "function" && ofFunction(program, meant.function, meant.path, MAX_DEPTH - 1) === "yes")
      return "yes";
  }
  return inner.includes("unknown") ? "unknown" : "no";
}

function refuses(expr: Expr): boolean {
  if (expr.kind !== "call") return false;
  const name =
    expr.callee.kind === "name" ? expr.callee.name : expr.callee.kind === "attribute" ? expr.callee.name : "";
  if (
    !/(Exception|Error|Response)$|^(Unauthorized|Forbidden|abort)$|Unauthor|Forbidden|Credential|PermissionDenied/.test(
      name,
    )
  )
    return false;
  if (/Unauthor|Forbidden|Credential|PermissionDenied/i.test(name)) return true;
  return expr.args.some((argument) =>
    [...walkExpression(argument.value)].some(
      (part) =>
        (part.kind === "literal" && (part.value === 401 || part.value === 403)) ||
        (part.kind === "attribute" && /^(HTTP_)?40[13]_|^UNAUTHORIZED$|^FORBIDDEN$/.test(part.name)),
    ),
  );
}
