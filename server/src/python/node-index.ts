// Finds nodes by their type, in order of the text, from one walk over the tree.
//
// Only named nodes are found: the keyword of an `await` has the same type as the expression.

import type { SyntaxNode } from "./syntax.ts";

interface Place {
  readonly node: SyntaxNode;
  readonly order: number;
}

export class NodeIndex {
  readonly #byType = new Map<string, Place[]>();
  readonly #asked = new Map<string, readonly SyntaxNode[]>();

  constructor(root: SyntaxNode) {
    const pending = [root];
    let order = 0;
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (node.isNamed) {
        const place = { node, order: order++ };
        const places = this.#byType.get(node.type);
        if (places) places.push(place);
        else this.#byType.set(node.type, [place]);
      }
      const { children } = node;
      for (let at = children.length - 1; at >= 0; at--) pending.push(children[at] as SyntaxNode);
    }
  }

  nodes(types: readonly string[]): readonly SyntaxNode[] {
    const key = types.join(" ");
    let found = this.#asked.get(key);
    if (!found) {
      const places = [...new Set(types)].flatMap((type) => this.#byType.get(type) ?? []);
      if (types.length > 1) places.sort((a, b) => a.order - b.order);
      found = places.map(({ node }) => node);
      this.#asked.set(key, found);
    }
    return found;
  }
}
