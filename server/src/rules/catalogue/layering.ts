// Flags code that does another layer's work: queries in routes, HTTP in services, upward imports.

import type { Meant } from "../../models/program.ts";
import type { Workspace } from "../../models/workspace.ts";
import { type Imported, importsOf } from "../../python/imported.ts";
import { calleeName } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { isTestPath } from "../../python/source-file.ts";
import { ancestors, enclosingClass, enclosingFunction } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import type { Span } from "../../text/span.ts";
import { raisedHttp, raiseOwnFix, withoutHttpImport } from "../http-free.ts";
import { readForbiddenBoundary } from "../boundary-words.ts";
import { layerWord, notOfLayers, readLayersBelow, readLayers as readLayersApart } from "../layer-boundary-words.ts";
import { chainOfLayers, readOrder } from "../layer-order-words.ts";
import { betweenLayers, layersIn, readLayers, readQueryFree, withPlaces } from "../layering-words.ts";
import { foldersOf, type Layer, type LayerFolders, layerAround, layerOf, usualFolders } from "../layers.ts";
import { moveQueryFix } from "../move-query.ts";
import { fileRule, option, type Problem } from "../rule.ts";
import { loosenImport } from "../unneeded-import.ts";

const SESSIONS =
  /^(sqlalchemy\.(orm|ext\.asyncio)(\.\w+)*\.(Session|AsyncSession|scoped_session|async_scoped_session)|sqlmodel(\.\w+)*\.(Session|AsyncSession))$/;
const QUERYING = new Set([
  "query",
  "execute",
  "scalars",
  "scalar",
  "get",
  "get_one",
  "exec",
  "stream",
  "stream_scalars",
  "merge",
]);
const HTTP =
  /^(fastapi|starlette)(\.\w+)*\.(HTTPException|Request|\w*Response|APIRouter|Depends|Header|Cookie|Query|Body|Form|Path|status)$/;
/** What each layer must not import. */
const ABOVE: Readonly<Partial<Record<Layer, readonly Layer[]>>> = {
  models: ["services", "routes", "schemas"],
  schemas: ["models", "services", "routes"],
  core: ["routes", "services"],
  services: ["routes"],
  repositories: ["routes", "services"],
  providers: ["routes"],
};

