// All ORM models of the workspace, with inheritance, mixins, backrefs and relationships set outside the class applied.

import type { Argument, Expr } from "../code/syntax.ts";
import type { ClassFacts, Meant, Program } from "../program.ts";
import { findColumn } from "./columns.ts";
import type { Column, Entity, Lazy, Relationship } from "./entity.ts";
import { annotationNames } from "./annotations.ts";

const DECLARATIVE =
  /^(sqlalchemy\.(orm|ext\.declarative)(\.\w+)*\.(DeclarativeBase\w*|declarative_base|MappedAsDataclass)|sqlmodel\.(main\.)?SQLModel|flask_sqlalchemy\.\S+|advanced_alchemy\.base\.\S+|fastapi_users_db_sqlalchemy\.\S+)$/;
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
interface Backref {
  readonly target: string;
  readonly from: Entity;
  readonly name: string;
  readonly lazy: Lazy;
  readonly collection: boolean;
  readonly reverse: string;
  readonly span: { start: number; end: number };
}

interface Draft extends Entity {
  readonly columns: Map<string, Column>;
  readonly relationships: Map<string, Relationship>;
  readonly properties: Map<string, { code: import("../code/syntax.ts").FunctionCode; path: string }>;
  readonly proxies: Map<string, { relationship: string; attribute: string }>;
  readonly indexLeads: Set<string>;
}

/** The models as the rest of the house asks for them. */
export interface Registry {
  readonly entities: readonly Entity[];
  ofClass(facts: ClassFacts): Entity | undefined;
  ofTable(table: string): Entity | undefined;
  /** All entities whose class has a name, whichever file they are in. */
  allNamed(name: string): readonly Entity[];
  /** The entity of a class name, as relationships give it; undefined where two share the name and neither is nearer. */
  ofName(name: string, from?: Entity): Entity | undefined;
  target(relationship: Relationship, of: Entity): Entity | undefined;
}

export class ModelRegistry implements Registry {
  readonly #program: Program;
  readonly #byClass = new Map<ClassFacts, Entity>();
  readonly #byName = new Map<string, Entity[]>();
  readonly #byTable = new Map<string, Entity>();

