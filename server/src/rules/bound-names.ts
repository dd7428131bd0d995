// Every name that a file binds by assignment, loop, `with`, `except` or as a parameter, with the scope that it lives in.

import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface BoundName {
  readonly name: SyntaxNode;
  /** The function, class or module. */
  readonly scope: SyntaxNode;
  readonly kind: "local" | "parameter" | "class" | "module";
}

export function* boundNames(file: PythonFile): Generator<BoundName> {
  for (const parameters of file.nodes("parameters")) {
    const scope = parameters.parent;
    if (scope?.type !== "function_definition") continue;
    for (const name of parameterNames(parameters)) yield { name, scope, kind: "parameter" };
  }
  for (const node of file.nodes("assignment", "for_statement", "as_pattern_target", "named_expression")) {
    const target = targetOf(node);
    if (target === undefined) continue;
    const scope = scopeOf(node);
    const kind =
      scope.type === "function_definition" ? "local" : scope.type === "class_definition" ? "class" : "module";
    for (const name of targetNames(target)) yield { name, scope, kind };
  }
}

export function* parameterNames(parameters: SyntaxNode): Generator<SyntaxNode> {
  for (const child of parameters.children) {
    const name = parameterName(child);
    if (name !== undefined) yield name;
  }
}

function parameterName(node: SyntaxNode): SyntaxNode | undefined {
  switch (node.type) {
    case "identifier":
      return node;
    case "default_parameter":
    case "typed_default_parameter":
      return node.field("name");
    case "typed_parameter":
    case "list_splat_pattern":
    case "dictionary_splat_pattern": {
      const inner = node.children.find((child) => child.isNamed);
      return inner === undefined ? undefined : parameterName(inner);
    }
    default:
      return undefined;
  }
}

function targetOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === "as_pattern_target") return node.children.find((child) => child.isNamed);
  return node.type === "named_expression" ? node.field("name") : node.field("left");
}

function* targetNames(target: SyntaxNode): Generator<SyntaxNode> {
  if (target.type === "identifier") yield target;
  else if (
    /^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern|tuple|list|parenthesized_expression)$/.test(
      target.type,
    )
  ) {
    for (const child of target.children) yield* targetNames(child);
  }
}

export function scopeOf(node: SyntaxNode): SyntaxNode {
  let at = node;
  while (at.parent !== undefined) {
    const inner = at;
    at = at.parent;
    const isScope = at.type === "function_definition" || at.type === "class_definition";
    if (isScope && at.field("body")?.start === inner.start) return at;
    if (at.type === "lambda") return at;
  }
  return at;
}
