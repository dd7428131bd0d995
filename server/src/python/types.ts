// The type of an expression: from annotations, the assignments that reach it, constructors, and what libraries' functions give.
//
// A type is the dotted name of a class as `resolve` gives it: "builtins.str", "sqlalchemy.orm.Session", ".User" for a class of
// this file. None is left out beside another type; where branches disagree, or anything is unknown, there is none.

import { typeOfPlace, valueForTarget } from "./bound-types.ts";
import { typeOfCall } from "./call-types.ts";
import type { FieldPlace } from "./class-info.ts";
import { Definitions, isAsync, isGenerator, isProperty } from "./definitions.ts";
import type { External } from "./external.ts";
import { typeOfLibraryValue } from "./library-types.ts";
import { literalType } from "./literal-types.ts";
import { NamedTypes } from "./named-types.ts";
import { reachingPlaces } from "./reaching.ts";
import { Remembered } from "./remembered.ts";
import type { Resolver } from "./resolve.ts";
import type { Binding, Place, Scope, Scopes } from "./scopes.ts";
import { namedChildren, withinScope } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";
import type { Typing } from "./typing.ts";
import { agreed, canonicalName, coroutineType, elementOf, type ValueType, valueType } from "./value-type.ts";

export class TypeFinder implements Typing {
  readonly scopes: Scopes;
  readonly resolver: Resolver;
  readonly external: External;
  readonly definitions: Definitions;
  readonly names: NamedTypes;
  /** By expression, by place, and by function definition; no object is two of these. */
  readonly #types = new Remembered<SyntaxNode | Place | `result ${number}`, ValueType>();

  constructor(scopes: Scopes, resolver: Resolver, external: External) {
    this.scopes = scopes;
    this.resolver = resolver;
    this.external = external;
    this.definitions = new Definitions(scopes, resolver, external);
    this.names = new NamedTypes(scopes, resolver, external);
  }

  typeOf(node: SyntaxNode): ValueType | undefined {
    return this.#types.get(node, () => this.#expression(node));
  }

  resultOf(definition: SyntaxNode): ValueType | undefined {
    const result = this.#resultOf(definition);
    return isAsync(definition) && !isGenerator(definition) ? valueType(coroutineType, result) : result;
  }

  providedBy(definition: SyntaxNode): ValueType | undefined {
    const result = this.#resultOf(definition);
    const isStream = result && /^collections\.abc\.(Async)?(Iterator|Iterable|Generator)$/.test(result.name);
    return isStream ? result.args[0] : result;
  }

  valueOf(name: string): ValueType | undefined {
    if (!name.startsWith(".")) return typeOfLibraryValue(canonicalName(name)) ?? this.#externalValue(name);
    const cut = name.lastIndexOf(".");
    if (cut > 0) return this.#classValue(name.slice(0, cut), name.slice(cut + 1));
    const places = this.scopes.module.bindings.get(name.slice(1))?.places ?? [];
    return this.#agreedPlaces(places.filter(({ kind }) => kind !== "delete" && kind !== "augmented"));
  }

  /** The type of an attribute of instances of a class. */
  attributeOf(owner: ValueType, attribute: string): ValueType | undefined {
    for (const one of this.definitions.ancestorsOf(owner.name)) {
      const own = this.definitions.findClass(one);
      const method = own?.methods.get(attribute);
      if (method) return isProperty(method) ? this.providedBy(method) : undefined;
      const field = own?.fields.get(attribute);
      if (field) return ofInstance(this.#fieldType(field));
      const name = `${one}.${attribute}`;
      const known = typeOfLibraryValue(name, { self: owner }) ?? this.#externalValue(name);
      if (known) return ofInstance(known);
    }
    return undefined;
  }

  #expression(node: SyntaxNode): ValueType | undefined {
    switch (node.type) {
      case "identifier":
        return this.#identifier(node);
      case "attribute":
        return this.#attribute(node);
      case "call":
        return typeOfCall(node, this);
      case "await": {
        const type = this.#first(node);
        return type && /^(collections\.abc\.Coroutine|asyncio\.(Task|Future))$/.test(type.name)
          ? type.args[0]
          : undefined;
      }
      case "named_expression":
        return this.#field(node, "value");
      case "parenthesized_expression":
      case "expression_statement":
        return this.#first(node);
      case "conditional_expression": {
        const [yes, , no] = namedChildren(node);
        return yes && no && agreed([this.typeOf(yes), this.typeOf(no)]);
      }
      case "boolean_operator":
        return agreed([this.#field(node, "left"), this.#field(node, "right")]);
      case "subscript":
        return this.#subscript(node);
      default:
        return literalType(node, (inner) => this.typeOf(inner));
    }
  }

  #first(node: SyntaxNode): ValueType | undefined {
    const [child] = namedChildren(node);
    return child && this.typeOf(child);
  }

  #field(node: SyntaxNode, name: string): ValueType | undefined {
    const child = node.field(name);
    return child && this.typeOf(child);
  }

