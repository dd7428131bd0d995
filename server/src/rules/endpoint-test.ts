// Writes a test that requests a route and looks at the status.

import type { Route } from "../models/web/routes.ts";
import type { Workspace } from "../models/workspace.ts";
import { argumentsOf } from "../python/call.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { isTestPath } from "../python/source-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { dottedName, addTests, sampleOf } from "./test-skeleton.ts";
import { definitionOf, registrationNode } from "./route-places.ts";
import type { Fix } from "./rule.ts";

/** With the client that the tests of the project have already; undefined where they have none. */
export function endpointTestFix(
  file: PythonFile,
  route: Route,
  path: string,
  { workspace, client }: { readonly workspace: Workspace; readonly client: TestClient | undefined },
): Fix | undefined {
  const [method] = route.methods;
  const definition = definitionOf(file, route);
  const call = registrationNode(file, route);
  if (!definition || !call || path.includes("*") || !path.startsWith("/")) return undefined;
  if (method === undefined || !/^(GET|POST|PUT|PATCH|DELETE)$/.test(method)) return undefined;
  const address = path.replaceAll(/\{(\w+)(:[^}]*)?\}/g, (_, name: string) => sampleText(definition, name));
  const body = /^(POST|PUT|PATCH)$/.test(method) ? bodyOf(file, definition, workspace) : "";
  if (client === undefined || body === undefined || dottedName(file, workspace) === undefined) return undefined;
  const name = `test_${route.function.name}`;
  const request = `client.${method.toLowerCase()}("${address}"${body})`;
  const app = client.app;
  const lines = [
    `${client.isAsync ? "async " : ""}def ${name}(${app ? "" : "client"}) -> None:`,
    ...(app ? [`    client = TestClient(${app.name})`] : []),
    `    response = ${client.isAsync ? "await " : ""}${request}`,
    `    assert response.status_code == ${statusOf(call)}`,
  ];
  const edits = addTests(
    file,
    [
      {
        lines,
        imports: app
          ? [
              ["fastapi.testclient", "TestClient"],
              [app.module, app.name],
            ]
          : [],
      },
    ],
    workspace,
  );
  const title = `Write a test that sends ${method} ${address}; look at what it sends and what it should get`;
  return edits && { title, safe: false, edits };
}

function statusOf(call: SyntaxNode): string {
  const status = argumentsOf(call).keywords.get("status_code")?.text;
  return /\b([1-5]\d\d)\b/.exec(status?.replaceAll("_", " ") ?? "")?.[1] ?? "200";
}

function sampleText(definition: SyntaxNode, name: string): string {
  const type = parametersOf(definition).find((parameter) => parameter.name === name)?.annotation?.text;
  return /\bUUID\b/.test(type ?? "") ? "00000000-0000-0000-0000-000000000000" : type === "str" ? "a" : "1";
}

/** `, json={…}` with the fields that its model needs; undefined where one of them cannot be made up. */
function bodyOf(file: PythonFile, definition: SyntaxNode, workspace: Workspace): string | undefined {
  for (const { annotation } of parametersOf(definition)) {
    const type = annotation?.children[0];
    const meant = type?.type === "identifier" ? workspace.facts.program.name(file.path, type.text) : undefined;
    if (meant?.kind !== "class") continue;
    const bases = workspace.facts.program.externalBases(meant.class);
    if (!bases.some((base) => /(BaseModel|SQLModel)$/.test(base))) continue;
    const text = workspace.text(meant.path) ?? "";
    const pairs: string[] = [];
    for (const [name, { annotation: written, value }] of meant.class.attributes) {
      if (value !== undefined || written === undefined) continue;
      const sample = sampleOf(text.slice(written.start, written.end));
      if (sample === undefined) return undefined;
      pairs.push(`"${name}": ${sample}`);
    }
    return `, json={${pairs.join(", ")}}`;
  }
  return "";
}

export interface TestClient {
  readonly isAsync: boolean;
  /** Where no fixture brings it, the app that it is made for. */
  readonly app?: { readonly module: string; readonly name: string };
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
  return isOfModule && module !== undefined ? { isAsync: false, app: { module, name: served.name } } : undefined;
}
