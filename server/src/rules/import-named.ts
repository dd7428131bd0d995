// Makes a name that a guide uses usable in a file: as it is known there, or imported from the one module that has it.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { insertImport } from "./insert-import.ts";
import { moduleImportName } from "./module-import-name.ts";
import { closesCircle } from "./move-import-up.ts";
import type { FixEdit } from "./rule.ts";

export interface UsableName {
  readonly text: string;
  readonly edits: readonly FixEdit[];
  /** True where the edits write it. */
  readonly isNew?: boolean;
}

/** `AppError`, `shop.errors.AppError` or `pytest.mark.unit`; undefined where nobody knows where it comes from. */
export function importNamed(file: PythonFile, name: string, workspace: Workspace): UsableName | undefined {
  const plain = name.replace(/^builtins\./, "");
  if (plain !== name) return { text: plain, edits: [] };
  const last = name.split(".").at(-1) ?? name;
  const known = knownHere(file, name);
  if (known !== undefined) return { text: known, edits: [] };
  if (/^pytest\.mark\./.test(name)) {
    const inserted = insertImport(file, "pytest", undefined, workspace);
    return { text: inserted.name + name.slice("pytest".length), edits: inserted.edits };
  }
  if (file.scopes.module.bindings.has(last)) return undefined;
  const home = homeOf(file, name, workspace);
  const module = home && moduleImportName(file, home, workspace);
  if (module === undefined || closesCircle(file, module, workspace)) return undefined;
  const inserted = insertImport(file, module, last, workspace);
  return { text: inserted.name, edits: inserted.edits };
}

/** Defined in the file, or imported into it under whatever name. */
function knownHere(file: PythonFile, name: string): string | undefined {
  const last = name.split(".").at(-1) ?? name;
  for (const [local, binding] of file.scopes.module.bindings) {
    const place = binding.places[0];
    if (place === undefined) continue;
    if (place.kind !== "import") {
      if (local === last && (place.kind === "class" || place.kind === "function")) return local;
      continue;
    }
    const dotted = file.resolve(place.name);
    if (dotted === name || (!name.includes(".") && dotted?.split(".").at(-1) === name && /from/.test(place.node.type)))
      return local;
    if (dotted !== undefined && name.startsWith(`${dotted}.`)) return local + name.slice(dotted.length);
  }
  return undefined;
}

/** The one file of the workspace that defines it, as those that import it show. */
function homeOf(file: PythonFile, name: string, workspace: Workspace): string | undefined {
  const cut = name.lastIndexOf(".");
  const last = name.slice(cut + 1);
  if (cut > 0) {
    const path = workspace.moduleFile(name.slice(0, cut), file.path);
    if (path !== undefined) return path;
  }
  const { facts } = workspace;
  const homes = new Set<string>();
  for (const path of facts.filesImporting(last)) {
    const imported = facts.program.module(path)?.code.imports.get(last);
    const meant = imported === undefined ? undefined : facts.program.name(path, last);
    if (meant?.kind === "class" || meant?.kind === "function") homes.add(meant.path);
  }
  if (homes.size === 0) {
    const definition = new RegExp(String.raw`^(?:class|(?:async )?def) ${last}\b`, "m");
    for (const path of workspace.pythonFiles)
      if (path !== file.path && definition.test(workspace.text(path) ?? "")) homes.add(path);
  }
  const [only] = homes;
  return homes.size === 1 ? only : undefined;
}
