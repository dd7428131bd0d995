// How hard the flow of a function is to follow: each break of it counts, and more so the deeper it is nested.

import type { SyntaxNode } from "../python/syntax.ts";

/** As Sonar counts it, but for functions that call themselves. */
export function cognitiveComplexity(definition: SyntaxNode): number {
  const body = definition.field("body");
  if (body === undefined) return 0;
  // A decorator only makes the function that it returns.
  const [inner, last, ...more] = body.children.filter(
    (child) => child.isNamed && child.type !== "comment" && child.children[0]?.type !== "string",
  );
  const made = inner?.type === "decorated_definition" ? inner.field("definition") : inner;
  if (made?.type === "function_definition" && last?.type === "return_statement" && more.length === 0)
    return cognitiveComplexity(made) + ofChildren(last, 0);
  return ofChildren(body, 0);
}

function ofChildren(node: SyntaxNode, nesting: number): number {
  return node.children.reduce((sum, child) => sum + ofNode(child, nesting), 0);
}

function ofNode(node: SyntaxNode, nesting: number): number {
  switch (node.type) {
    case "if_statement":
    case "for_statement":
    case "while_statement":
    case "match_statement":
    case "conditional_expression":
      return 1 + nesting + ofBranches(node, nesting);
    case "except_clause":
    case "except_group_clause":
      return 1 + nesting + ofChildren(node, nesting + 1);
    case "boolean_operator":
      return (continuesSequence(node) ? 0 : 1) + ofChildren(node, nesting);
    // What is defined inside is one level deeper; a class is read by itself.
    case "function_definition":
    case "lambda":
      return ofChildren(node, nesting + 1);
    case "class_definition":
      return 0;
    default:
      return ofChildren(node, nesting);
  }
}

/** The condition is as deep as the statement, its blocks are one deeper; `elif` and `else` count once, however deep. */
function ofBranches(node: SyntaxNode, nesting: number): number {
  return node.children.reduce((sum, child) => {
    if (child.type === "elif_clause" || child.type === "else_clause") return sum + 1 + ofBranches(child, nesting);
    const isDeeper = child.type === "block" || node.type === "conditional_expression";
    return sum + ofNode(child, isDeeper ? nesting + 1 : nesting);
  }, 0);
}

/** `a and b and c` is one thought, `a and b or c` are two. */
function continuesSequence(node: SyntaxNode): boolean {
  const parent = node.parent;
  return parent?.type === "boolean_operator" && operatorOf(parent) === operatorOf(node);
}

function operatorOf(node: SyntaxNode): string | undefined {
  return node.field("operator")?.text ?? node.children.find(({ type }) => type === "and" || type === "or")?.type;
}
