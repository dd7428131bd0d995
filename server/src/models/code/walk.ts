// Walks over all expressions of some code, outermost first.

import type { Expr, Stmt } from "./syntax.ts";

export function walkCode(body: readonly Stmt[]): readonly Expr[] {
  return collected(body);
}

export function walkExpression(expr: Expr): readonly Expr[] {
  return collected(expr);
}

/** Whether a statement or expression of some kind stands anywhere in the code. */
export function containsKind(code: unknown, kinds: ReadonlySet<string>): boolean {
  if (Array.isArray(code)) return code.some((item) => containsKind(item, kinds));
  if (typeof code !== "object" || code === null) return false;
  const { kind } = code as { kind?: string };
  if (kind !== undefined && kinds.has(kind)) return true;
  for (const part in code) if (containsKind((code as Record<string, unknown>)[part], kinds)) return true;
  return false;
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

function collected(code: unknown): Expr[] {
  const found: Expr[] = [];
  collect(code, found);
  return found;
}

/** Code is plain data, so that its parts are found without a case for each kind. */
function collect(code: unknown, into: Expr[]): void {
  if (Array.isArray(code)) {
    for (const item of code) if (typeof item === "object") collect(item, into);
    return;
  }
  if (typeof code !== "object" || code === null) return;
  const { kind } = code as { kind?: string };
  if (kind !== undefined && EXPRESSIONS.has(kind)) into.push(code as Expr);
  for (const part in code) {
    const inner = (code as Record<string, unknown>)[part];
    if (typeof inner === "object") collect(inner, into);
  }
}
