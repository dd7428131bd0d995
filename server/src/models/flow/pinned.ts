// Which objects behind many-to-one relationships are in hand because of how a query chooses its rows.

import { dottedName } from "../code/dotted-name.ts";
import type { Argument, Expr, FunctionCode } from "../code/syntax.ts";
import type { Entity, Relationship } from "../orm/entity.ts";
import type { Call } from "./calls.ts";
import type { Frame, Query } from "./values.ts";

/** Relationships that a filter makes the same for every row, or leads to objects the function was given: reading them costs one query at most. */
export function pinnedBy(query: Query, method: string, call: Call, frame: Frame): string[] {
  const [item] = query.items;
  const entity = item?.kind === "class" ? item.entity : undefined;
  if (!entity) return [];
  const conditions = call.args.flatMap((argument) => conditionsIn(argument, frame.function));
  const columns = conditions.flatMap((condition) => equalColumns(condition, entity.name));
  if (method === "filter_by") columns.push(...call.args.map(({ name }) => name));
  return [...entity.relationships.values()]
    .filter(
      (relationship) =>
        columns.includes(relationship.name) ||
        relationship.localColumns.some((column) => columns.includes(column)) ||
        conditions.some((condition) => isAmongGiven(condition, entity, relationship, frame.function)),
    )
    .map((relationship) => relationship.name);
}

/** `where(*filters)`: what always is in the list. */
function conditionsIn({ value, star }: Argument, code: FunctionCode | undefined): readonly Expr[] {
  if (star !== "*") return [value];
  const name = dottedName(value);
  // What is added on one branch only says nothing of the rows that come without it.
  return (code?.body ?? []).flatMap((statement): readonly Expr[] => {
    if (statement.kind === "assign" && statement.value?.kind === "sequence" && dottedName(statement.target) === name)
      return statement.value.items;
    const added = statement.kind === "expression" && statement.value.kind === "call" ? statement.value : undefined;
    return added?.callee.kind === "attribute" && added.callee.name === "append" && dottedName(added.callee.of) === name
      ? added.args.map((argument) => argument.value)
      : [];
  });
}

function equalColumns(expr: Expr, entity: string): string[] {
  if (expr.kind === "compare" && expr.ops.length === 1 && expr.ops[0] === "==") {
    return expr.items.flatMap((item) =>
      item.kind === "attribute" && item.of.kind === "name" && item.of.name === entity ? [item.name] : [],
    );
  }
  if (expr.kind === "binary" && expr.op === "&")
    return [...equalColumns(expr.left, entity), ...equalColumns(expr.right, entity)];
  return [];
}

/** `Order.customer_id.in_(one.id for one in customers)`: the session has the customers that it was given. */
function isAmongGiven(
  condition: Expr,
  entity: Entity,
  { localColumns, targetName }: Relationship,
  code: FunctionCode | undefined,
): boolean {
  if (condition.kind !== "call" || condition.callee.kind !== "attribute" || condition.callee.name !== "in_")
    return false;
  const column = condition.callee.of;
  if (column.kind !== "attribute" || column.of.kind !== "name" || column.of.name !== entity.name) return false;
  const keys = condition.args[0]?.value;
  if (!localColumns.includes(column.name) || keys?.kind !== "comprehension") return false;
  const [clause, ...others] = keys.clauses;
  const [key] = keys.elements;
  if (!clause || others.length > 0 || key?.kind !== "attribute" || key.name !== "id") return false;
  if (clause.target.kind !== "name" || dottedName(key.of) !== clause.target.name) return false;
  const holder = dottedName(clause.iterable);
  const annotation = code?.params.find(({ name }) => name === holder)?.annotation;
  return annotation?.kind === "subscript" && annotation.index.some((type) => dottedName(type) === targetName);
}
