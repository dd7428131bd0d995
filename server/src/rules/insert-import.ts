// Adds an import to a file once, in the right place and order, merged into one that is there.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { isStandardLibrary } from "../python/standard-library.ts";
import { enclosingFunction, lineEnd } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { freeName, importedElsewhere, isBoundLater, type Use } from "./free-name.ts";
import type { FixEdit } from "./rule.ts";

export interface InsertedImport {
  /** How the code refers to it: the name itself, or an alias, because the file has it under that already or needs the name for something else. */
  readonly name: string;
  /** Empty where the file has it already. */
  readonly edits: readonly FixEdit[];
}

/** `import module`, or `from module import name`. */
export function insertImport(
  file: PythonFile,
  module: string,
  name?: string,
  workspace?: Workspace,
  use?: Use,
): InsertedImport {
  const imports = readBefore(topLevelImports(file), use?.at);
  const wanted = { module, name };
  const elsewhere = imports.length === topLevelImports(file).length ? importedElsewhere(file, wanted) : undefined;
  const known = findKnown(imports, module, name) ?? elsewhere;
  const isHidden = known !== undefined && use?.at !== undefined && isBoundLater(file, known, use.at);
  if (known !== undefined && !isHidden) return { name: known, edits: [] };
  const local = freeName(file, wanted, use);
  const item = local === (name ?? module) ? local : `${name ?? module} as ${local}`;
  const key = sortKey(file, module, name !== undefined, workspace);
  const header = headerOf(file, imports, key);
  if (name !== undefined) {
    const merged = mergeInto(file, header, module, item);
    if (merged !== undefined)
      return { name: local, edits: [{ ...merged, defines: `${module}.${item}`, inAnyOrder: true }] };
  }
  const line = name === undefined ? `import ${item}` : `from ${module} import ${item}`;
  return { name: local, edits: [{ ...newLine(file, header, line, key, workspace), defines: line }] };
}

/** A whole statement, with aliases or several names, in the place where it belongs; empty where the file has the same one. */
export function insertImportLine(
  file: PythonFile,
  line: string,
  module: string,
  isFrom: boolean,
  workspace?: Workspace,
): readonly FixEdit[] {
  const imports = topLevelImports(file);
  if (imports.some((statement) => statement.text === line)) return [];
  const key = sortKey(file, module, isFrom, workspace);
  return [{ ...newLine(file, headerOf(file, imports, key), line, key, workspace), defines: line }];
}

/** The module's own import statements, not those below `if TYPE_CHECKING` or `try`. */
function topLevelImports(file: PythonFile): readonly SyntaxNode[] {
  return file.root.children.filter((child) => importTypes.has(child.type));
}

/** What the module itself runs before the last import is reached needs its own above it. */
function readBefore(imports: readonly SyntaxNode[], use: SyntaxNode | undefined): readonly SyntaxNode[] {
  const isOfModule = use !== undefined && enclosingFunction(use) === undefined;
  return isOfModule ? imports.filter(({ start }) => start < use.start) : imports;
}

const importTypes: ReadonlySet<string> = new Set([
  "import_statement",
  "import_from_statement",
  "future_import_statement",
]);

function findKnown(imports: readonly SyntaxNode[], module: string, name: string | undefined): string | undefined {
  for (const statement of imports) {
    if (name === undefined ? statement.type !== "import_statement" : moduleOf(statement) !== module) continue;
    for (const item of statement.fields("name")) {
      const imported = item.type === "aliased_import" ? item.field("name")?.text : item.text;
      if (imported === (name ?? module)) return item.field("alias")?.text ?? imported;
    }
  }
  return undefined;
}

function moduleOf(statement: SyntaxNode): string {
  if (statement.type === "future_import_statement") return "__future__";
  const module = statement.type === "import_from_statement" ? statement.field("module_name") : statement.field("name");
  return (module?.type === "aliased_import" ? module.field("name")?.text : module?.text) ?? "";
}

/** Puts the name into `from module import a, c`, in order where the names are in order. */
function mergeInto(file: PythonFile, header: readonly SyntaxNode[], module: string, name: string): FixEdit | undefined {
  const target = header.find(
    (statement) =>
      statement.type === "import_from_statement" &&
      moduleOf(statement) === module &&
      statement.fields("name").length > 0 &&
      !file.source(statement).includes("#"),
  );
  if (target === undefined) return undefined;
  const items = target.fields("name");
  const next = items.find((item) => compareNames(item.text, name) > 0);
  const oneLine = !file.source(target).includes("\n");
  const first = items[0];
  const second = items[1];
  const separator =
    oneLine || first === undefined ? ", " : second === undefined ? ", " : file.text.slice(first.end, second.start);
  if (next !== undefined) return { span: { start: next.start, end: next.start }, text: name + separator };
  const last = items[items.length - 1];
  return last === undefined ? undefined : { span: { start: last.end, end: last.end }, text: separator + name };
}

/** Constants, then classes, then the rest, as import sorters do it. */
export function compareNames(a: string, b: string): number {
  const rank = (text: string) => (/^[A-Z0-9_]+$/.test(text) && text.length > 1 ? 0 : /^[A-Z]/.test(text) ? 1 : 2);
  return rank(a) - rank(b) || (a === b ? 0 : a.toLowerCase() < b.toLowerCase() ? -1 : 1);
}

