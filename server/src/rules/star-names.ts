// Finds which names of a star import a file uses.

import type { Workspace } from "../models/workspace.ts";
import { isBuiltinName } from "../python/builtins.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** Sorted; undefined where it cannot be told which of several star imports brings a name. */
export function starNames(
  file: PythonFile,
  statement: SyntaxNode,
  workspace: Workspace,
): readonly string[] | undefined {
  const used = unboundNames(file);
  const module = statement.field("module_name")?.text ?? "";
  const path = workspace.moduleFile(module, file.path);
  if (used.length === 0) return used;
  const stars = file.nodes("wildcard_import");
  if (path !== undefined) {
    const facts = workspace.facts.program.module(path);
    if (facts === undefined || facts.code.stars.length > 0) return undefined;
    return used.filter(
      (name) =>
        facts.functions.has(name) || facts.classes.has(name) || facts.values.has(name) || facts.code.imports.has(name),
    );
  }
  // What a library offers is not known, so all that is left must come from it.
  if (stars.length > 1) return undefined;
  return used;
}

/** Names that are read and that nothing in the file binds. */
function unboundNames(file: PythonFile): readonly string[] {
  const names = new Set<string>();
  for (const node of file.nodes("identifier")) {
    const above = node.parent;
    const isMember =
      (above?.type === "attribute" && above.field("attribute")?.start === node.start) ||
      (above?.type === "keyword_argument" && above.field("name")?.start === node.start) ||
      (above?.type === "dotted_name" && above.parent?.type !== "decorator");
    if (isMember || file.scopes.bindingOf(node) !== undefined || isBuiltinName(node.text)) continue;
    if (/^__\w+__$/.test(node.text)) continue;
    names.add(node.text);
  }
  return [...names].toSorted();
}