  #identifier(node: SyntaxNode): ValueType | undefined {
    const binding = this.scopes.bindingOf(node) ?? this.scopes.lookUp(node.text, this.scopes.scopeOf(node));
    if (!binding) return undefined;
    const bound = binding.places.find(({ name }) => name === node);
    if (bound && bound.kind !== "delete") return this.#place(bound);
    const { places, narrowedTo } = reachingPlaces(binding, node, this.#isSameFlow(node, binding));
    if (narrowedTo) return this.names.instanceOf(narrowedTo);
    const type = this.#agreedPlaces(places);
    // `n += 0.5` changes the type of a number, and of nothing else that is known.
    const isNumber = type?.name === "builtins.int" || type?.name === "builtins.bool";
    const isChanged = ({ kind, value }: Place) => kind === "augmented" && !this.#isInt(value);
    return isNumber && binding.places.some(isChanged) ? undefined : type;
  }

  #isInt(value: SyntaxNode | undefined): boolean {
    return value !== undefined && this.typeOf(value)?.name === "builtins.int";
  }

  /** True where the use runs in the binding's own scope; a comprehension runs at once, a function or lambda some time. */
  #isSameFlow(use: SyntaxNode, binding: Binding): boolean {
    let scope: Scope | undefined = this.scopes.scopeOf(use);
    while (scope !== binding.scope && scope?.kind === "comprehension") scope = scope.parent;
    return scope === binding.scope;
  }

  #agreedPlaces(places: readonly Place[]): ValueType | undefined {
    return places.length === 0 ? undefined : agreed(places.map((place) => this.#place(place)));
  }

  #place(place: Place): ValueType | undefined {
    return this.#types.get(place, () => typeOfPlace(place, this));
  }

  #attribute(node: SyntaxNode): ValueType | undefined {
    const name = this.resolver.resolve(node);
    const named = name === undefined || name.startsWith("builtins.") ? undefined : this.valueOf(name);
    if (named) return named;
    const attribute = node.field("attribute")?.text;
    const owner = this.#field(node, "object");
    return owner && attribute !== undefined ? this.attributeOf(owner, attribute) : undefined;
  }

  #fieldType(places: readonly FieldPlace[]): ValueType | undefined {
    const declared = places.find(({ annotation }) => annotation !== undefined)?.annotation;
    if (declared) return this.names.annotated(declared);
    return agreed(
      places.map(({ target, value, isPart }) => {
        const own = isPart ? valueForTarget(target, value) : value;
        return own && this.typeOf(own);
      }),
    );
  }

  /** `Config.timeout` of a class of this file: what stands at class level. */
  #classValue(owner: string, name: string): ValueType | undefined {
    const places = this.definitions.findClass(owner)?.fields.get(name);
    const atClass = places?.filter(({ isClassLevel }) => isClassLevel) ?? [];
    return atClass.length > 0 ? this.#fieldType(atClass) : undefined;
  }

  #externalValue(name: string): ValueType | undefined {
    const fact = this.external(name);
    return fact?.kind === "value" ? fact.type : undefined;
  }

  #subscript(node: SyntaxNode): ValueType | undefined {
    const owner = this.#field(node, "value");
    const [key, ...others] = node.fields("subscript");
    if (owner === undefined || key === undefined || others.length > 0) return undefined;
    if (key.type === "slice") return owner;
    if (mappings.test(owner.name)) return owner.args[1];
    if (owner.name === "builtins.tuple" && owner.args.length > 1) {
      return key.type === "integer" ? owner.args[Number(key.text)] : undefined;
    }
    return sequences.test(owner.name) ? elementOf(owner) : undefined;
  }

  #resultOf(definition: SyntaxNode): ValueType | undefined {
    return this.#types.get(`result ${definition.start}`, () => this.#result(definition));
  }

  #result(definition: SyntaxNode): ValueType | undefined {
    const annotation = definition.field("return_type");
    if (annotation && /^["']?(typing\.|t\.)?Self["']?$/.test(annotation.text)) {
      const owner = this.definitions.ownerOf(definition);
      return owner === undefined ? undefined : valueType(owner);
    }
    if (annotation) return this.names.annotated(annotation);
    const body = definition.field("body");
    if (!body) return undefined;
    const yields: (ValueType | undefined)[] = [];
    const returns: (ValueType | undefined)[] = [];
    for (const node of withinScope(body)) {
      const isDelegated = node.children.some(({ type }) => type === "from");
      if (node.type === "yield") yields.push(isDelegated ? undefined : this.#first(node));
      if (node.type === "return_statement" && namedChildren(node).length > 0) returns.push(this.#first(node));
    }
    if (yields.length === 0) return returns.length > 0 ? agreed(returns) : undefined;
    const item = agreed(yields);
    return item && valueType(`collections.abc.${isAsync(definition) ? "AsyncIterator" : "Iterator"}`, item);
  }
}

const mappings = /^(builtins\.dict|collections\.(defaultdict|OrderedDict)|collections\.abc\.(Mutable)?Mapping)$/;
const sequences = /^builtins\.(list|str|bytes|tuple|range)$|^collections\.(deque|abc\.\w*Sequence)$/;

/** `id = Column(Integer)`: what stands in the class is no value, it gives each instance one. */
const giving =
  /^sqlalchemy(\.\w+)*\.(Column|MappedColumn|RelationshipProperty|Computed)$|^(django\.db\.models|peewee|tortoise\.fields|mongoengine|marshmallow\.fields)\.\w*$/;

function ofInstance(type: ValueType | undefined): ValueType | undefined {
  return type !== undefined && giving.test(type.name) ? undefined : type;
}
