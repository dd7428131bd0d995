// Renames a name where it is known: a local within its function, a module's name within the file.

import type { PythonFile } from "../python/python-file.ts";
import { descendants } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { FixEdit } from "./rule.ts";

/** The edits that rename every use of a name below `scope`; undefined where another thing of either name is in the way. */
export function renameWithin(
  file: PythonFile,
  scope: SyntaxNode,
  from: string,
  to: string,
): readonly FixEdit[] | undefined {
  const edits: FixEdit[] = [];
  for (const node of descendants(scope)) {
    if (node.type !== "identifier") continue;
    if (node.text === to && !isMember(node)) return undefined;
    if (node.text !== from || isMember(node) || isOutside(node, scope)) continue;
    const above = node.parent;
    // A module's name in an import is another thing, and what an import calls it cannot be renamed there.
    const isDotted = above?.type === "dotted_name";
    if (isDotted && file.scopes.bindingOf(node) === undefined) continue;
    if (isDotted && isImported(above)) return undefined;
    if (above?.type === "global_statement" || above?.type === "nonlocal_statement") return undefined;
    if (shadows(node, scope)) return undefined;
    edits.push({ span: { start: node.start, end: node.end }, text: to });
  }
  return edits.length === 0 ? undefined : edits;
}

/** `x.name` and `f(name=…)` are other things of the same spelling. */
function isMember(node: SyntaxNode): boolean {
  const above = node.parent;
  if (above?.type === "attribute") return above.field("attribute")?.start === node.start;
  return above?.type === "keyword_argument" && above.field("name")?.start === node.start;
}

/** The default of one of the function's own parameters, or an annotation, speaks of what is around the function. */
function isOutside(node: SyntaxNode, scope: SyntaxNode): boolean {
  if (scope.type !== "function_definition") return false;
  for (let at = node; at.parent !== undefined && at.parent !== scope; at = at.parent) {
    const { parent } = at;
    const isDefault = /default_parameter$/.test(parent.type) && at.fieldName === "value";
    if ((isDefault || at.fieldName === "type") && parent.parent?.parent?.start === scope.start) return true;
  }
  return false;
}

/** True where an inner function or class binds the same name, so that it may be another variable. */
function shadows(node: SyntaxNode, scope: SyntaxNode): boolean {
  const above = node.parent;
  if (above === undefined) return false;
  const bound =
    (above.type === "parameters" || above.type === "lambda_parameters" || above.type.endsWith("parameter")) &&
    !above.text.includes(".");
  const definition = above.type.endsWith("_definition") && above.field("name")?.start === node.start;
  if (!bound && !definition) return false;
  let at: SyntaxNode | undefined = above;
  while (
    at !== undefined &&
    at.type !== "function_definition" &&
    at.type !== "lambda" &&
    at.type !== "class_definition"
  )
    at = at.parent;
  return at !== undefined && at.start !== scope.start;
}

function isImported(name: SyntaxNode): boolean {
  return /^(import|import_from|future_import)_statement$/.test(name.parent?.type ?? "");
}
