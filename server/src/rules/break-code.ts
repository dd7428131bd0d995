// Breaks a line of code at its brackets, or at the operators of an expression that gets brackets for it.

import type { PythonFile } from "../python/python-file.ts";
import { lineEnd, namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { widthOf, withoutPragma } from "./long-lines.ts";
import type { FixEdit } from "./rule.ts";

/** What stands between brackets, with the brackets. */
const bracketed =
  /^(argument_list|parameters|list|dictionary|set|tuple|parenthesized_expression|list_comprehension|dictionary_comprehension|set_comprehension|generator_expression|subscript)$/;

/** Those whose items can stand on lines of their own. */
const separable = ["argument_list", "parameters", "list", "dictionary", "set", "tuple"];

/** The star and the slash of a signature may not be followed by a comma at its end. */
const openEnd = /^(\*|keyword_separator|positional_separator)/;

/** The shortest that comes of it is taken; undefined where nothing makes the line shorter. */
export function breakCode(file: PythonFile, line: number, limit: number): readonly FixEdit[] | undefined {
  const { start, end } = file.lines.lineSpan(line);
  const text = file.text.slice(start, end);
  if (/\\$/.test(text)) return undefined;
  const layout = { indent: /^\s*/.exec(text)?.[0] ?? "", end: lineEnd(file), limit };
  const nodes = nodesOn(file, start, end);
  const tries = [
    ...splitItems(file, start, end, layout),
    ...nodes
      .filter(({ type }) => bracketed.test(type))
      .toSorted(byRight)
      .flatMap((node) => splitBrackets(file, node, layout)),
    ...nodes.flatMap((node) => wrapImport(node, layout)),
    ...nodes.flatMap((node) => wrapExpression(node, layout)),
    ...nodes.flatMap((node) => splitString(file, node, layout)),
  ];
  const before = widthOf(withoutPragma(text));
  let best: { readonly edits: readonly FixEdit[]; readonly width: number } | undefined;
  for (const edits of tries) {
    const width = widest(file, edits, start, end);
    if (width <= limit) return edits;
    if (width < before && (best === undefined || width < best.width)) best = { edits, width };
  }
  return best?.edits;
}

interface Layout {
  readonly indent: string;
  readonly end: string;
  readonly limit: number;
}

/** Those that begin and end on the line and are no part of a text. */
function nodesOn(file: PythonFile, start: number, end: number): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const pending = [file.root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const child of node.children) {
      if (child.end <= start || child.start >= end || !child.isNamed || child.isBroken) continue;
      if (child.start >= start && child.end <= end) found.push(child);
      if (child.type !== "string") pending.push(child);
    }
  }
  return found.filter(({ type }) => type !== "comment");
}

/** The last brackets first, and of two in each other the outer ones. */
function byRight(a: SyntaxNode, b: SyntaxNode): number {
  return b.end - a.end || a.start - b.start;
}

