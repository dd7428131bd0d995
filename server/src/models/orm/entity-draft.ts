// An entity as its class and mixins alone describe it; relationships come later, when all entities are known.

import type { Expr, FunctionCode } from "../code/syntax.ts";
import type { ClassFacts, Program } from "../program.ts";
import { stringOf } from "./call-arguments.ts";
import { findColumn } from "./columns.ts";
import type { Column, Entity, Relationship } from "./entity.ts";

export interface Draft extends Entity {
  readonly columns: Map<string, Column>;
  readonly relationships: Map<string, Relationship>;
  readonly properties: Map<string, { code: FunctionCode; path: string }>;
  readonly proxies: Map<string, { relationship: string; attribute: string }>;
  readonly indexLeads: Set<string>;
}

export function draftEntity(program: Program, facts: ClassFacts): Draft {
  const draft: Draft = {
    name: facts.code.name,
    path: facts.path,
    class: facts,
    table: tableName(program, facts),
    columns: new Map(),
    relationships: new Map(),
    properties: new Map(),
    proxies: new Map(),
    indexLeads: new Set(),
  };
  for (const one of [facts, ...program.ancestors(facts)]) {
    for (const [name, attribute] of one.attributes) {
      if (draft.columns.has(name)) continue;
      const column = findColumn(program, one.path, name, attribute);
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
    const args = one.attributes.get("__table_args__")?.value;
    if (args) for (const lead of indexLeads(args)) draft.indexLeads.add(lead);
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
