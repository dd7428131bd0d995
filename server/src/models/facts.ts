// The workspace's facts across files, each remembered by what it was read from: code, models, what costs a query too many.

import { lowerModule } from "./code/lower.ts";
import { walkCode } from "./code/walk.ts";
import type { ModuleCode, Stmt } from "./code/syntax.ts";
import { type FlowRun, type LazyRead, readsIn, runFlow } from "./flow/analysis.ts";
import { type ColumnUse, columnUses } from "./orm/column-uses.ts";
import { Registry } from "./orm/registry.ts";
import { Program, type Remember } from "./program.ts";
import { requestedRoutes, type Requests, requestsIn } from "./web/requests.ts";
import { RouteMap } from "./web/route-map.ts";
import { type FileRoutes, routesIn } from "./web/routes.ts";
import { type ServedFunction, servedFunctions } from "./web/served.ts";
import { isTestPath } from "../python/source-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface FactSource {
  readonly pythonPaths: readonly string[];
  text(path: string): string | undefined;
  /** The syntax tree of a file; undefined where there is none. */
  tree(path: string): SyntaxNode | undefined;
  moduleFile(module: string, from: string): string | undefined;
}

/** A file without any of these words holds no ORM model. */
const MODEL_WORDS = /\b(relationship|Relationship|mapped_column|Mapped|Column|SQLModel|__tablename__)\b/;
/** A file without any of these words registers no route. */
const ROUTE_WORDS =
  /\b(APIRouter|FastAPI|include_router|add_middleware|(get|post|put|patch|delete|websocket|api_route)\s*\()/;
const only = "";

export class Facts {
  readonly program: Program;
  readonly #source: FactSource;
  readonly #code: (path: string) => ModuleCode | undefined;
  readonly #registry: (key: string) => Registry;
  readonly #flow: (path: string) => FlowRun;
  readonly #calls: (path: string) => ReadonlySet<string>;
  readonly #lazyReads: (path: string) => readonly LazyRead[];
  readonly #columnUses: (path: string) => readonly ColumnUse[];
  readonly #allColumnUses: (key: string) => readonly ColumnUse[];
  readonly #routes: (path: string) => FileRoutes;
  readonly #routeMap: (key: string) => RouteMap;
  readonly #requests: (path: string) => Requests;
  readonly #requested: (key: string) => ReadonlySet<string>;
  readonly #served: (key: string) => readonly ServedFunction[];

  constructor(source: FactSource, remember: Remember) {
    this.#source = source;
    this.#code = remember("code", (path) => {
      const tree = source.tree(path);
      return tree && lowerModule(tree);
    });
    this.program = new Program(
      { code: (path) => this.#code(path), moduleFile: (module, from) => source.moduleFile(module, from) },
      remember,
    );
    const mayHoldModels = remember("mayHoldModels", (path) => MODEL_WORDS.test(source.text(path) ?? ""));
    this.#registry = remember(
      "models",
      () =>
        new Registry(
          this.program,
          source.pythonPaths.filter((path) => mayHoldModels(path)),
        ),
    );
    this.#calls = remember("calledNames", (path) => calledNames(this.#code(path)?.body ?? []));
    const mayHoldRoutes = remember("mayHoldRoutes", (path) => ROUTE_WORDS.test(source.text(path) ?? ""));
    this.#routes = remember("routes", (path) => routesIn(this.program, path));
    this.#routeMap = remember(
      "routeMap",
      () =>
        new RouteMap(
          this.program,
          source.pythonPaths.filter((path) => mayHoldRoutes(path)).map((path) => this.#routes(path)),
        ),
    );
    this.#requests = remember("requests", (path) => requestsIn(this.program, path));
    this.#requested = remember("requested", () =>
      requestedRoutes(
        this.routeMap.routes,
        source.pythonPaths.filter(isTestPath).map((path) => this.#requests(path)),
      ),
    );
    this.#served = remember("served", () =>
      servedFunctions(
        this.program,
        this.routeMap.routes.map(({ route }) => route),
      ),
    );
    this.#allColumnUses = remember("allColumnUses", () => source.pythonPaths.flatMap((path) => this.#columnUses(path)));
    this.#columnUses = remember("columnUses", (path) => {
      const code = this.#code(path);
      return code ? columnUses(this.program, this.registry, path, code) : [];
    });
    this.#flow = remember("flow", (path) => runFlow(this.program, this.registry, path));
    this.#lazyReads = remember("lazyReads", (path) =>
      readsIn(
        path,
        [path, ...this.#callersOf(path)].map((one) => this.#flow(one)),
      ),
    );
  }

  get registry(): Registry {
    return this.#registry(only);
  }

  /** What running the functions of a file shows. */
  flow(path: string): FlowRun {
    return this.#flow(path);
  }

  /** The routes that one file registers. */
  routes(path: string): FileRoutes {
    return this.#routes(path);
  }

  /** All routes, with their whole paths and dependencies. */
  get routeMap(): RouteMap {
    return this.#routeMap(only);
  }

  /** Keys of the routes that some test requests; see web/requests.ts. */
  get requestedRoutes(): ReadonlySet<string> {
    return this.#requested(only);
  }

  /** The functions that run to answer GET routes. */
  get served(): readonly ServedFunction[] {
    return this.#served(only);
  }

  /** Where the workspace filters, joins or orders by columns of models. */
  get columnUses(): readonly ColumnUse[] {
    return this.#allColumnUses(only);
  }

  /** The relationships that are read in a file for each of many rows, at a query a read. */
  lazyReads(path: string): readonly LazyRead[] {
    return this.registry.entities.length === 0 ? [] : this.#lazyReads(path);
  }

  /** Other files that may call a function of this one which loops: its rows can come from there. */
  #callersOf(path: string): readonly string[] {
    const names = loopingFunctions(this.#code(path)?.body ?? []);
    if (names.length === 0) return [];
    return this.#source.pythonPaths.filter(
      (other) => other !== path && names.some((name) => this.#calls(other).has(name)),
    );
  }
}

/** Names of the functions with parameters and a loop. */
function loopingFunctions(body: readonly Stmt[]): string[] {
  const names: string[] = [];
  for (const statement of body) {
    if (statement.kind === "class") names.push(...loopingFunctions(statement.class.body));
    if (
      statement.kind === "function" &&
      statement.function.params.length > 0 &&
      /"kind":"(for|comprehension|lambda)"/.test(JSON.stringify(statement.function.body))
    ) {
      names.push(statement.function.name);
    }
  }
  return names;
}

function calledNames(body: readonly Stmt[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const expr of walkCode(body)) {
    if (expr.kind === "call" && (expr.callee.kind === "name" || expr.callee.kind === "attribute"))
      names.add(expr.callee.name);
  }
  return names;
}

/** The facts of a workspace without code. */
export function noFacts(): Facts {
  const source: FactSource = {
    pythonPaths: [],
    text: () => undefined,
    tree: () => undefined,
    moduleFile: () => undefined,
  };
  return new Facts(source, (_name, compute) => compute);
}
