// The classes of a file: their bases, methods, and fields from class-level and from `self.x = …` in their methods.

import type { Scopes } from "./scopes.ts";
import type { SyntaxNode } from "./syntax.ts";

export interface FieldPlace {
  /** The target: the name in the class's body, or `self.name` in a method. */
  readonly target: SyntaxNode;
  readonly annotation: SyntaxNode | undefined;
  readonly value: SyntaxNode | undefined;
  /** Of `self.a, self.b = value`: only a part of the value. */
  readonly isPart: boolean;
  readonly isClassLevel: boolean;
}

export interface ClassInfo {
  readonly node: SyntaxNode;
  readonly name: string;
  /** As written, keyword arguments such as `metaclass=` left out. */
  readonly bases: readonly SyntaxNode[];
  /** The last definition of each name. */
  readonly methods: ReadonlyMap<string, SyntaxNode>;
  readonly fields: ReadonlyMap<string, readonly FieldPlace[]>;
}

export function classInfo(node: SyntaxNode, scopes: Scopes): ClassInfo {
  const bases = (node.field("superclasses")?.children ?? []).filter(
    ({ isNamed, type }) => isNamed && type !== "keyword_argument" && type !== "comment",
  );
  const methods = new Map<string, SyntaxNode>();
  const fields = new Map<string, FieldPlace[]>();
  const add = (name: string, place: FieldPlace) => {
    const places = fields.get(name);
    if (places) places.push(place);
    else fields.set(name, [place]);
  };
  for (const binding of scopes.opened(node)?.bindings.values() ?? []) {
    for (const { kind, node: source, name, value, annotation, isPart } of binding.places) {
      if (kind === "function") methods.set(binding.name, source);
      else if (kind === "assignment" || kind === "annotation") {
        add(binding.name, { target: name, annotation, value, isPart, isClassLevel: true });
      }
    }
  }
  for (const method of methods.values()) {
    const self = selfOf(method);
    const references = self === undefined ? [] : (scopes.opened(method)?.bindings.get(self)?.references ?? []);
    for (const reference of references) addAssigned(reference, add);
  }
  return { node, name: node.field("name")?.text ?? "", bases, methods, fields };
}

/** The name of a method's first parameter, where it is the instance. */
export function selfOf(method: SyntaxNode): string | undefined {
  const decorators = method.parent?.type === "decorated_definition" ? method.parent.children : [];
  if (decorators.some((one) => /^@\s*(staticmethod|classmethod)$/.test(one.type === "decorator" ? one.text : "")))
    return undefined;
  const first = method.field("parameters")?.children.find(({ isNamed, type }) => isNamed && type !== "comment");
  if (first?.type === "identifier") return first.text;
  const name = first?.type === "typed_parameter" ? first.children[0] : undefined;
  return name?.type === "identifier" ? name.text : undefined;
}

function addAssigned(self: SyntaxNode, add: (name: string, place: FieldPlace) => void): void {
  const target = self.parent;
  const attribute = target?.field("attribute");
  if (target?.type !== "attribute" || !attribute || target.field("object") !== self) return;
  let holder = target.parent;
  const isPart = holder?.type !== "assignment";
  while (holder && /^(pattern_list|tuple_pattern|list_pattern)$/.test(holder.type)) holder = holder.parent;
  if (holder?.type !== "assignment") return;
  const left = holder.field("left");
  if (!left || target.start < left.start || left.end < target.end) return;
  let value = holder.field("right");
  while (value?.type === "assignment") value = value.field("right");
  add(attribute.text, { target, annotation: holder.field("type"), value, isPart, isClassLevel: false });
}
