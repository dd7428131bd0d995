// The type of an expression: from annotations, the assignments that reach it, constructors, and what libraries' functions give.
//
// A type is the dotted name of a class as `resolve` gives it: "builtins.str", "sqlalchemy.orm.Session", ".User" for a class of
// this file. None is left out beside another type; where branches disagree, or anything is unknown, there is none.

import { readAnnotation, typeOfAnnotation, type Meaning } from "./annotation.ts";
import { classInfo, selfOf, type ClassInfo, type FieldPlace } from "./class-info.ts";
import type { External } from "./external.ts";
import {
  calledInstanceType,
  enteredType,
  isCallableInstance,
  isKnownCall,
  isLibraryClass,
  libraryBases,
  typeOfLibraryCall,
  typeOfLibraryValue,
} from "./library-types.ts";
import { literalType } from "./literal-types.ts";
import { reachingPlaces } from "./reaching.ts";
import type { Resolver } from "./resolve.ts";
import type { Binding, Place, Scope, Scopes } from "./scopes.ts";
import { withinScope } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";
import { agreed, canonicalName, coroutineType, elementOf, valueType, type ValueType } from "./value-type.ts";

/** Deeper chains of calls and names than these are left unknown. */
const deepest = 60;

export class TypeFinder {
  readonly #scopes: Scopes;
  readonly #resolver: Resolver;
  readonly #external: External;
  readonly #types = new Map<SyntaxNode, ValueType | undefined>();
  readonly #places = new Map<Place, ValueType | undefined>();
  readonly #results = new Map<SyntaxNode, ValueType | undefined>();
  readonly #classes = new Map<SyntaxNode, ClassInfo>();
  #depth = 0;

  constructor(scopes: Scopes, resolver: Resolver, external: External) {
    this.#scopes = scopes;
    this.#resolver = resolver;
    this.#external = external;
  }

  typeOf(node: SyntaxNode): ValueType | undefined {
    return this.#remembered(this.#types, node, () => this.#expression(node));
  }

  /** The class definition behind a name of this file: ".User", ".Outer.Inner". */
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
    const known = this.#classes.get(node);
    if (known) return known;
    const info = classInfo(node, this.#scopes);
    this.#classes.set(node, info);
    return info;
  }

