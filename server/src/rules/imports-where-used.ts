// Moves an import from the top of a file into the functions that use it.

import type { Imported } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import { ancestors, enclosing, indentOf, lineEnd, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** More functions than that would repeat it too often. */
const most = 4;

/** Undefined where something else than the bodies of functions needs the name. */
export function importWhereUsed(file: PythonFile, { statement, local }: Imported): Fix | undefined {
  const binding = file.scopes.module.bindings.get(local);
  const gone = removeStatement(file, statement);
  if (statement.fields("name").length !== 1 || binding?.places.length !== 1 || gone === undefined) return undefined;
  if (new RegExp(String.raw`["']${local}["']`).test(file.text)) return undefined;
  const users = new Map<number, SyntaxNode>();
  for (const use of binding.references) {
    const user = [...ancestors(use)].findLast(({ type }) => type === "function_definition");
    const [first] = statements(user?.field("body"));
    if (user === undefined || first === undefined || use.start < first.start || enclosing(use, "type"))
      return undefined;
    users.set(user.start, user);
  }
  const added = [...users.values()].map((user) => atTop(file, user, statement.text));
  if (added.length === 0 || added.length > most || added.includes(undefined)) return undefined;
  return {
    title: `Import \`${local}\` where it is used; look whether a test replaces it here`,
    safe: false,
    edits: [gone, ...added.filter((edit) => edit !== undefined)],
  };
}

/** Below the docstring; undefined where the body stands on the line of its `def`. */
function atTop(file: PythonFile, user: SyntaxNode, line: string): FixEdit | undefined {
  const [first, second] = statements(user.field("body"));
  const isDocstring = first?.children[0]?.type === "string";
  const next = isDocstring ? second : first;
  const end = lineEnd(file);
  if (first === undefined || file.lines.position(first.start).line === file.lines.position(user.start).line)
    return undefined;
  if (next === undefined) return undefined;
  const indent = indentOf(file, next);
  const isImport = /^import/.test(next.type);
  const text = `${line}${end}${isImport ? "" : end}${indent}`;
  return { span: { start: next.start, end: next.start }, text, inAnyOrder: true, defines: `${line} ${user.start}` };
}
