// All routes of the workspace with their whole paths: through routers and the prefixes under which they are included.

import type { Expr } from "../code/syntax.ts";
import type { Program } from "../program.ts";
import type { Dependency, FileRoutes, Inclusion, Route, Router } from "./routes.ts";

export interface ReachedRoute {
  readonly route: Route;
  /** Whole paths from an app's root; a part that cannot be known is `*`. Empty where no app reaches the route. */
  readonly paths: readonly string[];
  /** Its own and those of all routers, inclusions and apps above it. */
  readonly dependencies: readonly Dependency[];
}

const MAX_NESTING = 6;

export class RouteMap {
  readonly routes: readonly ReachedRoute[];
  readonly apps: readonly Router[];
  readonly #program: Program;
  readonly #inclusions: readonly Inclusion[];

  constructor(program: Program, files: readonly FileRoutes[]) {
    this.#program = program;
    this.#inclusions = files.flatMap((file) => file.inclusions);
    this.apps = files.flatMap((file) => file.routers).filter((router) => router.isApp);
    this.routes = files.flatMap((file) => file.routes).map((route) => this.#reach(route));
  }

  #reach(route: Route): ReachedRoute {
    const above = this.#above(route.router, 0);
    const own = route.ownPath ?? "*";
    return {
      route,
      paths: above.flatMap(({ prefix, isReached }) => (isReached ? [joined(prefix, own)] : [])),
      dependencies: [...route.dependencies, ...above.flatMap(({ dependencies }) => dependencies)],
    };
  }

  /** The ways from a router up to an app. */
  #above(router: Router, depth: number): { prefix: string; dependencies: readonly Dependency[]; isReached: boolean }[] {
    const own = this.#text(router.prefix, router.path);
    if (router.isApp || depth > MAX_NESTING)
      return [{ prefix: own, dependencies: router.dependencies, isReached: router.isApp }];
    const including = this.#inclusions.filter((inclusion) => isSame(inclusion.of, router));
    if (including.length === 0) return [{ prefix: own, dependencies: router.dependencies, isReached: false }];
    return including.flatMap((inclusion) =>
      this.#above(inclusion.onto, depth + 1).map((above) => ({
        prefix: joined(joined(above.prefix, this.#text(inclusion.prefix, inclusion.path)), own),
        dependencies: [...above.dependencies, ...inclusion.dependencies, ...router.dependencies],
        isReached: above.isReached,
      })),
    );
  }

  /** A prefix's text; `*` where it is computed from what cannot be known. */
  #text(expr: Expr | undefined, path: string): string {
    if (!expr) return "";
    if (expr.kind === "literal") return typeof expr.value === "string" ? expr.value : "";
    return constantText(this.#program, path, expr) ?? "*";
  }
}

/** The text of a constant, or of a settings object's default. */
export function constantText(program: Program, path: string, expr: Expr, depth = 0): string | undefined {
  if (depth > 4) return undefined;
  if (expr.kind === "literal") return typeof expr.value === "string" ? expr.value : undefined;
  const meant = program.expression(path, expr);
  if (meant?.kind === "value" && meant.value.value)
    return constantText(program, meant.path, meant.value.value, depth + 1);
  if (expr.kind !== "attribute") return undefined;
  const owner = program.expression(path, expr.of);
  const made =
    owner?.kind === "value" && owner.value.value?.kind === "call"
      ? program.expression(owner.path, owner.value.value.callee)
      : owner;
  if (made?.kind !== "class") return undefined;
  const member = program.member(made.class, expr.name);
  return member?.attribute?.value
    ? constantText(program, member.owner.path, member.attribute.value, depth + 1)
    : undefined;
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
