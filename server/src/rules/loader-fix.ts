// Writes the loader option that a query lacks: the right loader for each hop, merged into the options that are there.

import type { BareReturn, LazyRead } from "../models/flow/flow-run.ts";
import type { Load } from "../models/flow/values.ts";
import type { Entity, Relationship } from "../models/orm/entity.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { moduleImportName } from "./module-import-name.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** `preferred` is the loader that the directive names, or "". */
export function loaderFix(file: PythonFile, read: LazyRead, preferred: string, workspace: Workspace): Fix | undefined {
  if (read.relationship.lazy === "dynamic" || read.relationship.lazy === "write_only") return undefined;
  // A loader would not take the refresh away, which is a query of its own.
  if (read.by === "refresh" || read.by === "commit") return undefined;
  const edits: FixEdit[] = [];
  let chain = "";
  // Rows that come from one query or another need the loader in each.
  for (const query of [read.query, ...read.query.others]) {
    const part = queryFix(file, { ...read, query }, preferred, workspace);
    if (!part) return undefined;
    edits.push(...part.edits.filter((edit) => !edits.some((one) => isSameEdit(one, edit))));
    ({ chain } = part);
  }
  const names = read.path.map((name) => `\`${name}\``).join(" and its ");
  return { title: `Load ${names} with the query (${chain.replace(/\(.*/s, "")})`, safe: true, edits };
}

/** Loads these relationships of a query's rows, which nothing shows to be read; a query without any option. */
export function rowsLoaderFix(
  file: PythonFile,
  { entity, query }: BareReturn,
  relationships: readonly Relationship[],
  preferred: string,
  workspace: Workspace,
): Fix | undefined {
  if (query.place.path !== file.path || query.locks || query.eagerIsOff || query.others.length > 0) return undefined;
  const call = callAt(file, query.place.start, query.place.end);
  if (!call || !namesEntity(file, query, call, entity, workspace)) return undefined;
  const edits: FixEdit[] = [];
  const chains: string[] = [];
  const { place } = query;
  for (const relationship of relationships) {
    const read = { place, ran: place, loop: place, entity, relationship, path: [relationship.name], query } as const;
    const hops = [{ owner: entity, relationship }];
    const chain = writeChain(
      file,
      { ...read, isAsync: false, by: "code" },
      call,
      hops,
      preferred,
      workspace,
      edits,
      true,
    );
    if (chain === undefined) return undefined;
    chains.push(chain);
  }
  const added = optionEdit(file, { query }, call, chains.join(", "));
  if (!added) return undefined;
  const distinct = edits.filter((edit, at) => edits.findIndex((one) => isSameEdit(one, edit)) === at);
  const names = relationships.map(({ name }) => `\`${name}\``).join(" and ");
  return {
    title: `Load ${names} with the query; leave out what its callers do not read`,
    safe: false,
    edits: [...distinct, added],
  };
}

