// The types of literals, displays, comprehensions and operators.

import type { SyntaxNode } from "./syntax.ts";
import { agreed, type ValueType, valueType } from "./value-type.ts";

type TypeOf = (node: SyntaxNode) => ValueType | undefined;

export function literalType(node: SyntaxNode, typeOf: TypeOf): ValueType | undefined {
  switch (node.type) {
    case "string":
      return valueType(isBytes(node) ? "builtins.bytes" : "builtins.str");
    case "concatenated_string":
      return valueType(node.children[0] && isBytes(node.children[0]) ? "builtins.bytes" : "builtins.str");
    case "integer":
      return valueType(/j$/i.test(node.text) ? "builtins.complex" : "builtins.int");
    case "float":
      return valueType(/j$/i.test(node.text) ? "builtins.complex" : "builtins.float");
    case "true":
    case "false":
    case "not_operator":
      return valueType("builtins.bool");
    case "none":
      return valueType("types.NoneType");
    case "list":
    case "set":
      return valueType(`builtins.${node.type}`, elements(node, typeOf));
    case "tuple":
    case "expression_list":
      return tupleType(node, typeOf);
    case "dictionary":
      return dictionaryType(node, typeOf);
    case "list_comprehension":
      return valueType("builtins.list", bodyType(node, typeOf));
    case "set_comprehension":
      return valueType("builtins.set", bodyType(node, typeOf));
    case "dictionary_comprehension": {
      const pair = node.field("body");
      return valueType("builtins.dict", fieldType(pair, "key", typeOf), fieldType(pair, "value", typeOf));
    }
    case "generator_expression":
      return valueType("collections.abc.Generator", bodyType(node, typeOf));
    case "unary_operator":
      return number(fieldType(node, "argument", typeOf));
    case "binary_operator":
      return operatorType(node, typeOf);
    default:
      return undefined;
  }
}

function isBytes(node: SyntaxNode): boolean {
  return /^[rR]?[bB]/.test(node.children[0]?.text ?? "");
}

function values(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(({ isNamed, type }) => isNamed && type !== "comment");
}

/** Long lists are looked at by their first elements. */
function elements(node: SyntaxNode, typeOf: TypeOf): ValueType | undefined {
  const all = values(node);
  return all.length === 0 || all.length > 50 ? undefined : agreed(all.map(typeOf));
}

function tupleType(node: SyntaxNode, typeOf: TypeOf): ValueType {
  const all = values(node);
  const isPlain = all.length <= 20 && !all.some(({ type }) => type === "list_splat");
  return valueType("builtins.tuple", ...(isPlain ? all.map(typeOf) : []));
}

function dictionaryType(node: SyntaxNode, typeOf: TypeOf): ValueType {
  const pairs = values(node);
  if (pairs.length === 0 || pairs.length > 50 || pairs.some(({ type }) => type !== "pair"))
    return valueType("builtins.dict");
  return valueType(
    "builtins.dict",
    agreed(pairs.map((pair) => fieldType(pair, "key", typeOf))),
    agreed(pairs.map((pair) => fieldType(pair, "value", typeOf))),
  );
}

function bodyType(node: SyntaxNode, typeOf: TypeOf): ValueType | undefined {
  return fieldType(node, "body", typeOf);
}

function fieldType(node: SyntaxNode | undefined, name: string, typeOf: TypeOf): ValueType | undefined {
  const child = node?.field(name);
  return child && typeOf(child);
}

function number(type: ValueType | undefined): ValueType | undefined {
  return type && /^builtins\.(int|float|complex)$/.test(type.name) ? type : undefined;
}

function operatorType(node: SyntaxNode, typeOf: TypeOf): ValueType | undefined {
  const operator = node.field("operator")?.type;
  const left = fieldType(node, "left", typeOf);
  if (left === undefined) return undefined;
  if (operator === "%" && /^builtins\.(str|bytes)$/.test(left.name)) return left;
  if (operator === "/" && left.name === "pathlib.Path") return left;
  const right = fieldType(node, "right", typeOf);
  if (right === undefined) return undefined;
  const names = `${left.name} ${operator} ${right.name}`;
  if (/^builtins\.(str|bytes|list|tuple) \+ builtins\.\w+$/.test(names) && left.name === right.name) {
    return left.name === "builtins.tuple" ? valueType(left.name) : left;
  }
  if (/^builtins\.(str|bytes|list) \* builtins\.int$/.test(names)) return left;
  if (names === "datetime.datetime - datetime.datetime") return valueType("datetime.timedelta");
  if (/^datetime\.(datetime|date|timedelta) [+-] datetime\.timedelta$/.test(names)) return left;
  const numbers = [number(left), number(right)];
  if (numbers.includes(undefined))
    return /^builtins\.(set|dict) [|&-] builtins\.(set|dict)$/.test(names) ? left : undefined;
  if (numbers.some((one) => one?.name === "builtins.complex")) return valueType("builtins.complex");
  if (operator === "/" || numbers.some((one) => one?.name === "builtins.float")) return valueType("builtins.float");
  return /^(\+|-|\*|\/\/|%|<<|>>|&|\||\^)$/.test(operator ?? "") ? valueType("builtins.int") : undefined;
}
