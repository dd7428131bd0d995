// Which files the editor shows findings of: the open ones, those changed since the last commit, or all.

import type { Engine } from "../engine/engine.ts";
import { pathBelow } from "./uri.ts";
import type { Folder, Home, Workspaces } from "./workspaces.ts";

/** In folders whose engine is ready; a file inside two workspace folders belongs to the inner one. */
export function reportedHomes({ folders }: Workspaces): readonly Home[] {
  return folders.flatMap((folder) => {
    const { engine } = folder;
    if (!engine) return [];
    const inner = folders.filter((other) => other !== folder && !other.isLoose && pathBelow(folder.uri, other.uri));
    const isOwn = (path: string) => !inner.some((other) => pathBelow(other.uri, folder.uriOf(path)) !== undefined);
    return [...reportedPaths(folder, engine)].filter(isOwn).map((path) => ({ folder, engine, path }));
  });
}

function reportedPaths(folder: Folder, engine: Engine): ReadonlySet<string> {
  const open = new Set(folder.openPaths);
  const { scope } = engine.configuration.diagnostics;
  if (scope === "openFiles" || folder.isLoose) return open;
  const all = new Set([
    ...open,
    ...engine.pythonFiles,
    ...engine.guides.map(({ path }) => path),
    ...engine.projectFindings().map(({ path }) => path),
  ]);
  if (scope === "workspace") return all;
  return new Set([...all].filter((path) => open.has(path) || isChanged(path, engine)));
}

function isChanged(path: string, { workspace }: Engine): boolean {
  return workspace.hasRepository && workspace.atHead(path) !== workspace.text(path);
}
