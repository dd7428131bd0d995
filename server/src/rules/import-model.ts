// Imports a model in the file that has to know all of them.

import type { Workspace } from "../models/workspace.ts";
import { importsOf } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { addItem } from "./call-edits.ts";
import { insertImport, insertImportLine } from "./insert-import.ts";
import { moduleImportName } from "./module-import-name.ts";
import { closesCircle } from "./move-import-up.ts";
import type { Fix } from "./rule.ts";

/** With its name in `__all__`; none where the model's module needs what that file has. */
export function knownIn(path: string, file: PythonFile, name: string, workspace: Workspace): { fix?: Fix } {
  const home = workspace.python(path);
  const absolute = home && moduleImportName(home, file.path, workspace);
  const isPackage = path.endsWith("__init__.py");
  if (home === undefined || absolute === undefined || home.scopes.module.bindings.has(name)) return {};
  const needsIt = importsOf(file).some(({ module }) => workspace.moduleFile(module, file.path) === path);
  if (needsIt || (!isPackage && closesCircle(home, absolute, workspace))) return {};
  const module = byDots(home, file.path) ?? absolute;
  const listed = exportedBy(home);
  // What nothing there uses, a linter would take out again.
  const imports =
    isPackage || listed
      ? insertImport(home, module, name, workspace).edits
      : insertImportLine(home, `from ${module} import ${name}  # noqa: F401`, module, true, workspace);
  const edits = [...imports, ...(listed ? [{ ...addItem(home, listed, `"${name}"`), defines: name }] : [])];
  return { fix: { title: `Import it in \`${path}\``, safe: false, edits: edits.map((edit) => ({ ...edit, path })) } };
}

/** ".order" where the package imports its other modules so. */
function byDots(home: PythonFile, path: string): string | undefined {
  const folder = home.path.slice(0, home.path.lastIndexOf("/") + 1);
  const own = path.startsWith(folder) ? path.slice(folder.length).replace(/(?:\/__init__)?\.py$/, "") : undefined;
  const usesDots = home.nodes("import_from_statement").some((one) => one.field("module_name")?.text.startsWith("."));
  return own !== undefined && usesDots ? `.${own.replaceAll("/", ".")}` : undefined;
}

/** The list in `__all__ = [ … ]`. */
function exportedBy(home: PythonFile): SyntaxNode | undefined {
  const right = home
    .nodes("assignment")
    .find((one) => one.field("left")?.text === "__all__")
    ?.field("right");
  return right?.type === "list" || right?.type === "tuple" ? right : undefined;
}
