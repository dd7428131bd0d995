// Flags route paths that do not name resources: verbs, upper case, underscores, trailing slashes.

import { answerOf, isPage } from "../../models/web/answers.ts";
import type { Router } from "../../models/web/routers.ts";
import type { Route } from "../../models/web/routes.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { stringValue } from "../../python/string-value.ts";
import type { Span } from "../../text/span.ts";
import { registrationNode, registrationSpan, routeWords } from "../route-places.ts";
import { type Fix, fileRule } from "../rule.ts";

const VERBS = /^(get|fetch|retrieve|create|add|insert|save|update|edit|modify|delete|remove|destroy)$/;
/** Words that are verbs only in front of another. */
const LEADING = /^(list|show|load|find|set|upsert|handle)$/;

export const restfulPaths = fileRule({
  id: "restful-paths",
  scope: "workspace",
  summary: "Verbs, upper case, underscores or trailing slashes in a route's path, and deleting by POST.",
  why: "A path names a resource and the method says what is done with it, so that clients can guess both. Actions on a resource such as `/login`, `/search` or `/orders/{id}/cancel`, parameters, and names of files are left alone.",
  severity: "information",
  tests: false,
  fix: "unsafe",
  options: {},
  mentions: [...routeWords, "APIRouter("],
  answers: [
    "Follow RESTful conventions for resource naming.",
    "Never put verbs in URL paths.",
    "Use nouns in kebab-case for endpoint paths.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(rest|restful) ... (convention|naming|design|principle|url|path|endpoint|resource|route)",
        "(rest|restful) api (convention|design|principle|style|standard|guideline)",
        "restful api",
        "resource (naming|name|oriented)",
        "(noun|kebab case|lower case|plural) ... (url|path|endpoint|route|resource)",
        "(url|path|endpoint|route|resource) ... (noun|kebab case|plural)",
        "(rest|restful|rest api) (endpoint|naming|resource)",
        "(follow|use|adhere) ... rest ... (convention|naming|principle|standard)",
        "(endpoint|route|url|path|api) ... rest (convention|naming|principle|standard)",
        "plural noun",
        "(collection|resource) ... plural",
        "plural ... (for|in) (collection|resource)",
        "(url|path|endpoint|route) ... resource ... (not|instead of|rather than) ... (action|verb)",
      ],
      unless: [
        "rest framework",
        "(only|via|through) ... rest api",
        "(flask|django|fastapi|framework) for ... rest api",
        "rest (code|codebase|code base|project|app|application|system|team|module|file)",
        "(rest|restful) (connector|client|sdk|adapter)",
        "(rest|restful) api (key|token|client|wrapper|url|credential|secret)",
        "table name",
        "class name",
        "file name",
        "module name",
        "model name",
        "version",
      ],
    },
    {
      stance: "avoid",
      says: [
        "verb ... (url|path|endpoint|route)",
        "(action|verb) in (url|path)",
        "(url|path|endpoint|route) ... verb",
        "trailing slash",
        "(underscore|camel case|upper case) ... (url|path|endpoint|route)",
      ],
    },
  ],
  examples: [
    {
      bad: 'from fastapi import APIRouter\n\nrouter = APIRouter()\n\n\n@router.post("/createBoat")\nasync def create_boat():\n    pass\n',
      good: 'from fastapi import APIRouter\n\nrouter = APIRouter()\n\n\n@router.post("/boats")\nasync def create_boat():\n    pass\n',
    },
  ],
  *check(file, _options, { workspace }) {
    const { routes, routers } = workspace.facts.routes(file.path);
    for (const route of routes) {
      if (route.ownPath === undefined) continue;
      const flaw = flawOf(route.ownPath) ?? deletionFlaw(route);
      if (flaw === undefined || isPage(answerOf(workspace.facts, route))) continue;
      const fix = fixOf(file, route, routes);
      yield {
        ...(fix && { fix }),
        span: registrationSpan(file, route),
        message: `The path \`${route.ownPath}\` ${flaw}; name the resource in lower-case words and let the method say what is done.`,
      };
    }
    for (const router of routers) {
      const prefix = prefixText(router);
      const flaw = prefix && flawOf(prefix);
      if (!router.prefix || !flaw) continue;
      const better = correctedPath(prefix);
      const edit = better === undefined ? undefined : pathEdit(file, router.prefix, better);
      yield {
        ...(edit && {
          fix: { title: `Write \`${better}\`; look at the clients that call it`, safe: false, edits: [edit] },
        }),
        span: router.prefix,
        message: `The prefix \`${prefix}\` ${flaw}; name the resource in lower-case words.`,
      };
    }
  },
});

function prefixText(router: Router): string | undefined {
  return router.prefix?.kind === "literal" && typeof router.prefix.value === "string" ? router.prefix.value : undefined;
}

function flawOf(path: string): string | undefined {
  const segments = path.split("/").filter((segment) => segment !== "" && !/^\{[^}]*\}$/.test(segment));
  for (const segment of segments) {
    // `/robots.txt`, `/.well-known`, `/__debug__`
    if (segment.includes(".") || segment.startsWith("_")) continue;
    const name = segment.replaceAll(/\{[^}]*\}/g, "");
    const words = name
      .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .split(/[-_:]/)
      .filter(Boolean);
    const [first = ""] = words;
    if (VERBS.test(first) || (words.length > 1 && LEADING.test(first))) return `has the verb \`${first}\``;
    if (/[A-Z]/.test(name)) return "has upper case";
    if (name.includes("_")) return "has an underscore";
  }
  return path.length > 1 && path.endsWith("/") ? "ends in a slash" : undefined;
}

