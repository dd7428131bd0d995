// Whether a call in a loop is a step of work that changes rows, by itself or by what it calls, and no look-up.

import type { Span } from "../../text/span.ts";
import { dottedName } from "../code/dotted-name.ts";
import { flatStatements } from "../code/statements.ts";
import type { Expr, FunctionCode } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import { ownerOf } from "../db/committing-calls.ts";
import { SESSION_TYPE } from "../db/sessions.ts";
import type { Program } from "../program.ts";
import type { Frame, Loop, Place } from "./values.ts";

/** `create_or_update(…)` may hand its work to `create(…)`, which hands it to `save(…)`. */
const MAX_DEPTH = 3;
const ASKING = /^(query|execute|exec|scalars?|refresh|rollback|commit|expunge|merge|add_all|begin_nested)$/;
const CHANGING = /^(add|add_all|merge|delete|flush|bulk_save_objects|bulk_insert_mappings|bulk_update_mappings)$/;
const STATEMENT = /^(sqlalchemy|sqlmodel)\b.*\.(insert|update|delete)$/;

export interface Called {
  readonly path: string;
  readonly code: FunctionCode;
}

interface Own {
  readonly changes: boolean;
  readonly calls: readonly Called[];
}

export class StepsOfWork {
  readonly #program: Program;
  readonly #own = new Map<FunctionCode, Own>();
  readonly #known = new Map<FunctionCode, boolean>();
  /** What functions were seen to call, also through objects that only a run knows. */
  readonly #seen = new Map<FunctionCode, Map<FunctionCode, Called>>();

  constructor(program: Program) {
    this.#program = program;
  }

  called(by: FunctionCode, callee: Called): void {
    const known = this.#seen.get(by) ?? new Map<FunctionCode, Called>();
    known.set(callee.code, callee);
    this.#seen.set(by, known);
  }

  /** The functions between a loop and a query, of which one may turn out to write once the run is over. */
  between(loop: Loop, frame: Frame): readonly Called[] {
    const found: Called[] = [];
    for (let inner = frame; inner !== loop.frame && inner.caller; inner = inner.caller.frame)
      if (inner.function) found.push({ path: inner.path, code: inner.function });
    return found;
  }

  /** Now that all calls have been seen, what was thought of a function before may not hold any more. */
  settle(): void {
    this.#known.clear();
  }

