// Whether another file's code logs a deletion: a function that is told of it, or all those that ask for it.

import { dottedName } from "../models/code/dotted-name.ts";
import { lowerExpression } from "../models/code/lower-expression.ts";
import type { Expr, FunctionCode } from "../models/code/syntax.ts";
import { walkCode } from "../models/code/walk.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { callsInWorkspace } from "./workspace-callers.ts";

const DELETION = /\b(delet|remov|purg)\w+/i;

/** `events.emit("Boat deleted", …)` */
export function tellsElsewhere(file: PythonFile, call: SyntaxNode, { facts: { program } }: Workspace): boolean {
  if (!DELETION.test(call.text)) return false;
  const meant = program.expression(file.path, lowerExpression(call.field("function")));
  return meant?.kind === "function" && meant.path !== file.path && logCalls(meant.function).length > 0;
}

/** A function of the module, of which every caller speaks of the deletion in its log. */
export function isToldByCallers(file: PythonFile, name: string, workspace: Workspace): boolean {
  const calls = callsInWorkspace(workspace.facts, file.path, name);
  return (
    calls.length > 0 &&
    calls.every(({ path, by }) => {
      const text = workspace.text(path) ?? "";
      return logCalls(by).some(({ start, end }) => DELETION.test(text.slice(start, end)));
    })
  );
}

function logCalls(code: FunctionCode): readonly Expr[] {
  return walkCode(code.body).filter(
    (one) =>
      one.kind === "call" &&
      one.callee.kind === "attribute" &&
      /^(debug|info|warning|error|critical|exception|log)$/.test(one.callee.name) &&
      /(^|[._])log(ger|ging)?$/i.test(dottedName(one.callee.of) ?? ""),
  );
}
