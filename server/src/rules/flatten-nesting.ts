// Takes a level out of nested blocks: two conditions become one, or a condition becomes a way out before the rest.

import type { PythonFile } from "../python/python-file.ts";
import { indentOf, lineEnd, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { movedTo } from "./move-out.ts";
import { negated } from "./negated.ts";
import type { Fix } from "./rule.ts";

/** Undefined where nothing above the block in its function is an `if` that can be joined or turned round. */
export function flattenedFix(file: PythonFile, node: SyntaxNode): Fix | undefined {
  for (let at: SyntaxNode | undefined = node; at !== undefined; at = at.parent) {
    if (/^(function|class)_definition$/.test(at.type)) return undefined;
    const fix =
      at.type === "if_statement" ? (joinedFix(file, at) ?? (at === node ? undefined : turnedFix(file, at))) : undefined;
    if (fix !== undefined) return fix;
  }
  return undefined;
}

/** `if a:` with nothing but `if b:` in it is `if a and b:`. */
function joinedFix(file: PythonFile, inner: SyntaxNode): Fix | undefined {
  const outer = inner.parent?.parent;
  if (outer?.type !== "if_statement" || outer.field("consequence") !== inner.parent) return undefined;
  if (statements(inner.parent).length > 1 || hasElse(outer) || hasElse(inner)) return undefined;
  const [first, second] = [outer.field("condition"), inner.field("condition")];
  const body = statements(inner.field("consequence"));
  const [start, end] = [body[0], body.at(-1)];
  if (!first || !second || !start || !end || `${first.text}${second.text}`.includes("\n")) return undefined;
  if (isOnLineOf(file, inner, start) || isOnLineOf(file, outer, inner)) return undefined;
  const above = commentsAbove(file, outer, inner, indentOf(file, inner));
  const moved = bodyAt(file, inner, indentOf(file, inner));
  if (above === undefined || moved === undefined) return undefined;
  const text = `if ${operand(first)} and ${operand(second)}:${lineEnd(file)}${indentOf(file, inner)}${above}${moved}`;
  return {
    title: "Join the two conditions",
    safe: true,
    edits: [{ span: { start: outer.start, end: end.end }, text }],
  };
}

/** `if a: …` at the end of a loop or function is `if not a: continue` or `return`, and the rest a level further out. */
function turnedFix(file: PythonFile, node: SyntaxNode): Fix | undefined {
  const condition = node.field("condition");
  const around = node.parent?.parent;
  const leave = wayOut(around);
  const body = statements(node.field("consequence"));
  const [first, last] = [body[0], body.at(-1)];
  if (!condition || !first || !last || leave === undefined || hasElse(node)) return undefined;
  if (statements(node.parent).at(-1) !== node || condition.text.includes("\n") || isOnLineOf(file, node, first))
    return undefined;
  const indent = indentOf(file, node);
  const moved = bodyAt(file, node, indent);
  if (moved === undefined) return undefined;
  const step = indentOf(file, first).slice(indent.length);
  const end = lineEnd(file);
  return {
    title: `Leave early with \`${leave}\` where the condition does not hold`,
    safe: true,
    edits: [
      {
        span: { start: node.start, end: last.end },
        text: `if ${negated(condition)}:${end}${indent}${step}${leave}${end}${indent}${moved}`,
      },
    ],
  };
}

/** What an `if` holds, with the comments above it, at another depth. */
function bodyAt(file: PythonFile, node: SyntaxNode, indent: string): string | undefined {
  const body = statements(node.field("consequence"));
  const [first, last] = [body[0], body.at(-1)];
  const above = first && commentsAbove(file, node, first, indent);
  const moved = first && last && movedTo(file, first, last, indent);
  return above === undefined || moved === undefined ? undefined : above + moved;
}

/** The comments between the head of a block and its first statement; undefined where one stands behind the head. */
function commentsAbove(file: PythonFile, head: SyntaxNode, first: SyntaxNode, indent: string): string | undefined {
  const from = file.lines.position(head.field("condition")?.end ?? head.start).line;
  if (file.lines.lineText(from).includes("#")) return undefined;
  const lines: string[] = [];
  for (let line = from + 1; line < file.lines.position(first.start).line; line++)
    lines.push(file.lines.lineText(line).trim());
  return lines.map((line) => line + lineEnd(file) + indent).join("");
}

/** A function that ends here answers None; one that is a generator ends as well. */
function wayOut(around: SyntaxNode | undefined): string | undefined {
  if (around?.type === "function_definition") return "return";
  return /^(for|while)_statement$/.test(around?.type ?? "") ? "continue" : undefined;
}

function hasElse(node: SyntaxNode): boolean {
  return node.fields("alternative").length > 0;
}

function isOnLineOf(file: PythonFile, head: SyntaxNode, first: SyntaxNode): boolean {
  return file.lines.position(head.start).line === file.lines.position(first.start).line;
}

/** `or`, a lambda and a conditional bind less than `and`; a walrus needs its brackets anyway. */
function operand(condition: SyntaxNode): string {
  const isLoose =
    /^(conditional_expression|lambda|named_expression)$/.test(condition.type) ||
    (condition.type === "boolean_operator" && condition.children.some(({ text }) => text === "or"));
  return isLoose ? `(${condition.text})` : condition.text;
}
