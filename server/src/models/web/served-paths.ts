// Lists the paths that the apps of the workspace answer at, whole where that can be known, however they are registered.

import { functionsIn } from "../code/functions.ts";
import type { Expr } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { Workspace } from "../workspace.ts";
import { patternText } from "./route-map.ts";

const REGISTERING = /^(add_route|add_api_route|add_websocket_route|mount|Route|Mount|APIRoute|WebSocketRoute|host)$/;
const WORDS = /@\w+|add_route|add_api_route|mount|Mount|Route\(/;

/** A part that cannot be known is `*`. Own paths are those below a router, without the prefixes of what includes it. */
export function servedPaths(
  workspace: Workspace,
  covers: (path: string) => boolean,
  { ownPaths = true } = {},
): readonly string[] {
  const { program, routeMap } = workspace.facts;
  const paths = new Set(
    routeMap.routes
      .filter(({ route }) => covers(route.path))
      .flatMap(({ route, paths: whole }) => [
        ...whole,
        ...(route.ownPath === undefined || !ownPaths ? [] : [route.ownPath]),
      ]),
  );
  const known = new Set(
    routeMap.routes.filter(({ ways }) => ways.length > 0).map(({ route }) => `${route.path}:${route.decorator.start}`),
  );
  for (const path of workspace.pythonFiles) {
    if (!covers(path) || !WORDS.test(workspace.text(path) ?? "")) continue;
    const body = program.module(path)?.code.body ?? [];
    const calls = [...walkCode(body)].filter((expr) => expr.kind === "call" && REGISTERING.test(nameOf(expr.callee)));
    const decorators = [...functionsIn(body)].flatMap(({ code }) => code.decorators);
    for (const call of [...calls, ...decorators]) {
      if (call.kind !== "call" || (!ownPaths && known.has(`${path}:${call.start}`))) continue;
      const first = call.args.find(({ name }) => name === "path") ?? call.args.find(({ name }) => name === "");
      const text = first && patternText(program, path, first.value);
      if (text !== undefined && /^\/|^\*./.test(text)) paths.add(text);
    }
  }
  return [...paths];
}

function nameOf(expr: Expr): string {
  return expr.kind === "name" || expr.kind === "attribute" ? expr.name : "";
}
