// Moves a file to another path, with what other files import from it and what it imports by dots.

import type { Workspace } from "../models/workspace.ts";
import { importsOf } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** Undefined where something lies there already, or where an import cannot follow. */
export function moveFileFix(workspace: Workspace, from: string, to: string, title: string): Fix | undefined {
  const text = workspace.text(from);
  if (text === undefined || workspace.has(to) || from === to) return undefined;
  const file = from.endsWith(".py") ? workspace.python(from) : undefined;
  const isElsewhere = from.slice(0, from.lastIndexOf("/") + 1) !== to.slice(0, to.lastIndexOf("/") + 1);
  if (file && isElsewhere && (importsByDots(file) || /\b__file__\b/.test(text))) return undefined;
  const users = file ? usersEdits(workspace, file, to) : [];
  if (users === undefined) return undefined;
  return {
    title,
    safe: false,
    edits: [
      { path: to, span: { start: 0, end: 0 }, text },
      { path: from, span: { start: 0, end: text.length }, text: "", removesFile: true },
      ...users,
    ],
  };
}

const most = 50;

/** All files of a package, which keeps its name; undefined where one of them is no text, or where there are too many. */
export function moveFolderFix(workspace: Workspace, from: string, to: string, title: string): Fix | undefined {
  const paths = [...workspace.pythonFiles, ...workspace.otherFiles].filter((path) => path.startsWith(from));
  const moved = paths.map((path): readonly FixEdit[] | undefined => {
    const text = workspace.text(path);
    const target = to + path.slice(from.length);
    if (text === undefined || workspace.has(target)) return undefined;
    return [
      { path: target, span: { start: 0, end: 0 }, text },
      { path, span: { start: 0, end: text.length }, text: "", removesFile: true },
    ];
  });
  if (moved.length === 0 || moved.length > most || moved.includes(undefined)) return undefined;
  return { title, safe: false, edits: moved.flatMap((edits) => edits ?? []) };
}

function importsByDots(file: PythonFile): boolean {
  return file.nodes("import_from_statement").some((one) => one.field("module_name")?.text.startsWith(".") === true);
}

/** `from app.HttpClient import get` in other files; undefined where one says it in a way that cannot be rewritten. */
function usersEdits(workspace: Workspace, moved: PythonFile, to: string): readonly FixEdit[] | undefined {
  const stem =
    moved.path
      .replace(/(\/__init__)?\.py$/, "")
      .split("/")
      .at(-1) ?? "";
  const edits: FixEdit[] = [];
  for (const path of workspace.pythonFiles) {
    if (path === moved.path || !workspace.text(path)?.includes(stem)) continue;
    const file = workspace.python(path);
    for (const one of file ? importsOf(file) : []) {
      const isModule = workspace.moduleFile(one.module, path) === moved.path;
      const isInPackage =
        one.name !== undefined && workspace.moduleFile(`${one.module}.${one.name}`, path) === moved.path;
      if (!isModule && !isInPackage) continue;
      const module = moduleOf(one.module, moved.path, to);
      const written = one.statement.field("module_name");
      if (isInPackage || written === undefined || module === undefined || written.text.startsWith("."))
        return undefined;
      if (edits.some(({ path: other, span }) => other === path && span.start === written.start)) continue;
      edits.push({ path, span: { start: written.start, end: written.end }, text: module });
    }
  }
  return edits;
}

/** "app.http_client" of "app.HttpClient", by what the paths have in common. */
function moduleOf(module: string, from: string, to: string): string | undefined {
  const segments = (path: string) => path.replace(/(\/__init__)?\.py$/, "").split("/");
  const [old, now] = [segments(from), segments(to)];
  const own = module.split(".");
  const root = old.length - own.length;
  return root >= 0 && old.slice(root).join(".") === module ? now.slice(root).join(".") : undefined;
}
