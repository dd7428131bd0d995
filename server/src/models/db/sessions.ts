// Database sessions and engines: which calls make one, which functions provide one.

import { functionsIn } from "../code/functions.ts";
import type { Expr, FunctionCode } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { Program } from "../program.ts";

export const SESSION_TYPE =
  /^(sqlalchemy\.(orm|ext\.asyncio)(\.\w+)*\.(Session|AsyncSession|scoped_session|async_scoped_session)|sqlmodel(\.\w+)*\.(Session|AsyncSession))$/;
const FACTORY =
  /^sqlalchemy\.(orm|ext\.asyncio)(\.\w+)*\.(sessionmaker|async_sessionmaker|scoped_session|async_scoped_session)$/;
const ENGINE =
  /^(sqlalchemy(\.\w+)*|sqlmodel)\.(create_engine|create_async_engine|engine_from_config|async_engine_from_config)$/;

export type Made = "session" | "engine" | undefined;

/** What a call makes, by what its callee means. */
export function madeBy(program: Program, path: string, call: Expr): Made {
  if (call.kind !== "call") return undefined;
  const { callee } = call;
  // `sessionmaker(engine)()`
  if (callee.kind === "call") return isFactory(program, path, callee) ? "session" : undefined;
  const meant = program.expression(path, callee);
  if (meant?.kind === "external") {
    if (SESSION_TYPE.test(meant.name) && !/scoped/.test(meant.name)) return "session";
    return ENGINE.test(meant.name) ? "engine" : undefined;
  }
  if (meant?.kind === "value" && meant.value.value)
    return isFactory(program, meant.path, meant.value.value) ? "session" : undefined;
  if (meant?.kind === "class")
    return program.externalBases(meant.class).some((name) => SESSION_TYPE.test(name)) ? "session" : undefined;
  return undefined;
}

function isFactory(program: Program, path: string, value: Expr): boolean {
  if (value.kind !== "call") return false;
  const meant = program.expression(path, value.callee);
  if (meant?.kind === "external" && FACTORY.test(meant.name)) return true;
  // `SessionLocal = make_factory()` with a function of the workspace that returns a sessionmaker.
  if (meant?.kind !== "function") return false;
  return returnsFactory(program, meant.path, meant.function);
}

function returnsFactory(program: Program, path: string, code: FunctionCode): boolean {
  return code.body.some(
    (statement) =>
      statement.kind === "return" &&
      statement.value !== undefined &&
      statement.value.kind === "call" &&
      isExternalFactory(program, path, statement.value.callee),
  );
}

function isExternalFactory(program: Program, path: string, callee: Expr): boolean {
  const meant = program.expression(path, callee);
  return meant?.kind === "external" && FACTORY.test(meant.name);
}

/** A function that hands a session to whoever asks: it makes one and yields it, or returns it. */
export function isProvider(program: Program, path: string, code: FunctionCode): boolean {
  const makes = [...walkCode(code.body)].some((expr) => madeBy(program, path, expr) !== undefined);
  if (!makes) return false;
  if (code.isGenerator) return true;
  return code.body.some(
    (statement) =>
      statement.kind === "return" &&
      statement.value !== undefined &&
      madeBy(program, path, statement.value) === "session",
  );
}

/** The generator functions of the workspace that provide sessions, for `Depends(…)`. */
export function providersIn(program: Program, path: string): readonly FunctionCode[] {
  const module = program.module(path);
  if (!module) return [];
  return [...functionsIn(module.code.body)]
    .filter(
      ({ code, class: owner, outer }) =>
        !owner && outer.length === 0 && code.isGenerator && isProvider(program, path, code),
    )
    .map(({ code }) => code);
}
