// Finds the smallest named node at an offset, to get from a linter's place to the syntax tree.

import type { SyntaxNode } from "./syntax.ts";

export function nodeAt(root: SyntaxNode, offset: number): SyntaxNode | undefined {
  let found: SyntaxNode | undefined = root;
  for (;;) {
    const inner: SyntaxNode | undefined = found.children.find(
      (child) => child.isNamed && child.start <= offset && offset < child.end,
    );
    if (inner === undefined) return found;
    found = inner;
  }
}

/** The smallest node of these types that holds the offset. */
export function nodeOfTypeAt(root: SyntaxNode, offset: number, ...types: readonly string[]): SyntaxNode | undefined {
  let node = nodeAt(root, offset);
  while (node !== undefined && !types.includes(node.type)) node = node.parent;
  return node;
}
