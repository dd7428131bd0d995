// Moves an import from inside a function, or from below other code, to the top of its file.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { lineEnd } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport, insertImportLine } from "./insert-import.ts";
import { removeWithGap } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

const title = "Move the import to the top; look whether it was late on purpose";

/** At the top it would make a circle: the module that is imported loads this one. */
export function wouldCloseCircle(file: PythonFile, statement: SyntaxNode, workspace: Workspace): boolean {
  return modulesOf(statement).some((module) => closesCircle(file, module, workspace));
}

function modulesOf(statement: SyntaxNode): readonly string[] {
  const items = statement.fields("name");
  const module = statement.field("module_name")?.text;
  if (module === undefined) return items.map(moduleOfItem);
  return [module, ...items.map((item) => `${module.replace(/\.$/, "")}.${moduleOfItem(item)}`)];
}

/** Undefined where its names mean something else up there. */
export function moveImportUp(file: PythonFile, statement: SyntaxNode, workspace: Workspace): Fix | undefined {
  const items = statement.fields("name");
  const module = statement.field("module_name")?.text;
  if (items.length === 0 || file.source(statement).includes("#")) return undefined;
  const { kind, bindings } = file.scopes.scopeOf(statement);
  // In a class it makes an attribute.
  if (kind === "class") return undefined;
  if (kind === "module") return moveModuleImport(file, statement);
  // The same again in the same scope would still bind the name there, and only from that place on.
  const again = [...bindings.values()].flatMap(({ places }) => places.map(({ node }) => node));
  const same = again.filter((node) => node.text === statement.text && node.start !== statement.start);
  const removals = [...new Set([statement, ...same])].map((one) => removeWithGap(file, one));
  if (removals.includes(undefined)) return undefined;
  if (wouldCloseCircle(file, statement, workspace)) return undefined;
  const edits: FixEdit[] = [];
  for (const item of items) {
    const name = item.type === "aliased_import" ? item.field("name")?.text : item.text;
    const alias = item.type === "aliased_import" ? item.field("alias")?.text : undefined;
    const local = alias ?? (module === undefined ? name?.split(".")[0] : name);
    if (name === undefined || local === undefined || !isFree(file, statement, local)) return undefined;
    if (alias !== undefined || (module === undefined && name.includes("."))) {
      if (items.length > 1) return undefined;
      edits.push(...insertImportLine(file, statement.text, module ?? name, module !== undefined, workspace));
      continue;
    }
    const inserted =
      module === undefined
        ? insertImport(file, name, undefined, workspace, { at: statement })
        : insertImport(file, module, name, workspace, { at: statement });
    if (inserted.name !== local) return undefined;
    const before = edits.findIndex(
      ({ defines }) => module !== undefined && defines?.startsWith(`from ${module} import `),
    );
    const earlier = edits[before];
    if (earlier?.defines === undefined || inserted.edits.length === 0) {
      edits.push(...inserted.edits);
      continue;
    }
    const both = `${earlier.defines}, ${name}`;
    edits[before] = { ...earlier, text: earlier.text.replace(earlier.defines, both), defines: both };
  }
  const gone = removals
    .filter((one) => one !== undefined)
    .map((one) => ({ ...one, defines: `no ${one.span.start}`, inAnyOrder: true }));
  const first = Math.min(...gone.map(({ span }) => span.start));
  if (edits.some(({ span }) => span.start >= first)) return undefined;
  return { title, safe: false, edits: [...edits, ...gone] };
}

/** Behind the imports that open the module, else in front of its first code. */
function moveModuleImport(file: PythonFile, statement: SyntaxNode): Fix | undefined {
  const code = file.root.children.filter(({ isNamed, type }) => isNamed && type !== "comment");
  const opening = code[0]?.children[0]?.type === "string" ? 1 : 0;
  const end = code.findIndex((one, at) => at >= opening && !/import/.test(one.type));
  const [before, after] = [code[end - 1], code[end]];
  const removal = statement.parent?.type === "module" ? removeWithGap(file, statement) : undefined;
  const isBound = statement
    .fields("name")
    .some((item) => (file.scopes.module.bindings.get(boundBy(item))?.places.length ?? 2) > 1);
  if (after === undefined || after.start >= statement.start || removal === undefined || isBound) return undefined;
  const line = lineEnd(file);
  const hasImports = before !== undefined && /import/.test(before.type);
  const at = hasImports ? file.lines.lineSpan(file.lines.position(before.end).line).end : aboveComments(file, after);
  const text = hasImports ? line + statement.text : statement.text + line + line;
  const moved = { span: { start: at, end: at }, text, defines: statement.text, inAnyOrder: hasImports };
  const gone = { ...removal, defines: `no ${statement.start}`, inAnyOrder: true };
  return { title, safe: false, edits: [moved, gone] };
}

/** The start of a statement with the comments right above it, but for those that open the file. */
function aboveComments(file: PythonFile, statement: SyntaxNode): number {
  const { line } = file.lines.position(statement.start);
  let first = line;
  while (first > 0 && /^#/.test(file.lines.lineText(first - 1))) first--;
  return first === 0 ? statement.start : file.lines.lineStart(first);
}

function boundBy(item: SyntaxNode): string {
  return item.field("alias")?.text ?? item.text.split(".")[0] ?? "";
}

function moduleOfItem(item: SyntaxNode): string {
  return (item.type === "aliased_import" ? item.field("name")?.text : item.text) ?? "";
}

/** Nothing else in the module has the name, unless it is the same import. */
function isFree(file: PythonFile, statement: SyntaxNode, name: string): boolean {
  const others =
    file.scopes.module.bindings.get(name)?.places.filter(({ node }) => node.start !== statement.start) ?? [];
  if (!others.every(({ node }) => node.text === statement.text || isSameImport(node, statement, name))) return false;
  const binding = file.scopes.scopeOf(statement).bindings.get(name);
  return binding === undefined || binding.places.every(({ node }) => node.text === statement.text);
}

function isSameImport(one: SyntaxNode, other: SyntaxNode, name: string): boolean {
  if (one.type !== other.type || one.field("module_name")?.text !== other.field("module_name")?.text) return false;
  return one.fields("name").some((item) => item.text === name);
}

/** Loading the imported module would load this one. */
export function closesCircle(file: PythonFile, module: string, workspace: Workspace): boolean {
  const target = workspace.moduleFile(module, file.path);
  return target !== undefined && target !== file.path && workspace.facts.loads(target, file.path);
}
