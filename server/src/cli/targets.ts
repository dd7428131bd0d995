// What the paths on the command line mean: the workspace's root, which of its files were asked about, and how they are shown.

import { existsSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { findGuides } from "../guides/discover.ts";
import { NodeFiles } from "../host/node-files.ts";
import { UsageError } from "./usage-error.ts";

export interface Targets {
  /** Absolute. */
  readonly root: string;
  /** Whether a file of the workspace was asked about. */
  readonly includes: (path: string) => boolean;
  /** The path as the report shows it: relative to the PATH that was given. */
  readonly shown: (path: string) => string;
}

/**
 * One folder is a workspace of its own. Files, or several folders, are a part of the workspace that the program was started in.
 * A folder without guides inside a repository with guides is a part of that repository.
 */
export function targetsOf(paths: readonly string[], directory = process.cwd()): Targets {
  const places = (paths.length === 0 ? ["."] : paths).map((path) => ({ given: path, place: resolve(directory, path) }));
  for (const { given, place } of places) {
    if (!existsSync(place)) throw new UsageError(`There is no file or folder "${given}".`);
  }
  const [first] = places;
  if (first && places.length === 1 && statSync(first.place).isDirectory()) return folderTargets(first.place);
  const root = rootOf(
    places.map(({ place }) => place),
    directory,
  );
  const asked = places.map(({ place }) => toPath(root, place));
  return { root, includes: (path) => asked.some((one) => isBelow(path, one)), shown: (path) => path };
}

function folderTargets(folder: string): Targets {
  const all = { root: folder, includes: () => true, shown: (path: string) => path };
  if (findGuides(new NodeFiles(folder).list()).length > 0) return all;
  const repository = repositoryOf(folder);
  if (repository === undefined || repository === folder) return all;
  const part = toPath(repository, folder);
  // Files of the folder only: the repository's guides speak of them, but are not asked about themselves.
  return {
    root: repository,
    includes: (path) => isBelow(path, part),
    shown: (path) => (isBelow(path, part) ? path.slice(part.length + 1) : relative(part, path).split(sep).join("/")),
  };
}

function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(resolve(at, ".git"))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function rootOf(places: readonly string[], directory: string): string {
  let root = places.every((place) => isInside(place, directory)) ? directory : dirname(places[0] ?? directory);
  while (!places.every((place) => isInside(place, root))) root = dirname(root);
  return root;
}

function isInside(place: string, folder: string): boolean {
  return place === folder || place.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isBelow(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

export function toPath(root: string, place: string): string {
  return relative(root, place).split(sep).join("/");
}
