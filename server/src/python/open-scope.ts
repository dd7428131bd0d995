// A scope while its names are being found.

import type { Binding, Place, Scope, ScopeKind } from "./scopes.ts";
import type { SyntaxNode } from "./syntax.ts";

export class OpenScope implements Scope {
  readonly bindings = new Map<string, OpenBinding>();
  /** Names that `global` and `nonlocal` send elsewhere. */
  readonly elsewhere = new Map<string, "global" | "nonlocal">();
  readonly kind: ScopeKind;
  readonly node: SyntaxNode;
  readonly parent: OpenScope | undefined;

  constructor(kind: ScopeKind, node: SyntaxNode, parent: OpenScope | undefined) {
    this.kind = kind;
    this.node = node;
    this.parent = parent;
  }
}

export interface OpenBinding extends Binding {
  readonly scope: OpenScope;
  readonly places: Place[];
  readonly references: SyntaxNode[];
}
