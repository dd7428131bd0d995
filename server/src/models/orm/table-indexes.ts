// The columns of the indexes and unique constraints of a table, from its `__table_args__`.

import { statementsIn } from "../code/functions.ts";
import type { Expr } from "../code/syntax.ts";
import type { ClassFacts } from "../program.ts";
import { stringOf } from "./call-arguments.ts";

/** Those that a class says for itself, without those of its bases. */
export function indexesOf(facts: ClassFacts): readonly (readonly string[])[] {
  return tableArguments(facts).flatMap((args) => indexesIn(args));
}

/** What `__table_args__` is, also where a `declared_attr` returns it. */
function tableArguments(facts: ClassFacts): readonly Expr[] {
  const value = facts.attributes.get("__table_args__")?.value;
  const method = facts.methods.get("__table_args__");
  const returned = [...statementsIn(method?.body ?? [])].flatMap((one) =>
    one.kind === "return" && one.value ? [one.value] : [],
  );
  return value ? [value, ...returned] : returned;
}

/** The columns of each index or unique constraint in `__table_args__`. */
function indexesIn(args: Expr): (readonly string[])[] {
  if (args.kind === "binary") return [...indexesIn(args.left), ...indexesIn(args.right)];
  const indexes: (readonly string[])[] = [];
  for (const item of args.kind === "sequence" ? args.items : [args]) {
    if (item.kind !== "call") continue;
    const name =
      item.callee.kind === "attribute" ? item.callee.name : item.callee.kind === "name" ? item.callee.name : "";
    const columns = item.args.filter((arg) => arg.name === "").map((arg) => columnNamed(arg.value) ?? "");
    if (name === "Index") indexes.push(columns.slice(1));
    else if (/^(UniqueConstraint|PrimaryKeyConstraint|ExcludeConstraint)$/.test(name)) indexes.push(columns);
  }
  return indexes;
}

/** "at" of `"at"`, `at`, `cls.at`, `at.desc()`, `desc("at")` and `text("at DESC")`. */
function columnNamed(expr: Expr): string | undefined {
  const text = stringOf(expr);
  if (text !== undefined) return /^\s*"?(\w+)"?(\s+(asc|desc)\b.*)?\s*$/i.exec(text)?.[1];
  if (expr.kind === "name") return expr.name;
  if (expr.kind === "attribute") return expr.of.kind === "name" ? expr.name : undefined;
  if (expr.kind !== "call") return undefined;
  const { callee } = expr;
  const last = callee.kind === "attribute" || callee.kind === "name" ? callee.name : "";
  if (!/^(text|desc|asc|nulls_?first|nulls_?last)$/.test(last)) return undefined;
  const first = expr.args[0]?.value;
  if (first) return columnNamed(first);
  return callee.kind === "attribute" ? columnNamed(callee.of) : undefined;
}