  /** The dotted names of a class's bases: of this file, of the workspace, of libraries. */
  basesOf(name: string): readonly string[] {
    const own = this.findClass(name);
    if (!own) return this.#external(name)?.bases ?? libraryBases(name);
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

  /** What calling a function of this file gives: by its annotation, else by what it returns or yields. */
  resultOf(definition: SyntaxNode): ValueType | undefined {
    const result = this.#remembered(this.#results, definition, () => this.#result(definition));
    return isAsync(definition) && !isGenerator(definition) ? valueType(coroutineType, result) : result;
  }

  /** What a provider function gives to `Depends` or `with`: what it yields, else what it returns, awaited. */
  providedBy(definition: SyntaxNode): ValueType | undefined {
    const result = this.#remembered(this.#results, definition, () => this.#result(definition));
    return result !== undefined && /^collections\.abc\.(Async)?(Iterator|Iterable|Generator)$/.test(result.name)
      ? result.args[0]
      : result;
  }

  /** The type of a name at the end of the module, as another file sees it. */
  moduleValue(name: string): ValueType | undefined {
    const binding = this.#scopes.module.bindings.get(name);
    return (
      binding && this.#agreedPlaces(binding.places.filter(({ kind }) => kind !== "delete" && kind !== "augmented"))
    );
  }

  /** The type of a value annotated with this node. */
  annotated(annotation: SyntaxNode): ValueType | undefined {
    return this.#annotation(annotation.text, this.#scopes.scopeOf(annotation));
  }

  #remembered<K>(
    known: Map<K, ValueType | undefined>,
    key: K,
    find: () => ValueType | undefined,
  ): ValueType | undefined {
    if (known.has(key)) return known.get(key);
    if (this.#depth > deepest) return undefined;
    // What depends on itself, as in a loop, is unknown while it is looked at.
    known.set(key, undefined);
    this.#depth++;
    const type = find();
    this.#depth--;
    known.set(key, type);
    return type;
  }

  #expression(node: SyntaxNode): ValueType | undefined {
    switch (node.type) {
      case "identifier":
        return this.#identifier(node);
      case "attribute":
        return this.#attribute(node);
      case "call":
        return this.#call(node);
      case "await": {
        const type = this.typeOfChild(node);
        if (type?.name === coroutineType || type?.name === "asyncio.Task" || type?.name === "asyncio.Future")
          return type.args[0];
        return undefined;
      }
      case "named_expression":
        return this.#field(node, "value");
      case "parenthesized_expression":
      case "expression_statement":
        return this.typeOfChild(node);
      case "conditional_expression": {
        const [yes, , no] = named(node);
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

  typeOfChild(node: SyntaxNode): ValueType | undefined {
    const child = named(node)[0];
    return child && this.typeOf(child);
  }

  #field(node: SyntaxNode, name: string): ValueType | undefined {
    const child = node.field(name);
    return child && this.typeOf(child);
  }

  #identifier(node: SyntaxNode): ValueType | undefined {
    const binding = this.#scopes.bindingOf(node) ?? this.#scopes.lookUp(node.text, this.#scopes.scopeOf(node));
    if (!binding) return undefined;
    const bound = binding.places.find(({ name }) => name === node);
    if (bound && bound.kind !== "delete") return this.#place(bound);
    const { places, narrowedTo } = reachingPlaces(binding, node, this.#isSameFlow(node, binding));
    if (narrowedTo) return this.#instanceOf(narrowedTo);
    const type = this.#agreedPlaces(places);
    // `n += 0.5` changes the type of a number, and of nothing else that is known.
    const isNumber = type?.name === "builtins.int" || type?.name === "builtins.bool";
    return isNumber && binding.places.some((place) => place.kind === "augmented" && !this.#isInt(place.value))
      ? undefined
      : type;
  }

  #isInt(value: SyntaxNode | undefined): boolean {
    return value !== undefined && this.typeOf(value)?.name === "builtins.int";
  }

  /** True where the use runs in the binding's own scope; a comprehension runs at once, a function or lambda some time. */
  #isSameFlow(use: SyntaxNode, binding: Binding): boolean {
    let scope: Scope | undefined = this.#scopes.scopeOf(use);
    while (scope !== binding.scope && scope?.kind === "comprehension") scope = scope.parent;
    return scope === binding.scope;
  }

  #agreedPlaces(places: readonly Place[]): ValueType | undefined {
    return places.length === 0 ? undefined : agreed(places.map((place) => this.#place(place)));
  }

  #place(place: Place): ValueType | undefined {
    return this.#remembered(this.#places, place, () => this.#bound(place));
  }

  #bound(place: Place): ValueType | undefined {
    const { kind, value, annotation, imported, isPart } = place;
    if (imported !== undefined) return this.#named(this.#resolver.absolute(imported));
    if (kind === "parameter") return this.#parameter(place);
    const declared = annotation && this.annotated(annotation);
    if (declared !== undefined && !isPart) return declared;
    if (kind === "annotation" || value === undefined) return undefined;
    switch (kind) {
      case "assignment":
      case "walrus":
        return isPart ? this.#part(place, this.typeOf(value), value) : this.typeOf(value);
      case "for":
        return this.#part(place, elementOf(this.typeOf(value)));
      case "with":
        return isPart ? undefined : this.#entered(value);
      case "except":
        return /^(tuple|parenthesized_expression|list_splat)$/.test(value.type) ? undefined : this.#instanceOf(value);
      default:
        return undefined;
    }
  }

