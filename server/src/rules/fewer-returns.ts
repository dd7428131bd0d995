// Makes one `return` of the last two, where a condition chooses between them.

import type { PythonFile } from "../python/python-file.ts";
import { blockOf, namedChildren, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Fix } from "./rule.ts";

/** `if x: return a` and `return b`, or the same with `else`, become `return a if x else b`. */
export function fewerReturnsFix(file: PythonFile, definition: SyntaxNode): Fix | undefined {
  const body = statements(definition.field("body"));
  const last = body.at(-1);
  const branch = last?.type === "if_statement" ? last : body.at(-2);
  if (last === undefined || branch?.type !== "if_statement") return undefined;
  const alternatives = branch.fields("alternative");
  const [other] = alternatives;
  const elif = alternatives.at(-1);
  // Where all above return, the last `elif` is an `if` of its own.
  if (last !== branch && elif && onlyReturned(branch.field("consequence")) && alternatives.every(isReturning))
    return chosen(file, elif, elif.field("condition"), onlyReturned(elif.field("consequence")), last);
  if (alternatives.length > (last === branch ? 1 : 0) || other?.type === "elif_clause") return undefined;
  const condition = branch.field("condition");
  const first = onlyReturned(branch.field("consequence"));
  if (last === branch) return chosen(file, branch, condition, first, last, onlyReturned(other && blockOf(other)));
  return chosen(file, branch, condition, first, last);
}

function isReturning(clause: SyntaxNode): boolean {
  return clause.type === "elif_clause" && onlyReturned(clause.field("consequence")) !== undefined;
}

/** From a condition to the end of the function. */
function chosen(
  file: PythonFile,
  branch: SyntaxNode,
  condition: SyntaxNode | undefined,
  first: SyntaxNode | undefined,
  last: SyntaxNode,
  second = returned(last),
): Fix | undefined {
  const source = file.source({ start: branch.start, end: last.end });
  if (!condition || !first || !second || source.includes("#")) return undefined;
  const text = `return ${bound(first)} if ${bound(condition)} else ${second.text}`;
  if (text.includes("\n") || text.length > 100) return undefined;
  return {
    title: "Choose between the last two in one `return`",
    safe: true,
    edits: [{ span: { start: branch.start, end: last.end }, text }],
  };
}

function onlyReturned(block: SyntaxNode | undefined): SyntaxNode | undefined {
  const [only, ...others] = statements(block);
  return only === undefined || others.length > 0 ? undefined : returned(only);
}

function returned(statement: SyntaxNode): SyntaxNode | undefined {
  const value = statement.type === "return_statement" ? namedChildren(statement)[0] : undefined;
  return value?.type === "expression_list" ? undefined : value;
}

/** What binds less than a conditional needs brackets in front of its `if` and `else`. */
function bound(node: SyntaxNode): string {
  return /^(conditional_expression|lambda|named_expression)$/.test(node.type) ? `(${node.text})` : node.text;
}
