// Commits, after which a session fetches again whatever is read of its objects.

import { dottedName } from "../code/dotted-name.ts";
import type { Expr, Stmt } from "../code/syntax.ts";
import { walkExpression } from "../code/walk.ts";
import { SESSION_TYPE } from "../db/sessions.ts";
import type { Program } from "../program.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Frame } from "./values.ts";

/** Which expressions of a function are sessions: those that its queries run on, and parameters annotated as such. */
export class KnownSessions {
  readonly #used = new WeakMap<Frame, Set<string>>();

  /** Remembers that a query has run on this expression. */
  use(receiver: Expr, frame: Frame): void {
    const name = dottedName(receiver);
    if (name === undefined) return;
    const known = this.#used.get(frame);
    if (known) known.add(name);
    else this.#used.set(frame, new Set([name]));
  }

  has(program: Program, receiver: Expr, frame: Frame): boolean {
    const name = dottedName(receiver);
    if (name === undefined) return false;
    if (this.#used.get(frame)?.has(name)) return true;
    const annotation = frame.function?.params.find((param) => param.name === name)?.annotation;
    const meant = annotation && program.expression(frame.path, annotation);
    return meant?.kind === "external" && SESSION_TYPE.test(meant.name);
  }
}

/** `session.commit()` on what queries have run on in the same function, in a workspace whose sessions expire their objects. */
export function isCommit(evaluator: Evaluator, expr: Expr, frame: Frame): boolean {
  return (
    !evaluator.keepsObjects &&
    expr.kind === "call" &&
    expr.callee.kind === "attribute" &&
    expr.callee.name === "commit" &&
    expr.args.length === 0 &&
    evaluator.sessions.has(evaluator.program, expr.callee.of, frame)
  );
}

/** Whether every round of a loop commits and goes on to the next. */
export function commitsEachRound(evaluator: Evaluator, body: readonly Stmt[], frame: Frame): boolean {
  return !evaluator.keepsObjects && commitsIn(body).some((expr) => isCommit(evaluator, expr, frame));
}

const found = new WeakMap<readonly Stmt[], readonly Expr[]>();

/** The calls of `commit` that every round comes to; the same code runs many times, so they are looked for once. */
function commitsIn(body: readonly Stmt[]): readonly Expr[] {
  let commits = found.get(body);
  if (!commits) {
    commits = leaves(body)
      ? []
      : body.flatMap((statement): readonly Expr[] => {
          if (statement.kind === "expression") return walkExpression(statement.value).filter(isCommitCall);
          return statement.kind === "with" || statement.kind === "try" ? commitsIn(statement.body) : [];
        });
    found.set(body, commits);
  }
  return commits;
}

function isCommitCall(expr: Expr): boolean {
  return expr.kind === "call" && expr.callee.kind === "attribute" && expr.callee.name === "commit";
}

function leaves(body: readonly Stmt[]): boolean {
  return body.some(
    ({ kind, ...rest }) => kind === "return" || kind === "raise" || ("how" in rest && rest.how === "break"),
  );
}
