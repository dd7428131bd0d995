// Tells files that are started and never imported.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";

/** It runs when it is started, lies in no package, and nobody imports it. */
export function isScript({ path, text }: PythonFile, workspace: Workspace): boolean {
  const at = path.lastIndexOf("/") + 1;
  return (
    /^if __name__ == ["']__main__["']:/m.test(text) &&
    !workspace.has(`${path.slice(0, at)}__init__.py`) &&
    workspace.facts.filesImporting(path.slice(at).replace(/\.py$/, "")).length === 0
  );
}