/** Group, plain imports before `from` imports, then the module's name. */
type SortKey = readonly [group: number, form: number, module: string];

function sortKey(file: PythonFile, module: string, isFrom: boolean, workspace: Workspace | undefined): SortKey {
  return [groupOf(file, module, workspace), isFrom ? 1 : 0, module.toLowerCase()];
}

function groupOf(file: PythonFile, module: string, workspace: Workspace | undefined): number {
  if (module === "__future__") return 0;
  if (module.startsWith(".")) return 4;
  if (isStandardLibrary(module)) return 1;
  // A module of the project that a fix makes is not there yet, but its package is.
  const top = module.split(".")[0] ?? module;
  // A folder without an `__init__.py` is a package too where the file imports from it.
  const beside = topLevelImports(file)
    .map(moduleOf)
    .filter((one) => one.startsWith(`${top}.`));
  const isOwn = [module, top, ...beside].some((one) => workspace?.moduleFile(one, file.path) !== undefined);
  return isOwn ? 3 : 2;
}

function isAfter(a: SortKey, b: SortKey): boolean {
  if (a[0] !== b[0]) return a[0] > b[0];
  if (a[1] !== b[1]) return a[1] > b[1];
  return a[2] > b[2];
}

function newLine(
  file: PythonFile,
  header: readonly SyntaxNode[],
  line: string,
  key: SortKey,
  workspace: Workspace | undefined,
): FixEdit {
  const end = lineEnd(file);
  const keys = header.map((statement) =>
    sortKey(file, moduleOf(statement), statement.type !== "import_statement", workspace),
  );
  const before = keys.findLastIndex((other) => isAfter(key, other));
  const previous = header[before];
  const next = header[before + 1];
  if (
    previous !== undefined &&
    (keys[before]?.[0] === key[0] || next === undefined || keys[before + 1]?.[0] !== key[0])
  ) {
    const at = file.lines.lineSpan(file.lines.position(previous.end).line).end;
    const inAnyOrder = keys[before]?.[0] === key[0];
    return { span: { start: at, end: at }, text: (inAnyOrder ? end : end + end) + line, inAnyOrder };
  }
  if (next !== undefined) {
    const inAnyOrder = keys[before + 1]?.[0] === key[0];
    return { span: { start: next.start, end: next.start }, text: line + (inAnyOrder ? end : end + end), inAnyOrder };
  }
  return intoModuleWithoutImports(file, line, end);
}

/** Imports after other code are no place for new ones: that code may be what needs them. */
function headerOf(file: PythonFile, imports: readonly SyntaxNode[], [group]: SortKey): readonly SyntaxNode[] {
  const apart = imports.findIndex((statement, at) => at > 0 && isApart(file, imports[at - 1], statement, group > 2));
  return apart === -1 ? imports : imports.slice(0, apart);
}

function isApart(file: PythonFile, previous: SyntaxNode | undefined, statement: SyntaxNode, isOwn: boolean): boolean {
  const from = previous?.end ?? 0;
  const between = file.root.children.filter(
    (child) => child.start >= from && child.end <= statement.start && child.isNamed,
  );
  if (between.some(({ type }) => /^(function|class|decorated)_definition$/.test(type))) return true;
  // The team's own modules may be found, or loaded rightly, only after `sys.path.insert(…)`.
  if (isOwn && between.some((one) => one.children.some(({ type }) => type === "call"))) return false;
  return between.some((one) => one.children.some(setsName));
}

/** `logger = …`, but not `__version__ = …`. */
function setsName(node: SyntaxNode): boolean {
  return node.type === "assignment" && /^(?!__)\w+$/.test(node.field("left")?.text ?? "");
}

/** After the docstring, else after the comments at the top. */
function intoModuleWithoutImports(file: PythonFile, line: string, end: string): FixEdit {
  const children = file.root.children.filter((child) => child.isNamed);
  const docstring = children.find((child) => child.type !== "comment");
  const isDocstring = docstring?.type === "expression_statement" && docstring.children[0]?.type === "string";
  if (isDocstring) {
    const at = file.lines.lineSpan(file.lines.position(docstring.end).line).end;
    const rest = file.text.slice(at);
    const isLast = rest.trim() === "";
    const blanks = /^(\r?\n){3,}/.test(rest) || isLast ? "" : /^(\r?\n){2}/.test(rest) ? "" : end;
    return { span: { start: at, end: at }, text: `${end}${end}${line}${isLast ? "" : blanks}` };
  }
  const at = headerEnd(file, children);
  const rest = file.text.slice(at);
  const needsGap = rest.trim() === "" ? "" : /^\s*(def|class|async|@)/.test(rest) ? end + end : end;
  return { span: { start: at, end: at }, text: `${line}${end}${needsGap}` };
}

/** The start of the line after the shebang and the comments that a blank line sets apart from the code. */
function headerEnd(file: PythonFile, children: readonly SyntaxNode[]): number {
  let at = file.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const child of children) {
    if (child.type !== "comment") break;
    const line = file.lines.position(child.end).line;
    const following = file.lines.lineText(line + 1).trim();
    if (following === "" || child.text.startsWith("#!") || /coding[:=]/.test(child.text)) {
      at = file.lines.lineStart(line + 1);
    }
  }
  return Math.min(at, file.text.length);
}
