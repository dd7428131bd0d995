// Takes a string expression apart into constant text and values: f-strings, `%`, `.format` and `+`.

import { argumentsOf, methodCall } from "../python/call.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface MessagePart {
  readonly kind: "text" | "value";
  /** The text as it stands between the quotes, or the value's source. */
  readonly text: string;
  readonly node: SyntaxNode;
  /** The value has a conversion or a format: `{x!r}`, `{x:.2f}`. */
  readonly isFormatted: boolean;
}

export function isDynamic(parts: readonly MessagePart[]): boolean {
  return parts.some((part) => part.kind === "value");
}

/** A single value where the expression is no string that is put together. */
export function messageParts(node: SyntaxNode): readonly MessagePart[] {
  switch (node.type) {
    case "string":
      return stringParts(node);
    case "concatenated_string":
      return node.children.filter((child) => child.type === "string").flatMap(stringParts);
    case "parenthesized_expression": {
      const inner = node.children.find((child) => child.isNamed && child.type !== "comment");
      return inner === undefined ? [] : messageParts(inner);
    }
    case "binary_operator":
      return binaryParts(node);
    case "call":
      return formatParts(node);
    default:
      return [];
  }
}

function stringParts(node: SyntaxNode): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  for (const child of node.children) {
    if (child.type === "string_content")
      parts.push({ kind: "text", text: child.text, node: child, isFormatted: false });
    if (child.type !== "interpolation") continue;
    const value = child.field("expression") ?? child.children.find((inner) => inner.isNamed);
    if (value === undefined) continue;
    const isFormatted = child.children.some(
      (inner) => inner.type === "type_conversion" || inner.type === "format_specifier",
    );
    parts.push({ kind: "value", text: value.text, node: value, isFormatted });
  }
  return parts;
}

function binaryParts(node: SyntaxNode): readonly MessagePart[] {
  const left = node.field("left");
  const right = node.field("right");
  const operator = node.field("operator")?.text ?? node.children.find((child) => !child.isNamed)?.text;
  if (left === undefined || right === undefined) return [];
  if (operator === "+") {
    const parts = [left, right].flatMap((side) =>
      isString(side) || side.type === "binary_operator" || side.type === "call" ? sideParts(side) : [valuePart(side)],
    );
    return parts.some((part) => part.kind === "text") ? parts : [];
  }
  if (operator !== "%" || !isString(left)) return [];
  return replaced(left, /%(?:\([^)]*\))?[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]/g, percentValues(right));
}

function sideParts(side: SyntaxNode): readonly MessagePart[] {
  const parts = messageParts(side);
  if (parts.length > 0 || isString(side)) return parts;
  // `"a" + str(x)` adds x.
  const inner =
    side.type === "call" && side.field("function")?.text === "str" ? argumentsOf(side).positional[0] : undefined;
  return [valuePart(inner ?? side)];
}

function valuePart(node: SyntaxNode): MessagePart {
  return { kind: "value", text: node.text, node, isFormatted: false };
}

function percentValues(right: SyntaxNode): readonly SyntaxNode[] {
  if (right.type !== "tuple") return [right];
  return right.children.filter((child) => child.isNamed && child.type !== "comment");
}

function formatParts(call: SyntaxNode): readonly MessagePart[] {
  const target = methodCall(call);
  if (target?.method !== "format" || !isString(target.receiver)) return [];
  const { positional, keywords } = argumentsOf(call);
  return replaced(target.receiver, /\{[^{}]*\}/g, [...positional, ...keywords.values()]);
}

/** The places of a format take the values in order. */
function replaced(node: SyntaxNode, places: RegExp, values: readonly SyntaxNode[]): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  let next = 0;
  for (const part of messageParts(node)) {
    if (part.kind === "value") {
      parts.push(part);
      continue;
    }
    let at = 0;
    for (const found of part.text.matchAll(places)) {
      parts.push({ ...part, text: part.text.slice(at, found.index) });
      at = found.index + found[0].length;
      const value = values[next++];
      if (value !== undefined) parts.push({ ...valuePart(value), isFormatted: !/^(%s|\{\w*\})$/.test(found[0]) });
    }
    parts.push({ ...part, text: part.text.slice(at) });
  }
  for (const value of values.slice(next)) parts.push(valuePart(value));
  return parts;
}

function isString(node: SyntaxNode): boolean {
  return node.type === "string" || node.type === "concatenated_string";
}
