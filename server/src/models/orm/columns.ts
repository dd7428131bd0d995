// A column of an ORM model, from `Column(…)`, `mapped_column(…)`, SQLModel's `Field(…)` or a bare `Mapped[…]`.

import type { Expr } from "../code/syntax.ts";
import type { AttributeFacts, Program } from "../program.ts";
import { annotationNames } from "./annotations.ts";
import type { Column } from "./entity.ts";

const COLUMN = /(^|\.)(Column|mapped_column|Field)$/;

export function findColumn(
  program: Program,
  path: string,
  name: string,
  attribute: AttributeFacts,
): Column | undefined {
  const annotated = annotationNames(attribute.annotation);
  const call = columnCall(program, path, attribute.value);
  const isMapped = annotated.names[0] === "Mapped";
  const isField = call !== undefined && /Field$/.test(calleeName(call));
  if (!call && !isMapped) return undefined;
  if (attribute.value && !call) return undefined;
  const parts = [call, ...typeAliases(program, path, attribute.annotation)].filter((part) => part !== undefined);
  const calls = parts.flatMap((part) => callsIn(part));
  const key = calls.find((inner) => /(^|\.)ForeignKey$/.test(calleeName(inner)));
  const flag = (option: string): boolean =>
    calls.some((inner) => COLUMN.test(calleeName(inner)) && isTrue(keyword(inner, option)));
  const nullable = call ? keyword(call, "nullable") : undefined;
  const explicit = nullable?.kind === "literal" && typeof nullable.value === "boolean" ? nullable.value : undefined;
  const optional =
    annotated.names.includes("Optional") || annotated.names.includes("None") || hasNone(attribute.annotation);
  const primaryKey = flag("primary_key");
  return {
    name,
    foreignKey: key
      ? (stringOf(key.args[0]?.value) ??
        tableColumn(program, path, key.args[0]?.value) ??
        columnReferred(program, path, key.args[0]?.value))
      : isField && call
        ? stringOf(keyword(call, "foreign_key"))
        : undefined,
    foreignClass: key ? ownerClass(program, path, key.args[0]?.value) : undefined,
    onDelete: stringOf(key ? keyword(key, "ondelete") : undefined),
    nullable: explicit ?? (primaryKey ? false : isMapped || isField ? optional : true),
    primaryKey,
    unique: flag("unique"),
    indexed: flag("index"),
    types: [...annotated.names, ...parts.flatMap((part) => namesIn(part))],
    timezone: calls.some(
      (inner) =>
        isTrue(keyword(inner, "timezone")) ||
        (/^(DateTime|TIMESTAMP|DATETIME)$/.test(calleeName(inner)) && isTrue(inner.args[0]?.value)),
    ),
    call,
    span: { start: attribute.start, end: attribute.end },
    path,
  };
}

/** A field of an SQLModel table that is written as in any Pydantic model: `batch: str`, `price: int = 0`. */
export function findPlainField(path: string, name: string, attribute: AttributeFacts): Column | undefined {
  const { annotation, value } = attribute;
  if (!annotation || name.startsWith("_") || name.startsWith("model_")) return undefined;
  if (value !== undefined && value.kind !== "literal") return undefined;
  const { names } = annotationNames(annotation);
  if (/^(ClassVar|list|List|dict|Dict|set|Set|Mapped|Relationship)$/.test(names[0] ?? "ClassVar")) return undefined;
  return {
    name,
    foreignKey: undefined,
    foreignClass: undefined,
    onDelete: undefined,
    nullable: names.includes("Optional") || names.includes("None") || hasNone(annotation),
    primaryKey: false,
    unique: false,
    indexed: false,
    types: names,
    timezone: false,
    call: undefined,
    field: value ?? "bare",
    span: { start: attribute.start, end: attribute.end },
    path,
  };
}

/** "orders.id" of `ForeignKey(Order.id)`. */
function columnReferred(program: Program, path: string, value: Expr | undefined): string | undefined {
  if (value?.kind !== "attribute") return undefined;
  const meant = program.expression(path, value.of);
  if (meant?.kind !== "class") return undefined;
  const table = stringOf(meant.class.attributes.get("__tablename__")?.value);
  return `${table ?? meant.class.code.name.toLowerCase()}.${value.name}`;
}

