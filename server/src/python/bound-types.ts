// The type that a name has by one of the places that bind it: an assignment, a parameter, a loop, a `with`, an import.

import { selfOf } from "./class-info.ts";
import { enteredType } from "./library-types.ts";
import type { Place } from "./scopes.ts";
import { namedChildren, withinScope } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";
import type { Typing } from "./typing.ts";
import { coroutineType, elementOf, type ValueType, valueType } from "./value-type.ts";

export function typeOfPlace(place: Place, typing: Typing): ValueType | undefined {
  const { kind, value, annotation, imported, isPart } = place;
  if (imported !== undefined) return typing.valueOf(typing.resolver.absolute(imported));
  if (kind === "parameter") return typeOfParameter(place, typing);
  const declared = annotation && typing.names.annotated(annotation);
  if (declared !== undefined && !isPart) return declared;
  if (kind === "annotation" || value === undefined) return undefined;
  switch (kind) {
    case "assignment":
    case "walrus":
      return isPart ? partOf(place, typing.typeOf(value), value, typing) : typing.typeOf(value);
    case "for":
      return partOf(place, elementOf(typing.typeOf(value)), undefined, typing);
    case "with":
      return isPart ? undefined : entered(value, typing);
    case "except":
      return /^(tuple|parenthesized_expression|list_splat)$/.test(value.type)
        ? undefined
        : typing.names.instanceOf(value);
    default:
      return undefined;
  }
}

/** The value that one of the targets of `a, b = x, y` takes; undefined where they cannot be told apart. */
export function valueForTarget(target: SyntaxNode, value: SyntaxNode | undefined): SyntaxNode | undefined {
  if (!target.parent || !value || !/^(expression_list|tuple|list)$/.test(value.type)) return undefined;
  const targets = namedChildren(target.parent);
  const values = namedChildren(value);
  const isStarred = [...targets, ...values].some(({ type }) => type.startsWith("list_splat"));
  return isStarred || targets.length !== values.length ? undefined : values[targets.indexOf(target)];
}

/** The part of a value that one name of a target takes: the second of `a, b = pair`. */
function partOf(
  { node, name }: Place,
  whole: ValueType | undefined,
  value: SyntaxNode | undefined,
  typing: Typing,
): ValueType | undefined {
  const target = node.field("left");
  if (target === name) return whole;
  if (target === undefined || name.parent !== target) return undefined;
  const own = valueForTarget(name, value);
  if (own) return typing.typeOf(own);
  const targets = namedChildren(target);
  if (whole?.name !== "builtins.tuple" || whole.args.length !== targets.length) return undefined;
  return targets.some(({ type }) => type === "list_splat_pattern") ? undefined : whole.args[targets.indexOf(name)];
}

function typeOfParameter({ node, name, annotation, value, isPart }: Place, typing: Typing): ValueType | undefined {
  const declared = annotation && typing.names.annotated(annotation);
  const isSplat = (type: string) => node.type === type || name.parent?.type === type;
  if (isSplat("dictionary_splat_pattern")) return valueType("builtins.dict", valueType("builtins.str"), declared);
  if (isSplat("list_splat_pattern")) return valueType("builtins.tuple", declared);
  if (isPart) return undefined;
  if (annotation) return declared ?? providedWithin(annotation, typing);
  const list = node.parent;
  const definition = list?.parent;
  if (list && definition?.type === "function_definition" && selfOf(definition) === name.text) {
    const owner = typing.definitions.ownerOf(definition);
    if (owner !== undefined && namedChildren(list)[0] === node) return valueType(owner);
  }
  return value && provided(value, typing);
}

/** `Annotated[Any, Depends(get_session)]` */
function providedWithin(annotation: SyntaxNode, typing: Typing): ValueType | undefined {
  for (const node of withinScope(annotation)) {
    const type = node.type === "call" ? provided(node, typing) : undefined;
    if (type) return type;
  }
  return undefined;
}

/** What `Depends(provider)` gives. */
function provided(call: SyntaxNode, typing: Typing): ValueType | undefined {
  const { resolver, definitions, external } = typing;
  const callee = call.type === "call" ? call.field("function") : undefined;
  const name = callee && resolver.resolve(callee);
  if (name === undefined || !/^fastapi(\.params?|\.param_functions)?\.(Depends|Security)$/.test(name)) return undefined;
  const provider = namedChildren(call.field("arguments") ?? call).find(({ type }) => type !== "keyword_argument");
  const providerName = provider && resolver.resolve(provider);
  if (providerName === undefined) return undefined;
  const own = definitions.findFunction(providerName);
  if (own) return typing.providedBy(own);
  if (definitions.findClass(providerName)) return valueType(providerName);
  const fact = external(providerName);
  if (fact?.kind === "class") return valueType(providerName);
  return fact?.kind === "function" ? fact.provides : undefined;
}

/** What `with` gives for a context manager. */
function entered(manager: SyntaxNode, typing: Typing): ValueType | undefined {
  const type = typing.typeOf(manager);
  if (type === undefined) return undefined;
  const { definitions, external } = typing;
  const own = definitions.findMethod(type.name, "__enter__") ?? definitions.findMethod(type.name, "__aenter__");
  if (own) {
    const result = typing.resultOf(own);
    return result?.name === coroutineType ? result.args[0] : result;
  }
  for (const one of definitions.ancestorsOf(type.name)) {
    const fact = external(`${one}.__enter__`) ?? external(`${one}.__aenter__`);
    if (fact?.kind === "function") return fact.provides;
  }
  return definitions.findClass(type.name) || external(type.name) ? undefined : enteredType(type);
}
