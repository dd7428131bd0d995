// Code that moves from one module to another: the imports that it takes along, leaves behind, and is imported by.

import type { Workspace } from "../models/workspace.ts";
import { type Imported, importsOf } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import { isStandardLibrary } from "../python/standard-library.ts";
import { descendants } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImports } from "./insert-imports.ts";
import { moduleImportName } from "./module-import-name.ts";
import { removeImport } from "./remove-import.ts";
import type { FixEdit } from "./rule.ts";

/** The dotted name of a module, there or not, as the file imports its own project; undefined where that cannot be told. */
export function importName(file: PythonFile, path: string, workspace: Workspace): string | undefined {
  if (workspace.has(path)) return moduleImportName(file, path, workspace);
  const own = moduleImportName(file, file.path, workspace);
  const plain = file.path.replace(/(\/__init__)?\.py$/, "");
  const root = own === undefined ? undefined : plain.slice(0, plain.length - own.length);
  if (root === undefined || !path.startsWith(root) || plain.slice(root.length).replaceAll("/", ".") !== own)
    return undefined;
  const rest = path.slice(root.length).replace(/(\/__init__)?\.py$/, "");
  return /^[\w/]+$/.test(rest) ? rest.replaceAll("/", ".") : undefined;
}

/** What it reads of its module; undefined where some of that is no plain import of a name. */
export function neededImports(file: PythonFile, top: SyntaxNode): readonly Imported[] | undefined {
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
  return [...found.values()];
}

/** The code at the end of a module, which may not be there yet, with its imports. */
export function withCode(
  target: PythonFile | undefined,
  {
    to,
    module: home,
    text,
    needed,
    end,
  }: {
    readonly to: string;
    readonly module: string;
    readonly text: string;
    readonly needed: readonly Imported[];
    readonly end: string;
  },
  workspace: Workspace,
): readonly FixEdit[] {
  const dotted = needed.filter(({ module }) => module !== home);
  const names = dotted.flatMap(({ module, name }) => (name === undefined ? [] : [`${module}.${name}`]));
  const modules = dotted.flatMap(({ module, name }) => (name === undefined ? [module] : []));
  const block = importBlock(names, modules, to, workspace).join(end);
  if (target === undefined) {
    const head = block === "" ? "" : block + end.repeat(3);
    return [{ path: to, span: { start: 0, end: 0 }, text: `${head}${text}${end}` }];
  }
  const own = target.text.trimEnd();
  const missing = modules.filter((one) => !importsOf(target).some(({ local }) => local === one));
  const plain = missing.map((one) => ({ span: { start: 0, end: 0 }, text: `import ${one}${end}` }));
  const isFirst = importsOf(target).length === 0 && names[0] !== undefined;
  // Where there is none yet, one shows the place of all.
  const edits = isFirst
    ? insertImports(target, names.slice(0, 1), workspace).edits.map((edit) => ({
        ...edit,
        text: edit.text.replace(edit.defines ?? "", block),
      }))
    : [...plain, ...insertImports(target, names, workspace).edits];
  const gap = own === "" ? "" : end.repeat(3);
  const last = { span: { start: own.length, end: target.text.length }, text: `${gap}${text}${end}` };
  return [...edits, last].map((edit) => ({ ...edit, path: to }));
}

/** Of Python itself, of others, of the project, with a blank line between. */
function importBlock(
  names: readonly string[],
  modules: readonly string[],
  to: string,
  workspace: Workspace,
): readonly string[] {
  const groupOf = (module: string) =>
    isStandardLibrary(module) ? 0 : workspace.moduleFile(module, to) === undefined ? 1 : 2;
  const groups = [0, 1, 2].map((group) => [
    ...modules
      .filter((one) => groupOf(one) === group)
      .toSorted()
      .map((one) => `import ${one}`),
    ...fromLines(names.filter((one) => groupOf(one.slice(0, one.lastIndexOf("."))) === group)),
  ]);
  return groups.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
}

function fromLines(names: readonly string[]): readonly string[] {
  const byModule = new Map<string, string[]>();
  for (const one of names.toSorted()) {
    const cut = one.lastIndexOf(".");
    const module = one.slice(0, cut);
    byModule.set(module, [...(byModule.get(module) ?? []), one.slice(cut + 1)]);
  }
  return [...byModule]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, items]) => `from ${module} import ${items.join(", ")}`);
}

/** Imports that only what moves needed. */
export function unneededImports(
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

/** The import of what has moved, in the place of one that only what moves needed where they would meet. */
export function importedInstead(
  file: PythonFile,
  needed: readonly Imported[],
  isInside: (node: SyntaxNode) => boolean,
  dotted: string,
  workspace: Workspace,
): readonly FixEdit[] {
  const [place] = file.scopes.module.bindings.get(dotted.split(".").at(-1) ?? "")?.places ?? [];
  const instead = place && isInside(place.name) ? place.node : undefined;
  const added = insertImports(file, [dotted], workspace, { instead }).edits;
  const gone = unneededImports(file, needed, isInside);
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
export function joinedCuts(cuts: readonly FixEdit[]): readonly FixEdit[] {
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
