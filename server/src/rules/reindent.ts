// Gives a whole top-level statement the right indentation, strings and the shape of continuation lines kept.

import type { PythonFile } from "../python/python-file.ts";
import { descendants } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { FixEdit } from "./rule.ts";

/** The edits for the top-level statement around the node; undefined where it does not parse. */
export function reindent(file: PythonFile, node: SyntaxNode, width: number): readonly FixEdit[] | undefined {
  let top = node;
  while (top.parent !== undefined && top.parent.type !== "module") top = top.parent;
  if (top.parent === undefined) return undefined;
  const wanted = new Map<number, number>();
  const kept = new Set<number>();
  for (const inner of descendants(top)) {
    if (inner.isBroken) return undefined;
    if (inner.type === "string" || inner.type === "concatenated_string") keepLines(file, inner, kept);
    if (inner.type !== "block") continue;
    const depth = depthOf(inner);
    for (const child of inner.children) setLine(file, child, depth * width, wanted);
  }
  for (const inner of descendants(top)) {
    if (clauseTypes.has(inner.type)) setLine(file, inner, depthOf(inner) * width, wanted);
  }
  return editsFor(file, top, wanted, kept);
}

const clauseTypes: ReadonlySet<string> = new Set([
  "else_clause",
  "elif_clause",
  "except_clause",
  "except_group_clause",
  "finally_clause",
  "function_definition",
  "class_definition",
]);

/** How many blocks a statement of this block, or this clause itself, stands in. */
function depthOf(node: SyntaxNode): number {
  let depth = 0;
  for (let at: SyntaxNode | undefined = node; at !== undefined; at = at.parent) if (at.type === "block") depth++;
  return depth;
}

function setLine(file: PythonFile, node: SyntaxNode, indent: number, wanted: Map<number, number>): void {
  const line = file.lines.position(node.start).line;
  const isFirst = file.text.slice(file.lines.lineStart(line), node.start).trim() === "";
  if (isFirst && !wanted.has(line)) wanted.set(line, indent);
}

function keepLines(file: PythonFile, node: SyntaxNode, kept: Set<number>): void {
  const last = file.lines.position(node.end).line;
  for (let line = file.lines.position(node.start).line + 1; line <= last; line++) kept.add(line);
}

function editsFor(
  file: PythonFile,
  top: SyntaxNode,
  wanted: ReadonlyMap<number, number>,
  kept: ReadonlySet<number>,
): readonly FixEdit[] {
  const edits: FixEdit[] = [];
  let shift = 0;
  const last = file.lines.position(top.end).line;
  for (let line = file.lines.position(top.start).line; line <= last; line++) {
    if (kept.has(line)) continue;
    const text = file.lines.lineText(line);
    const own = /^[ \t]*/.exec(text)?.[0] ?? "";
    if (own.length === text.length) continue;
    const columns = own.replaceAll("\t", "    ").length;
    const target = wanted.get(line);
    if (target !== undefined) shift = target - columns;
    const replacement = " ".repeat(Math.max(0, columns + shift));
    const start = file.lines.lineStart(line);
    if (replacement !== own) edits.push({ span: { start, end: start + own.length }, text: replacement });
  }
  return edits;
}
