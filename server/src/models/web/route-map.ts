// All routes of the workspace with their whole paths: through routers and the prefixes under which they are included.

import type { Argument, Expr } from "../code/syntax.ts";
import type { Program } from "../program.ts";
import type { Dependency } from "./dependencies.ts";
import { keyword } from "./keyword.ts";
import type { Router } from "./routers.ts";
import type { FileRoutes, Inclusion, Middleware, Route } from "./routes.ts";

export interface Way {
  readonly path: string;
  readonly app: Router;
  /** What its routers, their inclusions and the apps are given, nearest first. */
  readonly given: readonly Given[];
  /** What takes the outermost router into the app. */
  readonly inclusion: Inclusion | undefined;
}

/** The arguments with which a router or an app is made, or a router included. */
export interface Given {
  readonly path: string;
  readonly args: readonly Argument[];
  readonly isApp: boolean;
}

export interface ReachedRoute {
  readonly route: Route;
  /** From each app that reaches it; tests make apps too. */
  readonly ways: readonly Way[];
  /** Whole paths from an app's root; a part that cannot be known is `*`. Empty where no app reaches the route. */
  readonly paths: readonly string[];
  /** The path from its outermost router, where no app reaches it. */
  readonly partial: string;
  /** Its own and those of all routers, inclusions and apps above it. */
  readonly dependencies: readonly Dependency[];
}

const MAX_NESTING = 6;
const MAX_DEPTH = 6;
/** Stands for a part of a text that cannot be known. */
const HOLE = "\0";

export class RouteMap {
  readonly routes: readonly ReachedRoute[];
  readonly apps: readonly Router[];
  readonly routers: readonly Router[];
  readonly middlewares: readonly Middleware[];
  readonly #program: Program;
  readonly #inclusions: readonly Inclusion[];

  constructor(program: Program, files: readonly FileRoutes[]) {
    this.#program = program;
    this.#inclusions = files.flatMap((file) => file.inclusions);
    this.routers = files.flatMap((file) => file.routers);
    this.middlewares = files.flatMap((file) => file.middlewares);
    this.apps = this.routers.filter((router) => router.isApp);
    this.routes = files.flatMap((file) => file.routes).map((route) => this.#reach(route));
  }

  /** How routes of a router are reached, with what lies above it. */
  reached(route: Route): ReachedRoute | undefined {
    return this.routes.find(
      (one) => one.route.path === route.path && one.route.decorator.start === route.decorator.start,
    );
  }

  #reach(route: Route): ReachedRoute {
    const above = this.#above(route.router, 0);
    const own = this.#text(route.pathExpr, route.path);
    const ways = above.flatMap(({ prefix, app, given, inclusion }) =>
      app ? [{ path: joined(prefix, own), app, given, inclusion }] : [],
    );
    return {
      route,
      ways,
      paths: ways.map(({ path }) => path),
      partial: joined(above[0]?.prefix ?? "", own),
      dependencies: [...route.dependencies, ...above.flatMap(({ dependencies }) => dependencies)],
    };
  }

