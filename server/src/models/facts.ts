// The workspace's facts across files, each remembered by what it was read from: code, models, what costs a query too many.

import { isTestPath } from "../python/source-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { calledNames, callersByName, loopingFunctions } from "./code/callers.ts";
import { importedFiles } from "./code/import-cycles.ts";
import { importedNames } from "./code/imported-names.ts";
import { folderOf, inLockStep, isBesideLockStep, modulesByFolder, shapeOf } from "./code/lock-step.ts";
import { lowerModule } from "./code/lower.ts";
import type { ModuleCode } from "./code/syntax.ts";
import { filesReachedBy, readsIn, runFlow } from "./flow/analysis.ts";
import type { FlowRun, LazyRead } from "./flow/flow-run.ts";
import { type ColumnUse, columnUses } from "./orm/column-uses.ts";
import type { Registry } from "./orm/entity.ts";
import { draftsIn } from "./orm/entity-draft.ts";
import { ModelRegistry } from "./orm/registry.ts";
import { RememberedRegistry } from "./orm/remembered-registry.ts";
import { WrittenColumns } from "./orm/written-columns.ts";
import { Program, type Remember } from "./program.ts";
import { ProgramSnapshot } from "./program-snapshot.ts";
import { sameItems } from "./same-data.ts";
import { APP_WORDS, type AppParts, appPartsIn } from "./web/app-parts.ts";
import { type Requests, requestedRoutes, requestsIn } from "./web/requests.ts";
import { RouteMap } from "./web/route-map.ts";
import { type FileRoutes, routesIn } from "./web/routes.ts";
import { type ServedFunction, servedFunctions } from "./web/served.ts";
import { type Asked, usualDependencies } from "./web/usual-dependencies.ts";

export interface FactSource {
  readonly pythonPaths: readonly string[];
  text(path: string): string | undefined;
  /** The syntax tree of a file; undefined where there is none. */
  tree(path: string): SyntaxNode | undefined;
  moduleFile(module: string, from: string): string | undefined;
}

