// Lets a mock of the standard library answer in the place of a service that a test calls.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingClass, indentOf, lineEnd, namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertBefore } from "./call-edits.ts";
import { insertImport } from "./insert-import.ts";
import type { Fix } from "./rule.ts";

/** `@patch("requests.get")` on the test, and the parameter that it gives. `target` is the dotted name that the code calls. */
export function patchFix(file: PythonFile, test: SyntaxNode, target: string, workspace: Workspace): Fix | undefined {
  const parameters = test.field("parameters");
  const name = `mock_${target.split(".").at(-1)}`;
  if (parameters === undefined || new RegExp(String.raw`\b${name}\b`).test(test.text)) return undefined;
  const inserted = insertImport(file, "unittest.mock", "patch", workspace);
  if (inserted.edits.length > 0 && file.scopes.module.bindings.has("patch")) return undefined;
  const given = namedChildren(parameters);
  const own = enclosingClass(test) === undefined ? given[0] : given[1];
  const receiver = enclosingClass(test) === undefined ? undefined : given[0];
  // The last decorator gives the first argument.
  const at = own ?? receiver;
  const edit = own
    ? insertBefore(file, parameters, own, name)
    : at
      ? { span: { start: at.end, end: at.end }, text: `, ${name}` }
      : { span: { start: parameters.start + 1, end: parameters.start + 1 }, text: name };
  const line = `@${inserted.name}("${target}")${lineEnd(file)}${indentOf(file, test)}`;
  const { start } = test;
  return {
    title: `Let a mock answer for ${target}; look at what it should answer`,
    safe: false,
    edits: [...inserted.edits, { span: { start, end: start }, text: line }, edit],
  };
}
