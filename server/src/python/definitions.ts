// Finds the classes and functions of a file by their dotted names, and what classes inherit from.

import { type ClassInfo, classInfo } from "./class-info.ts";
import type { External } from "./external.ts";
import { libraryBases } from "./library-types.ts";
import type { Resolver } from "./resolve.ts";
import type { Place, Scope, Scopes } from "./scopes.ts";
import { withinScope } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";
import { canonicalName } from "./value-type.ts";

export class Definitions {
  readonly #scopes: Scopes;
  readonly #resolver: Resolver;
  readonly #external: External;
  readonly #classes = new Map<SyntaxNode, ClassInfo>();

  constructor(scopes: Scopes, resolver: Resolver, external: External) {
    this.#scopes = scopes;
    this.#resolver = resolver;
    this.#external = external;
  }

  /** The class behind a name of this file: ".User", ".Outer.Inner". */
  findClass(name: string): ClassInfo | undefined {
    if (!name.startsWith(".")) return undefined;
    let scope: Scope | undefined = this.#scopes.module;
    let found: SyntaxNode | undefined;
    for (const part of name.slice(1).split(".")) {
      const place: Place | undefined = scope?.bindings.get(part)?.places.findLast(({ kind }) => kind === "class");
      found = place?.node;
      scope = found && this.#scopes.opened(found);
    }
    return found && this.classOf(found);
  }

  classOf(node: SyntaxNode): ClassInfo {
    let info = this.#classes.get(node);
    if (!info) {
      info = classInfo(node, this.#scopes);
      this.#classes.set(node, info);
    }
    return info;
  }

  /** The function or method behind a name of this file: ".save", ".User.save". */
  findFunction(name: string): SyntaxNode | undefined {
    if (!name.startsWith(".")) return undefined;
    const cut = name.lastIndexOf(".");
    if (cut > 0) return this.findClass(name.slice(0, cut))?.methods.get(name.slice(cut + 1));
    return this.#scopes.module.bindings.get(name.slice(1))?.places.findLast(({ kind }) => kind === "function")?.node;
  }

  /** A method of a class of this file or of its bases in this file. */
  findMethod(type: string, method: string): SyntaxNode | undefined {
    for (const one of this.ancestorsOf(type)) {
      const own = this.findClass(one)?.methods.get(method);
      if (own) return own;
    }
    return undefined;
  }

  /** The dotted names of a class's bases: of this file, of the workspace, of libraries. */
  basesOf(name: string): readonly string[] {
    const own = this.findClass(name);
    if (!own) {
      const fact = this.#external(name);
      return fact?.kind === "class" ? fact.bases : libraryBases(name);
    }
    return own.bases.flatMap((base) => {
      const plain = base.type === "subscript" ? base.field("value") : base;
      const resolved = plain && this.#resolver.resolve(plain);
      return resolved === undefined ? [] : [canonicalName(resolved)];
    });
  }

  /** The class itself and all that it inherits from, as far as they are known, nearest first. */
  ancestorsOf(name: string): readonly string[] {
    const found = new Set([canonicalName(name)]);
    for (const one of found) for (const base of this.basesOf(one)) found.add(base);
    return [...found];
  }

  enclosingClass(node: SyntaxNode): ClassInfo | undefined {
    let above = node.parent;
    while (above && above.type !== "class_definition") above = above.parent;
    return above && this.classOf(above);
  }

  /** The dotted name of the class whose body directly holds a definition. */
  ownerOf(definition: SyntaxNode): string | undefined {
    let scope: Scope | undefined = this.#scopes.scopeOf(definition);
    while (scope?.kind === "type") scope = scope.parent;
    const name = scope?.kind === "class" ? scope.node.field("name") : undefined;
    return name && this.#resolver.resolve(name);
  }
}

export function isAsync(definition: SyntaxNode): boolean {
  return definition.children[0]?.type === "async";
}

export function isGenerator(definition: SyntaxNode): boolean {
  const body = definition.field("body");
  if (body) for (const node of withinScope(body)) if (node.type === "yield") return true;
  return false;
}

/** Under contextlib's decorators: calling it makes a context manager. */
export function isContextManager(definition: SyntaxNode): boolean {
  return decorators(definition).some((one) => /\b(async)?contextmanager$/.test(one));
}

export function isProperty(definition: SyntaxNode): boolean {
  return decorators(definition).some((one) => property.test(one));
}

const property = /^@\s*((functools\.)?cached_property|property|\w+\.(getter|setter)|hybrid_property)$/;

function decorators(definition: SyntaxNode): readonly string[] {
  const outer = definition.parent;
  if (outer?.type !== "decorated_definition") return [];
  return outer.children.filter(({ type }) => type === "decorator").map(({ text }) => text.trim());
}
