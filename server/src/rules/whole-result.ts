// Finds queries in a function that bring every row and whose rows leave it.

import { flatStatements } from "../models/code/statements.ts";
import type { Expr, FunctionCode } from "../models/code/syntax.ts";
import { walkCode, walkExpression } from "../models/code/walk.ts";
import type { Program } from "../models/program.ts";
import { lastName } from "../models/web/answers.ts";
import type { Span } from "../text/span.ts";

const BOUNDING =
  /^(limit|slice|fetch|fetchmany|paginate|in_|group_by|count|first|one|one_or_none|scalar_one|scalar_one_or_none|any_|exists|partitions|get)$/;
const QUERYING = /^(filter|filter_by|where|in_|notin_|not_in|execute|scalars|scalar|exec|query|select|join|order_by)$/;
const MEASURING = /^(len|sum|any|all|max|min|bool|set|frozenset|Counter)$/;

export interface WholeResult {
  /** The `.all()` call. */
  readonly span: Span;
  /** The models that the query names, as written. */
  readonly models: readonly string[];
}

export function* wholeResults(program: Program, path: string, code: FunctionCode): Generator<WholeResult> {
  for (const call of walkCode(code.body)) {
    if (
      call.kind !== "call" ||
      call.callee.kind !== "attribute" ||
      !/^(all|fetchall)$/.test(call.callee.name) ||
      call.args.length > 0
    )
      continue;
    const parts = [...queryParts(code, call.callee.of, new Set())];
    if (!parts.some((part) => startsQuery(program, path, part)) || parts.some(bounds) || !leaves(code, call)) continue;
    const models = parts.flatMap((part) =>
      startsQuery(program, path, part) && part.kind === "call" ? part.args.map(({ value }) => lastName(value)) : [],
    );
    // In a chain over several lines it is the last call that tells.
    const { callee } = call;
    yield { span: { start: callee.end - callee.name.length, end: call.end }, models };
  }
}

/** All expressions of the query, through the local names that hold it on the way. */
function* queryParts(code: FunctionCode, expr: Expr, seen: Set<string>): Generator<Expr> {
  for (const part of walkExpression(expr)) {
    yield part;
    if (part.kind !== "name" || seen.has(part.name)) continue;
    seen.add(part.name);
    for (const statement of flatStatements(code.body)) {
      const isIt =
        statement.kind === "assign" && statement.target.kind === "name" && statement.target.name === part.name;
      if (isIt && statement.value) yield* queryParts(code, statement.value, seen);
    }
  }
}

/** `session.query(X)`, `select(X)`, `X.query` */
function startsQuery(program: Program, path: string, part: Expr): boolean {
  if (part.kind === "attribute" && part.name === "query" && /^[A-Z]/.test(lastName(part.of))) return true;
  if (part.kind !== "call") return false;
  if (part.callee.kind === "attribute" && part.callee.name === "query") return part.args.length > 0;
  const meant = program.expression(path, part.callee);
  return meant?.kind === "external" && /^(sqlalchemy|sqlmodel)\b.*\.select$/.test(meant.name);
}

function bounds(part: Expr): boolean {
  if (part.kind === "call")
    return BOUNDING.test(lastName(part.callee)) || /^func\.(count|sum|avg|min|max)$/.test(dotted(part.callee));
  if (part.kind === "subscript") return part.index.some(({ kind }) => kind === "slice");
  // By its own key there is at most one row.
  return (
    part.kind === "compare" &&
    part.ops.includes("==") &&
    part.items[0]?.kind === "attribute" &&
    part.items[0].name === "id"
  );
}

function dotted(expr: Expr): string {
  return expr.kind === "attribute" ? `${dotted(expr.of)}.${expr.name}` : expr.kind === "name" ? expr.name : "";
}

/** The rows are returned, themselves or as what is made of them, and not merely counted. */
function leaves(code: FunctionCode, call: Expr): boolean {
  const statements = flatStatements(code.body);
  const names = new Set<string>();
  let grew = true;
  const carries = (expr: Expr): boolean => {
    if (expr === call) return true;
    if (expr.kind === "name") return names.has(expr.name);
    if (expr.kind === "call" && MEASURING.test(lastName(expr.callee))) return false;
    // Rows that only shape another query do not leave with its result.
    if (
      expr.kind === "call" &&
      QUERYING.test(lastName(expr.callee)) &&
      !(expr.start <= call.start && call.end <= expr.end)
    )
      return false;
    // One of them, or some.
    if (expr.kind === "subscript") return false;
    return parts(expr).some(carries);
  };
  while (grew) {
    grew = false;
    for (const one of statements) {
      const isKept =
        (one.kind === "assign" && one.target.kind === "name" && one.value && carries(one.value)) ||
        (one.kind === "for" && one.target.kind === "name" && carries(one.iterable));
      const name = one.kind === "assign" || one.kind === "for" ? lastName(one.target) : "";
      if (isKept && !names.has(name)) {
        names.add(name);
        grew = true;
      }
      // `result.append(row.name)`
      const grown =
        one.kind === "expression" && one.value.kind === "call" && one.value.callee.kind === "attribute"
          ? one.value
          : undefined;
      if (
        grown?.callee.kind === "attribute" &&
        /^(append|extend|add)$/.test(grown.callee.name) &&
        grown.args.some(({ value }) => carries(value))
      ) {
        const list = lastName(grown.callee.of);
        if (!names.has(list)) {
          names.add(list);
          grew = true;
        }
      }
    }
  }
  return statements.some((one) => one.kind === "return" && one.value !== undefined && carries(one.value));
}

/** The expressions directly below. */
function parts(expr: Expr): readonly Expr[] {
  return [...walkExpression(expr)]
    .slice(1)
    .filter(
      (inner, _at, all) =>
        !all.some(
          (outer) =>
            outer !== inner &&
            outer.start <= inner.start &&
            inner.end <= outer.end &&
            (outer.start !== inner.start || outer.end !== inner.end),
        ),
    );
}
