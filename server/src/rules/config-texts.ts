// Reads configuration files as tools find them: in the folder of the code, else in those above it.

import type { Workspace } from "../models/workspace.ts";

/** The paths that a file of this name would have for the code at a path, nearest first. */
function pathsOf(codePath: string, name: string): readonly string[] {
  const folders = codePath.split("/").slice(0, -1);
  return Array.from({ length: folders.length + 1 }, (_, up) =>
    [...folders.slice(0, folders.length - up), name].join("/"),
  );
}

/** The texts of all files of this name that hold for the code at a path, nearest first. */
export function configTexts(workspace: Workspace, codePath: string, name: string): readonly string[] {
  return pathsOf(codePath, name).flatMap((path) => workspace.text(path) ?? []);
}

/** The paths of all files of this name that hold for the code at a path, nearest first. */
export function configPaths(workspace: Workspace, codePath: string, name: string): readonly string[] {
  return pathsOf(codePath, name).filter((path) => workspace.has(path));
}
