// What a name or attribute chain stands for: through imports, aliases and assigned aliases, as one dotted name.
//
// `np.array` after `import numpy as np` is "numpy.array"; `sleep` after `sleep = time.sleep` is "time.sleep"; what the file
// itself defines at module level begins with a dot: ".Name", ".Name.method"; builtins are "builtins.print". Relative imports
// are made absolute by the file's path. A local value, a parameter, a name that is bound to different things, and what a star
// import may hide are undefined.

import { isBuiltinName } from "./builtins.ts";
import type { Binding, Place, Scope, Scopes } from "./scopes.ts";
import type { SyntaxNode } from "./syntax.ts";

/** Aliases of aliases are followed no deeper. */
const deepest = 60;

export class Resolver {
  readonly #scopes: Scopes;
  readonly #package: readonly string[];
  readonly #known = new Map<Binding, string | undefined>();
  #depth = 0;

  constructor(scopes: Scopes, path: string) {
    this.#scopes = scopes;
    this.#package = path.split("/").slice(0, -1);
  }

  resolve(node: SyntaxNode): string | undefined {
    const names: string[] = [];
    let at: SyntaxNode | undefined = node;
    for (;;) {
      if (at?.type === "attribute") {
        const attribute = at.field("attribute");
        if (!attribute) return undefined;
        names.push(attribute.text);
        if (names.length > deepest) return undefined;
        at = at.field("object");
      } else if (at?.type === "parenthesized_expression") {
        at = at.children.find((child) => child.isNamed && child.type !== "comment");
      } else if (at?.type === "dotted_name" && at.parent?.type.endsWith("pattern")) {
        const [first, ...others]: readonly SyntaxNode[] = at.children.filter(({ isNamed }) => isNamed);
        names.push(...others.map(({ text }) => text).toReversed());
        at = first;
      } else if (at?.type === "type" && at.children.length === 1) {
        at = at.children[0];
      } else {
        break;
      }
    }
    if (at?.type !== "identifier") return undefined;
    const head = this.#identifier(at);
    return head === undefined ? undefined : [head, ...names.toReversed()].join(".");
  }

  /** What a dotted name stands for as seen from a scope, for names that stand in strings. */
  name(path: readonly string[], scope: Scope): string | undefined {
    const [first = "", ...others] = path;
    const binding = this.#scopes.lookUp(first, scope);
    const head = binding ? this.binding(binding) : this.#builtin(first);
    return head === undefined ? undefined : [head, ...others].join(".");
  }

  /** What a binding stands for, wherever all its places agree. */
  binding(binding: Binding): string | undefined {
    if (this.#known.has(binding)) return this.#known.get(binding);
    if (this.#depth > deepest) return undefined;
    // An alias of itself (`x = x.y`) is unknown while it is looked at.
    this.#known.set(binding, undefined);
    this.#depth++;
    const name = this.#bindingName(binding);
    this.#depth--;
    this.#known.set(binding, name);
    return name;
  }

  /** "..models.User" from app/api/routes.py as "app.models.User". */
  absolute(imported: string): string {
    const dots = /^\.*/.exec(imported)?.[0].length ?? 0;
    if (dots === 0) return imported;
    const kept = this.#package.slice(0, Math.max(0, this.#package.length - (dots - 1)));
    return [...kept, imported.slice(dots)].filter(Boolean).join(".");
  }

  #identifier(node: SyntaxNode): string | undefined {
    const binding = this.#scopes.bindingOf(node);
    if (binding) return this.binding(binding);
    const outside = this.#scopes.lookUp(node.text, this.#scopes.scopeOf(node));
    if (outside) return this.binding(outside);
    return this.#builtin(node.text);
  }

  #builtin(name: string): string | undefined {
    return isBuiltinName(name) && !this.#scopes.hasStarImport ? `builtins.${name}` : undefined;
  }

  #bindingName(binding: Binding): string | undefined {
    // `x: Type` and `del x` bind nothing; an augmented assignment makes a value.
    const places = binding.places.filter(({ kind }) => kind !== "annotation" && kind !== "delete");
    const names = new Set(places.map((place) => this.#placeName(place, binding)));
    const [only] = names;
    if (names.size === 1) return only;
    // try: import a as x / except ImportError: x = None, or import b as x: the first import is what is meant.
    const [first, ...others] = places;
    if (first?.kind !== "import" || !others.every((place) => isFallback(place, first))) return undefined;
    return this.#placeName(first, binding);
  }

  #placeName(place: Place, binding: Binding): string | undefined {
    switch (place.kind) {
      case "import":
        return place.imported === undefined ? undefined : this.absolute(place.imported);
      case "class":
      case "function":
      case "type":
        return binding.scope.kind === "module" || binding.scope.kind === "class" ? this.#ownName(binding) : undefined;
      case "assignment":
        return this.#assigned(place, binding);
      default:
        return undefined;
    }
  }

  #assigned(place: Place, binding: Binding): string | undefined {
    const { value } = place;
    if (!place.isPart && (value?.type === "identifier" || value?.type === "attribute")) {
      const alias = this.resolve(value);
      if (alias !== undefined && !alias.startsWith(".")) return alias;
      if (alias !== undefined && /^\.[A-Z]/.test(alias)) return alias;
    }
    return binding.scope.kind === "module" || binding.scope.kind === "class" ? this.#ownName(binding) : undefined;
  }

  #ownName(binding: Binding): string | undefined {
    if (binding.scope.kind === "module") return `.${binding.name}`;
    const name = binding.scope.node.field("name");
    const outer = binding.scope.kind === "class" && name ? this.#scopes.bindingOf(name) : undefined;
    const above = outer && this.binding(outer);
    return above?.startsWith(".") ? `${above}.${binding.name}` : undefined;
  }
}

/** An import or value in a handler or branch that stands in for the first where that one failed. */
function isFallback(place: Place, first: Place): boolean {
  if (place.kind !== "import" && place.kind !== "assignment" && place.kind !== "class" && place.kind !== "function")
    return false;
  for (let node = place.node.parent; node; node = node.parent) {
    if (node.type === "try_statement" && node.start <= first.node.start && first.node.end <= node.end) return true;
    if (node.type === "if_statement" && node.start <= first.node.start && first.node.end <= node.end) return true;
  }
  return false;
}
