// Which names the project imports as its own, read from where its packages and project files lie.

import { isStandardLibrary } from "../../python/standard-library.ts";

export interface ProjectPaths {
  readonly pythonPaths: readonly string[];
  readonly otherPaths: readonly string[];
}

/**
 * What the project imports by its own names: packages that stand in no other package, and what lies beside a project file or
 * in its `src`. A folder of Alembic's is none, for `from alembic import op` means the library.
 */
export function firstPartyNames(source: ProjectPaths): readonly string[] {
  const names = new Set<string>();
  const packages = new Set(source.pythonPaths.filter((path) => /(^|\/)__init__\.py$/.test(path)).map(folderOf));
  const roots = new Set(["", ...source.otherPaths.filter((path) => projectFile.test(path)).map(folderOf)]);
  for (const path of source.pythonPaths) {
    const folders = path.split("/").slice(0, -1);
    const isPackage = (depth: number) => packages.has(folders.slice(0, depth).join("/"));
    let top = folders.length;
    while (top > 0 && isPackage(top - 1) && isPackage(top)) top--;
    if (top > 0 && isPackage(top)) names.add(folders[top - 1] ?? "");
    for (const root of roots) {
      if (root !== "" && !path.startsWith(`${root}/`)) continue;
      const parts = path.slice(root === "" ? 0 : root.length + 1).split("/");
      if (parts[0] === "src" || parts[0] === "lib") parts.shift();
      names.add((parts[0] ?? "").replace(/\.pyi?$/, ""));
    }
  }
  const isOwn = (name: string) => /^(?!setup$|conftest$|alembic$)[A-Za-z_]\w*$/.test(name) && !isStandardLibrary(name);
  return [...names].filter(isOwn).toSorted();
}

const projectFile = /(^|\/)(pyproject\.toml|setup\.(py|cfg)|requirements[\w.-]*\.txt|Pipfile|poetry\.lock|uv\.lock)$/;

function folderOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}
