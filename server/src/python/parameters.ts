// The parameters of a function or lambda, with their annotations, defaults, and how they can be given.

import type { SyntaxNode } from "./syntax.ts";

export interface Parameter {
  readonly name: string;
  readonly nameNode: SyntaxNode;
  readonly node: SyntaxNode;
  readonly annotation: SyntaxNode | undefined;
  readonly default: SyntaxNode | undefined;
  /** "*" of `*args`, "**" of `**kwargs`. */
  readonly kind: "positional only" | "plain" | "keyword only" | "*" | "**";
  /** `self` or `cls`: the first parameter of a method that is not static. */
  readonly isReceiver: boolean;
}

export function parametersOf(definition: SyntaxNode): readonly Parameter[] {
  const nodes = definition.field("parameters")?.children.filter(({ isNamed }) => isNamed) ?? [];
  const slash = nodes.findIndex(({ type }) => type === "positional_separator");
  const hasReceiver = isMethod(definition);
  const found: Parameter[] = [];
  let isBehindStar = false;
  for (const [at, node] of nodes.entries()) {
    if (node.type === "keyword_separator") isBehindStar = true;
    const inner = node.type === "typed_parameter" ? node.children[0] : node;
    const nameNode = nameOf(inner);
    if (!inner || !nameNode) continue;
    const star =
      inner.type === "list_splat_pattern" ? "*" : inner.type === "dictionary_splat_pattern" ? "**" : undefined;
    found.push({
      name: nameNode.text,
      nameNode,
      node,
      annotation: node.field("type"),
      default: node.field("value"),
      kind: star ?? (isBehindStar ? "keyword only" : at < slash ? "positional only" : "plain"),
      isReceiver: hasReceiver && found.length === 0 && star === undefined,
    });
    if (star === "*") isBehindStar = true;
  }
  return found;
}

function nameOf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  if (node?.type === "identifier") return node;
  if (node?.type === "default_parameter" || node?.type === "typed_default_parameter") return node.field("name");
  if (node?.type === "list_splat_pattern" || node?.type === "dictionary_splat_pattern") {
    return node.children.find(({ type }) => type === "identifier");
  }
  return undefined;
}

function isMethod(definition: SyntaxNode): boolean {
  const decorated = definition.parent?.type === "decorated_definition" ? definition.parent : undefined;
  if (decorated?.children.some(({ type, text }) => type === "decorator" && /^@\s*staticmethod$/.test(text.trim())))
    return false;
  const block = (decorated ?? definition).parent;
  return definition.type === "function_definition" && block?.parent?.type === "class_definition";
}