/** The class of `ForeignKey(Order.id)`. */
function ownerClass(program: Program, path: string, expr: Expr | undefined): string | undefined {
  const meant = expr?.kind === "attribute" ? program.expression(path, expr.of) : undefined;
  return meant?.kind === "class" ? `${meant.path}:${meant.class.code.name}` : undefined;
}

/** "orders.id" of `ForeignKey(orders.c.id)`, where `orders = Table("orders", …)`. */
function tableColumn(program: Program, path: string, expr: Expr | undefined): string | undefined {
  if (expr?.kind !== "attribute" || expr.of.kind !== "attribute" || !/^c(olumns)?$/.test(expr.of.name))
    return undefined;
  const meant = program.expression(path, expr.of.of);
  const table = meant?.kind === "value" ? meant.value.value : undefined;
  const name = table?.kind === "call" ? stringOf(table.args[0]?.value) : undefined;
  return name === undefined ? undefined : `${name}.${expr.name}`;
}

function columnCall(program: Program, path: string, value: Expr | undefined): (Expr & { kind: "call" }) | undefined {
  if (value?.kind !== "call") return undefined;
  const meant = program.expression(path, value.callee);
  const name = meant?.kind === "external" ? meant.name : value.callee.kind === "attribute" ? value.callee.name : "";
  return /^(sqlalchemy(\.\w+)*\.(Column|mapped_column)|sqlmodel(\.\w+)*\.(Field|Column)|Column|mapped_column)$/.test(
    name,
  )
    ? value
    : undefined;
}

/** What `Mapped[code]` stands for where `code = Annotated[str, mapped_column(index=True)]` in the workspace. */
function typeAliases(program: Program, path: string, annotation: Expr | undefined): Expr[] {
  if (annotation?.kind !== "subscript") return [];
  return annotation.index.flatMap((item) => {
    const meant = program.expression(path, item);
    const value = meant?.kind === "value" ? meant.value.value : item;
    return value?.kind === "subscript" && value.of.kind === "name" && value.of.name === "Annotated"
      ? [...value.index]
      : [];
  });
}

function callsIn(expr: Expr): (Expr & { kind: "call" })[] {
  // `mapped_column(…) if is_plain else mapped_column(…)`: what one of the two says may hold.
  if (expr.kind === "conditional") return [...callsIn(expr.then), ...callsIn(expr.otherwise)];
  if (expr.kind !== "call") return [];
  return [expr, ...expr.args.flatMap((arg) => callsIn(arg.value))];
}

function namesIn(expr: Expr): string[] {
  if (expr.kind === "name") return [expr.name];
  if (expr.kind === "attribute") return [expr.name];
  if (expr.kind === "call")
    return [
      ...namesIn(expr.callee),
      ...expr.args.filter((arg) => arg.name === "").flatMap((arg) => namesIn(arg.value)),
    ];
  return [];
}

function calleeName(call: Expr & { kind: "call" }): string {
  if (call.callee.kind === "name") return call.callee.name;
  return call.callee.kind === "attribute" ? call.callee.name : "";
}

function keyword(call: Expr & { kind: "call" }, name: string): Expr | undefined {
  return call.args.find((arg) => arg.name === name)?.value;
}

function stringOf(expr: Expr | undefined): string | undefined {
  return expr?.kind === "literal" && typeof expr.value === "string" ? expr.value : undefined;
}

function isTrue(expr: Expr | undefined): boolean {
  return expr?.kind === "literal" && expr.value === true;
}

function hasNone(annotation: Expr | undefined): boolean {
  if (!annotation) return false;
  if (annotation.kind === "literal")
    return annotation.value === null || (typeof annotation.value === "string" && /\bNone\b/.test(annotation.value));
  if (annotation.kind === "binary") return hasNone(annotation.left) || hasNone(annotation.right);
  return annotation.kind === "subscript" && annotation.index.some(hasNone);
}
