// What stands around the requests of the workspace's apps: middleware, dependencies, decorators, handlers, in the words of their code.

import type { Program } from "../program.ts";
import type { Workspace } from "../workspace.ts";
import type { AppParts } from "./app-parts.ts";
import { type CodePart, reachedWords } from "./reached-words.ts";
import type { Router } from "./routers.ts";

export interface AppSetup extends AppParts {
  /** The app that serves, of several the one with most routes, then the one nearest to the root. */
  readonly app: Router;
  /** The words of a part, with those of the workspace's functions and classes that it uses, so many steps deep. */
  readonly words: (part: CodePart, depth?: number) => readonly string[];
  readonly program: Program;
}

/** Libraries that get the app and leave requests alone. */
const HARMLESS =
  /^(uvicorn|hypercorn|gunicorn|granian|fastapi|starlette|httpx|mangum|pytest|prometheus_\w+|sqladmin|starlette_admin|fastapi_pagination|strawberry|asgi_lifespan|anyio|asyncio|typing|builtins|isinstance|print|len|id|getattr|setattr|hasattr)\b/;

/** Undefined where no app is made in what the guide speaks of. */
export function appSetup(workspace: Workspace, covers: (path: string) => boolean = () => true): AppSetup | undefined {
  const { facts } = workspace;
  const { program } = facts;
  const apps = facts.routeMap.apps.filter(({ path, isGiven }) => !isGiven && covers(path) && !isTest(path));
  const served = (one: Router): number =>
    facts.routeMap.routes.filter(({ ways }) => ways.some(({ app }) => app.call === one.call)).length;
  const order = new Map(apps.map((one) => [one, served(one)]));
  const app = apps.toSorted(
    (a, b) =>
      (order.get(b) ?? 0) - (order.get(a) ?? 0) ||
      rank(a.path) - rank(b.path) ||
      (a.path < b.path ? -1 : a.path > b.path ? 1 : a.call.start - b.call.start),
  )[0];
  if (!app) return undefined;
  const inCode = workspace.pythonFiles
    .filter((path) => covers(path) && !isTest(path))
    .map((path) => facts.appParts(path));
  const onRoutes = facts.routeMap.routes
    .filter(({ route }) => covers(route.path) && !isTest(route.path))
    .flatMap(({ route }) => route.dependencies.flatMap(({ target, path }) => (target ? [{ path, code: target }] : [])));
  const found = {
    around: inCode.flatMap(({ around }) => around),
    onRoutes: [...inCode.flatMap((parts) => parts.onRoutes), ...onRoutes],
    handled: inCode.flatMap(({ handled }) => handled),
    handedTo: inCode.flatMap(({ handedTo }) => handedTo),
  };
  return { ...found, app, program, words: (part, depth) => reachedWords(program, part, depth) };
}

/** True where a function from elsewhere may have done what is looked for: its name says so, or says nothing. */
export function mayBeDoneElsewhere({ handedTo }: AppSetup, wanted: RegExp): boolean {
  return handedTo.some(
    (name) =>
      wanted.test(name) ||
      (!HARMLESS.test(name) &&
        /(^|[._])(setup|set_up|init|initiali[sz]e|configure|bootstrap|install|register|prepare)(_app|_fastapi|_application|_middlewares?|_all|_api|_service)?$/i.test(
          name,
        )),
  );
}

function rank(path: string): number {
  const depth = path.split("/").length;
  return /(^|\/)(main|app|asgi|server|application|factory|api)\.py$/.test(path) ? depth : depth + 20;
}

function isTest(path: string): boolean {
  return /(^|\/)(tests?|docs?|examples?|samples?|demos?|scripts?|benchmarks?)\/|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(
    path,
  );
}
