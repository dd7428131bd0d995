// Moves constants from a function to its module: those that stand side by side at once, with the comments above them.

import type { PythonFile } from "../python/python-file.ts";
import { indentOf, lineEnd, statementOf, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { enumerated } from "./enumeration.ts";
import { insertBelowImports } from "./insert-below-imports.ts";
import { linesOfBlock } from "./remove-statement.ts";
import type { Fix } from "./rule.ts";

/** `constants` are all that may move. Undefined where the module or others mean another value by the name. */
export function constantsUp(
  file: PythonFile,
  assignment: SyntaxNode,
  constants: readonly SyntaxNode[],
): Fix | undefined {
  const own = statementOf(assignment);
  const block = statements(own.parent);
  const movable = new Map(
    constants.filter((one) => isMovable(file, one)).map((one) => [statementOf(one).start, one] as const),
  );
  const at = block.findIndex(({ start }) => start === own.start);
  let [first, last] = [at, at];
  const isJoined = (one: SyntaxNode | undefined, next: SyntaxNode | undefined) =>
    one !== undefined &&
    next !== undefined &&
    movable.has(one.start) &&
    movable.has(next.start) &&
    follows(file, one, next);
  while (isJoined(block[first - 1], block[first])) first--;
  while (isJoined(block[last], block[last + 1])) last++;
  const run = block.slice(first, last + 1);
  const [top, end] = [run[0], run.at(-1)];
  if (!movable.has(own.start) || run.length === block.length || top === undefined || end === undefined)
    return undefined;
  const indent = indentOf(file, top);
  const lines = linesOf(file, top, end, indent);
  if (lines === undefined) return undefined;
  const moved = run.map((one) => movable.get(one.start)?.field("left")?.text ?? "");
  const isThere = run.length === 1 && file.scopes.module.bindings.has(moved[0] ?? "");
  const text = lines.texts.map((line) => line.slice(indent.length)).join(lineEnd(file));
  const added = isThere ? [] : insertBelowImports(file, text, []);
  return {
    title: `Move ${enumerated(moved)} to the module`,
    safe: false,
    edits: [
      ...added.map((edit) => ({ ...edit, inAnyOrder: true as const })),
      { span: linesOfBlock(file, lines.first, lines.last), text: "" },
    ],
  };
}

/** A statement on a line of its own whose name means the same wherever the file gives it a value. */
function isMovable(file: PythonFile, assignment: SyntaxNode): boolean {
  const name = assignment.field("left")?.text ?? "";
  const known = file.scopes.module.bindings.get(name)?.places ?? [];
  const others = file.nodes("assignment").filter((one) => one.field("left")?.text === name);
  return (
    known.every(({ node }) => node.text === assignment.text) &&
    known.length < 2 &&
    others.every(({ text }) => text === assignment.text) &&
    !assignment.text.includes("\n") &&
    file.nodes("wildcard_import").length === 0
  );
}

/** On the next line, and both for the first time. */
function follows(file: PythonFile, one: SyntaxNode, next: SyntaxNode): boolean {
  const isKnown = [one, next].some(({ text }) => {
    const name = /^\w+/.exec(text)?.[0] ?? "";
    const places = file.nodes("assignment").filter((other) => other.field("left")?.text === name);
    return places.length > 1 || file.scopes.module.bindings.has(name);
  });
  return !isKnown && file.lines.position(one.end).line + 1 === file.lines.position(next.start).line;
}

/** From the comments right above; undefined where the first line holds something else too. */
function linesOf(
  file: PythonFile,
  top: SyntaxNode,
  end: SyntaxNode,
  indent: string,
): { readonly first: number; readonly last: number; readonly texts: readonly string[] } | undefined {
  const { lines } = file;
  const last = lines.position(end.end).line;
  const start = lines.position(top.start).line;
  let first = start;
  while (first > 0 && lines.lineText(first - 1).startsWith(`${indent}#`)) first--;
  const texts = Array.from({ length: last - first + 1 }, (_, at) => lines.lineText(first + at));
  const isWhole = texts.slice(start - first).every((line) => /^\s*\w+\s*(?::[^=;]+)?=[^;]*$/.test(line));
  return isWhole ? { first, last, texts } : undefined;
}
