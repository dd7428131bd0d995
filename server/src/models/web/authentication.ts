// Whether a dependency of a route checks who is asking.

import { walkCode, walkExpression } from "../code/walk.ts";
import type { Expr, FunctionCode } from "../code/syntax.ts";
import type { Meant, Program } from "../program.ts";
import { type Dependency, parameterDependencies } from "./dependencies.ts";

const SECURITY =
  /^(fastapi(\.\w+)*\.security\.|fastapi\.security\.|fastapi_users|fastapi_azure_auth|fastapi_cloudauth|fastapi_jwt_auth|fastapi_login|fastapi_auth)/;
const MAX_DEPTH = 5;

/** "unknown" where a dependency comes from outside the workspace and could do anything. */
export type Authentication = "yes" | "no" | "unknown";

export function authenticationOf(program: Program, dependencies: readonly Dependency[]): Authentication {
  const answers = dependencies.map((dependency) => ofDependency(program, dependency, 0));
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}

function ofDependency(program: Program, { target, path }: Dependency, depth: number): Authentication {
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
      return SECURITY.test(meant.name)
        ? "yes"
        : /^(fastapi|starlette|sqlalchemy|redis|httpx|typing)\b/.test(meant.name)
          ? "no"
          : "unknown";
    case "function":
      return ofFunction(program, meant.function, meant.path, depth);
    case "class": {
      const call = program.member(meant.class, "__call__")?.method;
      const init = program.member(meant.class, "__init__")?.method;
      if (program.externalBases(meant.class).some((name) => SECURITY.test(name))) return "yes";
      const parts = [call, init].flatMap((method) => (method ? [ofFunction(program, method, meant.path, depth)] : []));
      return parts.includes("yes") ? "yes" : parts.includes("unknown") ? "unknown" : "no";
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
    if (meant?.kind === "external" && SECURITY.test(meant.name)) return "yes";
    if (meant?.kind === "function" && ofFunction(program, meant.function, meant.path, MAX_DEPTH - 1) === "yes")
      return "yes";
  }
  return inner.includes("unknown") ? "unknown" : "no";
}

function refuses(expr: Expr): boolean {
  if (expr.kind !== "call") return false;
  const name =
    expr.callee.kind === "name" ? expr.callee.name : expr.callee.kind === "attribute" ? expr.callee.name : "";
  if (!/Exception$|Error$|^(Unauthorized|Forbidden|abort)$|Unauthor|Forbidden|Credential/.test(name)) return false;
  if (/Unauthor|Forbidden|Credential/i.test(name)) return true;
  return expr.args.some((argument) =>
    [...walkExpression(argument.value)].some(
      (part) =>
        (part.kind === "literal" && (part.value === 401 || part.value === 403)) ||
        (part.kind === "attribute" && /^(HTTP_)?40[13]_|^UNAUTHORIZED$|^FORBIDDEN$/.test(part.name)),
    ),
  );
}
