// What `relationship(…)` and association proxies say of an entity.

import type { Span } from "../../text/span.ts";
import type { Argument, Expr } from "../code/syntax.ts";
import type { Program } from "../program.ts";
import { annotationNames } from "./annotations.ts";
import { isTrue, keywords, stringOf } from "./call-arguments.ts";
import type { Column, Entity, Lazy, Registry, Relationship } from "./entity.ts";
import type { Draft } from "./entity-draft.ts";
import { calleeName } from "./mapped-classes.ts";

const RELATIONSHIP =
  /^(sqlalchemy\.orm(\.\w+)*\.(relationship|relation|dynamic_loader)|sqlmodel(\.main)?\.Relationship)$/;
const PROXY = /^sqlalchemy\.ext\.associationproxy\.association_proxy$/;
const LAZY: Readonly<Record<string, Lazy>> = {
  select: "select",
  true: "select",
  joined: "joined",
  false: "joined",
  selectin: "selectin",
  subquery: "subquery",
  immediate: "immediate",
  dynamic: "dynamic",
  write_only: "write_only",
  noload: "noload",
  null: "noload",
  raise: "raise",
  raise_on_sql: "raise",
};

/** A relationship of one side that also makes one on the other. */
export interface Backref {
  readonly target: string;
  readonly from: Entity;
  readonly name: string;
  readonly lazy: Lazy;
  readonly cascade: string;
  readonly passiveDeletes: boolean;
  readonly link: string | undefined;
  readonly collection: boolean;
  readonly isDirected: boolean;
  readonly reverse: string;
  readonly span: Span;
}

/** What a class's attribute, a `declared_attr` or an assignment below the class declares. */
interface Declaration {
  readonly path: string;
  readonly name: string;
  readonly value: Expr;
  readonly annotation: Expr | undefined;
  readonly span: Span;
}

/** Adds to an entity what a `relationship(…)` or an association proxy of its says, and to `backrefs` what that makes of the other side. */
export function addRelationship(
  program: Program,
  registry: Pick<Registry, "ofName">,
  draft: Draft,
  { path, name, value, annotation, span }: Declaration,
  backrefs: Backref[],
): void {
  if (value.kind !== "call") return;
  const callee = calleeName(program, path, value.callee);
  if (PROXY.test(callee)) {
    const [relationship, attribute] = value.args.map((arg) => stringOf(arg.value));
    if (relationship && attribute) draft.proxies.set(name, { relationship, attribute });
    return;
  }
  if (!RELATIONSHIP.test(callee) && !(callee.startsWith("?.") && /^\?\.(relationship|Relationship)$/.test(callee)))
    return;
  const given = keywords(value.args);
  const annotated = annotationNames(annotation);
  const targetName = targetOf(value.args[0]) ?? annotated.last;
  if (targetName === undefined) return;
  const lazy = lazyOf(given, annotated.names);
  const secondary =
    given.has("secondary") || given.has("link_model") || stringOf(sqlmodelKeyword(given, "secondary")) !== undefined;
  const target = registry.ofName(targetName, draft);
  const keys = target ? [...draft.columns.values()].filter((column) => pointsAt(column, target)) : [];
  const chosen = chosenKeys(given.get("foreign_keys"), draft);
  const localColumns = (chosen.length > 0 ? chosen : keys.map((column) => column.name)).filter((column) =>
    draft.columns.has(column),
  );
  const isSelf = target === draft;
  const pointsBack = target !== undefined && [...target.columns.values()].some((column) => pointsAt(column, draft));
  const stated = annotated.isCollection ?? useList(given) ?? (secondary || undefined);
  // Where no foreign key is known on either side, it is taken for a single object: nothing is said of what lies behind it.
  const collection = stated ?? (isSelf ? !given.has("remote_side") : localColumns.length === 0 && pointsBack);
  draft.relationships.set(name, {
    name,
    targetName,
    collection,
    isDirected: stated !== undefined || isSelf || localColumns.length > 0 || pointsBack,
    lazy,
    reverse: stringOf(given.get("back_populates")) ?? backrefName(given.get("backref")),
    secondary,
    link: linkOf(given),
    ...cascadeOf(given),
    localColumns: collection ? [] : localColumns,
    span: { start: span.start, end: span.end },
    path,
  });
  const backref = given.get("backref");
  const reverse = backrefName(backref);
  if (backref && reverse) {
    const inner = backref.kind === "call" ? keywords(backref.args) : new Map<string, Expr>();
    backrefs.push({
      target: targetName,
      from: draft,
      name: reverse,
      lazy: lazyOf(inner, []),
      ...cascadeOf(inner),
      link: linkOf(given),
      collection: useList(inner) ?? (secondary || !collection),
      isDirected: true,
      reverse: name,
      span,
    });
  }
}

