// Flags an app that serves a progressive web app, but not the files that browsers ask for at the root.

import { type AppSetup, appSetup, mayBeDoneElsewhere } from "../../models/web/app-setup.ts";
import { reachedWords } from "../../models/web/reached-words.ts";
import { servedPaths } from "../../models/web/served-paths.ts";
import type { Workspace } from "../../models/workspace.ts";
import { calleeName } from "../../python/name-of.ts";
import { descendants } from "../../python/surroundings.ts";
import { addToApp } from "../app-additions.ts";
import { addArgument, keywordNode } from "../call-edits.ts";
import { atApp } from "../project-app.ts";
import type { Reading } from "../reading.ts";
import { type Fix, option, projectRule } from "../rule.ts";

const FILE = /^\/[\w.-]+\.(js|json|webmanifest|html|ico|txt)$/;
/** Other usual names of the same file. */
const KINDS: readonly RegExp[] = [
  /^\/(sw|service[-_]?worker|serviceWorker)\.js$/,
  /^\/(manifest\.(json|webmanifest)|site\.webmanifest)$/,
];
const WORKER = /^\/(sw|service[-_]?worker|serviceWorker|registerSW)\.js$/;
const UNCACHED = /no-cache|no-store|must-revalidate|max-age=0/i;
/** A frontend that the app serves, or files of a progressive web app. */
const SIGN =
  /\bStaticFiles\([^)]*["'/](dist|build|frontend|client|pwa|www|webapp|web|ui)\b|["'/](sw|service-?worker|registerSW)\.js\b|manifest\.(json|webmanifest)|mount\(\s*["']\/pwa/;

export const pwaRootFiles = projectRule({
  id: "pwa-root-files",
  scope: "project",
  additive: true,
  summary:
    "A progressive web app whose service worker, registration script or manifest is not served at the root, or is cached.",
  why: "A service worker rules what lies at and below its own path, and browsers look for it at the root: below a prefix it is a 404, cached it never changes. A mount at the root, a route for every path, and the other usual names count. An app that serves no frontend is left alone.",
  severity: "warning",
  fix: "unsafe",
  options: {
    paths: option.strings(["/sw.js", "/manifest.json"], "Paths at which the app has to answer."),
    noCache: option.boolean(false, "Whether the service worker must be sent with `no-cache` headers."),
  },
  answers: [
    "Serve the PWA files at the root.",
    "Service workers must be served with `no-cache` headers.",
    "The PWA manifest must be served at root level.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(root|root level|top level) & (pwa|service worker|`/sw.js`|`/registerSW.js`|`/service-worker.js`|`/manifest.json`|`/manifest.webmanifest`|`*.webmanifest`|progressive web app)",
        "(`*sw.js`|`*registerSW.js`|`*service-worker.js`|`*manifest.json`|`*manifest.webmanifest`) ... root",
        "service worker & (`no-cache`|no cache|`Cache-Control`|`no-store`)",
      ],
      options: readFiles,
    },
  ],
  examples: [
    {
      bad: 'from fastapi import FastAPI\nfrom fastapi.staticfiles import StaticFiles\n\napp = FastAPI()\napp.mount("/pwa", StaticFiles(directory="dist"))\n',
      good: 'from fastapi import FastAPI\nfrom fastapi.responses import FileResponse\nfrom fastapi.staticfiles import StaticFiles\n\napp = FastAPI()\n\n\n@app.get("/sw.js", include_in_schema=False)\ndef sw_js():\n    return FileResponse("dist/sw.js", headers={"Cache-Control": "no-cache"})\n\n\napp.mount("/pwa", StaticFiles(directory="dist"))\n',
      path: "app/main.py",
      options: { paths: ["/sw.js"] },
    },
  ],
  *check({ paths, noCache }, { workspace, covers = () => true }) {
    const setup = appSetup(workspace, covers);
    const inCode = (path: string): boolean => covers(path) && !/(^|\/)tests?\//.test(path);
    if (!setup || mayBeDoneElsewhere(setup, /pwa|static|frontend|spa|ui/i) || !servesFrontend(workspace, inCode))
      return;
    const served = servedPaths(workspace, inCode, { ownPaths: false });
    // A mount at the root, or a route for any name.
    if (
      served.some((path) => path === "/*" || path === "*" || /^\/\{[^}]+\}$/.test(path)) ||
      mountsRoot(workspace, inCode)
    )
      return;
    const missing = paths.filter((path) => !served.some((one) => isSame(one, path)));
    if (missing.length > 0) {
      const fix = serveFix(setup, missing, workspace);
      yield {
        ...atApp(
          setup,
          `This app does not serve ${missing.map((path) => `\`${path}\``).join(", ")} at the root, where browsers look for it. Add a route for each.`,
        ),
        ...(fix && { fix }),
      };
    }
    const cached = noCache ? cachedWorker(workspace, setup, inCode) : undefined;
    if (cached) {
      const fix = uncachedFix(cached, workspace);
      yield {
        ...(fix && { fix }),
        ...atApp(
          setup,
          `\`${cached.route}\` is sent without \`no-cache\`, so browsers keep an old service worker. Set \`Cache-Control: no-cache\` on it.`,
        ),
        related: [{ path: cached.path, span: cached.span, message: "The route." }],
      };
    }
  },
});

