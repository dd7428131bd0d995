// How a file names what another module of the workspace defines: as it has it already, else with an import added.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { type InsertedImport, insertImport } from "./insert-import.ts";
import { moduleImportName } from "./module-import-name.ts";

/** Undefined where the file cannot import it: no name leads there, or that module imports this file. */
export function constantImport(
  file: PythonFile,
  workspace: Workspace,
  from: PythonFile,
  name: string,
  preferredPath: string,
): InsertedImport | undefined {
  const { program } = workspace.facts;
  for (const statement of file.root.children) {
    if (statement.type !== "import_from_statement") continue;
    const module = statement.field("module_name")?.text ?? "";
    if (workspace.moduleFile(module, file.path) !== from.path || statement.fields("name").length === 0) continue;
    return insertImport(file, module, name, workspace);
  }
  for (const local of program.module(file.path)?.code.imports.keys() ?? []) {
    const meant = program.name(file.path, local);
    if (meant?.kind === "module" && meant.path === from.path) return { name: `${local}.${name}`, edits: [] };
  }
  if (importsFrom(from, workspace).has(file.path)) return undefined;
  const preferred = preferredPath.replace(/\.py$/, "").replaceAll("/", ".");
  const module = moduleImportName(file, from.path, workspace, preferred === "" ? undefined : preferred);
  return module === undefined ? undefined : insertImport(file, module, name, workspace);
}

function importsFrom(file: PythonFile, workspace: Workspace): ReadonlySet<string> {
  const imports = [...(workspace.facts.program.module(file.path)?.code.imports.values() ?? [])];
  return new Set(
    imports.flatMap((dotted) => {
      const parent = dotted.replace(/\.?[^.]*$/, "");
      return [workspace.moduleFile(dotted, file.path), workspace.moduleFile(parent, file.path)].filter(
        (path) => path !== undefined,
      );
    }),
  );
}
