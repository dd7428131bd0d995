// Finds scopes, bindings and references in one walk over the tree; what they are is said in scopes.ts.

import { containers, firstIdentifier, joined, moduleName } from "./bound-names.ts";
import { type OpenBinding, OpenScope } from "./open-scope.ts";
import type { Binding, PlaceKind, Scope, ScopeKind, Scopes } from "./scopes.ts";
import type { SyntaxNode } from "./syntax.ts";

/** What a target of an assignment or its like is given. */
interface Given {
  readonly kind: PlaceKind;
  readonly node: SyntaxNode;
  readonly value?: SyntaxNode | undefined;
  readonly annotation?: SyntaxNode | undefined;
  readonly isPart?: boolean;
}

const comprehensions: ReadonlySet<string> = new Set([
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
  "generator_expression",
]);

export function findScopes(root: SyntaxNode): Scopes {
  return new ScopeFinder(root);
}

class ScopeFinder implements Scopes {
  readonly module: OpenScope;
  hasStarImport = false;
  readonly #opened = new Map<SyntaxNode, OpenScope>();
  /** Nodes that stand outside the scope that their parents open: defaults, decorators, first iterables. */
  readonly #moved = new Map<SyntaxNode, OpenScope>();
  readonly #bound = new Map<SyntaxNode, OpenBinding>();
  readonly #loads: { readonly name: SyntaxNode; readonly scope: OpenScope }[] = [];
  readonly #pending: { readonly node: SyntaxNode; readonly scope: OpenScope }[] = [];

