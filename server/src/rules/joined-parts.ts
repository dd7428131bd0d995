// Collects in a list what a loop adds to a text, and joins it after the loop.

import type { PythonFile } from "../python/python-file.ts";
import { ancestors, indentOf, lineEnd, statementOf, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Fix } from "./rule.ts";

/** `name` is the text in `text += part`. Undefined where it is read before the last loop that adds to it has ended. */
export function joinedParts(file: PythonFile, name: SyntaxNode): Fix | undefined {
  const binding = file.scopes.bindingOf(name);
  const begun = binding?.places.filter(({ kind }) => kind !== "augmented") ?? [];
  const [start, ...others] = begun;
  const value = start?.value;
  const first = value && statementOf(value);
  if (!binding || !first || !value || others.length > 0 || value.text.includes("\n")) return undefined;
  const block = statements(first.parent);
  const grown = binding.places.filter(({ kind }) => kind === "augmented").map(({ node }) => node);
  const holders = grown.map((node) => block.findIndex((one) => one.start <= node.start && node.end <= one.end));
  const from = block.findIndex((one) => one.start === first.start);
  // What is added behind the last loop is added to the text.
  const to = Math.max(-1, ...holders.filter((at) => /^(?:for|while)_statement$/.test(block[at]?.type ?? "")));
  const last = block[to];
  if (!last || Math.min(...holders) <= from) return undefined;
  const added = grown.filter((_, at) => (holders[at] ?? 0) <= to);
  const assignments = added.map((node) => (node.type === "augmented_assignment" ? node : node.parent));
  const isEarly = binding.references.some(
    (one) => one.start > first.end && one.start < last.end && !added.some((node) => isLeftOf(node, one)),
  );
  const parts = `${name.text}_parts`;
  const isTaken = file.scopes.lookUp(parts, file.scopes.scopeOf(name)) !== undefined;
  if (isEarly || isTaken || assignments.some((one) => one?.type !== "augmented_assignment")) return undefined;
  if (assignments.some((one) => one && [...ancestors(one)].some(({ type }) => type === "lambda"))) return undefined;
  const isEmpty = /^["']{2}$/.test(value.text);
  const line = file.lines.lineSpan(file.lines.position(last.end).line);
  if (file.text.slice(last.end, line.end).includes(";")) return undefined;
  const end = lineEnd(file) + indentOf(file, first);
  return {
    title: `Collect the parts in \`${parts}\` and join them after the loop`,
    safe: false,
    edits: [
      { span: { start: first.start, end: first.end }, text: `${parts} = [${isEmpty ? "" : value.text}]` },
      ...assignments.flatMap((one) => (one ? appended(one, parts) : [])),
      { span: { start: line.end, end: line.end }, text: `${end}${name.text} = "".join(${parts})` },
    ],
  };
}

function isLeftOf(node: SyntaxNode, one: SyntaxNode): boolean {
  return node.start <= one.start && one.end <= (node.field("left")?.end ?? node.end);
}

/** `text += part` becomes `parts.append(part)`. */
function appended(assignment: SyntaxNode, parts: string) {
  const right = assignment.field("right");
  if (right === undefined) return [];
  const call = { span: { start: assignment.start, end: right.start }, text: `${parts}.append` };
  // Brackets around the part become those of the call.
  if (right.type === "parenthesized_expression") return [call];
  return [
    { ...call, text: `${call.text}(` },
    { span: { start: right.end, end: right.end }, text: ")" },
  ];
}
