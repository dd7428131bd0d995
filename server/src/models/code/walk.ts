// Walks over all expressions of some code, outermost first.

import type { Expr, Stmt } from "./syntax.ts";

export function* walkCode(body: readonly Stmt[]): Iterable<Expr> {
  yield* walk(body);
}

export function* walkExpression(expr: Expr): Iterable<Expr> {
  yield* walk(expr);
}

const EXPRESSIONS = new Set([
  "name",
  "attribute",
  "call",
  "literal",
  "sequence",
  "dict",
  "subscript",
  "slice",
  "lambda",
  "comprehension",
  "conditional",
  "boolean",
  "not",
  "await",
  "yield",
  "starred",
  "walrus",
  "compare",
  "binary",
  "parts",
]);

/** Code is plain data, so that its parts are found without a case for each kind. */
function* walk(value: unknown): Iterable<Expr> {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item);
    return;
  }
  const { kind } = value as { kind?: string };
  if (kind !== undefined && EXPRESSIONS.has(kind)) yield value as Expr;
  for (const part of Object.values(value)) if (typeof part === "object") yield* walk(part);
}
