// The names in targets, imports and type parameters.

import type { SyntaxNode } from "./syntax.ts";

/** What holds the targets of an assignment that takes its value apart. */
export const containers: ReadonlySet<string> = new Set([
  "pattern_list",
  "tuple_pattern",
  "list_pattern",
  "list_splat_pattern",
  "dictionary_splat_pattern",
  "expression_list",
  "tuple",
  "list",
  "list_splat",
  "parenthesized_expression",
  "as_pattern_target",
]);

export function firstIdentifier(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let at = node;
  while (at && at.type !== "identifier") at = at.children.find((child) => child.isNamed);
  return at;
}

/** The names of a dotted name, whatever white space stands between them. */
export function joined(dotted: SyntaxNode): string {
  return dotted.children
    .filter((child) => child.isNamed)
    .map((child) => child.text)
    .join(".");
}

export function moduleName(node: SyntaxNode | undefined): string | undefined {
  if (node === undefined || node.type === "dotted_name") return node && joined(node);
  return node.children
    .map((child) => (child.type === "dotted_name" ? joined(child) : child.text.replace(/[^.]/g, "")))
    .join("");
}