export const layering = fileRule({
  id: "layering",
  scope: "workspace",
  summary: "A layer that does another layer's work or imports from a layer above it.",
  why: "Queries in routes, HTTP errors in services and models that import services tie together what should change apart. A health check's `SELECT 1`, imports for type checking, enumerations, dependency modules, encoders, thread pools and templates are left alone.",
  severity: "warning",
  fix: "unsafe",
  additive: true,
  oncePerPlace: true,
  options: {
    layers: option.strings([], "The layers that the sentence speaks of."),
    folders: option.table<LayerFolders>(usualFolders, "The folders of each layer."),
    raisesOnly: option.boolean(false, "Whether only raising `HTTPException` is spoken of, and not knowing it."),
    imports: option.table<Readonly<Record<string, readonly string[]>>>(
      {},
      "What each layer must not import, where the sentence is about that alone.",
    ),
    queriesIn: option.string("", "The layer in which alone queries may stand, where the team names one."),
  },
  answers: [
    "Routes: only handle HTTP and call services.",
    "Services must not contain HTTP knowledge.",
    "Models hold tables only, no business logic.",
    "Use the repository pattern for data access.",
    "Keep database queries out of route handlers.",
    "Services must not import from routers.",
    "`services/` must not import from `routes/`.",
  ],
  means: [
    {
      stance: "either",
      says: [
        "(route|router|endpoint|controller|handler) ... (access|query|touch|use|talk to|call|hit) ... (database|db|orm) ... directly",
        "(route|router|endpoint|controller|handler) & (only handle http|only http|call service|delegate to service|thin|no business logic|no query|business logic|database query|db query|direct (database|db))",
        "(service|use case|usecase) & (http|fastapi|httpexception) & (know|knowledge|no|not|without|free|agnostic|import|unaware|know nothing|independent|decoupled)",
        "model & (no logic|no business logic|only table|table only)",
        "model ... free of ... logic",
        "logic ... out of ... model",
        "logic ... out of ... (route|router|endpoint|controller|route handler|request handler|handler function)",
        "(route|router|endpoint|controller|route handler) (definition|function|handler)? (minimal|lean|slim|thin)",
        "schema & (separate from model|request validation|response validation) & model",
        "core & (shared|utility) & layer",
        "(query|database) & out of (route|router|endpoint|controller|handler)",
        "(service|use case|usecase) ... (framework|web|transport|web framework) (agnostic|independent|free)",
        "(bypass|circumvent|skip|go around) ... (repository|repository layer|service layer) ... (database|db|data access|orm|session)",
        "(route|router|endpoint|controller|handler) ... service ... (repository|dao) ... (database|db|model|session)",
        "(route|router|endpoint|controller|handler) ... (handle|deal with|do) ... http ... only",
        "(`services/`|`service/`|`*/services/`) ... (all|only|the)? business logic",
        "only (service|`services/`|`service/`|repository|`repositories/`) (layer|class|module|code)? ... (access|query|touch|talk to|use) ... (database|db)",
        "keep ... (api|api layer|route|router|endpoint|controller|handler|view) thin",
        "layered architecture",
        "separation of layer",
      ],
      unless: ["test", "authentication", "language model", "ml model", "train"],
      options: (reading) => withPlaces(readLayers(reading), reading),
    },
    {
      // What `module-boundary` hears of any folders, here of layers.
      stance: "avoid",
      says: [
        "{from} ... (import|depend|depend on|reference|use|know) ... {target}",
        "import ... {target} ... (in|from|into|inside|within) {from}",
      ],
      options: (reading) => betweenLayers(readForbiddenBoundary(reading), reading),
    },
    {
      stance: "avoid",
      says: [`${layerWord} ... (import|depend on) ... ${layerWord}`],
      unless: notOfLayers,
      options: (reading) => betweenLayers(readLayersApart(reading), reading),
    },
    {
      stance: "avoid",
      says: [`import ... ${layerWord}`, `(depend on|reference) ${layerWord}`],
      unless: notOfLayers,
      options: (reading) => betweenLayers(readLayersBelow(reading), reading),
    },
    {
      stance: "want",
      says: chainOfLayers,
      options: (reading) => betweenLayers(readOrder(reading), reading),
    },
    {
      stance: "avoid",
      says: [
        "logic ... (in|into|inside|within|on) ... (route|router|endpoint|controller|route handler|request handler)",
        "(query|persistence|sql|database access|db access) ... (in|into|inside|within) ... (route|router|endpoint|controller|route handler|request handler)",
        "model ... business logic",
        "(business|domain) logic ... (in|into|on|inside) ... model",
      ],
      unless: ["test", "authentication", "language model", "ml model", "train"],
      options: (reading) => withPlaces(readLayers(reading), reading),
    },
    {
      stance: "avoid",
      says: [
        "(route|router|endpoint|controller|handler) ... (query|touch|hit|execute|run|issue|contain|hold|embed|write|build|compose|construct|assemble) ... (database|db|orm|query|sql)",
        "(use|touch|open) (database|db)? session",
        "(database|db|sql|orm) (query|access|call|logic)",
      ],
      unless: ["test", "n+1", "raw", "string", "loop", "blocking", "sync", "slow", "unbounded", "log", "cache"],
      options: (reading) => withPlaces(readQueryFree(reading), reading),
    },
    {
      stance: "avoid",
      says: [
        "(database|db|sql|orm) (query|access|call) ... (in|inside|within|from) ... (service|use case)",
        "direct (database|db|orm|sql) (query|access|call)",
      ],
      unless: ["test", "n+1", "raw", "loop", "async", "blocking"],
      options: (reading) => {
        const layer = layersIn(reading.clause)[0] ?? layerAround(reading) ?? layersIn(reading.sentence)[0];
        return layer === "services"
          ? { layers: [layer], folders: foldersOf(reading), queriesIn: "repositories" }
          : undefined;
      },
    },
    {
      stance: "want",
      says: [
        "repository pattern",
        "(repository|repository layer|repository class) ... (handle|own|do|perform|encapsulate|contain|hold|manage|abstract|responsible|place|layer) ... (data access|query|database|persistence)",
        "(data access|query|database|database access|persistence|sql) ... (in|into|inside|through|via|by|to|only|belong|live|go) ... (repository|repository layer|`*/repositories/`|`*/repository/`|`repositories/`|`repository/`)",
        "use repository (for|to) ... (data access|database|query)",
        "repository for (data access|database access|query)",
        "only ... (repository|repository layer) ... (query|database|sql|session)",
        "(repository|repository layer) & (data access|database access)",
        "(data access|database access|db access|query|database|persistence) ... (behind|through|via) ... (repository|repository layer)",
      ],
      // A repository's patterns may be git's, too.
      unless: [
        "(reuse|existing|git|lint|linter|secret|fixture) ... repository pattern",
        "repository pattern ... (line|and tool|commit|branch)",
        "(efficient|fast|optimized|performant) ... query",
      ],
      options: (reading) =>
        withPlaces({ layers: ["routes", "services"], folders: foldersOf(reading), queriesIn: "repositories" }, reading),
    },
  ],
  examples: [
    {
      path: "app/services/orders.py",
      bad: "from app.errors import Missing\nfrom fastapi import HTTPException\n\nprint(Missing, HTTPException)\n",
      good: "from app.errors import Missing\n\nprint(Missing)\n",
      options: { layers: ["services"] },
    },
  ],
  *check(file, { layers, folders, raisesOnly, imports, queriesIn }, { workspace }) {
    const own = layerOf(file.path, folders);
    const { routes } = workspace.facts.routes(file.path);
    const registers = routes.length > 0;
    const layer = registers && own !== "core" ? "routes" : own;
    if (layer === undefined || !layers.includes(layer) || file.isTest) return;
    if (layer === "models" && hasTablesElsewhere(file.path, folders, workspace)) return;
    // Providers beside the routes join the layers; only what is a route, or stands among routes, is held to their duty.
    if (layer === "routes" && !registers && isDependencyModule(file)) return;
    if (queriesIn !== "") {
      if (layer === queriesIn) return;
      // The pattern can only be held to where the project has such a layer.
      if (workspace.pythonFiles.some((path) => layerOf(path, folders) === queriesIn))
        yield* queries(file, layer, queriesIn, folders, workspace);
      return;
    }
    if (Object.keys(imports).length > 0) {
      yield* upwardImports(file, layer, imports[layer] ?? [], folders, workspace);
      return;
    }
    if (raisesOnly) {
      if (layer === "services" && !registers && !readsRequests(file)) yield* httpErrors(file);
      return;
    }
    // A class beside routes is of the layer that its file belongs to, if it registers none itself.
    const isBeside = (call: SyntaxNode): boolean => {
      const around = own === "routes" ? undefined : enclosingClass(call);
      return around !== undefined && !routes.some(({ decorator }) => isWithin(decorator, around));
    };
    if (layer === "routes") yield* queries(file, layer, "services", folders, workspace, isBeside);
    if (layer === "services" && !registers) yield* http(file, workspace);
    if (layer === "core" && isDependencyModule(file)) return;
    yield* upwardImports(file, layer, ABOVE[layer] ?? [], folders, workspace);
  },
});

