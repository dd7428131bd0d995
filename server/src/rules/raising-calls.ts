// Calls that never come back: of functions that say so, or whose every way ends in a `raise`, and those that end the program.

import { lowerExpression } from "../models/code/lower-expression.ts";
import { flatStatements } from "../models/code/statements.ts";
import type { FunctionCode, Stmt } from "../models/code/syntax.ts";
import { lastName } from "../models/web/answers.ts";
import type { Workspace } from "../models/workspace.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** `raise_invalid(field)`: the function that is called raises for whoever calls it. */
export function raisesByCall(file: PythonFile, block: SyntaxNode | undefined, { facts }: Workspace): boolean {
  if (block === undefined) return false;
  return [...withinScope(block)].some((node) => {
    const callee = node.type === "call" ? node.field("function") : undefined;
    if (callee?.type !== "identifier" && callee?.type !== "attribute") return false;
    const meant = facts.program.expression(file.path, lowerExpression(callee));
    return meant?.kind === "function" && neverReturns(meant.function);
  });
}

export function endsProgram(file: PythonFile, block: SyntaxNode | undefined): boolean {
  if (block === undefined) return false;
  return [...withinScope(block)].some(
    (node) => node.type === "call" && /^(sys\.exit|exit|quit|os\._exit)$/.test(calleeName(file, node)),
  );
}

function neverReturns({ returns, body, isGenerator }: FunctionCode): boolean {
  if (isGenerator) return false;
  if (returns !== undefined && /^(NoReturn|Never)$/.test(lastName(returns))) return true;
  return alwaysRaises(body) && flatStatements(body).every(({ kind }) => kind !== "return");
}

function alwaysRaises(body: readonly Stmt[]): boolean {
  const last = body.at(-1);
  // What is raised as not implemented is for others to write.
  if (last?.kind === "raise") return last.value === undefined || lastName(last.value) !== "NotImplementedError";
  return last?.kind === "if" && alwaysRaises(last.then) && alwaysRaises(last.otherwise);
}