function isSameEdit(a: FixEdit, b: FixEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

function queryFix(
  file: PythonFile,
  read: LazyRead,
  preferred: string,
  workspace: Workspace,
): { chain: string; edits: FixEdit[] } | undefined {
  const { query } = read;
  if (query.place.path !== file.path || query.eagerIsOff) return undefined;
  if (query.locks || query.loads.some((load) => load.how === "lazy" || load.how === "noload")) return undefined;
  const call = callAt(file, query.place.start, query.place.end);
  const hops = call && hopsOf(read, workspace);
  const [root] = hops ?? [];
  if (!call || !hops || !root || !namesEntity(file, query, call, root.owner, workspace)) return undefined;
  const start = loadedPrefix(read, hops);
  const edits: FixEdit[] = [];
  const chain = writeChain(
    file,
    read,
    call,
    hops.slice(start?.length ?? 0),
    preferred,
    workspace,
    edits,
    start === undefined,
  );
  if (chain === undefined) return undefined;
  const edit = start
    ? { span: { start: start.load.place.end, end: start.load.place.end }, text: `.${chain}` }
    : optionEdit(file, read, call, chain);
  return edit && { chain, edits: [...edits, edit] };
}

interface Hop {
  readonly owner: Entity;
  readonly relationship: Relationship;
}

function hopsOf(read: LazyRead, workspace: Workspace): readonly Hop[] | undefined {
  const { registry } = workspace.facts;
  const [first] = read.path;
  const root = read.query.items.find((item) => item.kind === "class" && item.entity?.relationships.has(first ?? ""));
  let owner = root?.kind === "class" ? root.entity : undefined;
  const hops: Hop[] = [];
  for (const name of read.path) {
    const relationship = owner?.relationships.get(name);
    if (!owner || !relationship) return undefined;
    hops.push({ owner, relationship });
    owner = registry.target(relationship, owner);
  }
  return hops;
}

/** The longest part of the path that an option of this very query loads already, so that the chain goes on from there. */
function loadedPrefix(read: LazyRead, hops: readonly Hop[]): { load: Load; length: number } | undefined {
  for (let length = hops.length - 1; length > 0; length--) {
    const path = read.path.slice(0, length);
    const load = read.query.loads.findLast(
      (one) => one.path.join() === path.join() && one.how !== "lazy" && !one.isMaybe,
    );
    if (!load) continue;
    const isLast = !read.query.loads.some((one) => one.place === load.place && one.path.length > length);
    const isHere = read.query.options.some(
      (place) => place.path === load.place.path && place.start <= load.place.start && load.place.end <= place.end,
    );
    return isLast && isHere ? { load, length } : undefined;
  }
  return undefined;
}

function writeChain(
  file: PythonFile,
  read: LazyRead,
  call: SyntaxNode,
  hops: readonly Hop[],
  preferred: string,
  workspace: Workspace,
  edits: FixEdit[],
  isNew: boolean,
): string | undefined {
  const parts: string[] = [];
  for (const [at, { owner, relationship }] of hops.entries()) {
    const name =
      at === 0 && isNew
        ? rootName(file, read, call, owner, workspace, edits)
        : entityName(file, call, owner, workspace, edits);
    if (name === undefined) return undefined;
    const loader = loaderOf(relationship, read, preferred);
    let written: string = loader;
    if (at === 0 && isNew) {
      const orm = ormAlias(file);
      const imported = orm === undefined ? insertImport(file, "sqlalchemy.orm", loader, workspace) : undefined;
      edits.push(...(imported?.edits ?? []));
      written = imported?.name ?? `${orm}.${loader}`;
    }
    parts.push(`${written}(${name}.${relationship.name})`);
  }
  return parts.join(".");
}

/** The name under which a file that takes its loaders from the module has it: `from sqlalchemy import orm`. */
function ormAlias(file: PythonFile): string | undefined {
  for (const node of file.nodes("attribute")) {
    if (!/^sqlalchemy\.orm\.\w*load$/.test(file.resolve(node) ?? "")) continue;
    const module = node.field("object");
    if (module) return module.text;
  }
  return undefined;
}

/** A loader that is correct there; the team's own where it is. */
function loaderOf(relationship: Relationship, read: LazyRead, preferred: string): string {
  if (relationship.lazy !== "select" && read.relationship !== relationship) return "defaultload";
  if (!relationship.collection && !relationship.isDirected && preferred !== "subqueryload") return "selectinload";
  if (!relationship.collection)
    return preferred === "selectinload" || preferred === "subqueryload" ? preferred : "joinedload";
  // A joined collection multiplies rows, must be made unique in a 2.0 `select`, and breaks limits and `yield_per`.
  const { query } = read;
  const joinsAlready = query.loads.some((load) => load.how === "joined");
  const isFit =
    query.style === "legacy" && !query.hasLimit && !query.yieldsPer && !joinsAlready && read.path.length === 1;
  if (preferred === "joinedload" && isFit) return "joinedload";
  return preferred === "subqueryload" ? "subqueryload" : "selectinload";
}

/** False for `select(self.model)`, which asks for other tables at other times, to which the loader would be an error. */
function namesEntity(
  file: PythonFile,
  { items }: LazyRead["query"],
  call: SyntaxNode,
  { class: owner }: Entity,
  workspace: Workspace,
): boolean {
  if (items.some((item) => item.kind === "class" && item.class === owner && item.alias)) return true;
  // What other queries are put together by, `low.union(high)`, names none.
  if (!/(^|\.)(select|query|get|get_one)$/.test(call.field("function")?.text ?? "")) return true;
  const { program } = workspace.facts;
  return [...descendants(call)].some((node) => {
    const asked = node.type === "attribute" ? (node.field("object")?.text ?? "") : node.text;
    if (node.type !== "identifier" && node.type !== "attribute") return false;
    const meant = program.name(file.path, asked.split(".")[0] ?? "");
    return meant?.kind === "class"
      ? meant.class === owner
      : meant?.kind === "module" && node.text.includes(owner.code.name);
  });
}

/** The entity that the query asks for; an alias of it goes by the name that the query gives it. */
function rootName(
  file: PythonFile,
  read: LazyRead,
  call: SyntaxNode,
  owner: Entity,
  workspace: Workspace,
  edits: FixEdit[],
): string | undefined {
  const index = read.query.items.findIndex((item) => item.kind === "class" && item.entity === owner);
  const item = read.query.items[index];
  if (item?.kind !== "class" || !item.alias) return entityName(file, call, owner, workspace, edits);
  const argument = call.field("arguments")?.children.filter((child) => child.isNamed && child.type !== "comment")[
    index
  ];
  return argument?.type === "identifier" ? argument.text : undefined;
}

/** How the query's file calls an entity, importing it where it must. */
function entityName(
  file: PythonFile,
  call: SyntaxNode,
  entity: Entity,
  workspace: Workspace,
  edits: FixEdit[],
): string | undefined {
  const { program } = workspace.facts;
  const means = (name: string): boolean => {
    const meant = program.name(file.path, name);
    return meant?.kind === "class" && meant.class === entity.class;
  };
  const first = call.field("arguments")?.children.find((child) => child.isNamed);
  if (means(entity.name)) return entity.name;
  for (const argument of call.field("arguments")?.children ?? []) {
    if (argument.type === "attribute" && argument.field("attribute")?.text === entity.name) return argument.text;
    if (argument.type === "identifier" && means(argument.text)) return argument.text;
  }
  if (first?.type === "attribute") {
    const module = first.field("object")?.text ?? "";
    const meant = program.name(file.path, module);
    const other = meant?.kind === "module" ? program.name(meant.path, entity.name) : undefined;
    if (other?.kind === "class" && other.class === entity.class) return `${module}.${entity.name}`;
  }
  const module = moduleOf(file, first?.text ?? "", entity, workspace);
  if (module === undefined) return undefined;
  const imported = insertImport(file, module, entity.name, workspace);
  edits.push(...imported.edits);
  return imported.name;
}

/** A name for an entity that the query does not speak of, importing it where it must. */
export function importedEntity(
  file: PythonFile,
  entity: Entity,
  workspace: Workspace,
): { name: string; edits: readonly FixEdit[] } | undefined {
  const meant = workspace.facts.program.name(file.path, entity.name);
  if (meant?.kind === "class" && meant.class === entity.class) return { name: entity.name, edits: [] };
  const home = importedModule(file, entity.path, workspace);
  if (home !== undefined) return { name: `${home}.${entity.name}`, edits: [] };
  const module = meant === undefined ? moduleOf(file, "", entity, workspace) : undefined;
  return module === undefined ? undefined : insertImport(file, module, entity.name, workspace);
}

/** What the file calls the module at a path, where it imports that as a whole: `from shop import models`. */
function importedModule(file: PythonFile, path: string, workspace: Workspace): string | undefined {
  const imports = workspace.facts.program.module(file.path)?.code.imports ?? new Map<string, string>();
  return [...imports].find(([, dotted]) => workspace.moduleFile(dotted, file.path) === path)?.[0];
}

/** The module to import an entity from: the one that the query's own entity comes from, where it has both. */
function moduleOf(file: PythonFile, sibling: string, entity: Entity, workspace: Workspace): string | undefined {
  const { program } = workspace.facts;
  const dotted = program.module(file.path)?.code.imports.get(sibling);
  const same = dotted?.slice(0, dotted.lastIndexOf("."));
  if (same !== undefined && same !== "") {
    const path = workspace.moduleFile(same, file.path);
    const meant = path === undefined ? undefined : program.name(path, entity.name);
    if (meant?.kind === "class" && meant.class === entity.class) return same;
  }
  return moduleImportName(file, entity.path, workspace);
}

function optionEdit(
  file: PythonFile,
  read: Pick<LazyRead, "query">,
  call: SyntaxNode,
  chain: string,
): FixEdit | undefined {
  const callee = call.field("function");
  if (callee?.type === "attribute" && /^get(_one)?$/.test(callee.field("attribute")?.text ?? ""))
    return optionArgument(file, call, chain);
  const options = read.query.options.findLast((place) => place.path === file.path);
  const existing = options && callAt(file, options.start, options.end)?.field("arguments");
  if (existing && !existing.children.some((child) => child.type === "list_splat"))
    return appendArgument(file, existing, chain);
  const rest = /^(\s*\n[ \t]*)\./.exec(file.text.slice(call.end));
  return { span: { start: call.end, end: call.end }, text: `${rest?.[1] ?? ""}.options(${chain})` };
}

/** `session.get(Order, 1)` takes its options as an argument. */
function optionArgument(file: PythonFile, call: SyntaxNode, chain: string): FixEdit | undefined {
  const list = call.field("arguments");
  const given = list?.children.find(
    (child) => child.type === "keyword_argument" && child.field("name")?.text === "options",
  );
  const held = given?.field("value");
  if (held) return held.type === "list" ? appendArgument(file, held, chain) : undefined;
  return list && appendArgument(file, list, `options=[${chain}]`);
}

function appendArgument(file: PythonFile, list: SyntaxNode, text: string): FixEdit {
  const named = list.children.filter((child) => child.isNamed && child.type !== "comment");
  const last = named.at(-1);
  if (!last) return { span: { start: list.end - 1, end: list.end - 1 }, text };
  const comma = list.children.find((child) => child.type === "," && child.start >= last.end);
  const lineStart = file.text.lastIndexOf("\n", last.start) + 1;
  const indent = /^[ \t]*/.exec(file.text.slice(lineStart))?.[0] ?? "";
  const isAlone =
    file.text.slice(lineStart, named[0]?.start ?? last.start).trim() === "" &&
    file.text.slice(list.start, last.start).includes("\n");
  const end = comma?.end ?? last.end;
  if (!isAlone) return { span: { start: last.end, end: last.end }, text: `, ${text}` };
  return { span: { start: end, end }, text: `${comma ? "" : ","}\n${indent}${text},` };
}

function callAt(file: PythonFile, start: number, end: number): SyntaxNode | undefined {
  const at = (node: SyntaxNode): boolean => node.start === start && node.end === end;
  // A query of Flask's starts with an attribute, `Order.query`.
  return file.nodes("call").find(at) ?? file.nodes("attribute").find(at);
}
