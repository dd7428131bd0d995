// Moves a class of a module into another one, with what it imports, and has all who use it import it from there.

import type { Workspace } from "../models/workspace.ts";
import { type Imported, importsOf } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, lineEnd } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImports } from "./insert-imports.ts";
import { closesCircle } from "./move-import-up.ts";
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
  const module = importName(to);
  const own = importName(file.path);
  const target = workspace.has(to) ? workspace.python(to) : undefined;
  if (top.parent?.type !== "module" || module === undefined || own === undefined) return undefined;
  if (workspace.has(to) && (target === undefined || target.scopes.module.bindings.has(name))) return undefined;
  if (target && closesCircle(file, module, workspace)) return undefined;
  const needed = neededImports(file, top);
  const binding = file.scopes.module.bindings.get(name);
  if (needed === undefined || binding?.places.length !== 1 || isExported(file, name)) return undefined;
  const users = usersEdits(file, name, { own, module }, workspace);
  const cut = cutOut(file, top);
  if (users === undefined) return undefined;
  const isInside = (node: SyntaxNode) => top.start <= node.start && node.end <= top.end;
  const isUsedHere = binding.references.some((one) => !isInside(one));
  const imports = isUsedHere
    ? importedInstead(file, needed, isInside, `${module}.${name}`, workspace)
    : unneeded(file, needed, isInside);
  return {
    title: `Move it to \`${to}\`, with those who import it; look whether it belongs beside something there`,
    safe: false,
    edits: [
      ...written(target, { to, text: cut.text, needed, end: lineEnd(file) }, workspace),
      ...joined([{ span: cut.span, text: "" }, ...imports.filter(({ text: added }) => added === "")]),
      ...imports.filter(({ text: added }) => added !== ""),
      ...users,
    ],
  };
}

