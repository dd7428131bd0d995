// Finds the modules that a file imports, and tells whether they lie in a folder that a guide names.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosing } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export function isIn(path: string, place: string): boolean {
  const plain = place.replace(/^\.?\//, "").replace(/\/?\*{0,2}\/?$/, "");
  return `/${path}/`.includes(`/${plain}/`) || `/${path}`.endsWith(`/${plain}.py`) || `/${path}`.endsWith(`/${plain}`);
}

interface Imported {
  readonly node: SyntaxNode;
  readonly module: string;
}

export function* importedModules(file: PythonFile): Iterable<Imported> {
  for (const statement of file.nodes("import_statement")) {
    for (const item of statement.fields("name")) {
      yield { node: statement, module: (item.type === "aliased_import" ? item.field("name")?.text : item.text) ?? "" };
    }
  }
  for (const statement of file.nodes("import_from_statement")) {
    const written = statement.field("module_name")?.text ?? "";
    const base = absolute(written, file.path);
    const names = statement
      .fields("name")
      .map((item) => (item.type === "aliased_import" ? item.field("name")?.text : item.text) ?? "");
    // `from app import routes` imports the folder as well as `from app.routes import x`.
    for (const name of names.length ? names : [""]) {
      yield { node: statement, module: [base, name].filter(Boolean).join(".") };
    }
  }
}

function absolute(module: string, path: string): string {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  if (dots === 0) return module;
  return [...path.split("/").slice(0, -dots), module.slice(dots)].filter(Boolean).join(".");
}

export function reaches(module: string, target: string): boolean {
  if (!target.endsWith("/")) return module === target || module.startsWith(`${target}.`);
  const folder = target
    .replace(/^\.?\//, "")
    .replace(/\/$/, "")
    .replaceAll("/", ".");
  return `.${module}.`.includes(`.${folder}.`);
}

/** `from polls import admin` of a file below `server/` where `server/polls/admin.py` is meant. */
export function liesIn(module: string, place: string, file: PythonFile, workspace: Workspace): boolean {
  if (!place.endsWith("/")) return false;
  const path =
    workspace.moduleFile(module, file.path) ??
    workspace.moduleFile(module.slice(0, Math.max(module.lastIndexOf("."), 0)), file.path);
  return path !== undefined && isIn(path, place);
}

/** `app/` holds `app/core/`. */
export function holds(outer: string, inner: string): boolean {
  const [from, to] = [outer, inner].map((place) => place.replace(/^\.?\//, "").replace(/\/?\*{0,2}\/?$/, ""));
  return to !== undefined && from !== undefined && to.startsWith(`${from}/`);
}

export function isForTyping(node: SyntaxNode): boolean {
  return /TYPE_CHECKING/.test(enclosing(node, "if_statement")?.field("condition")?.text ?? "");
}