  constructor(root: SyntaxNode) {
    this.module = new OpenScope("module", root, undefined);
    this.#opened.set(root, this.module);
    this.#later(root.children, this.module);
    // A stack of our own: code may be nested deeper than JavaScript's stack is.
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) this.#visit(next.node, next.scope);
    for (const { name, scope } of this.#loads) {
      const home = isBoundYet(scope, name) ? scope : outside(scope);
      if (home !== scope) this.#moved.set(name, home);
      const binding = this.lookUp(name.text, home);
      if (!binding) continue;
      binding.references.push(name);
      this.#bound.set(name, binding);
    }
  }

  opened(node: SyntaxNode): Scope | undefined {
    return this.#opened.get(node);
  }

  scopeOf(node: SyntaxNode): Scope {
    let inner = node;
    for (;;) {
      const moved = this.#moved.get(inner);
      if (moved) return moved;
      const above = inner.parent;
      if (above === undefined) return this.module;
      const opened = this.#opened.get(above);
      if (opened) return opened;
      inner = above;
    }
  }

  bindingOf(identifier: SyntaxNode): Binding | undefined {
    return this.#bound.get(identifier);
  }

  lookUp(name: string, from: Scope): OpenBinding | undefined {
    let scope: OpenScope | undefined = from as OpenScope;
    const elsewhere = scope.elsewhere.get(name);
    if (elsewhere === "global") return this.module.bindings.get(name);
    if (elsewhere === "nonlocal") scope = scope.parent;
    for (let isOwn = true; scope; isOwn &&= scope.kind === "type", scope = scope.parent) {
      if (scope.kind === "class" && (!isOwn || elsewhere === "nonlocal")) continue;
      if (scope.elsewhere.get(name) === "global") return this.module.bindings.get(name);
      const binding = scope.bindings.get(name);
      if (binding) return binding;
    }
    return undefined;
  }

  /** Visits in order of the text, so the last goes onto the stack first. */
  #later(nodes: readonly SyntaxNode[], scope: OpenScope): void {
    for (let at = nodes.length - 1; at >= 0; at--) {
      const node = nodes[at];
      if (node && (node.isNamed || node.children.length > 0)) this.#pending.push({ node, scope });
    }
  }

  #visit(node: SyntaxNode, scope: OpenScope): void {
    switch (node.type) {
      case "identifier":
        this.#loads.push({ name: node, scope });
        return;
      case "attribute":
        this.#later(node.fields("object"), scope);
        return;
      case "keyword_argument":
        this.#later(node.fields("value"), scope);
        return;
      case "function_definition":
        this.#function(node, scope);
        return;
      case "lambda":
        this.#lambda(node, scope);
        return;
      case "class_definition":
        this.#class(node, scope);
        return;
      case "import_statement":
      case "import_from_statement":
      case "future_import_statement":
        this.#import(node, scope);
        return;
      case "global_statement":
      case "nonlocal_statement":
        for (const name of node.children) {
          if (name.type === "identifier") {
            scope.elsewhere.set(name.text, node.type === "global_statement" ? "global" : "nonlocal");
          }
        }
        return;
      case "assignment":
        this.#assignment(node, scope);
        return;
      case "augmented_assignment": {
        const left = node.field("left");
        if (left) this.#target(left, scope, { kind: "augmented", node, value: node.field("right") });
        this.#later(node.fields("right"), scope);
        return;
      }
      case "named_expression": {
        const name = node.field("name");
        let outer = scope;
        while (outer.kind === "comprehension" && outer.parent) outer = outer.parent;
        if (name) this.#target(name, outer, { kind: "walrus", node, value: node.field("value") });
        this.#later(node.fields("value"), scope);
        return;
      }
      case "for_statement":
      case "for_in_clause": {
        const left = node.field("left");
        if (left) this.#target(left, scope, { kind: "for", node, value: node.field("right"), isPart: true });
        this.#later(
          node.children.filter((child) => child !== left),
          scope,
        );
        return;
      }
      case "as_pattern":
        this.#asPattern(node, scope);
        return;
      case "delete_statement":
        for (const target of node.children) {
          if (target.isNamed) this.#target(target, scope, { kind: "delete", node });
        }
        return;
      case "case_pattern":
        this.#casePattern(node, scope);
        return;
      case "type_alias_statement":
        this.#typeAlias(node, scope);
        return;
      default:
        if (comprehensions.has(node.type)) this.#comprehension(node, scope);
        else this.#later(node.children, scope);
    }
  }

  #open(kind: ScopeKind, node: SyntaxNode, parent: OpenScope): OpenScope {
    const scope = new OpenScope(kind, node, parent);
    this.#opened.set(node, scope);
    return scope;
  }

  #outside(nodes: readonly (SyntaxNode | undefined)[], scope: OpenScope): void {
    const moved = nodes.filter((node) => node !== undefined);
    for (const node of moved) this.#moved.set(node, scope);
    this.#later(moved, scope);
  }

  #function(node: SyntaxNode, scope: OpenScope): void {
    const name = node.field("name");
    if (name) this.#bind(name, scope, { kind: "function", node });
    const outer = this.#typeParameters(node, scope);
    const inner = this.#open("function", node, outer);
    if (name) this.#moved.set(name, scope);
    this.#later(node.fields("body"), inner);
    this.#outside([node.field("return_type")], outer);
    for (const parameters of node.fields("parameters")) this.#parameters(parameters, inner, outer);
  }

  #lambda(node: SyntaxNode, scope: OpenScope): void {
    const inner = this.#open("lambda", node, scope);
    this.#later(node.fields("body"), inner);
    for (const parameters of node.fields("parameters")) this.#parameters(parameters, inner, scope);
  }

  #parameters(list: SyntaxNode, inner: OpenScope, outer: OpenScope): void {
    for (const node of list.children) {
      if (!node.isNamed) continue;
      const annotation = node.field("type");
      const value = node.field("value");
      const name = node.field("name") ?? node.children.find((child) => child.isNamed && child !== annotation);
      const target = node.type === "identifier" || node.children.length === 0 ? node : name;
      const isPlain = node.type !== "list_splat_pattern" && node.type !== "dictionary_splat_pattern";
      if (node.type === "tuple_pattern") this.#target(node, inner, { kind: "parameter", node, isPart: true });
      else if (target) this.#target(target, inner, { kind: "parameter", node, value, annotation, isPart: !isPlain });
      this.#outside([annotation, value], outer);
    }
  }

  #class(node: SyntaxNode, scope: OpenScope): void {
    const name = node.field("name");
    if (name) this.#bind(name, scope, { kind: "class", node });
    const outer = this.#typeParameters(node, scope);
    const inner = this.#open("class", node, outer);
    if (name) this.#moved.set(name, scope);
    this.#later(node.fields("body"), inner);
    this.#outside(node.fields("superclasses"), outer);
  }

  /** The scope of `[T: Bound]`, or the given one where there are no type parameters. */
  #typeParameters(node: SyntaxNode, scope: OpenScope): OpenScope {
    const parameters = node.fields("type_parameters").flatMap((list) => list.children.filter(({ isNamed }) => isNamed));
    if (parameters.length === 0) return scope;
    const inner = new OpenScope("type", node, scope);
    for (const parameter of parameters) {
      const name = firstIdentifier(parameter);
      if (name) this.#bind(name, inner, { kind: "type", node: parameter });
      const bound = parameter.children.flatMap((child) =>
        child.type === "constrained_type" ? child.children.slice(1) : [],
      );
      this.#outside(bound, inner);
    }
    return inner;
  }

  #typeAlias(node: SyntaxNode, scope: OpenScope): void {
    const name = firstIdentifier(node.field("left"));
    if (name) this.#bind(name, scope, { kind: "type", node, value: node.field("right") });
    this.#later(node.fields("right"), scope);
  }

  #comprehension(node: SyntaxNode, scope: OpenScope): void {
    const inner = this.#open("comprehension", node, scope);
    const first = node.children.find((child) => child.type === "for_in_clause");
    const iterable = first?.field("right");
    for (const child of node.children.toReversed()) {
      if (child !== first) {
        this.#later([child], inner);
        continue;
      }
      const left = child.field("left");
      if (left) this.#target(left, inner, { kind: "for", node: child, value: iterable, isPart: true });
    }
    this.#outside([iterable], scope);
  }

  #assignment(node: SyntaxNode, scope: OpenScope): void {
    const annotation = node.field("type");
    let value = node.field("right");
    while (value?.type === "assignment") value = value.field("right");
    const left = node.field("left");
    const kind = value === undefined ? "annotation" : "assignment";
    if (left) this.#target(left, scope, { kind, node, value, annotation });
    this.#later([...node.fields("right"), ...node.fields("type")], scope);
  }

  /** `with x as y`, `except x as y`; in `match` the alias is a bare identifier. */
  #asPattern(node: SyntaxNode, scope: OpenScope): void {
    const alias = node.field("alias");
    const [value] = node.children;
    if (alias) {
      const around = node.parent;
      const isExcept = around?.type === "except_clause" || around?.type === "except_group_clause";
      const kind = isExcept ? "except" : around?.type === "case_pattern" ? "match" : "with";
      for (const target of alias.children) this.#target(target, scope, { kind, node, value });
    } else {
      const name = node.children.at(-1);
      if (name?.type === "identifier") this.#bind(name, scope, { kind: "match", node });
    }
    this.#later(
      node.children.filter((child) => child !== alias && (alias || child.type !== "identifier")),
      scope,
    );
  }

  #casePattern(node: SyntaxNode, scope: OpenScope): void {
    // `case x` binds, `case a.b` and `case Name(...)` read; class patterns are no case patterns themselves.
    for (const child of node.children) this.#pattern(child, scope);
  }

  #pattern(node: SyntaxNode, scope: OpenScope): void {
    const pending = [node];
    for (let next = pending.shift(); next; next = pending.shift()) {
      const [first] = next.children;
      if (next.type === "dotted_name" && first) {
        const isClass = next.parent?.type === "class_pattern";
        if (next.children.length > 1 || isClass) this.#loads.push({ name: first, scope });
        else this.#bind(first, scope, { kind: "match", node: next });
      } else if (next.type === "splat_pattern") {
        const name = next.children.find((child) => child.type === "identifier");
        if (name) this.#bind(name, scope, { kind: "match", node: next });
      } else if (next.type === "keyword_pattern") {
        pending.push(...next.children.slice(1));
      } else if (next.type === "as_pattern") {
        const name = next.children.at(-1);
        if (name?.type === "identifier") this.#bind(name, scope, { kind: "match", node: next });
        pending.push(...next.children.slice(0, -1));
      } else if (next.type === "identifier") {
        this.#loads.push({ name: next, scope });
      } else {
        pending.push(...next.children);
      }
    }
  }

  #import(node: SyntaxNode, scope: OpenScope): void {
    const module = node.type === "future_import_statement" ? "__future__" : moduleName(node.field("module_name"));
    if (node.children.some((child) => child.type === "wildcard_import")) this.hasStarImport = true;
    for (const item of node.fields("name")) {
      const path = item.type === "aliased_import" ? item.field("name") : item;
      const alias = item.type === "aliased_import" ? item.field("alias") : undefined;
      const [first] = path?.children ?? [];
      const name = alias ?? first;
      if (!path || !first || !name) continue;
      if (module === undefined) {
        // `import a.b` binds `a`, `import a.b as c` binds the module itself.
        this.#bind(name, scope, { kind: "import", node }, alias ? joined(path) : first.text);
      } else {
        this.#bind(
          name,
          scope,
          { kind: "import", node },
          module.endsWith(".") ? module + joined(path) : `${module}.${joined(path)}`,
        );
      }
    }
  }

  /** Binds every name of a target; attributes and subscripts in it are read. */
  #target(target: SyntaxNode, scope: OpenScope, given: Given): void {
    const pending: { node: SyntaxNode; isPart: boolean }[] = [{ node: target, isPart: given.isPart ?? false }];
    for (let next = pending.shift(); next; next = pending.shift()) {
      const { node, isPart } = next;
      if (node.type === "identifier") {
        this.#bind(node, scope, { ...given, isPart });
      } else if (containers.has(node.type)) {
        const inParts = isPart || node.type !== "parenthesized_expression";
        pending.push(
          ...node.children.filter((child) => child.isNamed).map((child) => ({ node: child, isPart: inParts })),
        );
      } else {
        this.#later([node], scope);
      }
    }
  }

  #bind(name: SyntaxNode, from: OpenScope, given: Given, imported?: string): void {
    const scope = this.#home(name.text, from);
    let binding = scope.bindings.get(name.text);
    if (!binding) {
      binding = { name: name.text, scope, places: [], references: [] };
      scope.bindings.set(name.text, binding);
    }
    const { kind, node, value, annotation, isPart = false } = given;
    binding.places.push({ kind, name, node, value, annotation, isPart, scope: from, imported });
    this.#bound.set(name, binding);
  }

  /** Where a name is bound that is assigned in a scope. */
  #home(name: string, scope: OpenScope): OpenScope {
    const elsewhere = scope.elsewhere.get(name);
    if (elsewhere === undefined) return scope;
    if (elsewhere === "global") return this.module;
    let outer = scope.parent;
    while (outer && (outer.kind === "class" || !outer.bindings.has(name))) outer = outer.parent;
    return outer ?? scope;
  }
}

/** The body of a class runs from top to bottom, and until it binds a name it reads the one around it. */
function isBoundYet(scope: OpenScope, name: SyntaxNode): boolean {
  const places = scope.kind === "class" ? scope.bindings.get(name.text)?.places : undefined;
  if (places === undefined) return true;
  return places.some(({ kind, node, value, name: bound }) => {
    if (kind === "annotation" || kind === "delete") return false;
    const end = kind === "function" || kind === "class" ? node.end : Math.max(bound.end, value?.end ?? 0);
    return end <= name.start;
  });
}

/** The next scope that what stands in a class can see. */
function outside(scope: OpenScope): OpenScope {
  let outer = scope;
  while (outer.kind === "class" && outer.parent) outer = outer.parent;
  return outer;
}
