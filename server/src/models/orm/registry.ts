// All ORM models of the workspace, with inheritance, mixins, backrefs and relationships set outside the class applied.

import type { Expr, FunctionCode } from "../code/syntax.ts";
import type { ClassFacts, Meant, Program } from "../program.ts";
import { findColumn } from "./columns.ts";
import type { Entity, Registry, Relationship } from "./entity.ts";
import { type Draft, decoratorName, openDraft } from "./entity-draft.ts";
import { calleeName } from "./mapped-classes.ts";
import { addRelationship, type Backref, pointsAt } from "./relationships.ts";

export class ModelRegistry implements Registry {
  readonly #program: Program;
  readonly #byClass = new Map<ClassFacts, Entity>();
  readonly #byName = new Map<string, Entity[]>();
  readonly #byTable = new Map<string, Entity>();

  /** `paths`: the files that may hold models; `draftsOf`: what each of them says by itself. */
  constructor(program: Program, paths: readonly string[], draftsOf: (path: string) => readonly Entity[]) {
    this.#program = program;
    const drafts = paths.flatMap(draftsOf).map(openDraft);
    for (const draft of drafts) {
      this.#byClass.set(draft.class, draft);
      const same = this.#byName.get(draft.name);
      if (same) same.push(draft);
      else this.#byName.set(draft.name, [draft]);
      if (draft.table !== undefined) this.#byTable.set(draft.table, draft);
    }
    const backrefs: Backref[] = [];
    for (const draft of drafts) this.#addDeclaredColumns(draft);
    for (const draft of drafts) this.#addRelationships(draft, backrefs);
    for (const path of paths) this.#addOutside(path, backrefs);
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

  /** Columns that a `declared_attr` gives: relationships are told by them, so they come first. */
  #addDeclaredColumns(draft: Draft): void {
    for (const { path, name, method, value } of this.#declared(draft)) {
      const column = findColumn(this.#program, path, name, { value, annotation: undefined, ...method.nameSpan });
      if (column && !draft.columns.has(name)) draft.columns.set(name, column);
    }
  }

  /** What the methods of an entity and its mixins under `declared_attr` return. */
  *#declared(draft: Draft): Iterable<{ path: string; name: string; method: FunctionCode; value: Expr }> {
    for (const one of [draft.class, ...this.#program.ancestors(draft.class)]) {
      for (const [name, method] of one.methods) {
        const isDeclared = method.decorators.some(
          (it) =>
            /(^|\.)declared_attr$/.test(decoratorName(this.#program, one.path, it)) ||
            (it.kind === "attribute" && it.of.kind === "name" && it.of.name === "declared_attr"),
        );
        if (!isDeclared) continue;
        for (const statement of method.body)
          if (statement.kind === "return" && statement.value)
            yield { path: one.path, name, method, value: statement.value };
      }
    }
  }

  #addRelationships(draft: Draft, backrefs: Backref[]): void {
    for (const one of [draft.class, ...this.#program.ancestors(draft.class)]) {
      for (const [name, attribute] of one.attributes) {
        if (draft.relationships.has(name) || draft.proxies.has(name)) continue;
        if (attribute.value)
          addRelationship(
            this.#program,
            this,
            draft,
            { path: one.path, name, value: attribute.value, annotation: attribute.annotation, span: attribute },
            backrefs,
          );
      }
    }
    for (const { path, name, method, value } of this.#declared(draft)) {
      if (draft.relationships.has(name)) continue;
      addRelationship(
        this.#program,
        this,
        draft,
        { path, name, value, annotation: method.returns, span: method.nameSpan },
        backrefs,
      );
    }
  }

  /** `Book.author = relationship(…)` below the class. */
  #addOutside(path: string, backrefs: Backref[]): void {
    for (const statement of this.#program.module(path)?.code.body ?? []) {
      if (statement.kind === "assign" && statement.target.kind === "attribute" && statement.value) {
        const owner = this.#entityOf(this.#program.expression(path, statement.target.of));
        if (owner)
          addRelationship(
            this.#program,
            this,
            owner,
            {
              path,
              name: statement.target.name,
              value: statement.value,
              annotation: undefined,
              span: statement.target,
            },
            backrefs,
          );
      }
      if (statement.kind === "expression" && statement.value.kind === "call") this.#addIndex(path, statement.value);
      if (statement.kind === "assign" && statement.value?.kind === "call") this.#addIndex(path, statement.value);
    }
  }

  /** `Index("ix", Book.title)` below the class. */
  #addIndex(path: string, call: Expr & { kind: "call" }): void {
    if (!/(^|\.)(Index|UniqueConstraint)$/.test(calleeName(this.#program, path, call.callee))) return;
    const columns = call.args.flatMap(({ value }) => (value.kind === "attribute" ? [value] : []));
    const [first] = columns;
    if (first) this.#entityOf(this.#program.expression(path, first.of))?.indexes.push(columns.map(({ name }) => name));
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
      isDirected: backref.isDirected,
      lazy: backref.lazy,
      reverse: backref.reverse,
      secondary: false,
      link: backref.link,
      cascade: backref.cascade,
      passiveDeletes: backref.passiveDeletes,
      localColumns: backref.collection ? [] : keys.map((column) => column.name),
      span: backref.span,
      path: backref.from.path,
    });
  }
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