/** A file without any of these words holds no ORM model. */
const MODEL_WORDS = /\b(relationship|Relationship|mapped_column|Mapped|Column|SQLModel|__tablename__)\b/;
/** A file without any of these looks for rows by no column; texts are joined too, but by a literal. */
const USE_WORDS = /\b(filter|filter_by|where|order_by|outerjoin|join_from|outerjoin_from|having)\b|(?<!["'])\.join\b/;
/** A file without any of these words registers no route. */
const ROUTE_WORDS =
  /\b(APIRouter|FastAPI|include_router|add_middleware|(get|post|put|patch|delete|websocket|api_route)\s*\()/;
/** A session that holds on to what it has loaded when it commits. */
const KEEPS_OBJECTS = /\bexpire_on_commit["']?\s*[=:]\s*False\b/;
const noParts: AppParts = { around: [], onRoutes: [], handled: [], handedTo: [] };
const only = "";

export class Facts {
  readonly program: Program;
  readonly registry: Registry;
  readonly columns: WrittenColumns;
  readonly #code: (path: string) => ModuleCode | undefined;
  readonly #calledNames: (path: string) => readonly string[];
  readonly #mayHoldModels: (path: string) => boolean;
  readonly #mayHoldRoutes: (path: string) => boolean;
  readonly #keepsObjects: (path: string) => boolean;
  readonly #flow: (path: string) => FlowRun;
  readonly #filesCalling: (name: string) => readonly string[];
  readonly #importedNames: (path: string) => readonly string[];
  readonly #filesImporting: (name: string) => readonly string[];
  readonly #lazyReads: (path: string) => readonly LazyRead[];
  readonly #rowsReadLazily: (path: string) => readonly number[];
  readonly #columnUses: (path: string) => readonly ColumnUse[];
  readonly #allColumnUses: (key: string) => readonly ColumnUse[];
  readonly #routes: (path: string) => FileRoutes;
  readonly #routeMap: (key: string) => RouteMap;
  readonly #appParts: (path: string) => AppParts;
  readonly #requests: (path: string) => Requests;
  readonly #requested: (key: string) => ReadonlySet<string>;
  readonly #served: (key: string) => readonly ServedFunction[];
  readonly #usualDependencies: (key: string) => readonly Asked[];
  readonly #isInLockStep: (path: string) => boolean;
  readonly #imports: (path: string) => readonly string[];

  constructor(source: FactSource, remember: Remember) {
    this.#code = remember("code", (path) => {
      const tree = source.tree(path);
      return tree && lowerModule(tree);
    });
    this.program = new Program(
      { code: (path) => this.#code(path), moduleFile: (module, from) => source.moduleFile(module, from) },
      remember,
    );
    this.#imports = remember("imports", (path) => importedFiles(source, path), sameItems);
    this.#mayHoldModels = remember("mayHoldModels", (path) => MODEL_WORDS.test(source.text(path) ?? ""));
    const modelFiles = remember("modelFiles", () => source.pythonPaths.filter(this.#mayHoldModels), sameItems);
    const drafts = remember("modelDrafts", (path) => draftsIn(this.program, path));
    const found = remember("models", () => new ModelRegistry(this.program, modelFiles(only), drafts));
    this.registry = new RememberedRegistry(this.program, () => found(only), remember);
    this.#calledNames = remember("calledNames", (path) => calledNames(source.text(path) ?? ""), sameItems);
    const callIndex = remember("callIndex", () => callersByName(source.pythonPaths, this.#calledNames));
    this.#filesCalling = remember("filesCalling", (name) => callIndex(only).get(name) ?? [], sameItems);
    this.#importedNames = remember("importedNames", (path) => importedNames(source.text(path) ?? ""), sameItems);
    const importIndex = remember("importIndex", () => callersByName(source.pythonPaths, this.#importedNames));
    this.#filesImporting = remember("filesImporting", (name) => importIndex(only).get(name) ?? [], sameItems);
    this.#mayHoldRoutes = remember("mayHoldRoutes", (path) => ROUTE_WORDS.test(source.text(path) ?? ""));
    this.#routes = remember("routes", (path) => routesIn(this.program, path), bothEmpty);
    this.#routeMap = remember(
      "routeMap",
      () =>
        new RouteMap(
          this.program,
          source.pythonPaths.filter(this.#mayHoldRoutes).map((path) => this.#routes(path)),
        ),
    );
    this.#appParts = remember("appParts", (path) =>
      APP_WORDS.test(source.text(path) ?? "") ? appPartsIn(this.program, path) : noParts,
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
        new ProgramSnapshot(this.program),
        this.routeMap.routes.map(({ route }) => route),
      ),
    );
    this.#usualDependencies = remember(
      "usualDependencies",
      () => usualDependencies(this.program, this.routeMap.routes, source),
      (a, b) => sameItems(a, b, (one, other) => one.path === other.path && one.name === other.name),
    );
    const shape = remember("shape", (path) => shapeOf(source.text(path) ?? ""), sameItems);
    const folders = remember("modulesByFolder", () => modulesByFolder(source.pythonPaths));
    const lockStep = remember(
      "lockStep",
      (folder) => inLockStep(new Map((folders(only).get(folder) ?? []).map((path) => [path, shape(path)]))),
      sameItems,
    );
    const lockStepFolders = remember(
      "lockStepFolders",
      () => [...folders(only).keys()].filter((folder) => lockStep(folder).length > 0),
      sameItems,
    );
    this.#isInLockStep = remember(
      "isInLockStep",
      (path) => lockStep(folderOf(path)).includes(path) || isBesideLockStep(path, lockStepFolders(only)),
    );
    this.#columnUses = remember(
      "columnUses",
      (path) => {
        const code = USE_WORDS.test(source.text(path) ?? "") ? this.#code(path) : undefined;
        return code ? columnUses(this.program, this.registry, path, code) : [];
      },
      (a, b) => sameItems(a, b, sameUse),
    );
    this.#allColumnUses = remember(
      "allColumnUses",
      () => source.pythonPaths.flatMap((path) => this.#columnUses(path)),
      sameItems,
    );
    this.columns = new WrittenColumns(
      () => this.registry.entities,
      () => this.#allColumnUses(only),
      remember,
    );
    this.#keepsObjects = remember("keepsObjects", (path) => KEEPS_OBJECTS.test(source.text(path) ?? ""));
    const anyKeeps = remember("sessionsKeepObjects", () => source.pythonPaths.some(this.#keepsObjects));
    this.#flow = remember("flow", (path) => runFlow(this.program, this.registry, path, anyKeeps(only)));
    const reached = remember("reachedFiles", (path) => filesReachedBy(this.#flow(path)));
    this.#lazyReads = remember("lazyReads", (path) => {
      const callers = this.#callersOf(path).filter((other) => reached(other).has(path));
      return readsIn(path, [path, ...callers].map(this.#flow));
    });
    this.#rowsReadLazily = remember(
      "rowsReadLazily",
      (path) => {
        const givers = [...new Set(this.#flow(path).bareReturns.map(({ by }) => by))];
        const takers = new Set([path, ...givers.flatMap((name) => this.#filesCalling(name))]);
        const reads = [...takers].flatMap((taker) => this.lazyReads(taker));
        const places = reads.map(({ query }) => query.place).filter((place) => place.path === path);
        return [...new Set(places.map(({ start }) => start))].toSorted((a, b) => a - b);
      },
      sameItems,
    );
  }

  /** Reads of one file all that the questions about others need of it, so that a workspace can be read a file at a time. */
  prepare(path: string): void {
    this.#code(path);
    this.#calledNames(path);
    this.#importedNames(path);
    this.#mayHoldModels(path);
    this.#keepsObjects(path);
    if (this.#mayHoldRoutes(path)) this.#routes(path);
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

  /** What one file puts around the requests of an app. */
  appParts(path: string): AppParts {
    return this.#appParts(path);
  }

  /** Keys of the routes that some test requests; see web/requests.ts. */
  get requestedRoutes(): ReadonlySet<string> {
    return this.#requested(only);
  }

  /** The files that may call something of this name. */
  filesCalling(name: string): readonly string[] {
    return this.#filesCalling(name);
  }

  /** The files that import something of this name, or a module whose last part it is; "*": all of some module. */
  filesImporting(name: string): readonly string[] {
    return this.#filesImporting(name);
  }

  /** Whether a generator wrote it in lock-step with its neighbours. */
  isInLockStep(path: string): boolean {
    return this.#isInLockStep(path);
  }

  /** What routes ask for to know who is there, the most usual first. */
  get usualDependencies(): readonly Asked[] {
    return this.#usualDependencies(only);
  }

  /** The functions that run to answer GET routes. */
  get served(): readonly ServedFunction[] {
    return this.#served(only);
  }

  /** The relationships that are read in a file for each of many rows, at a query a read. */
  lazyReads(path: string): readonly LazyRead[] {
    return this.registry.entities.length === 0 ? [] : this.#lazyReads(path);
  }

  /** Where the queries of a file begin whose rows cost a query each, there or in the files that call its functions. */
  rowsReadLazily(path: string): readonly number[] {
    return this.registry.entities.length === 0 ? [] : this.#rowsReadLazily(path);
  }

  /** Whether loading a module loads another one as well. */
  loads(path: string, other: string): boolean {
    const seen = new Set([path]);
    for (const one of seen) {
      if (one === other) return true;
      for (const next of this.#imports(one)) seen.add(next);
    }
    return false;
  }

  /** Other files that may call a function of this one which loops: its rows can come from there. */
  #callersOf(path: string): readonly string[] {
    const files = new Set<string>();
    for (const name of loopingFunctions(this.#code(path)?.body ?? []))
      for (const file of this.#filesCalling(name)) files.add(file);
    files.delete(path);
    // In the order of the workspace, whatever the order of the names.
    return [...files].toSorted((a, b) => (a < b ? -1 : 1));
  }
}

function bothEmpty(a: FileRoutes, b: FileRoutes): boolean {
  return [a, b].every(
    ({ routers, routes, inclusions, middlewares }) =>
      routers.length + routes.length + inclusions.length + middlewares.length === 0,
  );
}

function sameUse(a: ColumnUse, b: ColumnUse): boolean {
  return (
    a.entity === b.entity && a.column === b.column && a.start === b.start && a.end === b.end && a.isFew === b.isFew
  );
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
