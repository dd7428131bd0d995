// The class of the workspace, or the ORM model, behind a name that a file has resolved.

import type { Entity } from "../models/orm/entity.ts";
import type { ClassFacts } from "../models/program.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";

export function entityNamed(file: PythonFile, workspace: Workspace, resolved: string | undefined): Entity | undefined {
  const one = classNamed(file, workspace, resolved);
  return one && workspace.facts.registry.ofClass(one);
}

export function classNamed(
  file: PythonFile,
  workspace: Workspace,
  resolved: string | undefined,
): ClassFacts | undefined {
  if (resolved === undefined) return undefined;
  const cut = resolved.lastIndexOf(".");
  const path = resolved.startsWith(".") ? file.path : workspace.moduleFile(resolved.slice(0, cut), file.path);
  const meant = path === undefined ? undefined : workspace.facts.program.name(path, resolved.slice(cut + 1));
  return meant?.kind === "class" ? meant.class : undefined;
}
