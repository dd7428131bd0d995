// Puts the workspace's own authentication on a route: the dependency that its other routes ask for most.

import type { Route } from "../models/web/routes.ts";
import type { Asked } from "../models/web/usual-dependencies.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { addArgument, addItem, keywordNode } from "./call-edits.ts";
import { insertImport } from "./insert-import.ts";
import { moduleImportName } from "./module-import-name.ts";
import { registrationNode } from "./route-places.ts";
import type { Fix } from "./rule.ts";

const most = 3;

/** Best first; none where the workspace has no function that asks who is there. */
export function authenticateFixes(file: PythonFile, route: Route, workspace: Workspace): readonly Fix[] {
  return workspace.facts.usualDependencies.slice(0, most).flatMap((one) => askFor(file, route, one, workspace) ?? []);
}

function askFor(file: PythonFile, route: Route, asked: Asked, workspace: Workspace): Fix | undefined {
  const call = registrationNode(file, route);
  if (!call) return undefined;
  const module = asked.path === file.path ? undefined : moduleImportName(file, asked.path, workspace);
  if (asked.path !== file.path && module === undefined) return undefined;
  const own = module === undefined ? undefined : insertImport(file, module, asked.name, workspace);
  const depends = insertImport(file, "fastapi", "Depends", workspace);
  const written = `${depends.name}(${own?.name ?? asked.name})`;
  const present = keywordNode(call, "dependencies")?.field("value");
  if (present !== undefined && present.type !== "list") return undefined;
  const edit = present ? addItem(file, present, written) : addArgument(file, call, `dependencies=[${written}]`);
  return (
    edit && {
      title: `Ask for \`${asked.name}\`; look who may call this`,
      safe: false,
      edits: [...(own?.edits ?? []), ...depends.edits, edit],
    }
  );
}
