// Finds the file that a dotted module name stands for: relative names, packages, and source roots such as `src/`.

import { isStandardLibrary } from "../python/standard-library.ts";
import { importableNames } from "./project/known-packages.ts";

/**
 * Absolute names are tried from the root, from `src/`, and then from the folders above the importing file, outermost first,
 * since any of them can be where Python starts to look. What none of them holds may be a package of another project in the
 * workspace, which is installed beside this one.
 */
export function moduleFile(
  module: string,
  from: string,
  has: (path: string) => boolean,
  projects: readonly string[] = [],
): string | undefined {
  const folders = from.split("/").slice(0, -1);
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const names = module.slice(dots).split(".").filter(Boolean);
  if (dots > 0) {
    if (dots - 1 > folders.length) return undefined;
    return fileIn([...folders.slice(0, folders.length - (dots - 1)), ...names], has);
  }
  if (names.length === 0) return undefined;
  const roots = [[], ["src"], ...folders.map((_, at) => folders.slice(0, at + 1))];
  for (const [at, root] of roots.entries()) {
    // `import redis` beside `app/redis.py` means the library: Python does not look inside of packages.
    if (at > 1 && isLibrary(names[0] ?? "") && has([...root, "__init__.py"].join("/"))) continue;
    const file = fileIn([...root, ...names], has) ?? fileIn([...root, "src", ...names], has);
    if (file !== undefined) return file;
  }
  return inOtherProject(names, has, projects);
}

/** The folders of a workspace's projects but for its root, each with what installs it. */
export function projectFolders(paths: readonly string[]): readonly string[] {
  const folders = paths.flatMap((path) => /^(.+)\/(?:pyproject\.toml|setup\.py|setup\.cfg)$/.exec(path)?.[1] ?? []);
  return [...new Set(folders)].toSorted();
}

/** Two projects that each have a module of the name cannot be installed side by side, so that neither is known to be meant. */
function inOtherProject(
  names: readonly string[],
  has: (path: string) => boolean,
  projects: readonly string[],
): string | undefined {
  if (projects.length === 0 || isLibrary(names[0] ?? "")) return undefined;
  const found = projects.flatMap(
    (root) => fileIn([...root.split("/"), ...names], has) ?? fileIn([...root.split("/"), "src", ...names], has) ?? [],
  );
  return found.length === 1 ? found[0] : undefined;
}

function isLibrary(name: string): boolean {
  return isStandardLibrary(name) || importableNames(name) !== undefined;
}

function fileIn(segments: readonly string[], has: (path: string) => boolean): string | undefined {
  const base = segments.join("/");
  const candidates = base === "" ? ["__init__.py"] : [`${base}/__init__.py`, `${base}.py`, `${base}.pyi`];
  return candidates.find(has);
}
