// Tells whether a function goes on to a deletion only when it has seen that no child points at the row.

import type { Deletion } from "../models/flow/flow-run.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingFunction, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** `if session.scalar(select(Child)…): raise InUse`, also by way of locals, before the deletion. */
export function isRefusedWith(file: PythonFile, { place }: Deletion, child: string): boolean {
  const call = file.nodes("call").find(({ start, end }) => start === place.start && end === place.end);
  const body = call && enclosingFunction(call)?.field("body");
  if (!body) return false;
  const isBefore = ({ end }: SyntaxNode): boolean => end <= place.start;
  const nodes = [...withinScope(body)].filter(isBefore);
  const speaks = speaksOf(child, nodes);
  return nodes.some((node) => {
    const condition = node.type === "if_statement" ? node.field("condition") : undefined;
    return condition !== undefined && leaves(node.field("consequence")) && speaks(condition) && !asksForNone(condition);
  });
}

/** Whether an expression names the child, or a local that was made of what names it. */
function speaksOf(child: string, nodes: readonly SyntaxNode[]): (node: SyntaxNode) => boolean {
  const names = [child];
  const speaks = ({ text }: SyntaxNode): boolean => names.some((name) => new RegExp(`\\b${name}\\b`).test(text));
  for (const node of nodes.toSorted((a, b) => a.start - b.start)) {
    if (node.type !== "assignment") continue;
    const [left, right] = [node.field("left"), node.field("right")];
    if (left?.type === "identifier" && right !== undefined && speaks(right)) names.push(left.text);
  }
  return speaks;
}

function leaves(block: SyntaxNode | undefined): boolean {
  const last = block?.children.findLast((one) => one.isNamed && one.type !== "comment");
  return /^(?:return|raise)\b/.test(last?.text ?? "");
}

/** `if not children:` and `if child is None:` leave where there is none. */
function asksForNone({ text }: SyntaxNode): boolean {
  return /^\s*\(?\s*not\b|\bis\s+None\b|==\s*0\b/.test(text);
}
