// Which files the editor shows findings of: the open ones, those changed since the last commit, or all.

import type { Engine } from "../engine/engine.ts";
import type { Folder } from "./workspaces.ts";

export function reportedPaths(folder: Folder, engine: Engine): ReadonlySet<string> {
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
