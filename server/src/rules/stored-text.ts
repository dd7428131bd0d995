// Finds text parameters of create functions that reach a row without having been tested or cleaned.

import { flatStatements } from "../models/code/statements.ts";
import type { Expr, FunctionCode, Stmt } from "../models/code/syntax.ts";
import { walkCode, walkExpression } from "../models/code/walk.ts";
import type { Facts } from "../models/facts.ts";
import { lastName } from "../models/web/answers.ts";
import { isTestPath } from "../python/source-file.ts";
import type { Span } from "../text/span.ts";

export interface StoredText {
  readonly span: Span;
  readonly param: string;
  readonly into: string;
}

// What a private helper is handed, its caller has looked at.
const CREATES = /^(create|add|register|insert|save|store|new|make)(_|$)/;

export function storedTexts(facts: Facts, path: string): readonly StoredText[] {
  const module = facts.program.module(path);
  if (!module) return [];
  return functionsOf(module.code.body).flatMap((code) => {
    const found = CREATES.test(code.name) ? storedIn(facts, path, code) : undefined;
    if (!found) return [];
    const handed = handedIn(facts, code, found.param);
    // What an object is called with, nobody can tell where no caller is known.
    const isRaw = handed.length > 0 ? handed.some(Boolean) : code.params[0]?.name !== "self";
    return isRaw ? [found] : [];
  });
}

function functionsOf(body: readonly Stmt[]): readonly FunctionCode[] {
  return flatStatements(body).flatMap((one) => {
    if (one.kind === "class") return functionsOf(one.class.body);
    return one.kind === "function" ? [one.function, ...functionsOf(one.function.body)] : [];
  });
}

/** The first raw parameter of the first row that is made of some. */
function storedIn(facts: Facts, path: string, code: FunctionCode): StoredText | undefined {
  const texts = code.params.filter(
    ({ annotation, star }) => star === "" && annotation !== undefined && isText(annotation),
  );
  const names = new Set(texts.map(({ name }) => name));
  if (names.size === 0) return undefined;
  const rows = [...walkCode(code.body)].filter((one) => one.kind === "call" && isRow(facts, path, one, code));
  for (const row of rows) {
    if (row.kind !== "call") continue;
    for (const { name, value } of row.args) {
      if (value.kind !== "name" || !names.has(value.name) || isKey(facts, path, row.callee, name)) continue;
      if (!isHandled(code, value.name, rows)) return { span: value, param: value.name, into: lastName(row.callee) };
    }
  }
  return undefined;
}

/** Of each caller, whether it hands in what a client sent as it came, and not a field of a model or what it has worked out. */
function handedIn(facts: Facts, code: FunctionCode, param: string): readonly boolean[] {
  const own = code.params.filter(({ name }) => !/^(self|cls)$/.test(name));
  const position = own.findIndex(({ name }) => name === param);
  return facts
    .filesCalling(code.name)
    .filter((path) => !isTestPath(path))
    .flatMap((path) =>
      walkCode(facts.program.module(path)?.code.body ?? []).flatMap((call) => {
        if (call.kind !== "call" || lastName(call.callee) !== code.name) return [];
        const plain = call.args.filter(({ name, star }) => name === "" && star === "");
        const value = call.args.find(({ name }) => name === param)?.value ?? plain[position]?.value;
        return [value !== undefined && isRaw(facts, path, value)];
      }),
    );
}

/** A text that a route takes as its parameter, or an entry of a body that no model has read. */
function isRaw(facts: Facts, path: string, value: Expr): boolean {
  if (value.kind === "subscript") return true;
  if (value.kind === "call") return lastName(value.callee) === "get";
  return (
    value.kind === "name" &&
    facts
      .routes(path)
      .routes.some(
        ({ functionPath, function: route }) =>
          functionPath === path &&
          route.start <= value.start &&
          value.end <= route.end &&
          route.params.some(
            ({ name, annotation }) => name === value.name && (annotation === undefined || isText(annotation)),
          ),
      )
  );
}

/** `str`, `str | None`, `Optional[str]` */
function isText(annotation: Expr): boolean {
  if (annotation.kind === "name") return annotation.name === "str";
  if (annotation.kind === "binary") return isText(annotation.left) || isText(annotation.right);
  return annotation.kind === "subscript" && lastName(annotation.of) === "Optional" && annotation.index.some(isText);
}

/** A model of the database, or an object that a session is given. */
function isRow(facts: Facts, path: string, call: Expr, code: FunctionCode): boolean {
  if (call.kind !== "call" || !/^[A-Z]/.test(lastName(call.callee))) return false;
  const meant = facts.program.expression(path, call.callee);
  if (
    meant?.kind === "class" &&
    facts.registry.entities.some((one) => one.name === meant.class.code.name && one.path === meant.class.path)
  )
    return true;
  const held = flatStatements(code.body).find(
    (one) => one.kind === "assign" && one.value?.start === call.start && one.target.kind === "name",
  );
  const name = held?.kind === "assign" && held.target.kind === "name" ? held.target.name : undefined;
  return [...walkCode(code.body)].some(
    (one) =>
      one.kind === "call" &&
      one.callee.kind === "attribute" &&
      one.callee.name === "add" &&
      one.args.some(({ value }) => value.start === call.start || (value.kind === "name" && value.name === name)),
  );
}

/** What points at a row, here or elsewhere, is no text that somebody has typed. */
function isKey(facts: Facts, path: string, callee: Expr, name: string): boolean {
  const meant = facts.program.expression(path, callee);
  const entity = meant?.kind === "class" ? facts.registry.ofClass(meant.class) : undefined;
  const column = entity?.columns.get(name);
  return column !== undefined && (column.primaryKey || (column.foreignKey ?? column.foreignClass) !== undefined);
}

/** Tested, assigned anew, or handed to something other than the rows and the log. */
function isHandled(code: FunctionCode, name: string, rows: readonly Expr[]): boolean {
  const names = (expr: Expr | undefined): boolean =>
    expr !== undefined && [...walkExpression(expr)].some((part) => part.kind === "name" && part.name === name);
  for (const statement of flatStatements(code.body)) {
    if ((statement.kind === "if" || statement.kind === "while") && names(statement.test)) return true;
    if (statement.kind === "match" && names(statement.subject)) return true;
    if (statement.kind === "assign" && statement.target.kind === "name" && statement.target.name === name) return true;
  }
  for (const one of walkCode(code.body)) {
    if (
      one.kind === "call" &&
      one.callee.kind === "attribute" &&
      one.callee.of.kind === "name" &&
      one.callee.of.name === name
    )
      return true;
    if (one.kind === "conditional" && names(one.test)) return true;
    if (one.kind !== "call" || rows.includes(one) || isLog(one.callee)) continue;
    if (one.args.some(({ value }) => value.kind === "name" && value.name === name)) return true;
  }
  return false;
}

function isLog(callee: Expr): boolean {
  return callee.kind === "attribute" && callee.of.kind === "name" && /log/i.test(callee.of.name);
}
