// "a.b.c" of an expression that is a name or attributes of one.

import type { Expr } from "./syntax.ts";

export function dottedName(expr: Expr): string | undefined {
  if (expr.kind === "name") return expr.name;
  const of = expr.kind === "attribute" ? dottedName(expr.of) : undefined;
  return expr.kind === "attribute" && of !== undefined ? `${of}.${expr.name}` : undefined;
}
