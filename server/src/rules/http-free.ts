// Takes HTTP out of code that is not of the web: exceptions of one's own instead of HTTPException, and the imports that then go.

import type { Workspace } from "../models/workspace.ts";
import { importsOf } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { ownInsteadOfHttp } from "./new-exception.ts";
import { removeImport } from "./remove-import.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

const httpException = /^(fastapi|starlette)(\.\w+)*\.HTTPException$/;

/** The name of the exception in `raise HTTPException(…)`. */
export function raisedHttp(file: PythonFile, statement: SyntaxNode): SyntaxNode | undefined {
  const raised = statement.children.find((child) => child.isNamed);
  const name = raised?.type === "call" ? raised.field("function") : raised;
  return name && httpException.test(file.resolve(name) ?? "") ? name : undefined;
}

/** `raise OrderError("gone")`; the import goes too, where this was its last use. */
export function raiseOwnFix(file: PythonFile, statement: SyntaxNode, workspace: Workspace): Fix | undefined {
  const name = raisedHttp(file, statement);
  const call = name?.parent?.type === "call" ? name.parent : undefined;
  return call && ownInsteadOfHttp(file, call, workspace);
}

/** What the statement imports is used for raising alone, or not at all. */
export function withoutHttpImport(file: PythonFile, statement: SyntaxNode, workspace: Workspace): Fix | undefined {
  const imported = importsOf(file).filter((one) => one.statement.start === statement.start);
  const raises = file.nodes("raise_statement").filter((one) => raisedHttp(file, one) !== undefined);
  const isRaised = (node: SyntaxNode) => raises.some((one) => one.start <= node.start && node.end <= one.end);
  const used = new Set<number>();
  const goes = imported.filter(({ local }) => {
    const references = file.scopes.module.bindings.get(local)?.references ?? [];
    if (!references.every(isRaised)) return false;
    for (const one of raises)
      if (references.some(({ start }) => one.start <= start && start < one.end)) used.add(one.start);
    return true;
  });
  const speaksHttp = goes.some(({ module, name }) => httpException.test(`${module}.${name}`) || name === "status");
  if (goes.length === 0 || (used.size > 0 && !speaksHttp)) return undefined;
  const edits: FixEdit[] = [];
  for (const one of raises.filter(({ start }) => used.has(start))) {
    const fix = raiseOwnFix(file, one, workspace);
    if (fix === undefined) return undefined;
    for (const edit of fix.edits) if (edits.every((known) => !isSame(known, edit))) edits.push(edit);
  }
  const taken = goes.length === imported.length ? removeStatement(file, statement) : undefined;
  const [only] = goes;
  const cut = taken ?? (goes.length === 1 && only ? removeImport(file, statement, only.item) : undefined);
  // A new exception stands right below the last import, which cannot go at the same time.
  if (
    cut === undefined ||
    edits.some(({ path, span }) => path === undefined && span.start >= cut.span.start && span.end <= cut.span.end)
  )
    return undefined;
  return {
    title:
      used.size > 0
        ? "Raise an exception of your own and import this no more; look at who catches it"
        : "Import it no more; look whether something takes it from here",
    safe: false,
    edits: [...edits, cut],
  };
}

/** Two raises want the same class, or the same import. */
function isSame(one: FixEdit, other: FixEdit): boolean {
  if (one.defines !== undefined || other.defines !== undefined) return one.defines === other.defines;
  return one.path === other.path && one.span.start === other.span.start && one.text === other.text;
}
