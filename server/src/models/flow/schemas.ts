// Response models: which relationships a schema reads of the rows that it is filled from.

import type { Span } from "../../text/span.ts";
import type { Expr, FunctionCode } from "../code/syntax.ts";
import { annotationParts } from "../orm/annotations.ts";
import type { Registry, Relationship } from "../orm/entity.ts";
import type { ClassFacts, Program } from "../program.ts";
import type { Evaluator } from "./evaluator.ts";
import { isShared, readCost } from "./loading.ts";
import type { EntityValue, Frame, Loop, Value } from "./values.ts";

const METHODS = /^(get|post|put|patch|delete|api_route)$/;
const MAX_NESTING = 4;

/** A schema, and what stands in brackets behind a generic one. */
export interface Schema {
  readonly class: ClassFacts;
  readonly of: Schema | undefined;
}

/** The schema that a route's answer is turned into, from `response_model=` or the return annotation. */
export function responseSchema(program: Program, path: string, code: FunctionCode): Schema | undefined {
  const route = code.decorators.find(
    (it) => it.kind === "call" && it.callee.kind === "attribute" && METHODS.test(it.callee.name),
  );
  if (route?.kind !== "call") return undefined;
  const model = route.args.find((arg) => arg.name === "response_model")?.value;
  if (model?.kind === "literal" && model.value === null) return undefined;
  return findSchema(program, path, model ?? code.returns);
}

/** The schema that an annotation names, by itself or in a list. */
export function findSchema(program: Program, path: string, annotation: Expr | undefined): Schema | undefined {
  const parts = annotation === undefined ? [] : annotationParts(annotation);
  const [first, ...others] = parts.flatMap((part) => {
    const meant = typeof part === "string" ? program.name(path, part) : program.expression(path, part);
    return meant?.kind === "class" && isSchema(program, meant.class) ? [meant.class] : [];
  });
  return first && { class: first, of: others[0] && { class: others[0], of: undefined } };
}

export function isSchema(program: Program, facts: ClassFacts): boolean {
  return program
    .externalBases(facts)
    .some((name) => /^(pydantic(\.\w+)*\.(BaseModel|GenericModel)|sqlmodel(\.\w+)*\.SQLModel)$/.test(name));
}

/** Calls back for each relationship that the schema reads of each of many rows at a query a read. */
export function schemaReads(
  evaluator: Evaluator,
  program: Program,
  registry: Registry,
  value: Value,
  schema: Schema,
  at: Span,
  frame: Frame,
  report: (of: EntityValue, relationship: Relationship, loop: Loop) => void,
): void {
  const own: Loop = {
    start: at.start,
    end: at.end,
    frame,
    body: undefined,
    outer: evaluator.loops.at(-1),
    once: false,
  };
  const visit = (row: EntityValue, of: Schema, depth: number): void => {
    // A table's class that answers by itself shows its columns alone.
    if (depth > MAX_NESTING || registry.ofClass(of.class)) return;
    for (const [name, annotation] of fieldsOf(program, of.class)) {
      const relationship = row.entity.relationships.get(name);
      if (!relationship) continue;
      if (
        row.loop &&
        readCost(row, relationship, evaluator.commits) === "query" &&
        !isInHand(evaluator, registry, row, relationship)
      )
        report(row, relationship, row.loop);
      const inner = findSchema(program, annotation.path, annotation.expr);
      const target = registry.target(relationship, row.entity);
      if (!inner || !target) continue;
      visit(
        {
          kind: "entity",
          entity: target,
          rows: row.rows,
          path: [...row.path, name],
          arrivedBy: { owner: row.entity, name },
          loop: relationship.collection ? own : isShared(row, relationship) ? undefined : row.loop,
        },
        inner,
        depth + 1,
      );
    }
  };
  const fill = (given: Value, of: Schema, depth: number): void => {
    if (depth > MAX_NESTING) return;
    if (given.kind === "entity") visit(given, of, 0);
    else if (given.kind === "many")
      fill(given.element.kind === "entity" ? { ...given.element, loop: own } : given.element, of, depth + 1);
    else if (given.kind === "record") for (const inner of given.fields.values()) fill(inner, of, depth + 1);
    else if (given.kind === "dict") {
      for (const [name, annotation] of fieldsOf(program, of.class)) {
        const inner = given.fields?.get(name);
        const type = findSchema(program, annotation.path, annotation.expr) ?? of.of;
        if (inner && type) fill(inner, type, depth + 1);
      }
    }
  };
  fill(value, schema, 0);
}

function isInHand(evaluator: Evaluator, registry: Registry, row: EntityValue, relationship: Relationship): boolean {
  const target = registry.target(relationship, row.entity);
  return !relationship.collection && target !== undefined && evaluator.wholeTables.has(target.name);
}

export function fieldsOf(program: Program, schema: ClassFacts): Map<string, { expr: Expr | undefined; path: string }> {
  const fields = new Map<string, { expr: Expr | undefined; path: string }>();
  for (const facts of [schema, ...program.ancestors(schema)]) {
    for (const [name, attribute] of facts.attributes) {
      if (attribute.annotation && !fields.has(name)) fields.set(name, { expr: attribute.annotation, path: facts.path });
    }
  }
  return fields;
}
