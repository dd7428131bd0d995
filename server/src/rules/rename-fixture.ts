// Renames a fixture of pytest's with all tests and fixtures that ask for it by the name of a parameter.

import type { Workspace } from "../models/workspace.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { stringValue } from "../python/string-value.ts";
import { decoratorName, decoratorsOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** Undefined where another fixture has either name, or where it is asked for in a way that cannot be told. */
export function renameFixtureFix(
  file: PythonFile,
  definition: SyntaxNode,
  to: string,
  workspace: Workspace,
): Fix | undefined {
  const name = definition.field("name");
  const binding = name && file.scopes.bindingOf(name);
  if (!name || binding?.scope.kind !== "module" || binding.places.length > 1 || binding.references.length > 0)
    return undefined;
  if (decoratorsOf(definition).some(({ text }) => /\bname\s*=/.test(text))) return undefined;
  const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  const isShared = /(^|\/)conftest\.py$/.test(file.path);
  const edits: FixEdit[] = [{ path: file.path, span: { start: name.start, end: name.end }, text: to }];
  for (const path of workspace.pythonFiles) {
    const text = workspace.text(path) ?? "";
    if (!new RegExp(String.raw`\b(${name.text}|${to})\b`).test(text)) continue;
    const isReached = isShared ? path.startsWith(folder) : path === file.path;
    // Imported from elsewhere it is another fixture under the old name.
    if (!isReached) {
      if (new RegExp(String.raw`import [^\n]*\b${name.text}\b`).test(text) && /\bpytest\b/.test(text)) return undefined;
      continue;
    }
    const other = path === file.path ? file : workspace.python(path);
    const found = other && usesIn(other, name, to, other === file);
    if (found === undefined) return undefined;
    edits.push(...found.map((edit) => ({ ...edit, path })));
  }
  return { title: `Rename it to \`${to}\``, safe: false, edits };
}

function usesIn(file: PythonFile, name: SyntaxNode, to: string, isOwn: boolean): readonly FixEdit[] | undefined {
  const edits: FixEdit[] = [];
  if (file.nodes("identifier").some(({ text }) => text === to)) return undefined;
  for (const definition of file.nodes("function_definition")) {
    const isSame = definition.field("name")?.text === name.text;
    if (isSame && !(isOwn && definition.field("name")?.start === name.start)) return undefined;
    if (!asksForFixtures(definition)) continue;
    const parameter = parametersOf(definition).find((one) => one.name === name.text);
    const binding = parameter && file.scopes.bindingOf(parameter.nameNode);
    if (parameter === undefined) continue;
    if (binding === undefined || binding.places.length > 1) return undefined;
    for (const node of [parameter.nameNode, ...binding.references])
      edits.push({ span: { start: node.start, end: node.end }, text: to });
  }
  for (const node of file.nodes("string")) {
    const value = stringValue(node);
    if (value === undefined || !new RegExp(String.raw`(^|[\s,])${name.text}($|[\s,])`).test(value)) continue;
    const call = node.parent?.type === "argument_list" ? node.parent.parent : undefined;
    const callee = call?.field("function")?.text ?? "";
    if (/parametrize$/.test(callee)) return undefined;
    if (value === name.text && /(usefixtures|getfixturevalue)$/.test(callee))
      edits.push({ span: { start: node.start + node.text.indexOf(value), end: node.end - 1 }, text: to });
  }
  return edits;
}

/** A test, or a fixture itself. */
function asksForFixtures(definition: SyntaxNode): boolean {
  if (/^(test|setup_|teardown_)/.test(definition.field("name")?.text ?? "")) return true;
  return decoratorsOf(definition).some((one) => /(^|\.)fixture$/.test(decoratorName(one)?.text ?? ""));
}
