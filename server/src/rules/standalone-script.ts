// Tells files that are started and never imported.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";

/** No import can spell its name, and it takes nothing from the project: it is copied to where it runs. */
export function runsElsewhere({ path }: PythonFile, { facts: { program } }: Workspace): boolean {
  if (/(^|\/)\w+\.py$/.test(path)) return false;
  const imports = program.module(path)?.code.imports;
  return imports !== undefined && [...imports.keys()].every((name) => program.name(path, name)?.kind === "external");
}

/** A script that does its work and ends, not a server or a worker that is started so. */
export function endsByItself(file: PythonFile, workspace: Workspace): boolean {
  return !LASTING.test(file.text) && isScript(file, workspace);
}

const LASTING =
  /\b(?:FastAPI|Flask|Starlette|Quart|Sanic|Celery|Bot)\(|\b(?:uvicorn|gunicorn|hypercorn)\b|_forever\b|^\s*while (?:True|1)\b/m;

/** It runs when it is started, lies in no package, and nobody imports it. */
export function isScript({ path, text }: PythonFile, workspace: Workspace): boolean {
  const at = path.lastIndexOf("/") + 1;
  return (
    /^if __name__ == ["']__main__["']:/m.test(text) &&
    !workspace.has(`${path.slice(0, at)}__init__.py`) &&
    workspace.facts.filesImporting(path.slice(at).replace(/\.py$/, "")).length === 0
  );
}
