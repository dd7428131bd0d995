// Where a file registers routes, for rules that speak of them.

import type { Route } from "../models/web/routes.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Span } from "../text/span.ts";

/** Words without one of which a file registers no route, so that it need not be read. */
export const routeWords: readonly string[] = [
  ".get(",
  ".post(",
  ".put(",
  ".patch(",
  ".delete(",
  ".websocket(",
  "api_route(",
  "add_api_websocket_route(",
];

/** The decorator with its `@`, or the call that adds the route. */
export function registrationSpan(file: PythonFile, route: Route): Span {
  const { start, end } = route.decorator;
  return { start: file.text[start - 1] === "@" ? start - 1 : start, end };
}

/** The definition of a route's function, where it stands in this file. */
export function definitionOf(file: PythonFile, route: Route): SyntaxNode | undefined {
  if (route.functionPath !== file.path) return undefined;
  return file.nodes("function_definition").find((node) => node.start === route.function.start);
}

/** The call that registers it: `router.get("/x")` of the decorator, or `router.add_api_route("/x", …)`. */
export function registrationNode(file: PythonFile, { path, decorator }: Route): SyntaxNode | undefined {
  if (path !== file.path) return undefined;
  return file.nodes("call").find(({ start, end }) => start === decorator.start && end === decorator.end);
}

/** A route that tells machines whether the service is up. */
export function isHealthPath(path: string): boolean {
  return /(^|\/)(health|healthz|health[-_]?check|ready|readyz|readiness|live|livez|liveness|alive|ping|metrics|status|heartbeat|up|version)\/?$/i.test(
    path,
  );
}

/** What a fix is about that changes the answer of a route's function. */
export function answerAt({ path }: PythonFile, { start }: Span): string {
  return `answer ${path} ${start}`;
}
