// The arguments of a call as declarations of models give them: keywords, literal texts and flags.

import type { Argument, Expr } from "../code/syntax.ts";

export function keywords(args: readonly Argument[]): Map<string, Expr> {
  return new Map(args.filter((arg) => arg.name !== "").map((arg) => [arg.name, arg.value]));
}

export function stringOf(expr: Expr | undefined): string | undefined {
  return expr?.kind === "literal" && typeof expr.value === "string" ? expr.value : undefined;
}

export function isTrue(expr: Expr | undefined): boolean {
  return expr?.kind === "literal" && expr.value === true;
}