  /** `paths`: the files that may hold models; every entity of theirs is found. */
  constructor(program: Program, paths: Iterable<string>) {
    this.#program = program;
    const drafts: Draft[] = [];
    const all = [...paths];
    for (const path of all) {
      for (const facts of program.module(path)?.classes.values() ?? []) {
        if (this.#isMapped(facts)) drafts.push(this.#draft(facts));
      }
    }
    for (const draft of drafts) {
      this.#byClass.set(draft.class, draft);
      const same = this.#byName.get(draft.name);
      if (same) same.push(draft);
      else this.#byName.set(draft.name, [draft]);
      if (draft.table !== undefined) this.#byTable.set(draft.table, draft);
    }
    const backrefs: Backref[] = [];
    for (const draft of drafts) this.#addRelationships(draft, backrefs);
    for (const path of all) this.#addOutside(path, backrefs);
    for (const backref of backrefs) this.#addBackref(backref);
  }

  get entities(): readonly Entity[] {
    return [...this.#byClass.values()];
  }

  ofClass(facts: ClassFacts): Entity | undefined {
    return this.#byClass.get(facts);
  }

  ofTable(table: string): Entity | undefined {
    return this.#byTable.get(table);
  }

  allNamed(name: string): readonly Entity[] {
    return this.#byName.get(name) ?? [];
  }

  ofName(name: string, from?: Entity): Entity | undefined {
    return nearestOf(this, this.#program, name, from);
  }

  target(relationship: Relationship, of: Entity): Entity | undefined {
    return this.ofName(relationship.targetName, of);
  }

  #isMapped(facts: ClassFacts): boolean {
    if (facts.attributes.get("__abstract__")?.value) return false;
    const line = [facts, ...this.#program.ancestors(facts)];
    const sqlmodel = this.#program.externalBases(facts).some((name) => name.startsWith("sqlmodel."));
    if (sqlmodel)
      return line.some((one) => one.code.keywords.some((keyword) => keyword.name === "table" && isTrue(keyword.value)));
    const named = line.some(
      (one) =>
        one.attributes.has("__tablename__") || one.attributes.has("__table__") || one.methods.has("__tablename__"),
    );
    const own = this.#hasMappedMembers(facts);
    if (!named && !own) return false;
    if (facts.attributes.has("__tablename__")) return true;
    return (
      this.#program.externalBases(facts).some((name) => this.#isDeclarative(name)) &&
      (named || own) &&
      !this.#isBase(facts)
    );
  }

  /** `class Base(DeclarativeBase)` and mixins that only lend columns are no tables. */
  #isBase(facts: ClassFacts): boolean {
    const direct = facts.code.bases.map((base) => this.#program.expression(facts.path, base));
    return (
      direct.some(
        (meant) => meant?.kind === "external" && DECLARATIVE.test(meant.name) && !/\.Model$/.test(meant.name),
      ) && !facts.attributes.has("__tablename__")
    );
  }

  #hasMappedMembers(facts: ClassFacts): boolean {
    for (const attribute of facts.attributes.values()) {
      const value = attribute.value;
      if (value?.kind !== "call") continue;
      const name = this.#calleeName(facts.path, value.callee);
      if (/(^|\.)(Column|mapped_column|relationship|Relationship)$/.test(name)) return true;
    }
    return false;
  }

  #isDeclarative(name: string): boolean {
    if (DECLARATIVE.test(name)) return true;
    if (!name.startsWith("value:")) return /(^|\.)db\.Model$/.test(name);
    const [, path = "", local = ""] = name.split(":");
    const meant = this.#program.name(path, local);
    const value = meant?.kind === "value" ? meant.value.value : undefined;
    return (
      value?.kind === "call" &&
      DECLARATIVE.test(this.#calleeName(meant?.kind === "value" ? meant.path : path, value.callee))
    );
  }

  #calleeName(path: string, callee: Expr): string {
    const meant = this.#program.expression(path, callee);
    if (meant?.kind === "external") return meant.name;
    if (callee.kind === "attribute") return `?.${callee.name}`;
    return "";
  }

  #draft(facts: ClassFacts): Draft {
    const draft: Draft = {
      name: facts.code.name,
      path: facts.path,
      class: facts,
      table: this.#table(facts),
      columns: new Map(),
      relationships: new Map(),
      properties: new Map(),
      proxies: new Map(),
      indexLeads: new Set(),
    };
    for (const one of [facts, ...this.#program.ancestors(facts)]) {
      for (const [name, attribute] of one.attributes) {
        if (draft.columns.has(name)) continue;
        const column = findColumn(this.#program, one.path, name, attribute);
        if (column) draft.columns.set(name, column);
      }
      for (const [name, method] of one.methods) {
        const decorators = method.decorators.map((decorator) => this.#decorator(one.path, decorator));
        if (
          decorators.some((it) => /(^|\.)(property|cached_property|hybrid_property)$/.test(it)) &&
          !draft.properties.has(name)
        ) {
          draft.properties.set(name, { code: method, path: one.path });
        }
      }
      const args = one.attributes.get("__table_args__")?.value;
      if (args) for (const lead of indexLeads(args)) draft.indexLeads.add(lead);
    }
    return draft;
  }

  #decorator(path: string, decorator: Expr): string {
    const of = decorator.kind === "call" ? decorator.callee : decorator;
    const meant = this.#program.expression(path, of);
    if (meant?.kind === "external") return meant.name;
    return of.kind === "attribute" ? of.name : of.kind === "name" ? of.name : "";
  }

  #table(facts: ClassFacts): string | undefined {
    for (const one of [facts, ...this.#program.ancestors(facts)]) {
      const value = one.attributes.get("__tablename__")?.value;
      if (value?.kind === "literal" && typeof value.value === "string") return value.value;
    }
    return this.#program.externalBases(facts).some((name) => name.startsWith("sqlmodel."))
      ? facts.code.name.toLowerCase()
      : undefined;
  }

  #addRelationships(draft: Draft, backrefs: Backref[]): void {
    for (const one of [draft.class, ...this.#program.ancestors(draft.class)]) {
      for (const [name, attribute] of one.attributes) {
        if (draft.relationships.has(name) || draft.proxies.has(name)) continue;
        if (attribute.value)
          this.#addOne(draft, one.path, name, attribute.value, attribute.annotation, attribute, backrefs);
      }
      for (const [name, method] of one.methods) {
        if (draft.relationships.has(name)) continue;
        if (
          !method.decorators.some(
            (it) =>
              /(^|\.)declared_attr$/.test(this.#decorator(one.path, it)) ||
              (it.kind === "attribute" && it.of.kind === "name" && it.of.name === "declared_attr"),
          )
        )
          continue;
        for (const statement of method.body) {
          if (statement.kind === "return" && statement.value) {
            this.#addOne(draft, one.path, name, statement.value, method.returns, method.nameSpan, backrefs);
            if (statement.value.kind === "call") {
              const column = findColumn(this.#program, one.path, name, {
                value: statement.value,
                annotation: undefined,
                ...method.nameSpan,
              });
              if (column) draft.columns.set(name, column);
            }
          }
        }
      }
    }
  }

  #addOne(
    draft: Draft,
    path: string,
    name: string,
    value: Expr,
    annotation: Expr | undefined,
    span: { start: number; end: number },
    backrefs: Backref[],
  ): void {
    if (value.kind !== "call") return;
    const callee = this.#calleeName(path, value.callee);
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
    const target = this.ofName(targetName, draft);
    const keys = target ? [...draft.columns.values()].filter((column) => pointsAt(column, target)) : [];
    const chosen = chosenKeys(given.get("foreign_keys"), draft);
    const localColumns = (chosen.length > 0 ? chosen : keys.map((column) => column.name)).filter((column) =>
      draft.columns.has(column),
    );
    const isSelf = target === draft;
    const collection =
      annotated.isCollection ??
      useList(given) ??
      (secondary || (isSelf ? !given.has("remote_side") : localColumns.length === 0));
    draft.relationships.set(name, {
      name,
      targetName,
      collection,
      lazy,
      reverse: stringOf(given.get("back_populates")) ?? backrefName(given.get("backref")),
      secondary,
      cascade:
        stringOf(given.get("cascade")) ??
        stringOf(sqlmodelKeyword(given, "cascade")) ??
        (isTrue(given.get("cascade_delete")) ? "all, delete-orphan" : ""),
      passiveDeletes: isTrue(given.get("passive_deletes")) || stringOf(given.get("passive_deletes")) === "all",
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
        collection: useList(inner) ?? (secondary || !collection),
        reverse: name,
        span,
      });
    }
  }

