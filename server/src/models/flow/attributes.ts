// What reading an attribute gives; of an entity this may be the read that costs a query.

import type { Span } from "../../text/span.ts";
import type { FunctionCode } from "../code/syntax.ts";
import type { Entity, Relationship } from "../orm/entity.ts";
import { listOf } from "./containers.ts";
import type { Evaluator } from "./evaluator.ts";
import { flaskAttribute } from "./flask.ts";
import { isExpired, isShared, pathOf, readCost } from "./loading.ts";
import { startQuery } from "./queries.ts";
import { iterate } from "./rows.ts";
import { type EntityValue, type Frame, loopOf, UNKNOWN, unknownIn, type Value } from "./values.ts";

/** Reads an attribute of a value; of an entity this may be the read that costs a query. */
export function readAttribute(evaluator: Evaluator, of: Value, name: string, at: Span, frame: Frame): Value {
  switch (of.kind) {
    case "entity":
      return entityAttribute(evaluator, of, name, at, frame);
    case "class":
      return classAttribute(evaluator, of, name, at, frame);
    case "module": {
      const meant = evaluator.program.expression(of.path, { kind: "name", name, start: 0, end: 0 });
      return meant ? evaluator.meant(meant) : UNKNOWN;
    }
    case "external":
      return flaskAttribute(of.name, name);
    case "instance": {
      const field = of.fields.get(name);
      if (field) return field;
      const member = evaluator.program.member(of.class, name);
      if (member?.method) {
        const isProperty = member.method.decorators.some(
          (it) => it.kind === "name" && /^(cached_)?property$/.test(it.name),
        );
        if (!isProperty)
          return { kind: "function", function: member.method, path: member.owner.path, self: of, scope: undefined };
        return evaluator.inline(member.method, member.owner.path, [], of, undefined, { frame, call: at });
      }
      if (member?.attribute?.value) return evaluator.outsideFunctions(member.attribute.value, member.owner.path);
      return member?.attribute ? evaluator.annotated(member.attribute.annotation, member.owner.path) : UNKNOWN;
    }
    case "tuple": {
      const found = of.items.find((item) => item.kind === "entity" && item.entity.name === name);
      return found ?? unknownIn(loopOf(of));
    }
    case "record":
      return of.fields.get(name) ?? UNKNOWN;
    case "unknown":
      return of;
    default:
      return unknownIn(loopOf(of));
  }
}

function entityAttribute(evaluator: Evaluator, of: EntityValue, name: string, at: Span, frame: Frame): Value {
  const relationship = of.entity.relationships.get(name);
  if (relationship) return readRelationship(evaluator, of, relationship, at, frame);
  // Async's `await patient.awaitable_attrs.visits` reads `visits` all the same.
  if (name === "awaitable_attrs") return { ...of, isAwaited: true };
  const proxy = of.entity.proxies.get(name);
  if (proxy) {
    const through = of.entity.relationships.get(proxy.relationship);
    return through
      ? behindProxy(evaluator, readRelationship(evaluator, of, through, at, frame), proxy.attribute, at, frame)
      : UNKNOWN;
  }
  const property = of.entity.properties.get(name);
  if (property)
    return evaluator.inline(
      property.code,
      property.path,
      [],
      of,
      undefined,
      { frame, call: at },
      { entity: of.entity, name },
    );
  const method = evaluator.program.member(of.entity.class, name);
  if (method?.method)
    return { kind: "function", function: method.method, path: method.owner.path, self: of, scope: undefined };
  return unknownIn(of.loop);
}

function classAttribute(
  evaluator: Evaluator,
  of: Value & { kind: "class" },
  name: string,
  at: Span,
  frame: Frame,
): Value {
  const { entity } = of;
  if (entity) {
    if (entity.relationships.has(name)) return { kind: "path", entity, names: [name] };
    if (entity.columns.has(name)) return { kind: "column", entity, name };
    if (name === "query") return { kind: "query", query: startQuery("legacy", [of], at, frame) };
  }
  const member = evaluator.program.member(of.class, name);
  if (member?.method)
    return {
      kind: "function",
      function: member.method,
      path: member.owner.path,
      self: isClassMethod(member.method) ? of : undefined,
      scope: undefined,
    };
  if (member?.attribute?.value) return evaluator.outsideFunctions(member.attribute.value, member.owner.path);
  return UNKNOWN;
}

/** Follows a relationship of an entity, and reports the read where it costs a query for each row. */
function readRelationship(
  evaluator: Evaluator,
  from: EntityValue,
  relationship: Relationship,
  at: Span,
  frame: Frame,
): Value {
  // What a loop's variable holds after the loop, or what a function returned out of one, is a single row.
  const of = from.loop && !evaluator.loops.includes(from.loop) ? { ...from, loop: undefined } : from;
  const target = evaluator.registry.target(relationship, of.entity);
  const cost = readCost(of, relationship, evaluator.commits);
  const isWhole = !relationship.collection && target !== undefined && evaluator.wholeTables.has(target.name);
  if (cost === "query" && !isWhole && !isSelectedBeside(of, relationship, target)) {
    evaluator.events.lazyRead(of, relationship, at, frame, isExpired(of, evaluator.commits));
    if (of.loop) of.rows.touched.add(pathOf(of, relationship, evaluator.commits));
  }
  if (!target || cost === "never") return UNKNOWN;
  const path = [...of.path, relationship.name];
  const one: EntityValue = {
    kind: "entity",
    entity: target,
    rows: of.rows,
    path,
    arrivedBy: { owner: of.entity, name: relationship.name },
    loop: isShared(of, relationship) ? undefined : of.loop,
  };
  return relationship.collection ? { kind: "many", element: one, rows: undefined, isFixed: false } : one;
}

/** `select(Plant, Grower).join(Grower)`: each row brings what its entity points at. */
function isSelectedBeside(
  { entity, path, rows }: EntityValue,
  relationship: Relationship,
  target: Entity | undefined,
): boolean {
  if (relationship.collection || target === undefined || path.length > 0) return false;
  const ways = [...entity.relationships.values()].filter(({ targetName }) => targetName === relationship.targetName);
  return (
    ways.length === 1 &&
    target !== entity &&
    rows.query.items.some((item) => item.kind === "class" && item.entity === target)
  );
}

/** A proxy over a collection reads its attribute of every element. */
function behindProxy(evaluator: Evaluator, through: Value, attribute: string, at: Span, frame: Frame): Value {
  if (through.kind !== "many") return readAttribute(evaluator, through, attribute, at, frame);
  let element: Value = UNKNOWN;
  evaluator.loop(at, undefined, false, frame, (loop) => {
    element = readAttribute(evaluator, iterate(evaluator, through, loop, frame), attribute, at, frame);
  });
  return listOf(element);
}

function isClassMethod(code: FunctionCode): boolean {
  return code.decorators.some((it) => it.kind === "name" && it.name === "classmethod");
}
