// The type that a call gives: an instance of the class that is called, or what the function or method is known to return.

import { isContextManager, isProperty } from "./definitions.ts";
import {
  calledInstanceType,
  isCallableInstance,
  isKnownCall,
  isLibraryClass,
  typeOfLibraryCall,
} from "./library-types.ts";
import { namedChildren } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";
import type { Typing } from "./typing.ts";
import { canonicalName, elementOf, type ValueType, valueType } from "./value-type.ts";

export function typeOfCall(call: SyntaxNode, typing: Typing): ValueType | undefined {
  const callee = call.field("function");
  if (callee === undefined) return undefined;
  const resolved = typing.resolver.resolve(callee);
  if (resolved !== undefined) {
    const name = canonicalName(resolved);
    const type = calledName(name, call, typing);
    if (type || isKnownCall(name)) return type;
    const model = modelMadeBy(name, typing);
    if (model) return model;
  }
  if (callee.type === "attribute") {
    const object = callee.field("object");
    const owner = object && typing.typeOf(object);
    const method = callee.field("attribute")?.text ?? "";
    const type = owner && (calledMethod(owner, method, typing) ?? (method === "model_copy" ? owner : undefined));
    if (type) return type;
  }
  const called = typing.typeOf(callee);
  return called && isCallableInstance(called) ? calledInstanceType(called) : undefined;
}

/** `Order.from_orm(row)` and `Order.model_validate(row)` give an `Order`: nothing but pydantic's models has such methods. */
function modelMadeBy(name: string, typing: Typing): ValueType | undefined {
  const owner = /^(.+)\.(?:model_(?:validate(?:_json|_strings)?|construct)|from_orm|parse_(?:obj|raw|file))$/.exec(
    name,
  )?.[1];
  if (owner === undefined) return undefined;
  const isClass = owner.startsWith(".")
    ? typing.definitions.findClass(owner) !== undefined
    : typing.external(owner)?.kind === "class";
  return isClass ? valueType(owner) : undefined;
}

function calledName(name: string, call: SyntaxNode, typing: Typing): ValueType | undefined {
  const argument = () => typeOfArgument(call, typing);
  if (isKnownCall(name)) {
    if (name !== "typing.cast") return typeOfLibraryCall(name, { argument });
    const [type] = namedChildren(call.field("arguments") ?? call);
    return type && typing.names.annotated(type);
  }
  if (name === "builtins.super") return superType(call, typing);
  if (name.startsWith("builtins.")) return builtinCall(name, argument);
  if (name.startsWith(".")) return ownCall(name, typing);
  const fact = typing.external(name);
  if (fact?.kind === "class") return valueType(name);
  if (fact) return fact.kind === "function" ? fact.type : undefined;
  // Libraries name their classes in capitals, and what is called by such a name is made by it.
  const isMade = isLibraryClass(name) || /\._?[A-Z](\w*[a-z]\w*)?$/.test(name);
  return isMade ? valueType(name, madeOf(name, call, typing)) : undefined;
}

/** `sessionmaker(class_=AsyncSession)` makes that class; `closing(x)` gives x. */
function madeOf(name: string, call: SyntaxNode, typing: Typing): ValueType | undefined {
  if (name === "contextlib.closing" || name === "contextlib.nullcontext") return typeOfArgument(call, typing);
  if (!/\.(async_)?sessionmaker$/.test(name)) return undefined;
  const made = namedChildren(call.field("arguments") ?? call).find(
    (one) => one.type === "keyword_argument" && one.field("name")?.text === "class_",
  );
  const value = made?.field("value");
  return value && typing.names.instanceOf(value);
}

function typeOfArgument(call: SyntaxNode, typing: Typing): ValueType | undefined {
  const list = call.field("arguments");
  const first = list?.type === "argument_list" ? namedChildren(list)[0] : list;
  return first && first.type !== "keyword_argument" ? typing.typeOf(first) : undefined;
}

function superType(call: SyntaxNode, { definitions, resolver }: Typing): ValueType | undefined {
  const bases = definitions.enclosingClass(call)?.bases ?? [];
  const base = bases.length === 1 && bases[0] ? resolver.resolve(bases[0]) : undefined;
  return base === undefined ? undefined : valueType(canonicalName(base));
}

function builtinCall(name: string, argument: () => ValueType | undefined): ValueType | undefined {
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
    case "tuple":
      return valueType(name, elementOf(argument()));
    case "dict": {
      const copied = argument();
      return copied?.name === name ? copied : valueType(name);
    }
    case "sorted":
      return valueType("builtins.list", elementOf(argument()));
    case "enumerate":
      return valueType(name, valueType("builtins.tuple", valueType("builtins.int"), elementOf(argument())));
    case "iter":
      return valueType("collections.abc.Iterator", elementOf(argument()));
    case "next":
      return elementOf(argument());
    default:
      return /^builtins\.[A-Z]\w+(Error|Exception|Group|Exit|Interrupt|Iteration|Warning)$/.test(name)
        ? valueType(name)
        : undefined;
  }
}

/** Makers of classes: calling what they made gives an instance of its name. */
const classMakers = /^(collections\.namedtuple|typing\.(NamedTuple|TypedDict)|enum\.Enum|pydantic\.create_model)$/;

function ownCall(name: string, typing: Typing): ValueType | undefined {
  if (typing.definitions.findClass(name)) return valueType(name);
  const own = typing.definitions.findFunction(name);
  if (own) return calledDefinition(own, typing);
  const value = typing.scopes.module.bindings.get(name.slice(1))?.places.at(-1)?.value;
  const maker = value?.type === "call" ? value.field("function") : undefined;
  const made = maker && typing.resolver.resolve(maker);
  return made !== undefined && classMakers.test(made) ? valueType(name) : undefined;
}

function calledDefinition(definition: SyntaxNode, typing: Typing): ValueType | undefined {
  if (isProperty(definition)) return undefined;
  if (!isContextManager(definition)) return typing.resultOf(definition);
  return valueType("contextlib.AbstractContextManager", typing.providedBy(definition));
}

function calledMethod(owner: ValueType, method: string, typing: Typing): ValueType | undefined {
  for (const one of typing.definitions.ancestorsOf(owner.name)) {
    const own = typing.definitions.findClass(one)?.methods.get(method);
    if (own) return calledDefinition(own, typing);
    const known = typeOfLibraryCall(`${one}.${method}`, { self: owner });
    if (known) return known;
    const fact = typing.external(`${one}.${method}`);
    if (fact?.kind === "function") return fact.type;
  }
  return undefined;
}
