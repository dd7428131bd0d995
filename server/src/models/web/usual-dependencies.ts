// The dependencies by which a workspace's routes ask who is there.

import { isTestPath } from "../../python/source-file.ts";
import type { Expr } from "../code/syntax.ts";
import type { Program } from "../program.ts";
import { authenticationOf } from "./authentication.ts";
import type { RouteMap } from "./route-map.ts";

type Dependent = RouteMap["routes"][number];

interface Source {
  readonly pythonPaths: readonly string[];
  text(path: string): string | undefined;
}

export interface Asked {
  readonly path: string;
  readonly name: string;
}

/** Asked for by routes of the workspace, those first that most of them ask for. */
export function usualDependencies(program: Program, routes: readonly Dependent[], source: Source): readonly Asked[] {
  const counts = new Map<string, { readonly asked: Asked; readonly times: number }>();
  for (const dependency of routes.flatMap(({ dependencies }) => dependencies)) {
    if (dependency.target?.kind !== "name" || authenticationOf(program, [dependency]) !== "yes") continue;
    const asked = homeOf(program, dependency.path, dependency.target);
    if (asked === undefined) continue;
    const key = `${asked.path} ${asked.name}`;
    counts.set(key, { asked, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  if (counts.size === 0) return possibleDependencies(program, source);
  return [...counts.values()]
    .toSorted((a, b) => b.times - a.times || (a.asked.name < b.asked.name ? -1 : 1))
    .map(({ asked }) => asked);
}

/** Where no route asks yet: what the modules about security offer, users before keys and roles. */
function possibleDependencies(program: Program, source: Source): readonly Asked[] {
  const found: Asked[] = [];
  for (const path of source.pythonPaths) {
    if (isTestPath(path) || !/(^|\/)\w*(auth|secur|dep(s|end)|login|user)\w*(\/|\.py$)/i.test(path)) continue;
    if (!/\bDepends\b|\bHeader\b|\bHTTPException\b/.test(source.text(path) ?? "")) continue;
    for (const [name, code] of program.module(path)?.functions ?? []) {
      const target: Expr = { kind: "name", name, start: code.start, end: code.start };
      if (authenticationOf(program, [{ target, path }]) === "yes") found.push({ path, name });
    }
  }
  const rank = ({ name }: Asked) => (/current|user|who/i.test(name) ? 0 : /admin|role|super/i.test(name) ? 2 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

function homeOf(program: Program, path: string, target: Expr): Asked | undefined {
  const meant = program.expression(path, target);
  return meant?.kind === "function" ? { path: meant.path, name: meant.function.name } : undefined;
}
