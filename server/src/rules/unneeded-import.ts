// Loosens an import that should not be there: out where nothing uses it, for type checking alone where only annotations do.

import type { Workspace } from "../models/workspace.ts";
import { importsOf } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { importForTyping } from "./import-for-typing.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix } from "./rule.ts";

/** Undefined where the code needs it. */
export function loosenImport(file: PythonFile, statement: SyntaxNode, workspace: Workspace): Fix | undefined {
  return isUnneeded(file, statement, workspace)
    ? takenOut(file, statement)
    : importForTyping(file, statement, workspace);
}

/** Undefined where something uses it. */
export function removeUnneeded(file: PythonFile, statement: SyntaxNode, workspace: Workspace): Fix | undefined {
  return isUnneeded(file, statement, workspace) ? takenOut(file, statement) : undefined;
}

function isUnneeded(file: PythonFile, statement: SyntaxNode, workspace: Workspace): boolean {
  if (/(^|\/)__init__\.pyi?$/.test(file.path)) return false;
  const imported = importsOf(file).filter((one) => one.statement.start === statement.start);
  return (
    imported.length > 0 &&
    imported.every(({ local }) => isUnread(file, statement, local) && !isTaken(file, local, workspace))
  );
}

function takenOut(file: PythonFile, statement: SyntaxNode): Fix | undefined {
  const edit = removeStatement(file, statement);
  return (
    edit && {
      title: "Take the import out, which nothing here uses; look whether loading it does something",
      safe: false,
      edits: [edit],
    }
  );
}

function isUnread(file: PythonFile, statement: SyntaxNode, local: string): boolean {
  if (local === "*" || new RegExp(String.raw`__all__[^\n]*(?:\n[^\n\]]*)*["']${local}["']`).test(file.text))
    return false;
  const binding = file.scopes.lookUp(local, file.scopes.scopeOf(statement));
  const isQuoted = new RegExp(String.raw`["'](?:\w+\[)?${local}\b`).test(file.text);
  return binding !== undefined && binding.references.length === 0 && binding.places.length === 1 && !isQuoted;
}

/** Another module imports it from here. */
function isTaken(file: PythonFile, name: string, workspace: Workspace): boolean {
  return workspace.facts.filesImporting(name).some((path) => {
    const other = path === file.path ? undefined : workspace.python(path);
    const imported = other === undefined ? [] : importsOf(other);
    return imported.some((one) => one.name === name && workspace.moduleFile(one.module, path) === file.path);
  });
}
