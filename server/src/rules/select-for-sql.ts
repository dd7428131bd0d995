// Writes a plain `SELECT a, b FROM table WHERE …` with SQLAlchemy's `select`, where the workspace knows the table.

import type { Entity } from "../models/orm/entity.ts";
import type { Workspace } from "../models/workspace.ts";
import { argumentNodes, argumentsOf, methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { stringValue } from "../python/string-value.ts";
import { namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { constantImport } from "./constant-import.ts";
import { replaceImport } from "./replace-import.ts";
import type { Fix } from "./rule.ts";

const SELECT =
  /^\s*select\s+(\*|[\w\s,]+?)\s+from\s+(\w+)(?:\s+where\s+(.+?))?(?:\s+order\s+by\s+(\w+)(?:\s+(asc|desc))?)?(?:\s+limit\s+(\d+))?\s*;?\s*$/is;

/** `call` is `text("…")`, in the one argument of `execute` or with a dict of its values beside it. */
export function selectForSql(file: PythonFile, call: SyntaxNode, workspace: Workspace): Fix | undefined {
  const callee = call.field("function");
  const sql = stringValue(argumentNodes(call)[0]);
  const outer = call.parent?.type === "argument_list" ? call.parent.parent : undefined;
  if (callee === undefined || sql === undefined || outer?.type !== "call") return undefined;
  const { positional, keywords } = argumentsOf(outer);
  if (!/^(?:execute|scalar)$/.test(methodCall(outer)?.method ?? "") || positional[0] !== call || keywords.size > 0)
    return undefined;
  const [, columns = "", table = "", where, order, direction, limit] = SELECT.exec(sql) ?? [];
  const entity = workspace.facts.registry.ofTable(table);
  const home = entity && workspace.python(entity.path);
  const values = valuesIn(positional[1]);
  if (entity === undefined || home === undefined || positional.length > 2 || values === undefined) return undefined;
  const model = constantImport(file, workspace, home, entity.name, "");
  const select = replaceImport(file, callee, "sqlalchemy", "select");
  if (model === undefined) return undefined;
  // The columns themselves, in the order of the table: the class would give whole objects.
  const named =
    columns === "*"
      ? [`${model.name}.__table__`]
      : columns.split(",").map((one) => columnOf(entity, model.name, one.trim()));
  const tests =
    where === undefined ? [] : where.split(/\s+and\s+/i).map((one) => testOf(entity, model.name, one, values));
  const sorted = order === undefined ? undefined : columnOf(entity, model.name, order);
  if (named.includes(undefined) || tests.includes(undefined) || (order !== undefined && sorted === undefined))
    return undefined;
  const isUsed = [...values.keys()].every((name) => new RegExp(`:${name}\\b`).test(where ?? ""));
  if (!isUsed) return undefined;
  const text = [
    `${select.name}(${named.join(", ")})`,
    ...(tests.length > 0 ? [`.where(${tests.join(", ")})`] : []),
    ...(sorted === undefined ? [] : [`.order_by(${sorted}${direction?.toLowerCase() === "desc" ? ".desc()" : ""})`]),
    ...(limit === undefined ? [] : [`.limit(${limit})`]),
  ].join("");
  return {
    title: "Write it with `select`",
    safe: false,
    edits: [...model.edits, ...select.edits, { span: { start: call.start, end: (positional[1] ?? call).end }, text }],
  };
}

function columnOf({ columns }: Entity, model: string, name: string): string | undefined {
  return /^\w+$/.test(name) && columns.has(name) ? `${model}.${name}` : undefined;
}

/** `id = :key`, `total > 3`, `name = 'Ada'`; an operator that Python has as well. */
function testOf(entity: Entity, model: string, text: string, values: ReadonlyMap<string, string>): string | undefined {
  const [, name = "", sign = "", right = ""] =
    /^\s*(\w+)\s*(=|<>|!=|<=|>=|<|>)\s*(:\w+|\d+(?:\.\d+)?|'[^'"\\]*')\s*$/.exec(text) ?? [];
  const column = columnOf(entity, model, name);
  const value = right.startsWith(":") ? values.get(right.slice(1)) : right.replaceAll("'", '"');
  if (column === undefined || value === undefined) return undefined;
  return `${column} ${{ "=": "==", "<>": "!=" }[sign] ?? sign} ${value}`;
}

/** The values of `{"key": key}`, as they are written; undefined for what is no plain dict. */
function valuesIn(node: SyntaxNode | undefined): ReadonlyMap<string, string> | undefined {
  if (node === undefined) return new Map();
  if (node.type !== "dictionary") return undefined;
  const pairs = namedChildren(node).map((pair) => {
    const [key, value] = [stringValue(pair.field("key")), pair.field("value")];
    const isPlain = value && /^(?:identifier|attribute|call|subscript|integer|string)$/.test(value.type);
    return key === undefined || !isPlain || value.text.includes("\n") ? undefined : ([key, value.text] as const);
  });
  return pairs.includes(undefined) ? undefined : new Map(pairs.filter((pair) => pair !== undefined));
}