function servesFrontend(workspace: Workspace, inCode: (path: string) => boolean): boolean {
  return (
    workspace.otherFiles.some(
      (path) =>
        /(^|\/)(sw|service-?worker|registerSW)\.(js|ts)$|\.webmanifest$/i.test(path) && !/node_modules\//.test(path),
    ) || workspace.pythonFiles.some((path) => inCode(path) && SIGN.test(workspace.text(path) ?? ""))
  );
}

function mountsRoot(workspace: Workspace, inCode: (path: string) => boolean): boolean {
  return workspace.pythonFiles.some(
    (path) => inCode(path) && /\b(mount|Mount)\(\s*(path\s*=\s*)?(["'])\/?\3\s*,/.test(workspace.text(path) ?? ""),
  );
}

function isSame(served: string, wanted: string): boolean {
  return served === wanted || KINDS.some((kind) => kind.test(served) && kind.test(wanted));
}

interface CachedRoute {
  readonly route: string;
  readonly path: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** A route of a service worker whose code names no such header, nor does anything around it. */
function cachedWorker(
  workspace: Workspace,
  setup: AppSetup,
  inCode: (path: string) => boolean,
): CachedRoute | undefined {
  const { program, routeMap } = workspace.facts;
  if (setup.around.some((part) => setup.words(part).some((word) => UNCACHED.test(word)))) return undefined;
  for (const { route, paths } of routeMap.routes) {
    const worker = paths.find((path) => WORKER.test(path));
    if (worker === undefined || !inCode(route.path)) continue;
    const words = reachedWords(program, { path: route.functionPath, code: route.function });
    if (!words.some((word) => UNCACHED.test(word)))
      return { route: worker, path: route.path, span: { start: route.decorator.start, end: route.decorator.end } };
  }
  return undefined;
}

function readFiles({
  codes,
  clause,
  good,
  shown,
}: Reading): { paths: readonly string[]; noCache?: boolean } | undefined {
  if (/no-?\s?cache|no-store|cache-control/i.test(clause)) return { paths: [], noCache: true };
  const named = codes.filter((code) => FILE.test(code));
  if (named.length > 0) return { paths: named };
  const exampled = [...good, ...shown].flatMap(({ code }) =>
    [...code.matchAll(/\.(?:get|api_route|add_api_route)\(\s*["']([^"']+)["']/g)]
      .map(([, path = ""]) => path)
      .filter((path) => FILE.test(path)),
  );
  return exampled.length > 0 ? { paths: [...new Set(exampled)] } : { paths: ["/sw.js", "/manifest.json"] };
}

/** A route for each file, from the folder that the app serves already; none where no folder is known. */
function serveFix(setup: AppSetup, missing: readonly string[], workspace: Workspace): Fix | undefined {
  const places = missing.map((path) => placeOf(path, setup, workspace));
  if (places.includes(undefined)) return undefined;
  const lines = missing.flatMap((path, at) => [
    ...(at === 0 ? [] : ["", ""]),
    `@app.get("${path}", include_in_schema=False)`,
    `def ${functionName(path)}():`,
    `    return FileResponse("${places[at]}"${WORKER.test(path) ? ', headers={"Cache-Control": "no-cache"}' : ""})`,
  ]);
  const title = "Serve them at the root; look whether the files lie there once the frontend is built";
  return addToApp(setup, workspace, title, lines, [["fastapi.responses", "FileResponse"]]);
}

function functionName(path: string): string {
  return path
    .slice(1)
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/\W/g, "_")
    .toLowerCase();
}

/** Where the file is, else the folder that is mounted, which a build fills. */
function placeOf(path: string, { app }: AppSetup, workspace: Workspace): string | undefined {
  const found = workspace.otherFiles.filter((one) => `/${one}`.endsWith(path) && !/node_modules\//.test(one));
  if (found.length === 1) return found[0];
  const texts = [app.path, ...workspace.pythonFiles].map((one) => workspace.text(one) ?? "");
  const mounted = /\bStaticFiles\(\s*directory\s*=\s*["']([\w./-]+)["']/g;
  const folders = texts.flatMap((text) => [...text.matchAll(mounted)].map(([, one = ""]) => one));
  const [folder] = new Set(folders);
  return folder !== undefined && new Set(folders).size === 1 ? `${folder.replace(/\/$/, "")}${path}` : undefined;
}

/** The header on the one file that the route answers with. */
function uncachedFix({ path, span }: CachedRoute, workspace: Workspace): Fix | undefined {
  const file = workspace.python(path);
  const decorator = file?.nodes("decorator").find(({ start, end }) => start <= span.start && span.end <= end);
  const around = decorator?.parent;
  if (file === undefined || around === undefined) return undefined;
  const answers = [...descendants(around)].filter(
    (one) => one.type === "call" && /(^|\.)FileResponse$/.test(calleeName(file, one)),
  );
  const [call] = answers;
  if (call === undefined || answers.length > 1) return undefined;
  const edit = keywordNode(call, "headers")
    ? undefined
    : addArgument(file, call, 'headers={"Cache-Control": "no-cache"}');
  return edit && { title: "Send it with `no-cache`", safe: false, edits: [{ ...edit, path }] };
}