  /** The part of a value that one name of a target takes: the second of `a, b = pair`. */
  #part(place: Place, whole: ValueType | undefined, value?: SyntaxNode): ValueType | undefined {
    const target = place.node.field("left");
    if (target === place.name) return whole;
    if (target === undefined || place.name.parent !== target) return undefined;
    const targets = named(target);
    const at = targets.indexOf(place.name);
    if (targets.some(({ type }) => type === "list_splat_pattern")) return undefined;
    const values = value && /^(expression_list|tuple|list)$/.test(value.type) ? named(value) : undefined;
    if (values) {
      const own =
        values.length === targets.length && !values.some(({ type }) => type === "list_splat") ? values[at] : undefined;
      return own && this.typeOf(own);
    }
    if (whole?.name === "builtins.tuple") return whole.args.length === targets.length ? whole.args[at] : undefined;
    return undefined;
  }

  #parameter({ node, name, annotation, value, isPart }: Place): ValueType | undefined {
    if (node.type === "dictionary_splat_pattern" || name.parent?.type === "dictionary_splat_pattern") {
      return valueType("builtins.dict", valueType("builtins.str"), annotation && this.annotated(annotation));
    }
    if (node.type === "list_splat_pattern" || name.parent?.type === "list_splat_pattern") {
      return valueType("builtins.tuple", annotation && this.annotated(annotation));
    }
    if (isPart) return undefined;
    if (annotation) return this.annotated(annotation) ?? this.#dependsIn(annotation);
    const definition = node.parent?.parent;
    if (definition?.type === "function_definition" && selfOf(definition) === name.text) {
      const owner = this.#scopes.scopeOf(definition);
      const isFirst = named(node.parent as SyntaxNode)[0] === node;
      if (owner.kind === "class" && isFirst) return this.#ownClass(owner.node);
    }
    return value && this.#provided(value);
  }

  #ownClass(definition: SyntaxNode): ValueType | undefined {
    const name = definition.field("name");
    const resolved = name && this.#resolver.resolve(name);
    return resolved === undefined ? undefined : valueType(resolved);
  }

  /** `Annotated[Any, Depends(get_session)]` */
  #dependsIn(annotation: SyntaxNode): ValueType | undefined {
    for (const node of withinScope(annotation)) {
      const type = node.type === "call" ? this.#provided(node) : undefined;
      if (type) return type;
    }
    return undefined;
  }

  /** What `Depends(provider)` gives. */
  #provided(call: SyntaxNode): ValueType | undefined {
    const callee = call.type === "call" ? call.field("function") : undefined;
    const name = callee && this.#resolver.resolve(callee);
    if (name === undefined || !/^fastapi(\.params?|\.param_functions)?\.(Depends|Security)$/.test(name))
      return undefined;
    const provider = call
      .field("arguments")
      ?.children.find(({ isNamed, type }) => isNamed && type !== "keyword_argument");
    const provided = provider && this.#resolver.resolve(provider);
    if (provided === undefined) return undefined;
    const own = this.#findFunction(provided);
    if (own) return this.providedBy(own);
    if (this.findClass(provided)) return valueType(provided);
    const fact = this.#external(provided);
    return fact?.kind === "class"
      ? valueType(provided)
      : fact?.kind === "function"
        ? (fact.provides ?? fact.type)
        : undefined;
  }

  #entered(manager: SyntaxNode): ValueType | undefined {
    const generator = this.#contextGenerator(manager);
    if (generator !== undefined) return generator === "unknown" ? undefined : generator;
    const type = this.typeOf(manager);
    if (type === undefined) return undefined;
    const own = this.#member(type.name, "__enter__") ?? this.#member(type.name, "__aenter__");
    if (own) return this.#awaited(own);
    if (this.findClass(type.name) || this.#external(type.name)) return undefined;
    return enteredType(type);
  }

  /** What a generator under contextlib's decorators gives; undefined where the manager is no call of one. */
  #contextGenerator(manager: SyntaxNode): ValueType | "unknown" | undefined {
    const callee = manager.type === "call" ? manager.field("function") : undefined;
    const name = callee && this.#resolver.resolve(callee);
    if (name === undefined) return undefined;
    const own = this.#findFunction(name);
    if (own) return isContextManager(own) ? (this.providedBy(own) ?? "unknown") : undefined;
    const fact = this.#external(name);
    return fact?.kind === "function" ? fact.provides : undefined;
  }

  /** What calling a function gives once it is awaited where it must be. */
  #awaited(definition: SyntaxNode): ValueType | undefined {
    const result = this.resultOf(definition);
    return result?.name === coroutineType ? result.args[0] : result;
  }

  #attribute(node: SyntaxNode): ValueType | undefined {
    const name = this.#resolver.resolve(node);
    if (name !== undefined && !name.startsWith("builtins.")) {
      const type = this.#named(name);
      if (type) return type;
    }
    const attribute = node.field("attribute")?.text;
    const owner = this.#field(node, "object");
    if (owner === undefined || attribute === undefined) return undefined;
    for (const one of this.ancestorsOf(owner.name)) {
      const own = this.findClass(one);
      const method = own?.methods.get(attribute);
      if (method) return isProperty(method) ? this.providedBy(method) : undefined;
      const field = own?.fields.get(attribute);
      if (field) return this.#fieldType(field);
      const known =
        typeOfLibraryValue(`${one}.${attribute}`, { self: owner }) ?? this.#externalValue(`${one}.${attribute}`);
      if (known) return known;
    }
    return undefined;
  }

  #fieldType(places: readonly FieldPlace[]): ValueType | undefined {
    const declared = places.find(({ annotation }) => annotation !== undefined)?.annotation;
    if (declared) return this.annotated(declared);
    return agreed(
      places.map(({ target, value, isPart }) => {
        if (!isPart) return value && this.typeOf(value);
        // `self.a, self.b = x, y`
        const targets = target.parent && named(target.parent);
        const values = value && /^(expression_list|tuple)$/.test(value.type) ? named(value) : undefined;
        const own = targets && values?.length === targets.length ? values[targets.indexOf(target)] : undefined;
        return own && this.typeOf(own);
      }),
    );
  }

  /** The type of a value of another file or a library, by its name. */
  #named(name: string): ValueType | undefined {
    if (name.startsWith(".")) {
      return name.lastIndexOf(".") === 0 ? this.moduleValue(name.slice(1)) : this.#classValue(name);
    }
    return typeOfLibraryValue(canonicalName(name)) ?? this.#externalValue(name);
  }

  /** `Config.timeout` of a class of this file: what stands at class level. */
  #classValue(name: string): ValueType | undefined {
    const cut = name.lastIndexOf(".");
    const places = this.findClass(name.slice(0, cut))?.fields.get(name.slice(cut + 1));
    const atClass = places?.filter(({ isClassLevel }) => isClassLevel);
    return atClass && atClass.length > 0 ? this.#fieldType(atClass) : undefined;
  }

  #externalValue(name: string): ValueType | undefined {
    const fact = this.#external(name);
    return fact?.kind === "value" ? fact.type : undefined;
  }

  #call(node: SyntaxNode): ValueType | undefined {
    const callee = node.field("function");
    if (callee === undefined) return undefined;
    const argument = this.#argument(node);
    const name = this.#resolver.resolve(callee);
    if (name !== undefined) {
      const type = this.#calledName(canonicalName(name), node, argument);
      if (type) return type;
      if (isKnownCall(canonicalName(name))) return undefined;
    }
    if (callee.type === "attribute") {
      const owner = this.#field(callee, "object");
      const method = callee.field("attribute")?.text ?? "";
      const type = owner && this.#calledMethod(owner, method, argument);
      if (type) return type;
    }
    const called = this.typeOf(callee);
    return called && isCallableInstance(called) ? calledInstanceType(called) : undefined;
  }

  #argument(call: SyntaxNode): ValueType | undefined {
    const list = call.field("arguments");
    const first = list?.type === "argument_list" ? named(list)[0] : list;
    return first &&
      /^(identifier|attribute|call|list|string|generator_expression|list_comprehension|subscript)$/.test(first.type)
      ? this.typeOf(first)
      : undefined;
  }

  #calledName(name: string, call: SyntaxNode, argument: ValueType | undefined): ValueType | undefined {
    const known = typeOfLibraryCall(name, { argument });
    if (known) return known;
    if (name === "typing.cast") {
      const [type] = named(call.field("arguments") ?? call);
      return type && this.annotated(type);
    }
    if (isKnownCall(name)) return undefined;
    if (name === "builtins.super") {
      const owner = this.#enclosingClass(call);
      const base = owner && this.#resolver.resolve(owner.bases[0] ?? owner.node);
      return owner?.bases.length === 1 && base !== undefined ? valueType(canonicalName(base)) : undefined;
    }
    if (name.startsWith("builtins.")) return this.#builtinCall(name, argument);
    if (name.startsWith(".")) return this.#ownCall(name);
    const fact = this.#external(name);
    if (fact) return fact.kind === "class" ? valueType(name) : fact.kind === "function" ? fact.type : undefined;
    // Libraries name their classes in capitals, and what is called by such a name is made by it.
    const isMade = isLibraryClass(name) || /\._?[A-Z](\w*[a-z]\w*)?$/.test(name);
    return isMade ? this.#made(name, call) : undefined;
  }

  #made(name: string, call: SyntaxNode): ValueType {
    return /\.(async_)?sessionmaker$/.test(name) ? this.#maker(name, call) : valueType(name, this.#madeOf(name, call));
  }

  #madeOf(name: string, call: SyntaxNode): ValueType | undefined {
    return name === "contextlib.closing" ? this.#argument(call) : undefined;
  }

  /** `sessionmaker(class_=AsyncSession)` makes that class. */
  #maker(name: string, call: SyntaxNode): ValueType {
    const keyword = call
      .field("arguments")
      ?.children.find((one) => one.type === "keyword_argument" && one.field("name")?.text === "class_")
      ?.field("value");
    return valueType(name, keyword && this.#instanceOf(keyword));
  }

  #builtinCall(name: string, argument: ValueType | undefined): ValueType | undefined {
    const element = elementOf(argument);
    switch (name.slice("builtins.".length)) {
      case "str":
      case "int":
      case "float":
      case "bool":
      case "bytes":
      case "bytearray":
      case "complex":
      case "range":
        return valueType(name);
      case "list":
      case "set":
      case "frozenset":
      case "reversed":
        return valueType(name, element);
      case "tuple":
        return valueType(name, element);
      case "dict":
        return argument?.name === name ? argument : valueType(name);
      case "sorted":
        return valueType("builtins.list", element);
      case "enumerate":
        return valueType(name, valueType("builtins.tuple", valueType("builtins.int"), element));
      case "iter":
        return valueType("collections.abc.Iterator", element);
      case "next":
        return element;
      default:
        return /^builtins\.[A-Z]\w+(Error|Exception|Group|Exit|Interrupt|Iteration|Warning)$/.test(name)
          ? valueType(name)
          : undefined;
    }
  }

  #ownCall(name: string): ValueType | undefined {
    if (this.findClass(name)) return valueType(name);
    const own = this.#findFunction(name);
    if (own) return this.resultOf(own);
    // A class made by a call, such as a namedtuple or a declarative base, makes instances of its name.
    const value = this.#scopes.module.bindings.get(name.slice(1))?.places.at(-1)?.value;
    const maker = value?.type === "call" ? value.field("function") : undefined;
    const made = maker && this.#resolver.resolve(maker);
    return made !== undefined &&
      /^(collections\.namedtuple|typing\.(NamedTuple|TypedDict)|enum\.Enum|pydantic\.create_model)$/.test(made)
      ? valueType(name)
      : undefined;
  }

  #calledMethod(owner: ValueType, method: string, argument: ValueType | undefined): ValueType | undefined {
    for (const one of this.ancestorsOf(owner.name)) {
      const own = this.findClass(one)?.methods.get(method);
      if (own) return isProperty(own) ? undefined : this.resultOf(own);
      const known = typeOfLibraryCall(`${one}.${method}`, { self: owner, argument });
      if (known) return known;
      const fact = this.#external(`${one}.${method}`);
      if (fact?.kind === "function") return fact.type;
    }
    return undefined;
  }

  #subscript(node: SyntaxNode): ValueType | undefined {
    const owner = this.#field(node, "value");
    const [key, ...others] = node.fields("subscript");
    if (owner === undefined || key === undefined || others.length > 0) return undefined;
    if (key.type === "slice") return owner;
    if (
      /^(builtins\.dict|collections\.(defaultdict|OrderedDict)|collections\.abc\.(Mutable)?Mapping)$/.test(owner.name)
    )
      return owner.args[1];
    if (owner.name === "builtins.tuple" && owner.args.length > 1)
      return key.type === "integer" ? owner.args[Number(key.text)] : undefined;
    return /^builtins\.(list|str|bytes|tuple|range)$|^collections\.(deque|abc\.\w*Sequence)$/.test(owner.name)
      ? elementOf(owner)
      : undefined;
  }

  /** The type of an instance of the class that an expression names. */
  #instanceOf(node: SyntaxNode): ValueType | undefined {
    const name = this.#resolver.resolve(node);
    if (name === undefined) return undefined;
    const meaning = this.#meaning([], canonicalName(name));
    return meaning?.kind === "class" ? valueType(meaning.name) : undefined;
  }

  #member(type: string, method: string): SyntaxNode | undefined {
    for (const one of this.ancestorsOf(type)) {
      const own = this.findClass(one)?.methods.get(method);
      if (own) return own;
    }
    return undefined;
  }

  #enclosingClass(node: SyntaxNode): ClassInfo | undefined {
    let above = node.parent;
    while (above && above.type !== "class_definition") above = above.parent;
    return above && this.classOf(above);
  }

  #findFunction(name: string): SyntaxNode | undefined {
    if (!name.startsWith(".")) return undefined;
    const cut = name.lastIndexOf(".");
    if (cut > 0) return this.findClass(name.slice(0, cut))?.methods.get(name.slice(cut + 1));
    const binding = this.#scopes.module.bindings.get(name.slice(1));
    return binding?.places.findLast(({ kind }) => kind === "function")?.node;
  }

  #result(definition: SyntaxNode): ValueType | undefined {
    const annotation = definition.field("return_type");
    if (annotation) return this.#selfOrAnnotated(annotation, definition);
    const body = definition.field("body");
    if (!body) return undefined;
    const yields: (ValueType | undefined)[] = [];
    const returns: (ValueType | undefined)[] = [];
    for (const node of withinScope(body)) {
      if (node.type === "yield")
        yields.push(node.children.some(({ type }) => type === "from") ? undefined : this.typeOfChild(node));
      if (node.type === "return_statement" && named(node).length > 0) returns.push(this.typeOfChild(node));
    }
    if (yields.length > 0) {
      const item = agreed(yields);
      return (
        item && valueType(isAsync(definition) ? "collections.abc.AsyncIterator" : "collections.abc.Iterator", item)
      );
    }
    return returns.length > 0 ? agreed(returns) : undefined;
  }

  #selfOrAnnotated(annotation: SyntaxNode, definition: SyntaxNode): ValueType | undefined {
    if (/^["']?(typing\.|t\.)?Self["']?$/.test(annotation.text)) {
      const owner = this.#scopes.scopeOf(definition);
      return owner.kind === "class" ? this.#ownClass(owner.node) : undefined;
    }
    return this.annotated(annotation);
  }

  #annotation(text: string, scope: Scope): ValueType | undefined {
    if (text.length > 2000) return undefined;
    return typeOfAnnotation(readAnnotation(text), (path) => {
      const name = this.#resolver.name(path, scope);
      return name === undefined ? undefined : this.#meaning(path, canonicalName(name));
    });
  }

  /** What a dotted name means as a type: a class, or an alias of one. */
  #meaning(path: readonly string[], name: string): Meaning | undefined {
    if (!name.startsWith(".")) {
      const fact = this.#external(name);
      if (fact?.kind === "alias") return { kind: "alias", type: fact.type };
      return fact?.kind === "function" || fact?.kind === "value" ? undefined : { kind: "class", name };
    }
    if (name.lastIndexOf(".") > 0) return { kind: "class", name };
    return this.aliasOf(name.slice(1), path);
  }

  /** A module-level name as a type: the class of that name, or what it is an alias of. */
  aliasOf(name: string, path: readonly string[] = [name]): Meaning | undefined {
    const places = this.#scopes.module.bindings.get(name)?.places ?? [];
    const place = places.length === 1 ? places[0] : places.find(({ kind }) => kind === "class");
    if (place?.kind === "class") return { kind: "class", name: `.${name}` };
    if (place?.value === undefined || (place.kind !== "assignment" && place.kind !== "type")) return undefined;
    if (place.value.type !== "call") {
      if (this.#depth > deepest || path.length === 0) return undefined;
      this.#depth++;
      const type = this.#annotation(place.value.text, this.#scopes.module);
      this.#depth--;
      return { kind: "alias", type };
    }
    const maker = this.#resolver.resolve(place.value.field("function") ?? place.value);
    const [, of] = named(place.value.field("arguments") ?? place.value);
    if (maker === "typing.NewType") return { kind: "alias", type: of && this.annotated(of) };
    if (maker === undefined || /^typing(_extensions)?\.(TypeVar|ParamSpec|TypeVarTuple)$/.test(maker)) return undefined;
    return { kind: "class", name: `.${name}` };
  }
}

function named(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(({ isNamed, type }) => isNamed && type !== "comment");
}

function isAsync(definition: SyntaxNode): boolean {
  return definition.children[0]?.type === "async";
}

function isGenerator(definition: SyntaxNode): boolean {
  const body = definition.field("body");
  if (body) for (const node of withinScope(body)) if (node.type === "yield") return true;
  return false;
}

function isContextManager(definition: SyntaxNode): boolean {
  return decorators(definition).some((one) => /\b(async)?contextmanager$/.test(one));
}

function isProperty(definition: SyntaxNode): boolean {
  return decorators(definition).some((one) =>
    /^@\s*((functools\.)?cached_property|property|\w+\.(getter|setter)|hybrid_property)$/.test(one),
  );
}

function decorators(definition: SyntaxNode): readonly string[] {
  const outer = definition.parent;
  if (outer?.type !== "decorated_definition") return [];
  return outer.children.filter(({ type }) => type === "decorator").map(({ text }) => text.trim());
}
