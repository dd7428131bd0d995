// Offers to rename a function, class or method wherever it is used, where all of these places can be told.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { renameDefinition } from "./rename-definition.ts";
import { renameMethod } from "./rename-method.ts";
import type { Fix } from "./rule.ts";

export function renameFix(
  file: PythonFile,
  name: SyntaxNode,
  better: string,
  workspace: Workspace,
): { readonly fix?: Fix } {
  const definition = name.parent;
  const isMethod = definition?.type === "function_definition" && file.scopes.scopeOf(name).kind === "class";
  const edits = isMethod
    ? renameMethod(file, definition, better, workspace)
    : renameDefinition(file, name, better, workspace);
  return edits === undefined
    ? {}
    : { fix: { title: `Rename to ${better} wherever it is used; look for its name in texts`, safe: false, edits } };
}