  /** `Book.author = relationship(…)` below the class. */
  #addOutside(path: string, backrefs: Backref[]): void {
    for (const statement of this.#program.module(path)?.code.body ?? []) {
      if (statement.kind === "assign" && statement.target.kind === "attribute" && statement.value) {
        const owner = this.#entityOf(this.#program.expression(path, statement.target.of));
        if (owner)
          this.#addOne(owner, path, statement.target.name, statement.value, undefined, statement.target, backrefs);
      }
      if (statement.kind === "expression" && statement.value.kind === "call") this.#addIndex(path, statement.value);
      if (statement.kind === "assign" && statement.value?.kind === "call") this.#addIndex(path, statement.value);
    }
  }

  /** `Index("ix", Book.title)` below the class. */
  #addIndex(path: string, call: Expr & { kind: "call" }): void {
    if (!/(^|\.)(Index|UniqueConstraint)$/.test(this.#calleeName(path, call.callee))) return;
    const first = call.args.find((arg) => arg.value.kind === "attribute")?.value;
    if (first?.kind !== "attribute") return;
    this.#entityOf(this.#program.expression(path, first.of))?.indexLeads.add(first.name);
  }

  #entityOf(meant: Meant | undefined): Draft | undefined {
    return meant?.kind === "class" ? (this.#byClass.get(meant.class) as Draft | undefined) : undefined;
  }

  #addBackref(backref: Backref): void {
    const target = this.ofName(backref.target, backref.from) as Draft | undefined;
    if (!target || target.relationships.has(backref.name)) return;
    const keys = [...target.columns.values()].filter((column) => pointsAt(column, backref.from));
    target.relationships.set(backref.name, {
      name: backref.name,
      targetName: backref.from.name,
      collection: backref.collection,
      lazy: backref.lazy,
      reverse: backref.reverse,
      secondary: false,
      cascade: "",
      passiveDeletes: false,
      localColumns: backref.collection ? [] : keys.map((column) => column.name),
      span: backref.span,
      path: backref.from.path,
    });
  }
}

/** Whether a column's foreign key is to the table of an entity; where the table's name is computed, by the usual ways to. */
export function pointsAt(column: Column, entity: Entity): boolean {
  const table = column.foreignKey?.split(".").at(-2);
  if (table === undefined) return false;
  if (entity.table !== undefined) return table === entity.table;
  const snake = entity.name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
  return [snake, `${snake}s`, entity.name.toLowerCase(), `${entity.name.toLowerCase()}s`].includes(table.toLowerCase());
}

export function nearestOf(
  registry: Pick<Registry, "allNamed" | "ofClass">,
  program: Program,
  name: string,
  from: Entity | undefined,
): Entity | undefined {
  const found = registry.allNamed(name.split(".").at(-1) ?? name);
  if (found.length < 2) return found[0];
  if (!from) return undefined;
  const meant = program.name(from.path, name);
  if (meant?.kind === "class") return registry.ofClass(meant.class);
  const near = found.find((entity) => entity.path === from.path);
  // Migrations hold copies of models as they once were.
  const lasting = found.filter((entity) => !/(^|\/)(versions|migrations|alembic|revisions)\//.test(entity.path));
  return near ?? (lasting.length === 1 ? lasting[0] : undefined);
}

function keywords(args: readonly Argument[]): Map<string, Expr> {
  return new Map(args.filter((arg) => arg.name !== "").map((arg) => [arg.name, arg.value]));
}

function stringOf(expr: Expr | undefined): string | undefined {
  return expr?.kind === "literal" && typeof expr.value === "string" ? expr.value : undefined;
}

function isTrue(expr: Expr | undefined): boolean {
  return expr?.kind === "literal" && expr.value === true;
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

/** The first column of each index or unique constraint in `__table_args__`. */
function indexLeads(args: Expr): string[] {
  const leads: string[] = [];
  for (const item of args.kind === "sequence" ? args.items : [args]) {
    if (item.kind !== "call") continue;
    const name =
      item.callee.kind === "attribute" ? item.callee.name : item.callee.kind === "name" ? item.callee.name : "";
    const columns = item.args
      .filter((arg) => arg.name === "")
      .map((arg) => stringOf(arg.value) ?? (arg.value.kind === "name" ? arg.value.name : undefined));
    const lead =
      name === "Index"
        ? columns[1]
        : name === "UniqueConstraint" || name === "PrimaryKeyConstraint"
          ? columns[0]
          : undefined;
    if (lead !== undefined) leads.push(lead);
  }
  return leads;
}
