// Moves a class of a module into another one, with what it imports, and has all who use it import it from there.

import type { Workspace } from "../models/workspace.ts";
import { importsOf } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, lineEnd } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImports } from "./insert-imports.ts";
import { closesCircle } from "./move-import-up.ts";
import { importedInstead, importName, joinedCuts, neededImports, unneededImports, withCode } from "./moved-code.ts";
import { removeImport } from "./remove-import.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** `to` may be a file that is not there yet. Undefined where it needs something of its module, or a use is in doubt. */
export function moveDefinitionFix(
  file: PythonFile,
  definition: SyntaxNode,
  to: string,
  workspace: Workspace,
): Fix | undefined {
  const name = definition.field("name")?.text ?? "";
  const top = definition.parent?.type === "decorated_definition" ? definition.parent : definition;
  const module = importName(file, to, workspace);
  const own = importName(file, file.path, workspace);
  const target = workspace.has(to) ? workspace.python(to) : undefined;
  if (top.parent?.type !== "module" || module === undefined || own === undefined) return undefined;
  if (workspace.has(to) && (target === undefined || target.scopes.module.bindings.has(name))) return undefined;
  if (target && closesCircle(file, module, workspace)) return undefined;
  const needed = neededImports(file, top);
  const binding = file.scopes.module.bindings.get(name);
  // Annotations that are put off may name what only the module knows.
  const isLate = file.nodes("future_import_statement").length > 0;
  const hasQuoted = [...descendants(top)].some((one) => one.type === "type" && /^["']/.test(one.text));
  if (isLate || hasQuoted) return undefined;
  if (needed === undefined || binding?.places.length !== 1 || isExported(file, name)) return undefined;
  const users = usersEdits(file, name, { own, module, to }, workspace);
  const cut = cutOut(file, top);
  if (users === undefined) return undefined;
  const isInside = (node: SyntaxNode) => top.start <= node.start && node.end <= top.end;
  const isUsedHere = binding.references.some((one) => !isInside(one));
  const imports = isUsedHere
    ? importedInstead(file, needed, isInside, `${module}.${name}`, workspace)
    : unneededImports(file, needed, isInside);
  return {
    title: `Move it to \`${to}\`, with those who import it; look whether it belongs beside something there`,
    safe: false,
    edits: [
      ...withCode(target, { to, module, text: cut.text, needed, end: lineEnd(file) }, workspace),
      ...joinedCuts([{ span: cut.span, text: "" }, ...imports.filter(({ text: added }) => added === "")]),
      ...imports.filter(({ text: added }) => added !== ""),
      ...users,
    ],
  };
}

function isExported(file: PythonFile, name: string): boolean {
  return new RegExp(String.raw`["']${name}["']`).test(file.text) || /(^|\/)__init__\.py$/.test(file.path);
}

/** The class with the comments right above it, and the blank lines that set it apart. */
function cutOut(file: PythonFile, top: SyntaxNode): { readonly text: string; readonly span: FixEdit["span"] } {
  const { lines } = file;
  let first = lines.position(top.start).line;
  while (first > 0 && /^#(?!!)/.test(lines.lineText(first - 1))) first--;
  const last = lines.position(top.end).line;
  const text = file.text.slice(lines.lineStart(first), lines.lineSpan(last).end);
  let below = last + 1;
  while (below < lines.lineCount && lines.lineText(below).trim() === "") below++;
  const isLast = below >= lines.lineCount;
  let above = first;
  if (isLast) while (above > 0 && lines.lineText(above - 1).trim() === "") above--;
  const end = isLast ? file.text.length : lines.lineStart(below);
  return { text, span: { start: lines.lineStart(isLast ? above : first), end } };
}

/** Imports of it in other files; undefined where one has it in a way that cannot be rewritten. */
function usersEdits(
  file: PythonFile,
  name: string,
  { own, module, to }: { readonly own: string; readonly module: string; readonly to: string },
  workspace: Workspace,
): readonly FixEdit[] | undefined {
  const edits: FixEdit[] = [];
  const { facts } = workspace;
  const stem = own.split(".").at(-1) ?? own;
  for (const path of new Set([name, stem, "*"].flatMap((one) => facts.filesImporting(one)))) {
    const other = path === file.path ? undefined : workspace.python(path);
    if (other === undefined || !new RegExp(String.raw`\b${name}\b`).test(other.text)) continue;
    for (const one of importsOf(other)) {
      const leadsHere = workspace.moduleFile(one.module, path) === file.path;
      const isModule = one.name !== undefined && workspace.moduleFile(`${one.module}.${one.name}`, path) === file.path;
      if (isModule || (leadsHere && (one.name === undefined || one.name === "*"))) return undefined;
      if (!leadsHere || one.name !== name) continue;
      const written = one.statement.field("module_name");
      const isAlone = one.statement.fields("name").length === 1;
      if (path === to) {
        const gone = isAlone ? removeStatement(other, one.statement) : removeImport(other, one.statement, one.item);
        if (gone === undefined) return undefined;
        edits.push({ ...gone, path });
      } else if (isAlone && written) {
        edits.push({ path, span: { start: written.start, end: written.end }, text: module });
      } else {
        const gone = removeImport(other, one.statement, one.item);
        if (gone === undefined || one.local !== name) return undefined;
        const added = insertImports(other, [`${module}.${name}`], workspace, { instead: one.item }).edits;
        if (added.some(({ span }) => span.start > gone.span.start && span.start < gone.span.end)) return undefined;
        edits.push(...[gone, ...added].map((edit) => ({ ...edit, path })));
      }
    }
  }
  return edits;
}
