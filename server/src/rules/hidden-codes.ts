// Tells which findings of pyflakes and pycodestyle a comment hides on a line of imports.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { statementOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { projectLineLength } from "./project-line-length.ts";

/** Empty where the line holds no import, or nothing that an import alone can be blamed for. */
export function hiddenCodes(file: PythonFile, at: number, workspace: Workspace): readonly string[] {
  const { line } = file.lines.position(at);
  const statement = file
    .nodes("import_statement", "import_from_statement")
    .find((one) => file.lines.position(one.start).line === line && file.lines.position(one.end).line === line);
  if (statement === undefined || statementOf(statement).parent?.type !== "module") return [];
  const codes = [
    ...(isLate(file, statement) ? ["E402"] : []),
    ...(file.lines.lineText(line).length > projectLineLength(workspace, file.path) ? ["E501"] : []),
    ...(isUnused(file, statement) ? ["F401"] : []),
    ...(statement.children.some(({ type }) => type === "wildcard_import") ? ["F403"] : []),
  ];
  return codes;
}

/** Below code that is no import. */
function isLate(file: PythonFile, statement: SyntaxNode): boolean {
  return file.root.children.some(
    ({ isNamed, type, start, children }) =>
      isNamed &&
      start < statement.start &&
      !/import|^comment$|^(if|try)_statement$/.test(type) &&
      !(type === "expression_statement" && /^(string|concatenated_string)$/.test(children[0]?.type ?? "")) &&
      !(type === "expression_statement" && /^__\w+__\s*=/.test(file.source({ start, end: start + 40 }))),
  );
}

/** One of its names is read nowhere in the file, nor listed in `__all__`. */
function isUnused(file: PythonFile, statement: SyntaxNode): boolean {
  const places = [...file.scopes.module.bindings.values()].filter(({ places: all }) =>
    all.some(({ name }) => statement.start <= name.start && name.end <= statement.end),
  );
  return places.some(({ name, references }) => {
    const listed = new RegExp(String.raw`__all__[^\n]*(?:\n[^\n]+)*["']${name}["']`).test(file.text);
    return references.length === 0 && !listed;
  });
}
