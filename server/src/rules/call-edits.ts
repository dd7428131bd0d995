// Edits of a list in brackets, such as a call's arguments: one more at its end, one less, in the list's own layout.

import type { PythonFile } from "../python/python-file.ts";
import { namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { FixEdit } from "./rule.ts";

/** Behind the last item of the call's arguments; undefined for `f(x for x in y)`. */
export function addArgument(file: PythonFile, call: SyntaxNode, text: string): FixEdit | undefined {
  const list = call.field("arguments");
  return list?.type === "argument_list" ? addItem(file, list, text) : undefined;
}

/** Behind the last item of a list, with a comma behind it where the list ends with one, and on lines of their own where the others are. */
export function addItem(file: PythonFile, list: SyntaxNode, ...items: readonly string[]): FixEdit {
  const last = namedChildren(list).at(-1);
  if (last === undefined) return { span: { start: list.start + 1, end: list.start + 1 }, text: items.join(", ") };
  const comma = list.children.find((child) => child.type === "," && child.start >= last.end);
  const line = file.lines.lineStart(file.lines.position(last.start).line);
  const indent = file.text.slice(line, last.start);
  const isOwnLine = line > list.start && indent.trim() === "";
  const lead = isOwnLine ? `${file.text.includes("\r\n") ? "\r\n" : "\n"}${indent}` : " ";
  const text = items.join(`,${lead}`);
  const at = comma?.end ?? last.end;
  const rest = file.text.slice(at, file.lines.lineSpan(file.lines.position(at).line).end);
  // The comment behind the last item stays beside it.
  if (isOwnLine && /^\s*#/.test(rest)) {
    const tail = comma === undefined ? "" : ",";
    return { span: { start: last.end, end: at + rest.length }, text: `,${rest}${lead}${text}${tail}` };
  }
  return { span: { start: at, end: at }, text: comma === undefined ? `,${lead}${text}` : `${lead}${text},` };
}

/** In front of the first item. */
export function addFirstItem(file: PythonFile, list: SyntaxNode, text: string): FixEdit {
  const [first] = namedChildren(list);
  if (first === undefined) return { span: { start: list.start + 1, end: list.start + 1 }, text };
  return insertBefore(file, list, first, text);
}

/** In front of an item of the list. */
export function insertBefore(file: PythonFile, list: SyntaxNode, item: SyntaxNode, text: string): FixEdit {
  const line = file.lines.lineStart(file.lines.position(item.start).line);
  const indent = file.text.slice(line, item.start);
  const isOwnLine = line > list.start && indent.trim() === "";
  const gap = isOwnLine ? `${file.text.includes("\r\n") ? "\r\n" : "\n"}${indent}` : " ";
  return { span: { start: item.start, end: item.start }, text: `${text},${gap}` };
}

/** Undefined where a comment would go with it. */
export function removeItem(file: PythonFile, list: SyntaxNode, item: SyntaxNode): FixEdit | undefined {
  const items = namedChildren(list);
  const at = items.findIndex(({ start }) => start === item.start);
  const [previous, next] = [items[at - 1], items[at + 1]];
  const comma = list.children.find((child) => child.type === "," && child.start >= item.end);
  const span =
    next !== undefined
      ? { start: item.start, end: next.start }
      : previous !== undefined
        ? { start: previous.end, end: item.end }
        : { start: item.start, end: comma?.end ?? item.end };
  return file.text.slice(span.start, span.end).includes("#") ? undefined : { span, text: "" };
}

/** The keyword argument of this name, with its name. */
export function keywordNode(call: SyntaxNode, name: string): SyntaxNode | undefined {
  return call
    .field("arguments")
    ?.children.find((child) => child.type === "keyword_argument" && child.field("name")?.text === name);
}

export function replaced(node: { readonly start: number; readonly end: number }, text: string): FixEdit {
  return { span: { start: node.start, end: node.end }, text };
}