/** Each item on a line, where the line holds several of a list in brackets that open above it. */
function splitItems(file: PythonFile, start: number, end: number, layout: Layout): readonly (readonly FixEdit[])[] {
  const first = file.nodes(...separable).findLast((node) => node.start < start && node.end > end);
  const items = namedChildren(first ?? file.root).filter((item) => item.start < end && item.end > start);
  const [opening, last] = [items[0], items.at(-1)];
  if (first === undefined || opening === undefined || last === undefined || items.length < 2) return [];
  if (opening.start !== start + layout.indent.length || last.end > end) return [];
  if (!/^\s*,?\s*(#.*)?$/.test(file.text.slice(last.end, end))) return [];
  const isOpenEnd = openEnd.test(last.type) || file.text.slice(last.end, end).includes(",");
  const text = items.map((item) => item.text).join(`,${layout.end}${layout.indent}`) + (isOpenEnd ? "" : ",");
  return [[{ span: { start: opening.start, end: last.end }, text }]];
}

/** The content on a line of its own, else each item on one. */
function splitBrackets(file: PythonFile, node: SyntaxNode, { indent, end }: Layout): readonly (readonly FixEdit[])[] {
  const isOpening = (child: SyntaxNode) => /^[([{]$/.test(child.type);
  const open = node.children.find(isOpening);
  const close = node.children.findLast((child) => /^[)\]}]$/.test(child.type));
  if (open === undefined || close === undefined || close.start <= open.end) return [];
  const items = namedChildren(node).filter((child) => child.start >= open.end && child.end <= close.start);
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return [];
  const content = file.text.slice(open.end, close.start);
  if (content.includes("#")) return [];
  const inner = indent + step(indent);
  const span = { start: open.end, end: close.start };
  const together = `${end}${inner}${content.trim()}${end}${indent}`;
  const tries = [[{ span, text: together }]];
  const clauses = items.filter(({ type }) => /^(for_in_clause|if_clause)$/.test(type));
  if (clauses.length > 0 && clauses.length === items.length - 1) {
    const parts = items.map((item) => `${inner}${item.text}${end}`).join("");
    tries.push([{ span, text: `${end}${parts}${indent}` }]);
  }
  if (separable.includes(node.type) && (items.length > 1 || content.trimEnd().endsWith(","))) {
    const parts = items.map((item, at) => {
      const next = items[at + 1];
      return file.text.slice(item.start, next?.start ?? close.start).replace(/[\s,]*$/, "");
    });
    const isOpenEnd = openEnd.test(last.type);
    const separate = parts.map((part, at) => `${inner}${part}${at < parts.length - 1 || !isOpenEnd ? "," : ""}${end}`);
    tries.push([{ span, text: `${end}${separate.join("")}${indent}` }]);
  }
  return tries;
}

function step(indent: string): string {
  return indent.includes("\t") ? "\t" : "    ";
}

/** `from a import b, c` gets brackets. */
function wrapImport(node: SyntaxNode, { indent, end }: Layout): readonly (readonly FixEdit[])[] {
  if (node.type !== "import_from_statement" || node.children.some(({ type }) => type === "(")) return [];
  const items = node.fields("name");
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return [];
  const inner = indent + step(indent);
  const text = `(${end}${items.map((item) => `${inner}${item.text},${end}`).join("")}${indent})`;
  return [[{ span: { start: first.start, end: last.end }, text }]];
}

/** The value of a statement, or its condition, in brackets of its own: whole, else broken before its operators. */
function wrapExpression(node: SyntaxNode, { indent, end }: Layout): readonly (readonly FixEdit[])[] {
  if (
    !isWhole(node) ||
    /^(parenthesized_expression|tuple|expression_list|pattern_list|lambda|yield|named_expression)$/.test(node.type)
  )
    return [];
  const inner = indent + step(indent);
  const span = { start: node.start, end: node.end };
  const tries = [[{ span, text: `(${end}${inner}${node.text}${end}${indent})` }]];
  const parts = operands(node);
  if (parts.length > 1) {
    const lines = parts.map((part) => `${inner}${part}${end}`).join("");
    tries.push([{ span, text: `(${end}${lines}${indent})` }]);
  }
  return tries;
}

/** Stands for itself in a statement: brackets around it change nothing. */
function isWhole(node: SyntaxNode): boolean {
  const above = node.parent;
  if (above === undefined || node.text.includes("\n")) return false;
  if (above.type === "assignment" || above.type === "augmented_assignment") {
    return node.fieldName === "right" && !/^(assignment|augmented_assignment)$/.test(node.type);
  }
  if (/^(return_statement|assert_statement)$/.test(above.type)) return true;
  if (/^(if_statement|elif_clause|while_statement)$/.test(above.type)) return node.fieldName === "condition";
  return above.type === "keyword_argument" && node.fieldName === "value";
}

/** The sides of the operator that binds least, each with the operator in front of it. */
function operands(node: SyntaxNode): readonly string[] {
  if (node.type === "boolean_operator" || node.type === "binary_operator") {
    const operator = operatorOf(node);
    const [left, right] = [node.field("left"), node.field("right")];
    if (operator === undefined || !left || !right) return [node.text];
    const isSame = left.type === node.type && operatorOf(left) === operator;
    const rest = isSame ? operands(left) : [left.text];
    return [...rest, `${operator} ${right.text}`];
  }
  if (node.type === "conditional_expression") {
    const [then, condition, otherwise] = namedChildren(node);
    return then && condition && otherwise ? [then.text, `if ${condition.text}`, `else ${otherwise.text}`] : [node.text];
  }
  return [node.text];
}

function operatorOf(node: SyntaxNode): string | undefined {
  return node.field("operator")?.text;
}

/** A text in two halves that Python joins again, where it stands in brackets on a line of its own. */
function splitString(file: PythonFile, node: SyntaxNode, layout: Layout): readonly (readonly FixEdit[])[] {
  if (node.type !== "string" || node.text.includes("\n")) return [];
  const found = /^([rRuUbBfF]{0,2})(["'])(?!\2)/.exec(node.text);
  if (found === null || node.parent?.type === "concatenated_string") return [];
  const [, prefix = "", quote = '"'] = found;
  const isWholeValue = isWhole(node);
  const list = node.parent;
  const isItem = /^(argument_list|list|tuple|set|parenthesized_expression)$/.test(list?.type ?? "");
  const line = file.lines.position(node.start).line;
  const lead = file.text.slice(file.lines.lineStart(line), node.start);
  // In a list, a text beside others would read as one of them.
  const isAlone = lead.trim() === "" && (list?.type === "argument_list" || list?.type === "parenthesized_expression");
  if (!isWholeValue && !(isItem && isAlone)) return [];
  const inner = isAlone ? lead : layout.indent + step(layout.indent);
  const room = layout.limit - widthOf(inner) - prefix.length - 2;
  const pieces = piecesOf(node, room - 1);
  if (pieces === undefined || pieces.length < 2) return [];
  const prefixed = pieces.map(
    (piece) => (/[{}]/.test(piece) ? prefix : prefix.replace(/f/i, "")) + quote + piece + quote,
  );
  const written = prefixed.join(`${layout.end}${inner}`);
  const span = { start: node.start, end: node.end };
  const text = isAlone ? written : `(${layout.end}${inner}${written}${layout.end}${layout.indent})`;
  return [[{ span, text }]];
}

/** Broken behind spaces, never in what an f-string fills in or in an escape. */
function piecesOf(node: SyntaxNode, room: number): readonly string[] | undefined {
  const content = node.children.filter(({ type }) => type === "string_content" || type === "interpolation");
  const units = content.flatMap((child) =>
    child.type === "interpolation" ? [child.text] : (child.text.match(/[^ ]* +|[^ ]+/g) ?? []),
  );
  const pieces: string[] = [];
  let current = "";
  for (const unit of units) {
    if (current !== "" && widthOf(current + unit) > room && current.endsWith(" ")) {
      pieces.push(current);
      current = unit;
    } else current += unit;
  }
  pieces.push(current);
  return pieces.every((piece) => widthOf(piece) <= room) ? pieces : undefined;
}

/** The longest line that comes of the edits, where they touch the old one. */
function widest(file: PythonFile, edits: readonly FixEdit[], start: number, end: number): number {
  let text = "";
  let at = start;
  for (const edit of edits) {
    text += file.text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  text += file.text.slice(at, end);
  return Math.max(...text.split(/\r?\n/).map((line) => widthOf(withoutPragma(line))));
}
