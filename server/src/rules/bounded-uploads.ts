// Whether all callers of a function have tested how large an upload is before they hand it on.

import { flatStatements } from "../models/code/statements.ts";
import type { FunctionCode } from "../models/code/syntax.ts";
import { containsKind, walkExpression } from "../models/code/walk.ts";
import { lastName } from "../models/web/answers.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingFunction } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { callsInWorkspace } from "./workspace-callers.ts";

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
  const calls = callsInWorkspace(facts, file.path, name);
  return calls.length > 0 && calls.every(({ by, call: found }) => refusesLarge(by, found.start));
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
