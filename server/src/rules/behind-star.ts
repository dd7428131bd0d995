// Puts a `*` in front of the parameters that are too many to be passed by place, and their names into the calls.

import type { Workspace } from "../models/workspace.ts";
import { argumentNodes } from "../python/call.ts";
import { calledFunction } from "../python/handed-over.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertBefore, removeItem } from "./call-edits.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** Undefined where somebody may call it whom nobody can tell. */
export function restBehindStar(
  file: PythonFile,
  definition: SyntaxNode,
  limit: number,
  workspace: Workspace,
): Fix | undefined {
  const list = definition.field("parameters");
  const parameters = parametersOf(definition).filter(({ isReceiver }) => !isReceiver);
  const byPlace = parameters.filter(({ kind }) => kind !== "keyword only");
  const first = byPlace[limit];
  if (list === undefined || first === undefined || byPlace.some(({ kind }) => /^\*|positional only/.test(kind)))
    return undefined;
  const items = namedChildren(list);
  const item = items.find(({ start }) => start === first.node.start);
  const star = items.find(({ type }) => type === "keyword_separator");
  const gone = star && removeItem(file, list, star);
  const names = byPlace.map(({ name }) => name);
  const calls = namesInCalls(file, definition, { names, limit }, workspace);
  if (item === undefined || calls === undefined || (star !== undefined && gone === undefined)) return undefined;
  const added = { ...insertBefore(file, list, item, "*"), defines: `* in front of ${first.name}` };
  return {
    title: `Put \`*\` in front of \`${first.name}\`, and the names into the calls`,
    safe: false,
    edits: [added, ...(gone ? [gone] : []), ...calls],
  };
}

/** A name in front of each argument that no longer goes by place. */
function namesInCalls(
  file: PythonFile,
  definition: SyntaxNode,
  { names, limit }: { readonly names: readonly string[]; readonly limit: number },
  workspace: Workspace,
): readonly FixEdit[] | undefined {
  const name = definition.field("name");
  const uses = name === undefined ? [] : (file.scopes.bindingOf(name)?.references ?? []);
  if (name === undefined || /^__\w+__$/.test(name.text)) return undefined;
  // Whoever is handed the function decides how it is called.
  if (uses.some((use) => use.parent?.type !== "call" || use.fieldName !== "function")) return undefined;
  const edits: FixEdit[] = [];
  const paths = [name.text].flatMap((one) => [
    ...workspace.facts.filesCalling(one),
    ...workspace.facts.filesImporting(one),
  ]);
  for (const path of new Set([file.path, ...paths])) {
    const other = path === file.path ? file : workspace.python(path);
    for (const call of other?.nodes("call") ?? []) {
      const callee = call.field("function");
      if (other === undefined || (callee?.field("attribute")?.text ?? callee?.text) !== name.text) continue;
      const given = argumentNodes(call);
      const placed = given.filter(({ type }) => type !== "keyword_argument");
      if (placed.some(({ type }) => /splat/.test(type))) return undefined;
      if (placed.length <= limit) continue;
      if (path !== file.path || calledFunction(file, call)?.start !== definition.start) return undefined;
      for (const [at, one] of placed.entries()) {
        const parameter = names[at];
        if (parameter === undefined) return undefined;
        if (at >= limit) edits.push({ span: { start: one.start, end: one.start }, text: `${parameter}=` });
      }
    }
    // Elsewhere it may be handed on.
    const isHandedOn =
      path !== file.path && new RegExp(String.raw`\b${name.text}\b(?!\s*\()`).test(withoutImports(other));
    if (isHandedOn) return undefined;
  }
  return edits;
}

function withoutImports(file: PythonFile | undefined): string {
  return (file?.text ?? "").replaceAll(/^\s*(?:from|import)\b(?:[^\n(]*\([^)]*\)|[^\n]*)/gm, "");
}