  /** The ways from a router up to an app. */
  #above(
    router: Router,
    depth: number,
  ): {
    prefix: string;
    dependencies: readonly Dependency[];
    app: Router | undefined;
    given: readonly Given[];
    inclusion: Inclusion | undefined;
  }[] {
    const { dependencies } = router;
    const own = this.#text(router.prefix, router.path);
    const including =
      depth > MAX_NESTING ? [] : this.#inclusions.filter(({ of, onto }) => isSame(of, router) && !isSame(onto, router));
    // A parameter may bring any app.
    if (router.isApp && router.isGiven)
      return [
        { prefix: this.apps.length === 1 ? "" : "*", dependencies, app: router, given: [router], inclusion: undefined },
      ];
    if (including.length === 0)
      return [
        { prefix: own, dependencies, app: router.isApp ? router : undefined, given: [router], inclusion: undefined },
      ];
    return including.flatMap((inclusion) =>
      this.#above(inclusion.onto, depth + 1).map((above) => ({
        prefix: joined(joined(above.prefix, this.#text(inclusion.prefix, inclusion.path)), own),
        dependencies: [...above.dependencies, ...inclusion.dependencies, ...dependencies],
        app: above.app,
        given: [router, { ...inclusion, isApp: false }, ...above.given],
        inclusion: above.inclusion ?? inclusion,
      })),
    );
  }

  /** The API's schema says nothing about it, or no schema is served at all. */
  isHidden(route: Route): boolean {
    const { ways = [] } = this.reached(route) ?? {};
    const isServed = ways.some(({ given }) => {
      const schema = keyword(given.find(({ isApp }) => isApp)?.args ?? [], "openapi_url");
      return schema?.kind !== "literal" || Boolean(schema.value);
    });
    return this.isLeftOut(route) || (ways.length > 0 && !isServed);
  }

  /** It, its routers or their inclusions say `include_in_schema=False`. */
  isLeftOut(route: Route): boolean {
    const { ways = [] } = this.reached(route) ?? {};
    const above = ways.map(({ given }) => given);
    return [...(above.length > 0 ? above : [[route.router]])].every((given) =>
      [route.decorator, ...given].some(({ args }) => isFalse(keyword(args, "include_in_schema"))),
    );
  }

  /** A prefix's text; `*` where it is computed from what cannot be known. */
  #text(expr: Expr | undefined, path: string): string {
    return expr ? patternText(this.#program, path, expr) : "";
  }
}

/** The text of a constant, or of a settings object's default; undefined where any part of it cannot be known. */
export function constantText(program: Program, path: string, expr: Expr): string | undefined {
  const text = textWithHoles(program, path, expr, 0);
  return text.includes(HOLE) ? undefined : text;
}

/** The text with `*` for each part that cannot be known. */
export function patternText(program: Program, path: string, expr: Expr): string {
  return textWithHoles(program, path, expr, 0).replaceAll(/\0+/g, "*");
}

function textWithHoles(program: Program, path: string, expr: Expr, depth: number): string {
  if (depth > MAX_DEPTH) return HOLE;
  const inner = (part: Expr): string => textWithHoles(program, path, part, depth + 1);
  if (expr.kind === "literal") return typeof expr.value === "string" ? expr.value : HOLE;
  if (expr.kind === "parts" && expr.isText) return expr.items.map(inner).join("");
  if (expr.kind === "binary" && expr.op === "+") return inner(expr.left) + inner(expr.right);
  if (expr.kind === "binary" && expr.op === "%") return inner(expr.left).replaceAll(/%(\(\w+\))?[sdri]/g, HOLE);
  const meant = program.expression(path, expr);
  if (meant?.kind === "value" && meant.value.value)
    return textWithHoles(program, meant.path, meant.value.value, depth + 1);
  if (expr.kind !== "attribute") return HOLE;
  const owner = program.expression(path, expr.of);
  const made =
    owner?.kind === "value" && owner.value.value?.kind === "call"
      ? program.expression(owner.path, owner.value.value.callee)
      : owner;
  const member = made?.kind === "class" ? program.member(made.class, expr.name) : undefined;
  return member?.attribute?.value ? textWithHoles(program, member.owner.path, member.attribute.value, depth + 1) : HOLE;
}

function isFalse(value: Expr | undefined): boolean {
  return value?.kind === "literal" && value.value === false;
}

function isSame(a: Router, b: Router): boolean {
  return a.path === b.path && a.call.start === b.call.start;
}

function joined(prefix: string, rest: string): string {
  if (prefix === "") return rest;
  return rest === "" || rest === "/"
    ? `${prefix}${rest}`
    : `${prefix.replace(/\/$/, "")}${rest.startsWith("/") || rest === "*" ? rest : `/${rest}`}`;
}
