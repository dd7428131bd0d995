// Which classes are ORM models: those that a declarative base maps to a table.

import type { Expr } from "../code/syntax.ts";
import type { ClassFacts, Program } from "../program.ts";
import { isTrue } from "./call-arguments.ts";

const DECLARATIVE =
  /^(sqlalchemy\.(orm|ext\.declarative)(\.\w+)*\.(DeclarativeBase\w*|declarative_base|MappedAsDataclass)|sqlmodel\.(main\.)?SQLModel|flask_sqlalchemy\.\S+|advanced_alchemy\.base\.\S+|fastapi_users_db_sqlalchemy\.\S+)$/;

export function isMapped(program: Program, facts: ClassFacts): boolean {
  if (facts.attributes.get("__abstract__")?.value) return false;
  const line = [facts, ...program.ancestors(facts)];
  const sqlmodel = program.externalBases(facts).some((name) => name.startsWith("sqlmodel."));
  if (sqlmodel)
    return line.some((one) => one.code.keywords.some((keyword) => keyword.name === "table" && isTrue(keyword.value)));
  const named = line.some(
    (one) => one.attributes.has("__tablename__") || one.attributes.has("__table__") || one.methods.has("__tablename__"),
  );
  const own = hasMappedMembers(program, facts);
  if (!named && !own) return false;
  if (facts.attributes.has("__tablename__")) return true;
  return (
    program.externalBases(facts).some((name) => isDeclarative(program, name)) &&
    (named || own) &&
    !isBase(program, facts)
  );
}

/** `class Base(DeclarativeBase)` and mixins that only lend columns are no tables. */
function isBase(program: Program, facts: ClassFacts): boolean {
  const direct = facts.code.bases.map((base) => program.expression(facts.path, base));
  return (
    direct.some(
      (meant) => meant?.kind === "external" && DECLARATIVE.test(meant.name) && !/\.Model$/.test(meant.name),
    ) && !facts.attributes.has("__tablename__")
  );
}

function hasMappedMembers(program: Program, facts: ClassFacts): boolean {
  for (const attribute of facts.attributes.values()) {
    const value = attribute.value;
    if (value?.kind !== "call") continue;
    const name = calleeName(program, facts.path, value.callee);
    if (/(^|\.)(Column|mapped_column|relationship|Relationship)$/.test(name)) return true;
  }
  return false;
}

function isDeclarative(program: Program, name: string): boolean {
  if (DECLARATIVE.test(name)) return true;
  if (!name.startsWith("value:")) return /(^|\.)db\.Model$/.test(name);
  const [, path = "", local = ""] = name.split(":");
  const meant = program.name(path, local);
  const value = meant?.kind === "value" ? meant.value.value : undefined;
  const made =
    value?.kind === "call" && meant?.kind === "value" ? program.expression(meant.path, value.callee) : undefined;
  if (made?.kind === "class") return program.externalBases(made.class).some((base) => DECLARATIVE.test(base));
  return (
    value?.kind === "call" &&
    DECLARATIVE.test(calleeName(program, meant?.kind === "value" ? meant.path : path, value.callee))
  );
}

/** The full name of what is called; `?.name` for an attribute of something unknown. */
export function calleeName(program: Program, path: string, callee: Expr): string {
  const meant = program.expression(path, callee);
  if (meant?.kind === "external") return meant.name;
  if (callee.kind === "attribute") return `?.${callee.name}`;
  return "";
}
