// The value of a string that is known from the code alone: quotes and prefix off, escapes read, adjacent parts joined.

import type { SyntaxNode } from "./syntax.ts";

/** Undefined for bytes, for f-strings with anything to fill in, and for all that is no string. */
export function stringValue(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === "parenthesized_expression") {
    const inner = node.children.filter(({ isNamed, type }) => isNamed && type !== "comment");
    return inner.length === 1 && inner[0]?.type !== "parenthesized_expression" ? stringValue(inner[0]) : undefined;
  }
  if (node?.type === "concatenated_string") {
    const parts = node.children.filter(({ type }) => type === "string").map(stringValue);
    return parts.includes(undefined) ? undefined : parts.join("");
  }
  if (node?.type !== "string" || node.children.some(({ type }) => type === "interpolation")) return undefined;
  const start = node.children.find(({ type }) => type === "string_start");
  const end = node.children.find(({ type }) => type === "string_end");
  const prefix = /^[a-z]*/i.exec(start?.text ?? "")?.[0].toLowerCase() ?? "";
  if (!start || !end || prefix.includes("b") || prefix.includes("t")) return undefined;
  const raw = node.text.slice(start.end - node.start, end.start - node.start);
  const content = prefix.includes("f") ? raw.replace(/\{\{|\}\}/g, (pair) => pair.charAt(0)) : raw;
  return prefix.includes("r") ? content : content.replace(escape, readEscape);
}

const escape = /\\(?:\r\n|[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}]*\}|[\s\S])/g;

const simple: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  a: "\u0007",
  b: "\b",
  f: "\f",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "\n": "",
  "\r": "",
  "\r\n": "",
};

function readEscape(escaped: string): string {
  const rest = escaped.slice(1);
  if (Object.hasOwn(simple, rest)) return simple[rest] ?? "";
  const octal = /^[0-7]{1,3}$/.test(rest);
  const hex = /^[xuU]([\da-fA-F]+)$/.exec(rest)?.[1];
  const code = octal ? Number.parseInt(rest, 8) : hex === undefined ? undefined : Number.parseInt(hex, 16);
  // What Python does not know as an escape it leaves as it stands.
  return code === undefined || code > 0x10ffff ? escaped : String.fromCodePoint(code);
}
