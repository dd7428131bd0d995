// Where control goes: whether a block always leaves what surrounds it.

import { statements } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";

const exits: ReadonlySet<string> = new Set([
  "return_statement",
  "raise_statement",
  "continue_statement",
  "break_statement",
]);

/** True where every path through the block ends in a return, raise, continue or break, or in a call that ends the process. */
export function endsBlock(block: SyntaxNode | undefined): boolean {
  return ends(statements(block).at(-1), 0);
}

function ends(last: SyntaxNode | undefined, depth: number): boolean {
  if (last === undefined || depth > 100) return false;
  if (exits.has(last.type)) return true;
  const block = (node: SyntaxNode) => statements(node.field("consequence") ?? node.field("body")).at(-1);
  if (last.type === "with_statement") return ends(block(last), depth + 1);
  if (last.type === "expression_statement") return /^(sys|os)\.(exit|_exit|abort)\(/.test(last.text.slice(0, 12));
  if (last.type === "if_statement") {
    const branches = last.fields("alternative");
    return (
      branches.some(({ type }) => type === "else_clause") &&
      [last, ...branches].every((branch) => ends(block(branch), depth + 1))
    );
  }
  if (last.type === "try_statement") {
    const handlers = last.children.filter(({ type }) => type === "except_clause" || type === "except_group_clause");
    const otherwise = last.children.find(({ type }) => type === "else_clause");
    const ending = last.children.find(({ type }) => type === "finally_clause");
    const inside = (clause: SyntaxNode) => ends(statements(clause).at(-1), depth + 1);
    if (ending && inside(ending)) return true;
    return (inside(last) || (otherwise !== undefined && inside(otherwise))) && handlers.every(inside);
  }
  return false;
}