  haveWritten(functions: readonly Called[]): boolean {
    return functions.some((one) => this.#changesRows(one));
  }

  /** `update_or_create(db, row)` for each row asks and writes: no query before the loop can stand in for it. */
  has(loop: Loop, frame: Frame, place: Place, at: Span): boolean {
    if (isOwnTransaction(loop, place)) return true;
    if (frame === loop.frame) return false;
    if (loop.frame.function && isOrder(loop.frame.function, place)) return true;
    const frames: Frame[] = [];
    for (let inner = frame; inner !== loop.frame && inner.caller; inner = inner.caller.frame) {
      if (inner.function && this.#changesRows({ path: inner.path, code: inner.function })) return true;
      frames.push(inner);
    }
    return waitsForOthers(frames, at);
  }

  #changesRows(start: Called): boolean {
    let changes = this.#known.get(start.code);
    if (changes !== undefined) return changes;
    const seen = new Set([start.code]);
    let reached: readonly Called[] = [start];
    changes = false;
    for (let depth = 0; depth <= MAX_DEPTH && reached.length > 0 && !changes; depth++) {
      const all = reached.map((one) => this.#ownOf(one));
      changes = all.some((one) => one.changes);
      const run = reached.flatMap(({ code }) => [...(this.#seen.get(code)?.values() ?? [])]);
      reached = [...all.flatMap(({ calls }) => calls), ...run].filter(({ code }) => !seen.has(code) && seen.add(code));
    }
    this.#known.set(start.code, changes);
    return changes;
  }

  #ownOf({ path, code }: Called): Own {
    let own = this.#own.get(code);
    if (own === undefined) {
      const calls = walkCode(code.body);
      own = {
        changes: calls.some((call) => isChange(this.#program, path, code, call, calls)),
        calls: calls.flatMap((call) => calledBy(this.#program, path, code, call)),
      };
      this.#own.set(code, own);
    }
    return own;
  }
}

function isChange(program: Program, path: string, code: FunctionCode, call: Expr, all: readonly Expr[]): boolean {
  if (call.kind !== "call") return false;
  const meant = program.expression(path, call.callee);
  if (meant?.kind === "external" && STATEMENT.test(meant.name)) return true;
  if (call.callee.kind !== "attribute") return false;
  const { name, of } = call.callee;
  if (name === "commit" && call.args.length === 0) return true;
  if (!CHANGING.test(name)) return false;
  // A set of one's own can be added to as well.
  return isSession(program, path, code, of) || all.some((other) => asks(other, dottedName(of)));
}

/** Something is asked for on the same object. */
function asks(call: Expr, receiver: string | undefined): boolean {
  return (
    receiver !== undefined &&
    call.kind === "call" &&
    call.callee.kind === "attribute" &&
    ASKING.test(call.callee.name) &&
    dottedName(call.callee.of) === receiver
  );
}

function isSession(program: Program, path: string, code: FunctionCode, receiver: Expr): boolean {
  const annotation =
    receiver.kind === "name" ? code.params.find(({ name }) => name === receiver.name)?.annotation : undefined;
  const meant = annotation && program.expression(path, annotation);
  return meant?.kind === "external" && SESSION_TYPE.test(meant.name);
}

function calledBy(program: Program, path: string, code: FunctionCode, call: Expr): readonly Called[] {
  if (call.kind !== "call") return [];
  const { callee } = call;
  if (callee.kind === "attribute" && callee.of.kind === "name" && callee.of.name === "self") {
    const method = ownerOf(program, path, code)?.methods.get(callee.name);
    return method ? [{ path, code: method }] : [];
  }
  const meant = program.expression(path, callee);
  if (meant?.kind === "function") return [{ path: meant.path, code: meant.function }];
  const owner = callee.kind === "attribute" ? program.expression(path, callee.of) : undefined;
  const own =
    owner?.kind === "class" && callee.kind === "attribute" ? program.member(owner.class, callee.name) : undefined;
  return own?.method ? [{ path: own.owner.path, code: own.method }] : [];
}

/** The session does not wait, but the function around it does: for something else, a download or a process. */
function waitsForOthers(frames: readonly Frame[], at: Span): boolean {
  const [inner] = frames;
  const awaited = (frame: Frame | undefined): readonly Expr[] =>
    walkCode(frame?.function?.body ?? []).filter(({ kind }) => kind === "await");
  if (awaited(inner).some((one) => one.start <= at.start && at.end <= one.end)) return false;
  return frames.some((frame) => awaited(frame).length > 0);
}

/**
 * `for key in keys: with Session() as db: … db.commit()`, or `with Session.begin() as db`: each round is a transaction,
 * which shares nothing with the others.
 */
function isOwnTransaction({ body }: Loop, at: Span): boolean {
  return flatStatements(body ?? []).some((statement) => {
    if (statement.kind !== "with" || at.start < statement.start || statement.end < at.end) return false;
    if (statement.items.some(({ value, target }) => target !== undefined && beginsWork(value))) return true;
    const sessions = statement.items.flatMap(({ target }) => (target?.kind === "name" ? [target.name] : []));
    return walkCode(statement.body).some(
      (one) =>
        one.kind === "call" &&
        one.callee.kind === "attribute" &&
        one.callee.name === "commit" &&
        sessions.includes(dottedName(one.callee.of) ?? ""),
    );
  });
}

/** `Session.begin()`, `session_scope(begin_transaction=True)` */
function beginsWork(value: Expr): boolean {
  if (value.kind !== "call") return false;
  const name = value.callee.kind === "attribute" ? value.callee.name : "";
  return (
    name === "begin" ||
    value.args.some(
      (one) =>
        /(^|_)(begin|transaction)($|_)/.test(one.name) && one.value.kind === "literal" && one.value.value === true,
    )
  );
}

/** What it gives is not used: the call is made for what it does. */
function isOrder(code: FunctionCode, at: { readonly start: number; readonly end: number }): boolean {
  return flatStatements(code.body).some((statement) => {
    if (statement.kind !== "expression") return false;
    const value = statement.value.kind === "await" ? statement.value.of : statement.value;
    return value.kind === "call" && value.start === at.start && value.end === at.end;
  });
}
