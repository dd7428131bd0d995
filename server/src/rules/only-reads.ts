// Whether a piece of a function only asks the database and changes nothing, so that committing it only ends the reading.

import { dottedName } from "../models/code/dotted-name.ts";
import { flatStatements } from "../models/code/statements.ts";
import type { Expr, FunctionCode } from "../models/code/syntax.ts";
import { walkCode } from "../models/code/walk.ts";
import type { Program } from "../models/program.ts";
import { isBuiltinName } from "../python/builtins.ts";
import type { Span } from "../text/span.ts";

/** How far calls of the workspace's own functions are looked into. */
const MAX_DEPTH = 2;

/** Methods of sessions, queries, results and columns that only ask, and those of plain values. */
const ASKING =
  /^(execute|scalars?|scalar_one(_or_none)?|get|get_one|query|stream|stream_scalars|all|first|one|one_or_none|unique|mappings|tuples|fetch(all|one|many)|count|exists|where|filter|filter_by|order_by|options|limit|offset|join|outerjoin|group_by|having|distinct|select_from|with_for_update|execution_options|load_only|joinedload|selectinload|subqueryload|contains_eager|in_|not_in|is_|is_not|is_not_none|isnot|like|ilike|desc|asc|label|any|has|between|keys|values|items|split|strip|replace|lower|upper|format|copy|append|extend|is_\w+|has_\w+|get_\w+)$/;

/** Libraries whose functions and classes change nothing when they are called: statements, answers, models. */
const HARMLESS = /^(sqlalchemy|sqlmodel|fastapi|starlette|pydantic)\b/;
const WRITING = /\.(insert|update|delete|text|Insert|Update|Delete)$/;

/** Between two places of a function. */
export function onlyReads(program: Program, path: string, code: FunctionCode, between: Span, depth = 0): boolean {
  const isWithin = (one: Span): boolean => between.start <= one.start && one.end <= between.end;
  const isKept = flatStatements(code.body).some(
    (one) =>
      isWithin(one) &&
      (one.kind === "delete" ||
        ((one.kind === "assign" || one.kind === "augment") &&
          one.target.kind !== "name" &&
          one.target.kind !== "sequence")),
  );
  return (
    !isKept &&
    walkCode(code.body).every(
      (one) => one.kind !== "call" || !isWithin(one) || isAsking(program, path, one, code, depth),
    )
  );
}

function isAsking(
  program: Program,
  path: string,
  call: Expr & { kind: "call" },
  code: FunctionCode,
  depth: number,
): boolean {
  const { callee } = call;
  const meant = program.expression(path, callee);
  if (meant?.kind === "external") return HARMLESS.test(meant.name) && !WRITING.test(meant.name);
  if (meant?.kind === "function") {
    const { function: own, path: place } = meant;
    return depth < MAX_DEPTH && onlyReads(program, place, own, { start: own.start, end: own.end }, depth + 1);
  }
  // An exception or a row that is made is not in a session yet.
  if (meant?.kind === "class") return true;
  if (callee.kind === "name") return isBuiltinName(callee.name) && !/^(setattr|delattr|exec|eval)$/.test(callee.name);
  // A statement that comes from elsewhere may be any.
  if (callee.kind === "attribute" && /^(execute|scalars?|stream)$/.test(callee.name) && !isMadeHere(call, code))
    return false;
  return callee.kind === "attribute" && (ASKING.test(callee.name) || isLogger(callee.of));
}

/** The calls that make it are looked at themselves. */
function isMadeHere({ args }: Expr & { kind: "call" }, code: FunctionCode): boolean {
  const statement = args[0]?.value;
  if (statement?.kind !== "name") return statement === undefined || statement.kind === "call";
  const given = flatStatements(code.body).flatMap((one) =>
    one.kind === "assign" && dottedName(one.target) === statement.name && one.value ? [one.value] : [],
  );
  return given.length > 0 && given.every(({ kind }) => kind === "call");
}

function isLogger(of: Expr): boolean {
  return /(^|[._])log(ger)?$/i.test(dottedName(of) ?? "");
}
