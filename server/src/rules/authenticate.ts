// Puts the workspace's own authentication on a route: the dependency that its other routes ask for most.

import type { Expr } from "../models/code/syntax.ts";
import { authenticationOf } from "../models/web/authentication.ts";
import type { Route } from "../models/web/routes.ts";
import type { Workspace } from "../models/workspace.ts";
import { isTestPath } from "../python/source-file.ts";
import type { PythonFile } from "../python/python-file.ts";
import { addArgument, addItem, keywordNode } from "./call-edits.ts";
import { insertImport } from "./insert-import.ts";
import { moduleImportName } from "./module-import-name.ts";
import { registrationNode } from "./route-places.ts";
import type { Fix } from "./rule.ts";

const most = 3;

/** Best first; none where the workspace has no function that asks who is there. */
export function authenticateFixes(
  file: PythonFile,
  route: Route,
  asked: readonly Asked[],
  workspace: Workspace,
): readonly Fix[] {
  return asked.slice(0, most).flatMap((one) => askFor(file, route, one, workspace) ?? []);
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

export interface Asked {
  readonly path: string;
  readonly name: string;
}

/** Asked for by routes of the workspace, those first that most of them ask for. */
export function usualDependencies(workspace: Workspace): readonly Asked[] {
  const { program, routeMap } = workspace.facts;
  const counts = new Map<string, { readonly asked: Asked; readonly times: number }>();
  for (const dependency of routeMap.routes.flatMap(({ dependencies }) => dependencies)) {
    if (dependency.target?.kind !== "name" || authenticationOf(program, [dependency]) !== "yes") continue;
    const asked = homeOf(workspace, dependency.path, dependency.target);
    if (asked === undefined) continue;
    const key = `${asked.path} ${asked.name}`;
    counts.set(key, { asked, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  if (counts.size === 0) return possibleDependencies(workspace);
  return [...counts.values()]
    .toSorted((a, b) => b.times - a.times || (a.asked.name < b.asked.name ? -1 : 1))
    .map(({ asked }) => asked);
}

/** Where no route asks yet: what the modules about security offer, users before keys and roles. */
function possibleDependencies(workspace: Workspace): readonly Asked[] {
  const { program } = workspace.facts;
  const found: Asked[] = [];
  for (const path of workspace.pythonFiles) {
    if (isTestPath(path) || !/(^|\/)\w*(auth|secur|dep(s|end)|login|user)\w*(\/|\.py$)/i.test(path)) continue;
    if (!/\bDepends\b|\bHeader\b|\bHTTPException\b/.test(workspace.text(path) ?? "")) continue;
    for (const [name, code] of program.module(path)?.functions ?? []) {
      const target: Expr = { kind: "name", name, start: code.start, end: code.start };
      if (authenticationOf(program, [{ target, path }]) === "yes") found.push({ path, name });
    }
  }
  const rank = ({ name }: Asked) => (/current|user|who/i.test(name) ? 0 : /admin|role|super/i.test(name) ? 2 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

function homeOf(workspace: Workspace, path: string, target: Expr): Asked | undefined {
  const meant = workspace.facts.program.expression(path, target);
  return meant?.kind === "function" ? { path: meant.path, name: meant.function.name } : undefined;
}
