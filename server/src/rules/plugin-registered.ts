// Tells whether a plugin class is registered anywhere in the workspace.

import type { ClassFacts, Program } from "../models/program.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";

/** Under a registering decorator or base, or named anywhere beside its definition and imports. */
export function isRegistered(
  file: PythonFile,
  found: ClassFacts,
  base: string,
  program: Program,
  workspace: Workspace,
): boolean {
  const last = base.split(".").at(-1) ?? base;
  if (found.code.decorators.length > 0) return true;
  if (
    [...program.ancestors(found)].some(
      (one) => one.methods.has("__init_subclass__") || one.code.keywords.some(({ name }) => name === "metaclass"),
    )
  )
    return true;
  if (program.externalBases(found).length > 0 && !program.ancestors(found).some((one) => one.code.name === last))
    return true;
  const use = new RegExp(String.raw`\b${found.code.name}\b`);
  return [file.path, ...workspace.pythonFiles].some((path) => {
    const text = path === file.path ? file.text : (workspace.text(path) ?? "");
    if (/(^|\/)tests?\//.test(path) || !use.test(text))
      return /__subclasses__\(\)|pkgutil\.(iter_modules|walk_packages)|entry_points\(/.test(text);
    return text
      .replace(/^\s*(from\s+\S+\s+)?import\s*(\([^)]*\)|[^\n]*)/gm, "")
      .replace(/__all__\s*=\s*[[(][^\])]*[\])]/g, "")
      .split("\n")
      .some((line) => use.test(line) && !new RegExp(String.raw`^\s*class\s+\w+|^\s*(#|"""|''')`).test(line));
  });
}
