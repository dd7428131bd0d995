// The docstring of a module, class or function.

import { stringValue } from "./string-value.ts";
import { statements } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";

/** The string node; undefined where the first statement is something else, an f-string, or bytes. */
export function docstringNode(definition: SyntaxNode): SyntaxNode | undefined {
  const [first] = statements(definition.type === "module" ? definition : definition.field("body"));
  if (first?.type !== "expression_statement") return undefined;
  const expression = first.children.find(({ isNamed }) => isNamed);
  const isText = expression?.type === "string" || expression?.type === "concatenated_string";
  if (!isText || /^[rRuU]*[fFbBtT]/.test(expression.text)) return undefined;
  return expression;
}

/** What it says. */
export function docstringOf(definition: SyntaxNode): string | undefined {
  return stringValue(docstringNode(definition));
}
