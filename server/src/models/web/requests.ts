// Which routes the tests request: by client calls, by paths they write down, by the names of routes, and by calling their functions.

import type { Span } from "../../text/span.ts";
import { dottedName } from "../code/dotted-name.ts";
import type { Expr } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { Program } from "../program.ts";
import { keyword } from "./keyword.ts";
import { patternText, type ReachedRoute } from "./route-map.ts";

interface RequestedPath {
  /** Upper case; undefined where the path is only written down. */
  readonly method: string | undefined;
  /** With `*` for what cannot be known. */
  readonly path: string;
}

export interface Requests {
  readonly paths: readonly RequestedPath[];
  /** The names of routes whose address is asked for: `app.url_path_for("read_boat")`. */
  readonly names: readonly string[];
  /** Decorated functions that are called themselves: `await read_boat(db, 1)`. */
  readonly called: readonly string[];
}

const CLIENT = /^(get|post|put|patch|delete|head|options)$/;

/** What one test file requests. */
export function requestsIn(program: Program, path: string): Requests {
  const asked: (RequestedPath & Span)[] = [];
  const written: (RequestedPath & Span)[] = [];
  const names: string[] = [];
  const texts: string[] = [];
  // `url_path_for(name)`: the names stand elsewhere in the file, in the parameters of a test.
  let areNamesGiven = false;
  const callees = new Map<string, Expr>();
  const module = program.module(path);
  // A constant at the top is only a part of what is asked for.
  const constants = new Set([...(module?.values.values() ?? [])].map(({ value }) => value?.start));
  let whole = { start: 0, end: 0 };
  for (const expr of walkCode(module?.code.body ?? [])) {
    const isText =
      expr.kind === "literal" ||
      (expr.kind === "parts" && expr.isText) ||
      (expr.kind === "binary" && (expr.op === "+" || expr.op === "%"));
    // The parts of a text stand in it; decorators come after the body that they stand above.
    if (isText && (expr.start < whole.start || expr.start >= whole.end)) {
      whole = expr;
      const text = constants.has(expr.start) ? undefined : asPath(patternText(program, path, expr));
      if (text !== undefined) written.push({ method: undefined, path: text, start: expr.start, end: expr.end });
    }
    if (expr.kind === "literal" && typeof expr.value === "string") texts.push(expr.value);
    if (expr.kind !== "call") continue;
    const dotted = dottedName(expr.callee);
    if (dotted !== undefined && module?.code.imports.has(dotted.split(".", 1)[0] ?? ""))
      callees.set(dotted, expr.callee);
    if (expr.callee.kind !== "attribute") continue;
    const { name } = expr.callee;
    const given = expr.args.filter((argument) => argument.name === "" || argument.name === "url");
    const [first, second] = given;
    if (/^url_(path_)?for$/.test(name)) {
      if (first?.value.kind === "literal") names.push(String(first.value.value));
      else areNamesGiven ||= first !== undefined;
    }
    const isNamed = name === "request" || name === "stream";
    const address = isNamed ? second : first;
    const verb =
      isNamed && first?.value.kind === "literal"
        ? String(first.value.value)
        : name === "websocket_connect"
          ? "WEBSOCKET"
          : name;
    if (!address || !(CLIENT.test(verb.toLowerCase()) || verb === "WEBSOCKET")) continue;
    const text = asPath(patternText(program, path, address.value), true);
    const { start, end } = address.value;
    if (text !== undefined) asked.push({ method: verb.toUpperCase(), path: text, start, end });
  }
  // What a client is asked for with its method is not merely written down.
  const others = written.filter((one) => !asked.some(({ start, end }) => start <= one.start && one.end <= end));
  const called = [...callees.values()].flatMap((callee) => {
    const meant = program.expression(path, callee);
    return meant?.kind === "function" && meant.function.decorators.length > 0
      ? [`${meant.path}:${meant.function.name}`]
      : [];
  });
  if (areNamesGiven) names.push(...texts.filter((text) => !/[\s/]/.test(text)));
  return { paths: [...asked, ...others].map(({ method, path: text }) => ({ method, path: text })), names, called };
}