/** Whether a column's foreign key is to the table of an entity; where the table's name is computed, by the usual ways to. */
export function pointsAt(column: Column, entity: Entity): boolean {
  if (column.foreignClass !== undefined) return column.foreignClass === `${entity.path}:${entity.name}`;
  const table = column.foreignKey?.split(".").at(-2);
  if (table === undefined) return false;
  if (entity.table !== undefined) return table === entity.table;
  const snake = entity.name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
  return [snake, `${snake}s`, entity.name.toLowerCase(), `${entity.name.toLowerCase()}s`].includes(table.toLowerCase());
}

function targetOf(arg: Argument | undefined): string | undefined {
  if (!arg || (arg.name !== "" && arg.name !== "argument")) return undefined;
  const value = arg.value.kind === "lambda" ? arg.value.body : arg.value;
  const text = stringOf(value);
  if (text !== undefined) return text.split(".").at(-1);
  if (value.kind === "name") return value.name;
  return value.kind === "attribute" ? value.name : undefined;
}

/** SQLModel hands SQLAlchemy's own keywords through in a dict. */
function sqlmodelKeyword(given: ReadonlyMap<string, Expr>, name: string): Expr | undefined {
  const dict = given.get("sa_relationship_kwargs");
  if (dict?.kind === "call" && dict.callee.kind === "name" && dict.callee.name === "dict")
    return keywords(dict.args).get(name);
  if (dict?.kind !== "dict") return undefined;
  return dict.values[dict.keys.findIndex((key) => stringOf(key) === name)];
}

function lazyOf(given: ReadonlyMap<string, Expr>, annotation: readonly string[]): Lazy {
  if (annotation.includes("DynamicMapped")) return "dynamic";
  if (annotation.includes("WriteOnlyMapped")) return "write_only";
  const value = given.get("lazy") ?? sqlmodelKeyword(given, "lazy");
  if (value?.kind !== "literal") return "select";
  return LAZY[String(value.value)] ?? "select";
}

function cascadeOf(given: ReadonlyMap<string, Expr>): Pick<Relationship, "cascade" | "passiveDeletes"> {
  const passive = given.get("passive_deletes") ?? sqlmodelKeyword(given, "passive_deletes");
  return {
    cascade:
      stringOf(given.get("cascade")) ??
      stringOf(sqlmodelKeyword(given, "cascade")) ??
      (isTrue(given.get("cascade_delete")) ? "all, delete-orphan" : ""),
    passiveDeletes: isTrue(passive) || stringOf(passive) === "all",
  };
}

function linkOf(given: ReadonlyMap<string, Expr>): string | undefined {
  if (isTrue(given.get("viewonly") ?? sqlmodelKeyword(given, "viewonly"))) return undefined;
  const secondary = given.get("secondary") ?? given.get("link_model") ?? sqlmodelKeyword(given, "secondary");
  const table = secondary?.kind === "attribute" && secondary.name === "__table__" ? secondary.of : secondary;
  if (table?.kind === "name" || table?.kind === "attribute") return table.name;
  return stringOf(table)?.split(".").at(-1);
}

function useList(given: ReadonlyMap<string, Expr>): boolean | undefined {
  const value = given.get("uselist") ?? sqlmodelKeyword(given, "uselist");
  return value?.kind === "literal" && typeof value.value === "boolean" ? value.value : undefined;
}

function backrefName(value: Expr | undefined): string | undefined {
  return stringOf(value?.kind === "call" ? value.args[0]?.value : value);
}

function chosenKeys(value: Expr | undefined, of: Entity): string[] {
  if (!value) return [];
  const items = value.kind === "sequence" ? value.items : [value];
  return items.flatMap((item) => {
    const text = stringOf(item);
    if (text !== undefined)
      return [...text.matchAll(/(?:(\w+)\.)?(\w+)/g)]
        .filter(([, owner]) => owner === undefined || owner === of.name)
        .map(([, , name]) => name ?? "");
    if (item.kind === "name") return [item.name];
    return item.kind === "attribute" ? [item.name] : [];
  });
}
