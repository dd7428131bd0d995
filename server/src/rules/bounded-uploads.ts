// Whether all callers of a function have tested how large an upload is before they hand it on.

import { flatStatements } from "../models/code/statements.ts";
import type { Expr, FunctionCode } from "../models/code/syntax.ts";
import { containsKind, walkCode, walkExpression } from "../models/code/walk.ts";
import { functionsIn } from "../models/code/functions.ts";
import { lastName } from "../models/web/answers.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { isTestPath } from "../python/source-file.ts";
import { enclosingFunction } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

const RAISE = new Set(["raise"]);

export function isBoundedByCallers(
  file: PythonFile,
  call: SyntaxNode,
  upload: SyntaxNode,
  { facts }: Workspace,
): boolean {
  const name = enclosingFunction(call)?.field("name")?.text;
  const isHandedIn = file.scopes.bindingOf(upload)?.places.every(({ kind }) => kind === "parameter") === true;
  if (name === undefined || !isHandedIn) return false;
  const calls = facts
    .filesCalling(name)
    .filter((path) => !isTestPath(path))
    .flatMap((path) => functionsIn(facts.program.module(path)?.code.body ?? []).map(({ code }) => ({ path, code })))
    .flatMap(({ path, code }) => callsOf(code, name).map((found) => ({ path, code, found })))
    .filter(({ path, found }) => {
      const meant = facts.program.expression(path, found.callee);
      return meant?.kind === "function" && meant.path === file.path;
    });
  return calls.length > 0 && calls.every(({ code, found }) => refusesLarge(code, found.start));
}

function callsOf(code: FunctionCode, name: string): readonly (Expr & { kind: "call" })[] {
  return walkCode(code.body).flatMap((one) => (one.kind === "call" && lastName(one.callee) === name ? [one] : []));
}

/** `if size > LIMIT: raise TooLarge()`, somewhere before. */
function refusesLarge(code: FunctionCode, before: number): boolean {
  return flatStatements(code.body).some(
    (one) =>
      one.kind === "if" &&
      one.end <= before &&
      containsKind(one.then, RAISE) &&
      [...walkExpression(one.test)].some(
        (part) => part.kind === "compare" && part.items.some((item) => /(^|_)(size|length)$/i.test(lastName(item))),
      ),
  );
}
