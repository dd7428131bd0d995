// Which files may get something from a module, told from their texts alone: a file that is not opened costs nothing.

import type { Workspace } from "../models/workspace.ts";

/** The other files that import one of the names from somewhere, all of some module, or a module called like this one. */
export function importersOf(path: string, names: readonly string[], { facts }: Workspace): ReadonlySet<string> {
  const found = new Set([...names, lastPartOf(path), "*"].flatMap((name) => facts.filesImporting(name)));
  found.delete(path);
  return found;
}

/** Whether a file knows a name of a module by that name, or knows the module. */
export function knowsNameOf(other: string, path: string, name: string, { facts: { program } }: Workspace): boolean {
  const meant = program.name(other, name);
  if (meant?.kind === "function" || meant?.kind === "class") return meant.path === path;
  const last = lastPartOf(path);
  return [...(program.module(other)?.code.imports ?? [])].some(([local, dotted]) => {
    const module = dotted === last || dotted.endsWith(`.${last}`) ? program.name(other, local) : undefined;
    return module?.kind === "module" && module.path === path;
  });
}

/** The last part of the dotted name that others import a module by. */
function lastPartOf(path: string): string {
  const whole = path.replace(/(\/__init__)?\.pyi?$/, "");
  return whole.slice(whole.lastIndexOf("/") + 1);
}