/** The path of an address without host, query and fragment. */
function asPath(text: string, isAsked = false): string | undefined {
  const path = text.replace(/^(https?|wss?):\/\/[^/]*/, "").replace(/[?#].*$/s, "");
  if (path.startsWith("/") || /^\*\/?[\w{-]/.test(path))
    return path.length > 200 || (!isAsked && /\s/.test(path)) ? undefined : path;
  return isAsked && /^[\w-]+(\/|$)/.test(path) ? `/${path}` : undefined;
}

/** The routes that some test requests, by where they are registered. */
export function requestedRoutes(routes: readonly ReachedRoute[], requests: readonly Requests[]): ReadonlySet<string> {
  const found = new Set<string>();
  const names = new Set(requests.flatMap((one) => one.names));
  const called = new Set(requests.flatMap((one) => one.called));
  for (const { route } of routes)
    if (names.has(nameOfRoute(route)) || called.has(`${route.functionPath}:${route.function.name}`))
      found.add(routeKey(route));
  for (const request of new Map(
    requests.flatMap((one) => one.paths).map((one) => [`${one.method} ${one.path}`, one]),
  ).values()) {
    let best = 0;
    let matched: string[] = [];
    for (const reached of routes) {
      if (request.method !== undefined && !reached.route.methods.includes(request.method)) continue;
      const score = Math.max(
        0,
        ...addressesOf(reached).map((address) => matchScore(segmentsOf(address), segmentsOf(request.path))),
      );
      if (score > best) [best, matched] = [score, []];
      if (score > 0 && score === best) matched.push(routeKey(reached.route));
    }
    for (const key of matched) found.add(key);
  }
  return found;
}

/** The one that addresses are made from: the function's, where the registration gives no other. */
function nameOfRoute({ decorator, function: code }: ReachedRoute["route"]): string {
  const given = keyword(decorator.args, "name");
  return given?.kind === "literal" && typeof given.value === "string" ? given.value : code.name;
}

export function routeKey(route: ReachedRoute["route"]): string {
  return `${route.path}:${route.decorator.start}`;
}

function addressesOf({ paths, partial }: ReachedRoute): readonly string[] {
  return paths.length > 0 ? paths : [`*${partial}`];
}

function segmentsOf(path: string): readonly string[] {
  return path.split("/").filter(Boolean);
}

/** 0 where a request does not go to the route; more, the more of it is the same to the letter. */
function matchScore(route: readonly string[], request: readonly string[]): number {
  if (route.length === 0 && request.length === 0) return 1;
  let score = 1;
  let [at, of] = [request.length - 1, route.length - 1];
  for (; at >= 0 && of >= 0; at--, of--) {
    const asked = request[at] ?? "";
    const own = route[of] ?? "";
    if (own === asked) score += own === "*" ? 0 : 2;
    else if (/^\{[^}]*:path\}$/.test(own)) return score;
    else if (!fits(own, asked))
      return at === 0 && asked.startsWith("*") && own.endsWith(asked.slice(1))
        ? score
        : own.startsWith("*")
          ? score
          : 0;
  }
  // What is left over must be unknown on the other side, or what a base address holds.
  const left = route.slice(0, of + 1);
  if (left.length > 0)
    return request[0]?.startsWith("*") || left.every((one) => /^(api|v\d+|\*)$/.test(one)) ? score : 0;
  return at < 0 || route[0]?.startsWith("*") ? score : 0;
}

function fits(own: string, asked: string): boolean {
  const pattern = (text: string, hole: RegExp): RegExp =>
    new RegExp(
      `^${text
        .split(hole)
        .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
        .join(".*")}$`,
    );
  return pattern(own, /\{[^}]*\}|\*/).test(asked) || pattern(asked, /\*/).test(own);
}
