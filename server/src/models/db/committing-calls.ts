// Calls of the workspace's own functions that commit the session they are handed, or the one of their object.

import type { Expr, FunctionCode, Stmt } from "../code/syntax.ts";
import type { ClassFacts, Program } from "../program.ts";

export interface CommittingCall {
  /** What is committed, as the caller names it: "db", "self.session". */
  readonly session: string;
  /** The argument; undefined where it is the object's own session. */
  readonly argument: Expr | undefined;
  /** The function does nothing else but finish the transaction. */
  readonly isAll: boolean;
}

/** `owner` is the class around the call, for `self.save()`. */
export function committingCall(
  program: Program,
  path: string,
  expr: Expr,
  owner: ClassFacts | undefined,
): CommittingCall | undefined {
  if (expr.kind !== "call") return undefined;
  const { callee, args } = expr;
  const isOwn = callee.kind === "attribute" && callee.of.kind === "name" && callee.of.name === "self";
  const meant = isOwn ? undefined : program.expression(path, callee);
  const code = isOwn ? owner?.methods.get(callee.name) : meant?.kind === "function" ? meant.function : undefined;
  const committed = code && committedIn(code.body);
  if (!code || committed === undefined) return undefined;
  const isAll = code.body.every(isFinishing);
  if (committed.startsWith("self.")) return isOwn ? { session: committed, argument: undefined, isAll } : undefined;
  const params = isOwn ? code.params.slice(1) : code.params;
  const at = params.findIndex(({ name }) => name === committed);
  const argument = args.find(
    ({ name, star }, index) => star === "" && (name === "" ? index === at : name === committed),
  );
  const session = argument && nameOf(argument.value);
  return at < 0 || session === undefined ? undefined : { session, argument: argument?.value, isAll };
}

/** What a function commits whenever it runs to its end. */
function committedIn(body: readonly Stmt[]): string | undefined {
  for (const statement of body) {
    if (statement.kind === "expression") {
      const call = statement.value.kind === "await" ? statement.value.of : statement.value;
      if (call.kind === "call" && call.callee.kind === "attribute" && call.callee.name === "commit")
        return nameOf(call.callee.of);
    } else if (statement.kind === "try" || statement.kind === "with") {
      const inner = committedIn(statement.body);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

/** A commit, flush, refresh or rollback, a docstring, a log call's place in a handler, or the end. */
function isFinishing(statement: Stmt): boolean {
  switch (statement.kind) {
    case "try":
      return statement.body.every(isFinishing);
    case "expression": {
      const call = statement.value.kind === "await" ? statement.value.of : statement.value;
      if (call.kind !== "call") return call.kind === "literal" || call.kind === "parts";
      return call.callee.kind === "attribute" && /^(commit|flush|refresh|rollback|expire_all)$/.test(call.callee.name);
    }
    case "return":
    case "raise":
    case "leave":
      return true;
    default:
      return false;
  }
}

function nameOf(expr: Expr): string | undefined {
  if (expr.kind === "name") return expr.name;
  const of = expr.kind === "attribute" ? nameOf(expr.of) : undefined;
  return expr.kind === "attribute" && of !== undefined ? `${of}.${expr.name}` : undefined;
}

/** The class of a function, by where it stands. */
export function ownerOf(program: Program, path: string, code: Pick<FunctionCode, "start">): ClassFacts | undefined {
  const classes = [...(program.module(path)?.classes.values() ?? [])];
  return classes.find((one) => one.code.start < code.start && code.start < one.code.end);
}
