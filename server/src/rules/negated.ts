// Writes the opposite of a condition.

import { namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

const opposites: Readonly<Record<string, string>> = {
  "==": "!=",
  "!=": "==",
  is: "is not",
  "is not": "is",
  in: "not in",
  "not in": "in",
};

/** `a == b` becomes `a != b`; an order becomes `not a < b`, which also holds for what has no order. */
export function negated(condition: SyntaxNode): string {
  if (condition.type === "not_operator") return condition.field("argument")?.text ?? `not (${condition.text})`;
  if (condition.type === "comparison_operator") {
    const operators = condition.children.filter(
      (child) => !child.isNamed || child.type === "not in" || child.type === "is not",
    );
    const [left, right] = namedChildren(condition).filter(({ type }) => type !== "not in" && type !== "is not");
    const opposite = opposites[operators.map(({ text }) => text.replaceAll(/\s+/g, " ")).join(" ")];
    if (opposite !== undefined && left && right) return `${left.text} ${opposite} ${right.text}`;
  }
  return /^(call|identifier|attribute|subscript|parenthesized_expression|comparison_operator)$/.test(condition.type)
    ? `not ${condition.text}`
    : `not (${condition.text})`;
}