/** A folder `models/` without any table, in a project that has tables elsewhere: functions that ask for them, say. */
function hasTablesElsewhere(path: string, folders: LayerFolders, { facts }: Workspace): boolean {
  const segments = path.split("/");
  const at = segments.slice(0, -1).findLastIndex((segment) => folders.models.includes(segment));
  const home = at < 0 ? path : `${segments.slice(0, at + 1).join("/")}/`;
  const { entities } = facts.registry;
  return (
    entities.some((entity) => !isTestPath(entity.path)) && !entities.some((entity) => entity.path.startsWith(home))
  );
}

function* queries(
  file: PythonFile,
  layer: Layer,
  home: string,
  folders: LayerFolders,
  workspace: Workspace,
  isBeside = (_call: SyntaxNode): boolean => false,
): Iterable<Problem> {
  for (const call of file.nodes("call")) {
    const callee = call.field("function");
    const receiver = callee?.type === "attribute" ? callee.field("object") : undefined;
    if (!callee || !receiver || !QUERYING.has(callee.field("attribute")?.text ?? "")) continue;
    if (!SESSIONS.test(file.typeOf(receiver) ?? "") || isProbe(call) || isBeside(call)) continue;
    const around = enclosingFunction(call)?.field("name")?.text;
    const who = around === undefined ? `This module of ${layer}` : `\`${around}\`, which belongs to the ${layer},`;
    const fix = moveQueryFix(file, call, (path) => layerOf(path, folders) === home, workspace);
    yield {
      span: callee,
      ...(fix && { fix }),
      message: `${who} asks the database itself. Move the query into ${home === "services" ? "a service" : "a repository"} and call that from here.`,
    };
  }
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `SELECT 1` of a health check. */
function isProbe(call: SyntaxNode): boolean {
  return /^\(\s*(\w+\.)*(text|select)\(\s*(["']\s*select\s+1;?\s*["']|1)\s*\)\s*\)$/i.test(
    call.field("arguments")?.text ?? "",
  );
}

function* http(file: PythonFile, workspace: Workspace): Iterable<Problem> {
  if (readsRequests(file)) return;
  const told = new Set<number>();
  const known = importsOf(file).filter(
    ({ module, name, isForTyping }) => !isForTyping && name !== undefined && HTTP.test(`${module}.${name}`),
  );
  // Numbers alone serve to read what a client of the web is answered.
  const isReader = known.every(({ name }) => name === "status");
  for (const { statement, name } of isReader ? [] : known) {
    if (told.has(statement.start)) continue;
    told.add(statement.start);
    const fix = withoutHttpImport(file, statement) ?? loosenImport(file, statement, workspace);
    yield {
      span: statement,
      ...(fix && { fix }),
      message: `A service that knows \`${name}\` can only be called from the web. Take plain values and raise an exception of your own; let the route speak HTTP.`,
    };
  }
  yield* httpErrors(file);
}

function* httpErrors(file: PythonFile): Iterable<Problem> {
  for (const node of file.nodes("raise_statement")) {
    if (raisedHttp(file, node) === undefined) continue;
    const fix = raiseOwnFix(file, node);
    yield {
      span: node,
      ...(fix && { fix }),
      message:
        "A service that raises `HTTPException` decides what the web answers. Raise an exception of your own and let the route turn it into a status.",
    };
  }
}

function* upwardImports(
  file: PythonFile,
  layer: Layer,
  forbidden: readonly string[],
  folders: LayerFolders,
  workspace: Workspace,
): Iterable<Problem> {
  const told = new Set<number>();
  for (const imported of importsOf(file)) {
    if (imported.isForTyping || told.has(imported.statement.start)) continue;
    const target = targetOf(imported, file.path, workspace);
    if (!target) continue;
    const other = layerOf(target.path, folders);
    if (other === undefined || other === layer || !forbidden.includes(other)) continue;
    if (layer === "core" && !isOfOneHouse(file.path, target.path, folders)) continue;
    if (layer === "schemas" && other === "models" && !isEntity(target.meant, workspace)) continue;
    if (isHarmless(target.meant, workspace)) continue;
    told.add(imported.statement.start);
    const fix = loosenImport(file, imported.statement, workspace);
    yield {
      span: imported.statement,
      ...(fix && { fix }),
      message: `Code of \`${layer}\` imports from \`${other}\` here, which turns the layers round. Hand in what is needed, or move it into a lower layer.`,
    };
  }
}

/** The core of a part, `cli/core/`, is below that part alone. */
function isOfOneHouse(path: string, other: string, folders: LayerFolders): boolean {
  const segments = path.split("/").slice(0, -1);
  const at = segments.findLastIndex((segment) => folders.core.includes(segment));
  return at <= 0 || other.startsWith(`${segments.slice(0, at).join("/")}/`);
}

function targetOf(
  { module, name }: Imported,
  from: string,
  workspace: Workspace,
): { path: string; meant: Meant | undefined } | undefined {
  const path = workspace.moduleFile(module, from);
  if (path === undefined) return undefined;
  if (name === undefined || name === "*") return { path, meant: undefined };
  const submodule = workspace.moduleFile(`${module}.${name}`, from);
  if (submodule !== undefined) return { path: submodule, meant: { kind: "module", path: submodule } };
  const meant = workspace.facts.program.name(path, name);
  return { path: meant && meant.kind !== "external" ? meant.path : path, meant };
}

/** Or a module of them. */
function isEntity(meant: Meant | undefined, workspace: Workspace): boolean {
  if (meant?.kind === "module") return workspace.facts.registry.entities.some(({ path }) => path === meant.path);
  return meant?.kind === "class" && workspace.facts.registry.ofClass(meant.class) !== undefined;
}

/** Enumerations and exceptions carry no layer's work. */
function isHarmless(meant: Meant | undefined, workspace: Workspace): boolean {
  if (meant?.kind !== "class") return false;
  return workspace.facts.program
    .externalBases(meant.class)
    .some((base) => /^(enum\.|builtins\.\w*(Exception|Error)$)/.test(base));
}

/** Functions that take a header or a cookie are what routes depend on, whatever folder they lie in. */
function readsRequests(file: PythonFile): boolean {
  return file
    .nodes("call")
    .some(
      (call) =>
        /^fastapi(\.params?|\.param_functions)?\.(Header|Cookie|Security)$/.test(calleeName(file, call)) &&
        [...ancestors(call)].some(({ type }) => type === "parameters"),
    );
}

/** A module of what routes take by `Depends` has to know the layers that it joins. */
function isDependencyModule(file: PythonFile): boolean {
  return (
    /(^|\/)(deps|dependencies|dependency|di|container)\.py$/.test(file.path) ||
    importsOf(file).some(({ module, name }) => module.startsWith("fastapi") && name === "Depends")
  );
}