function importName(path: string): string | undefined {
  const plain = path.replace(/^src\//, "").replace(/(\/__init__)?\.py$/, "");
  return /^[\w/]+$/.test(plain) ? plain.replaceAll("/", ".") : undefined;
}

/** What it reads of its module; undefined where some of that is no plain import of a name. */
function neededImports(file: PythonFile, top: SyntaxNode): readonly Imported[] | undefined {
  const imports = importsOf(file);
  const found = new Map<string, Imported>();
  for (const node of descendants(top)) {
    const binding = node.type === "identifier" ? file.scopes.bindingOf(node) : undefined;
    const place = binding?.scope.kind === "module" ? binding.places[0] : undefined;
    if (binding === undefined || place === undefined || (top.start <= place.name.start && place.name.end <= top.end))
      continue;
    const imported = imports.find(({ local, isForTyping }) => local === binding.name && !isForTyping);
    if (binding.places.length !== 1 || place.kind !== "import" || imported === undefined) return undefined;
    const isPlain = imported.name === undefined ? imported.local === imported.module : imported.local === imported.name;
    if (!isPlain) return undefined;
    found.set(binding.name, imported);
  }
  // Annotations that are put off may name what only the module knows.
  const isLate = file.nodes("future_import_statement").length > 0;
  const hasQuoted = [...descendants(top)].some((one) => one.type === "type" && /^["']/.test(one.text));
  return isLate || hasQuoted ? undefined : [...found.values()];
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

function written(
  target: PythonFile | undefined,
  {
    to,
    text,
    needed,
    end,
  }: { readonly to: string; readonly text: string; readonly needed: readonly Imported[]; readonly end: string },
  workspace: Workspace,
): readonly FixEdit[] {
  const dotted = needed.filter(({ module }) => importName(to) !== module);
  const names = dotted.flatMap(({ module, name }) => (name === undefined ? [] : [`${module}.${name}`]));
  const modules = dotted.flatMap(({ module, name }) => (name === undefined ? [module] : []));
  if (target === undefined) {
    const lines = [...modules.map((one) => `import ${one}`), ...fromLines(names)].toSorted();
    const head = lines.length === 0 ? "" : lines.join(end) + end.repeat(3);
    return [{ path: to, span: { start: 0, end: 0 }, text: `${head}${text}${end}` }];
  }
  const own = target.text.trimEnd();
  const missing = modules.filter((one) => !importsOf(target).some(({ local }) => local === one));
  const plain = missing.map((one) => ({ span: { start: 0, end: 0 }, text: `import ${one}${end}` }));
  const edits = [...plain, ...insertImports(target, names, workspace).edits];
  const gap = own === "" ? "" : end.repeat(3);
  const last = { span: { start: own.length, end: target.text.length }, text: `${gap}${text}${end}` };
  return [...edits, last].map((edit) => ({ ...edit, path: to }));
}

function fromLines(names: readonly string[]): readonly string[] {
  const byModule = new Map<string, string[]>();
  for (const one of names.toSorted()) {
    const cut = one.lastIndexOf(".");
    const module = one.slice(0, cut);
    byModule.set(module, [...(byModule.get(module) ?? []), one.slice(cut + 1)]);
  }
  return [...byModule].map(([module, items]) => `from ${module} import ${items.join(", ")}`);
}

/** Imports that only the class needed. */
function unneeded(
  file: PythonFile,
  needed: readonly Imported[],
  isInside: (node: SyntaxNode) => boolean,
): readonly FixEdit[] {
  return needed.flatMap((one) => {
    const references = file.scopes.module.bindings.get(one.local)?.references ?? [];
    const others = needed.filter(({ statement }) => statement.start === one.statement.start);
    if (!references.every(isInside) || others.length > 1) return [];
    return removeImport(file, one.statement, one.item) ?? [];
  });
}

/** The import of what has moved, in the place of one that only the class needed where they would meet. */
function importedInstead(
  file: PythonFile,
  needed: readonly Imported[],
  isInside: (node: SyntaxNode) => boolean,
  dotted: string,
  workspace: Workspace,
): readonly FixEdit[] {
  const added = insertImports(file, [dotted], workspace).edits;
  const gone = unneeded(file, needed, isInside);
  const meets = gone.find(({ span }) =>
    added.some((one) => one.span.start >= span.start && one.span.start <= span.end),
  );
  if (meets === undefined) return [...added, ...gone];
  const statement = needed.find(
    ({ statement: { start } }) => meets.span.start <= start && start < meets.span.end,
  )?.statement;
  if (gone.length > 1 || statement?.fields("name").length !== 1) return added;
  const cut = dotted.lastIndexOf(".");
  const line = `from ${dotted.slice(0, cut)} import ${dotted.slice(cut + 1)}`;
  return [{ span: { start: statement.start, end: statement.end }, text: line }];
}

/** What is cut twice, as the blank lines between two cuts are, is cut once. */
function joined(cuts: readonly FixEdit[]): readonly FixEdit[] {
  const found: FixEdit[] = [];
  for (const cut of cuts.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = found.at(-1);
    if (last === undefined || cut.span.start > last.span.end) found.push(cut);
    else
      found[found.length - 1] = {
        ...last,
        span: { start: last.span.start, end: Math.max(last.span.end, cut.span.end) },
      };
  }
  return found;
}

/** Imports of it in other files; undefined where one has it in a way that cannot be rewritten. */
function usersEdits(
  file: PythonFile,
  name: string,
  { own, module }: { readonly own: string; readonly module: string },
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
      if (importName(path) === module) {
        const gone = isAlone ? removeStatement(other, one.statement) : removeImport(other, one.statement, one.item);
        if (gone === undefined) return undefined;
        edits.push({ ...gone, path });
      } else if (isAlone && written) {
        edits.push({ path, span: { start: written.start, end: written.end }, text: module });
      } else {
        const gone = removeImport(other, one.statement, one.item);
        if (gone === undefined || one.local !== name) return undefined;
        const added = insertImports(other, [`${module}.${name}`], workspace).edits;
        if (added.some(({ span }) => span.start > gone.span.start && span.start < gone.span.end)) return undefined;
        edits.push(...[gone, ...added].map((edit) => ({ ...edit, path })));
      }
    }
  }
  return edits;
}
