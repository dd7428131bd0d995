// An entity as its class and mixins alone describe it; relationships come later, when all entities are known.

import type { Expr, FunctionCode } from "../code/syntax.ts";
import type { ClassFacts, Program } from "../program.ts";
import { findColumn, findPlainField } from "./columns.ts";
import type { Column, Entity, Relationship } from "./entity.ts";
import { isMapped } from "./mapped-classes.ts";
import { indexesOf } from "./table-indexes.ts";

export interface Draft extends Entity {
  readonly columns: Map<string, Column>;
  readonly relationships: Map<string, Relationship>;
  readonly properties: Map<string, { code: FunctionCode; path: string }>;
  readonly proxies: Map<string, { relationship: string; attribute: string }>;
  readonly indexes: (readonly string[])[];
}

/** The mapped classes of a file: what each of them is before it is known with which others it goes. */
export function draftsIn(program: Program, path: string): readonly Entity[] {
  const classes = [...(program.module(path)?.classes.values() ?? [])];
  return classes.filter((facts) => isMapped(program, facts)).map((facts) => draftEntity(program, facts));
}

/** One to add to; what it was made from stays as it is. */
export function openDraft(entity: Entity): Draft {
  return {
    ...entity,
    columns: new Map(entity.columns),
    relationships: new Map(entity.relationships),
    properties: new Map(entity.properties),
    proxies: new Map(entity.proxies),
    indexes: [...entity.indexes],
  };
}

function draftEntity(program: Program, facts: ClassFacts): Draft {
  const draft: Draft = {
    name: facts.code.name,
    path: facts.path,
    class: facts,
    table: tableName(program, facts),
    columns: new Map(),
    relationships: new Map(),
    properties: new Map(),
    proxies: new Map(),
    indexes: [],
  };
  const hasFields = program.externalBases(facts).some((name) => name.startsWith("sqlmodel."));
  for (const one of [facts, ...program.ancestors(facts)]) {
    for (const [name, attribute] of one.attributes) {
      if (draft.columns.has(name)) continue;
      const column =
        findColumn(program, one.path, name, attribute) ??
        (hasFields ? findPlainField(one.path, name, attribute) : undefined);
      if (column) draft.columns.set(name, column);
    }
    for (const [name, method] of one.methods) {
      const decorators = method.decorators.map((decorator) => decoratorName(program, one.path, decorator));
      if (
        decorators.some((it) => /(^|\.)(property|cached_property|hybrid_property)$/.test(it)) &&
        !draft.properties.has(name)
      ) {
        draft.properties.set(name, { code: method, path: one.path });
      }
    }
    draft.indexes.push(...indexesOf(one));
  }
  return draft;
}

export function decoratorName(program: Program, path: string, decorator: Expr): string {
  const of = decorator.kind === "call" ? decorator.callee : decorator;
  const meant = program.expression(path, of);
  if (meant?.kind === "external") return meant.name;
  return of.kind === "attribute" ? of.name : of.kind === "name" ? of.name : "";
}

function tableName(program: Program, facts: ClassFacts): string | undefined {
  for (const one of [facts, ...program.ancestors(facts)]) {
    const value = one.attributes.get("__tablename__")?.value;
    if (value?.kind === "literal" && typeof value.value === "string") return value.value;
  }
  return program.externalBases(facts).some((name) => name.startsWith("sqlmodel."))
    ? facts.code.name.toLowerCase()
    : undefined;
}
