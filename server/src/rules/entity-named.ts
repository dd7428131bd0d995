// The ORM model behind a name that a file has resolved.

import type { Entity } from "../models/orm/entity.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";

export function entityNamed(file: PythonFile, workspace: Workspace, resolved: string | undefined): Entity | undefined {
  if (resolved === undefined) return undefined;
  const cut = resolved.lastIndexOf(".");
  const { program, registry } = workspace.facts;
  const path = resolved.startsWith(".") ? file.path : workspace.moduleFile(resolved.slice(0, cut), file.path);
  const meant = path === undefined ? undefined : program.name(path, resolved.slice(cut + 1));
  return meant?.kind === "class" ? registry.ofClass(meant.class) : undefined;
}