/** A single item that is deleted by POST or GET. */
function deletionFlaw(route: Route): string | undefined {
  const isOther = route.methods.every((method) => method === "POST" || method === "GET");
  const deletes =
    /^(delete|remove|destroy)_/.test(route.function.name) && !/bulk|batch|many|multiple/.test(route.function.name);
  return isOther && deletes && route.ownPath?.endsWith("}")
    ? `deletes by ${route.methods.join(" and ")} instead of DELETE`
    : undefined;
}

/** The corrected path, and DELETE where it deletes; undefined where another route has both already. */
function fixOf(file: PythonFile, route: Route, routes: readonly Route[]): Fix | undefined {
  const { ownPath, pathExpr } = route;
  const call = registrationNode(file, route);
  if (ownPath === undefined || pathExpr === undefined || call === undefined) return undefined;
  if (flawOf(ownPath) === undefined) {
    const method = call.field("function")?.field("attribute");
    const isSimple = method !== undefined && /^(post|get)$/.test(method.text);
    if (!isSimple || isTaken(routes, route, ownPath, "DELETE")) return undefined;
    const edit = { span: { start: method.start, end: method.end }, text: "delete" };
    return { title: "Delete by DELETE; look at the clients that call it", safe: false, edits: [edit] };
  }
  const corrected = correctedPath(ownPath);
  if (corrected === undefined) return undefined;
  const better = withoutResource(corrected, route.router);
  const method = call.field("function")?.field("attribute");
  const deletes = method?.text === "post" && /(^|\/)(delete|remove|destroy)(?![a-z])/.test(ownPath);
  const methods = deletes ? ["DELETE"] : route.methods;
  const earlier = routes.slice(0, routes.indexOf(route));
  // One that deletes by POST so far will have the method as well.
  const rivals = routes.filter((other) => deletes && other !== route && deletionFlaw(other) !== undefined);
  if (methods.some((one) => isTaken(routes, route, better, one) || isTaken(earlier, route, better, one, true)))
    return undefined;
  if (rivals.some((other) => isTaken([other], route, better, other.methods[0] ?? ""))) return undefined;
  const edit = pathEdit(file, pathExpr, better);
  const change = deletes ? [{ span: { start: method.start, end: method.end }, text: "delete" }] : [];
  const title = `${deletes ? "DELETE" : "Write"} \`${better || '""'}\`; look at the clients that call it`;
  return edit && { title, safe: false, edits: [...change, edit] };
}

/** `/orders` below the prefix `/orders` names it twice. */
function withoutResource(path: string, router: Router): string {
  const resource = prefixText(router)?.split("/").at(-1);
  return resource && (path === `/${resource}` || path.startsWith(`/${resource}/`))
    ? path.slice(resource.length + 1)
    : path;
}

/** `corrected` also counts what others will be called. */
function isTaken(routes: readonly Route[], own: Route, path: string, method: string, corrected = false): boolean {
  const plain = (one: string | undefined) => one?.replaceAll(/\{[^}]*\}/g, "{}");
  return routes.some(
    (other) =>
      other !== own &&
      other.router.name === own.router.name &&
      other.methods.includes(method) &&
      plain(corrected ? correctedPath(other.ownPath ?? "") : other.ownPath) === plain(path),
  );
}

function pathEdit(
  file: PythonFile,
  at: Span,
  path: string,
): { readonly span: Span; readonly text: string } | undefined {
  const node = file.nodes("string").find(({ start, end }) => start === at.start && end === at.end);
  const quote = node?.text.at(-1);
  return node === undefined || stringValue(node) === undefined || node.text.includes("\\")
    ? undefined
    : { span: { start: at.start, end: at.end }, text: `${quote}${path}${quote}` };
}

/** `/getBoats/` becomes `/boats`, `/boats/create` becomes `/boats`, `/boat_owners` becomes `/boat-owners`. */
function correctedPath(path: string): string | undefined {
  const segments = path.split("/").flatMap((segment) => {
    if (segment === "" || /^\{[^}]*\}$/.test(segment) || segment.includes(".") || segment.startsWith("_"))
      return [segment];
    if (segment.includes("{")) return [segment];
    const words = segment
      .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .split(/[-_]/)
      .filter(Boolean);
    const [first = "", ...rest] = words;
    const isVerb = VERBS.test(first) || (rest.length > 0 && LEADING.test(first));
    if (!isVerb) return [words.join("-")];
    // A verb alone is what the method says.
    return rest.length === 0 ? [] : [[...rest.slice(0, -1), plural(rest.at(-1) ?? "")].join("-")];
  });
  const joined = segments.join("/").replace(/(?<=.)\/$/, "");
  return joined === "" || joined === path || !joined.startsWith("/") || flawOf(joined) !== undefined
    ? undefined
    : joined;
}

function plural(word: string): string {
  if (/(s|[^aeiou]ies|data|info|status)$/.test(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(x|ch|sh|z)$/.test(word) ? `${word}es` : `${word}s`;
}
