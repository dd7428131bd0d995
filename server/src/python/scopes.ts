// Scopes with Python's rules: which names each one binds, at which places, and which identifiers refer to them.
//
// A class's names are invisible in its methods; `global` and `nonlocal` bind elsewhere; a comprehension is a scope of its own
// whose first iterable belongs outside, and `:=` in it binds outside too. Names in string annotations are no references.

import type { SyntaxNode } from "./syntax.ts";

/** "type" is the scope of the type parameters of one definition, between it and what surrounds it. */
export type ScopeKind = "module" | "class" | "function" | "lambda" | "comprehension" | "type";

export interface Scope {
  readonly kind: ScopeKind;
  readonly node: SyntaxNode;
  readonly parent: Scope | undefined;
  readonly bindings: ReadonlyMap<string, Binding>;
}

export type PlaceKind =
  | "assignment"
  /** `x: int` without a value. */
  | "annotation"
  | "augmented"
  | "walrus"
  | "for"
  | "with"
  | "except"
  | "match"
  | "parameter"
  | "function"
  | "class"
  | "type"
  | "import"
  | "delete";

/** One place at which a name is bound. */
export interface Place {
  readonly kind: PlaceKind;
  /** The identifier that is bound; for `import a.b` the `a`. */
  readonly name: SyntaxNode;
  /** The statement, parameter, clause or definition that binds it. */
  readonly node: SyntaxNode;
  /** What is assigned, iterated, entered or caught; the default of a parameter. */
  readonly value: SyntaxNode | undefined;
  readonly annotation: SyntaxNode | undefined;
  /** True where the name takes only a part of the value: `a, b = value`. */
  readonly isPart: boolean;
  /** The scope in which it stands: another one than the binding's where it is `global`. */
  readonly scope: Scope;
  /** What an import brings, before relative names are made absolute: "os.path", ".models.User". */
  readonly imported: string | undefined;
}

export interface Binding {
  readonly name: string;
  readonly scope: Scope;
  /** In order of the text. */
  readonly places: readonly Place[];
  /** Identifiers that read it, in order of the text; the names of its places are not among them. */
  readonly references: readonly SyntaxNode[];
}

export interface Scopes {
  readonly module: Scope;
  /** The scope that a node's names are looked up in. */
  scopeOf(node: SyntaxNode): Scope;
  /** The binding that an identifier reads or makes; undefined for builtins, unknown names and attribute names. */
  bindingOf(identifier: SyntaxNode): Binding | undefined;
  /** The binding of a name as seen from a scope. */
  lookUp(name: string, scope: Scope): Binding | undefined;
  /** True where `from x import *` may bring any name. */
  readonly hasStarImport: boolean;
  /** The scope that a definition, lambda or comprehension opens. */
  opened(node: SyntaxNode): Scope | undefined;
}
