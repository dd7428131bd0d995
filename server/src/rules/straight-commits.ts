// The commits on the straight path of a function, and the sessions that they are of.

import type { Expr, Stmt } from "../models/code/syntax.ts";
import { SESSION_TYPE } from "../models/db/sessions.ts";
import type { PythonFile } from "../python/python-file.ts";

export interface Commit {
  readonly call: Expr & { readonly kind: "call" };
  readonly session: string;
  readonly isAwaited: boolean;
  /** The `with` that has opened the session, if one has. */
  readonly opened: Stmt | undefined;
  /** The tests of the branches that it stands in, innermost first. */
  readonly tests: readonly Expr[];
}

/** Commits that run one after the other: not in a loop, and of branches the longer one. */
export function straightCommits(
  committed: (expr: Expr) => string | undefined,
  body: readonly Stmt[],
  before: readonly Commit[],
): readonly Commit[] {
  let found = [...before];
  for (const statement of body) {
    switch (statement.kind) {
      case "if": {
        const sides = [statement.then, statement.otherwise].map((side) => ({
          side,
          commits: straightCommits(committed, side, found).map((one) =>
            side === statement.then && !found.includes(one) ? { ...one, tests: [...one.tests, statement.test] } : one,
          ),
        }));
        const open = sides.filter(({ side }) => !ends(side));
        found = [...(open.toSorted((a, b) => b.commits.length - a.commits.length)[0]?.commits ?? found)];
        const closed = sides
          .filter(({ side }) => ends(side))
          .toSorted((a, b) => b.commits.length - a.commits.length)[0];
        if (open.length === 0 && closed) return closed.commits;
        break;
      }
      case "with":
        found = straightCommits(committed, statement.body, found).map((one) =>
          !found.includes(one) &&
          statement.items.some(({ target }) => target?.kind === "name" && target.name === one.session)
            ? { ...one, opened: statement }
            : one,
        );
        break;
      case "try":
        found = [...straightCommits(committed, [...statement.body, ...statement.otherwise], found)];
        break;
      case "expression":
      case "assign":
      case "return": {
        const { value } = statement;
        const call = value?.kind === "await" ? value.of : value;
        const session = call && committed(call);
        if (call?.kind === "call" && session !== undefined)
          found.push({ call, session, isAwaited: value?.kind === "await", opened: undefined, tests: [] });
        break;
      }
      default:
        break;
    }
  }
  return found;
}

function ends(body: readonly Stmt[]): boolean {
  const last = body.at(-1);
  return last?.kind === "return" || last?.kind === "raise" || (last?.kind === "leave" && last.how !== "pass");
}

export function isSession(file: PythonFile, given: Expr | undefined): boolean {
  if (given === undefined) return true;
  const kind = given.kind === "name" ? "identifier" : "attribute";
  const node = file.nodes(kind).find((one) => one.start === given.start && one.end === given.end);
  return node !== undefined && SESSION_TYPE.test(file.typeOf(node) ?? "");
}

/** "db" of `db.commit()` where `db` is a session. */
export function sessionCommitted(file: PythonFile, expr: Expr): string | undefined {
  if (expr.kind !== "call" || expr.callee.kind !== "attribute" || expr.callee.name !== "commit") return undefined;
  const { of } = expr.callee;
  const node = file
    .nodes("attribute")
    .find((one) => one.start === expr.callee.start && one.end === expr.callee.end)
    ?.field("object");
  if (!node || !SESSION_TYPE.test(file.typeOf(node) ?? "")) return undefined;
  return file.text.slice(of.start, of.end);
}
