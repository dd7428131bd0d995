// Writes a test that requests a route and looks at the status.

import type { Route } from "../models/web/routes.ts";
import type { Workspace } from "../models/workspace.ts";
import { argumentsOf } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { isTestPath } from "../python/source-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { sampleAddress, sampleArgumentsOf } from "./request-sample.ts";
import { definitionOf, registrationNode } from "./route-places.ts";
import type { Fix } from "./rule.ts";
import { addTests, dottedName, type WrittenTest } from "./test-skeleton.ts";

/** With the client that the tests of the project have already, else one of the app that serves the route, or of its router alone. */
export function endpointTestFix(
  file: PythonFile,
  route: Route,
  path: string,
  { workspace, client: known }: { readonly workspace: Workspace; readonly client: TestClient | undefined },
): Fix | undefined {
  const [method] = route.methods;
  const definition = definitionOf(file, route);
  const call = registrationNode(file, route);
  // An app that does not serve the route answers 404.
  const ways = workspace.facts.routeMap.reached(route)?.ways ?? [];
  const isServed = known?.setUp === undefined || ways.some(({ app }) => !isTestPath(app.path));
  const client = known && isServed ? known : routerClient(file, route, workspace);
  if (!definition || !call || path.includes("*") || !path.startsWith("/")) return undefined;
  if (method === undefined || !/^(GET|POST|PUT|PATCH|DELETE|WEBSOCKET)$/.test(method)) return undefined;
  const address = sampleAddress(definition, path);
  const isSocket = method === "WEBSOCKET";
  const sent = isSocket ? "" : sampleArgumentsOf(file, definition, path, workspace);
  if (client === undefined || sent === undefined || dottedName(file, workspace) === undefined) return undefined;
  if (isSocket && client.isAsync) return undefined;
  const { setUp = [], imports = [] } = client;
  const lines = [
    `${client.isAsync ? "async " : ""}def test_${route.function.name}(${setUp.length > 0 ? "" : "client"}) -> None:`,
    ...setUp.map((line) => `    ${line}`),
    ...(isSocket
      ? [`    with client.websocket_connect("${address}") as socket:`, "        assert socket"]
      : [
          `    response = ${client.isAsync ? "await " : ""}client.${method.toLowerCase()}("${address}"${sent})`,
          `    assert response.status_code == ${statusOf(call)}`,
        ]),
  ];
  const edits = addTests(file, [{ lines, imports }], workspace);
  const title = isSocket
    ? `Write a test that connects to ${address}; look at what it should say`
    : `Write a test that sends ${method} ${address}; look at what it sends and what it should get`;
  return edits && { title, safe: false, edits };
}

function statusOf(call: SyntaxNode): string {
  const status = argumentsOf(call).keywords.get("status_code")?.text;
  return /\b([1-5]\d\d)\b/.exec(status?.replaceAll("_", " ") ?? "")?.[1] ?? "200";
}

export interface TestClient {
  readonly isAsync: boolean;
  /** The lines that make it, and what they import, where no fixture brings it. */
  readonly setUp?: readonly string[];
  readonly imports?: WrittenTest["imports"];
}

/** A fixture called `client`, as tests ask for it, else one of the app. */
export function testClient(workspace: Workspace): TestClient | undefined {
  for (const path of workspace.pythonFiles) {
    if (!isTestPath(path)) continue;
    const text = workspace.text(path) ?? "";
    if (!/def \w+\([^)]*\bclient\b|def client\(/.test(text)) continue;
    return { isAsync: /await client\./.test(text) && !/(?<!await )\bclient\.(get|post)\(/.test(text) };
  }
  const served = workspace.facts.routeMap.apps.find(({ path }) => !isTestPath(path));
  const home = served && workspace.python(served.path);
  const module = home && dottedName(home, workspace);
  const isOfModule = served !== undefined && home?.scopes.module.bindings.has(served.name) === true;
  if (!isOfModule || module === undefined) return undefined;
  return {
    isAsync: false,
    setUp: [`client = TestClient(${served.name})`],
    imports: [
      ["fastapi.testclient", "TestClient"],
      [module, served.name],
    ],
  };
}

/** No app serves the router yet: an app of the test's own. */
function routerClient(file: PythonFile, { router }: Route, workspace: Workspace): TestClient | undefined {
  const module = dottedName(file, workspace);
  const isOfModule = router.path === file.path && file.scopes.module.bindings.has(router.name);
  if (router.isApp || router.isGiven || !isOfModule || module === undefined) return undefined;
  return {
    isAsync: false,
    setUp: ["app = FastAPI()", `app.include_router(${router.name})`, "client = TestClient(app)"],
    imports: [
      ["fastapi", "FastAPI"],
      ["fastapi.testclient", "TestClient"],
      [module, router.name],
    ],
  };
}
