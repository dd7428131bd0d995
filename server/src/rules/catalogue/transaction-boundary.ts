// Flags a commit that nothing rolls back when it fails, and one piece of work committed in two parts.

import { dottedName } from "../../models/code/dotted-name.ts";
import { functionsIn, statementsIn } from "../../models/code/functions.ts";
import { flatStatements } from "../../models/code/statements.ts";
import type { Expr, FunctionCode, Stmt } from "../../models/code/syntax.ts";
import { containsKind, walkCode, walkExpression } from "../../models/code/walk.ts";
import { committingCall, ownerOf } from "../../models/db/committing-calls.ts";
import { isProvider, madeBy, SESSION_TYPE } from "../../models/db/sessions.ts";
import type { Workspace } from "../../models/workspace.ts";
import type { PythonFile } from "../../python/python-file.ts";
import {
  blockOf,
  enclosingFunction,
  enclosingTries,
  indentOf,
  lineEnd,
  statements,
} from "../../python/surroundings.ts";
import { excludedBy } from "../excluded-tests.ts";
import { handlersOf, mayRaise } from "../handlers.ts";
import { type Fix, type FixEdit, fileRule } from "../rule.ts";

export const transactionBoundary = fileRule({
  id: "transaction-boundary",
  scope: "workspace",
  summary: "A commit without a rollback on the failing path, or two commits in one straight run.",
  why: "When a step fails after the first commit, half of the work stays. `begin()` blocks, one commit at the end of a session that rolls back by itself, commits in loops (batches), and providers are left alone.",
  severity: "warning",
  fix: "unsafe",
  isPraised: true,
  options: {},
  mentions: ["commit"],
  answers: [
    "Use explicit transaction boundaries and roll back on errors.",
    "Use database transactions for multi-step operations.",
    "Always roll back the transaction on failure.",
    "Wrap related writes in a single transaction.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "transaction boundary",
        "rollback & (error|failure|exception|fail)",
        "roll back & (error|failure|exception|fail)",
        "(use|wrap) ... transaction & !(test|read)",
        "single transaction",
        "one transaction & (write|step|change|update|operation)",
        "transaction & (multi step|multiple|related|atomic)",
        "atomic transaction",
        "(one|single) transaction (per|for each|in each|a) (function|request|operation|call|use case|unit of work|method)",
        "commit once ... (unit of work|request|operation|transaction|end)",
        "one commit per (unit of work|request|operation|transaction)",
        "(failure|error|exception) ... `*rollback*`",
        "`*rollback*` ... (failure|error|exception)",
        "wrap ... (mutation|write|update|operation) ... `*.transaction*`",
        "commit ... (`try/except`|try except|`try`)",
        "(wrap|inside|within|use|in) ... `*.begin*`",
        "`*.begin*` ... (write|mutation|update|change|statement)",
      ],
      unless: [
        "migration",
        "deploy",
        "deployment",
        "application version",
        "previous version",
        "outside",
        "test",
        "feature flag",
        "rollback plan",
        "rollback procedure",
      ],
    },
    {
      stance: "avoid",
      says: [
        "(multiple|several|partial) commit",
        "commit (twice|more than once|several time)",
        "commit without rollback",
      ],
      unless: ["git"],
    },
  ],
  examples: [
    {
      bad: "from sqlalchemy.orm import Session\n\n\ndef move(db: Session, a, b) -> None:\n    db.add(a)\n    db.commit()\n    db.add(b)\n    db.commit()\n",
      good: "from sqlalchemy.orm import Session\n\n\ndef move(db: Session, a, b) -> None:\n    db.add(a)\n    db.flush()\n    db.add(b)\n    db.commit()\n",
    },
  ],
  *check(file, _options, { workspace }) {
    const { program } = workspace.facts;
    const module = program.module(file.path);
    if (!module || file.isTest || isMigration(file.path)) return;
    for (const { code } of functionsIn(module.code.body)) {
      if (isProvider(program, file.path, code)) continue;
      const owner = ownerOf(program, file.path, code);
      // A helper that only finishes the transaction is a commit by another name.
      const committed = (expr: Expr): string | undefined => {
        const own = sessionCommitted(file, expr);
        const handed = own === undefined ? committingCall(program, file.path, expr, owner) : undefined;
        return own ?? (handed?.isAll && isSession(file, handed.argument) ? handed.session : undefined);
      };
      const all = straightCommits(committed, code.body, []);
      // Sessions that are opened one after the other are pieces of work of their own.
      const same = all.find((one, at) => all.slice(0, at).some(({ opened }) => opened === one.opened));
      const commits = same ? all.filter(({ opened }) => opened === same.opened) : all.slice(0, 1);
      const [first] = commits;
      const second = commits.find(
        (one, at) =>
          commits.slice(0, at).some((earlier) => !isEither(code, earlier, one)) &&
          !isOnPurpose(file, commits[at - 1]?.call) &&
          !isTriedAlone(code, commits[at - 1], one),
      );
      if (second) {
        const fix = flushFix(file, commits);
        yield {
          span: second.call,
          message: `This is the second commit of one piece of work: when something fails between them, half of it stays. Commit once at the end, or use \`${second.isAwaited ? "async with" : "with"} ${second.session}.begin():\`.`,
          ...(fix ? { fix } : {}),
        };
      } else if (
        first &&
        commits.length === 1 &&
        sessionCommitted(file, first.call) !== undefined &&
        !rollsBack(file, code, first, workspace)
      ) {
        const fix =
          beginFix(file, code, first, (expr) => madeBy(program, file.path, expr) === "session") ??
          rollbackFix(file, first);
        yield {
          span: first.call,
          message: `Nothing rolls \`${first.session}\` back when this work fails, so the session stays broken for whoever uses it next. Use \`${first.isAwaited ? "async with" : "with"} ${first.session}.begin():\`, or roll back in \`except\`.`,
          ...(fix ? { fix } : {}),
        };
      }
    }
  },
});

const RAISE = new Set(["raise"]);

interface Commit {
  readonly call: Expr & { readonly kind: "call" };
  readonly session: string;
  readonly isAwaited: boolean;
  /** The `with` that has opened the session, if one has. */
  readonly opened: Stmt | undefined;
  /** The tests of the branches that it stands in, innermost first. */
  readonly tests: readonly Expr[];
}

/** Commits that run one after the other: not in a loop, and of branches the longer one. */
function straightCommits(
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

function isSession(file: PythonFile, given: Expr | undefined): boolean {
  if (given === undefined) return true;
  const kind = given.kind === "name" ? "identifier" : "attribute";
  const node = file.nodes(kind).find((one) => one.start === given.start && one.end === given.end);
  return node !== undefined && SESSION_TYPE.test(file.typeOf(node) ?? "");
}

/** "db" of `db.commit()` where `db` is a session. */
function sessionCommitted(file: PythonFile, expr: Expr): string | undefined {
  if (expr.kind !== "call" || expr.callee.kind !== "attribute" || expr.callee.name !== "commit") return undefined;
  const { of } = expr.callee;
  const node = file
    .nodes("attribute")
    .find((one) => one.start === expr.callee.start && one.end === expr.callee.end)
    ?.field("object");
  if (!node || !SESSION_TYPE.test(file.typeOf(node) ?? "")) return undefined;
  return file.text.slice(of.start, of.end);
}

/** By the function itself, or by whoever made the session for it. */
function rollsBack(file: PythonFile, code: FunctionCode, commit: Commit, workspace: Workspace): boolean {
  const { program } = workspace.facts;
  for (const expr of walkCode(code.body))
    if (
      expr.kind === "call" &&
      expr.callee.kind === "attribute" &&
      /^(rollback|begin|begin_nested)$/.test(expr.callee.name)
    )
      return true;
  for (const statement of statementsIn(code.body)) {
    if (statement.kind !== "with" || statement.start > commit.call.start || commit.call.end > statement.end) continue;
    for (const item of statement.items) {
      // A session that is opened here is closed here, which rolls back what was not committed.
      for (const part of walkExpression(item.value)) if (madeBy(program, file.path, part) !== undefined) return true;
      if (item.target?.kind === "name" && item.target.name === commit.session) return true;
    }
  }
  if (isClosedAnyway(code, commit)) return true;
  // A session that is handed in belongs to its provider; a single commit at the end leaves nothing half done.
  const isHandedIn =
    code.params.some((param) => param.name === commit.session) ||
    commit.session.startsWith("self.") ||
    isTakenOver(code, commit.session);
  if (isOfOuter(file, code, commit.session)) return true;
  return isHandedIn && lastsToTheEnd(code, commit) && !isSwallowed(code, commit);
}

/** A comment above the earlier commit, or behind it, says why it comes already. */
function isOnPurpose(file: PythonFile, call: Expr | undefined): boolean {
  if (call === undefined) return false;
  const { line } = file.lines.position(call.start);
  const [own = "", above = ""] = [line, line - 1].map((at) => {
    const { start, end } = file.lines.lineSpan(Math.max(at, 0));
    return file.text.slice(start, end);
  });
  return /^\s*#.*\bcommit/i.test(above) || /#.*\bcommit/i.test(own);
}

/** `if kind == "boat":` and `if kind == "berth":`, of a name that stays what it was, never hold both. */
function isEither(code: FunctionCode, earlier: Commit, later: Commit): boolean {
  return earlier.tests.some((test) =>
    later.tests.some((other) => {
      const name = excludedBy(test, other);
      return (
        name !== undefined &&
        !flatStatements(code.body).some(
          (one) =>
            one.start > test.start &&
            one.end <= other.start &&
            one.kind === "assign" &&
            dottedName(one.target) === name,
        )
      );
    }),
  );
}

/** What may fail: with all its writes in a `try` of its own, whose handlers roll back and go on. */
function isTriedAlone(code: FunctionCode, earlier: Commit | undefined, { call, session }: Commit): boolean {
  const around = flatStatements(code.body).findLast(
    (one) => one.kind === "try" && one.body.some(({ start, end }) => start <= call.start && call.end <= end),
  );
  if (around?.kind !== "try" || !earlier || earlier.call.start >= around.start || around.body.length < 2) return false;
  return (
    around.handlers.length > 0 &&
    around.handlers.every(
      ({ body }) =>
        !containsKind(body, RAISE) &&
        walkCode(body).some(
          (one) =>
            one.kind === "call" &&
            one.callee.kind === "attribute" &&
            one.callee.name === "rollback" &&
            dottedName(one.callee.of) === session,
        ),
    )
  );
}

/** `finally: db.close()`: what was not committed goes with it. */
function isClosedAnyway(code: FunctionCode, { call, session }: Commit): boolean {
  return flatStatements(code.body).some(
    (one) =>
      one.kind === "try" &&
      one.start <= call.start &&
      call.end <= one.end &&
      one.last.some((statement) => {
        if (statement.kind !== "expression") return false;
        const closing = statement.value.kind === "await" ? statement.value.of : statement.value;
        return (
          closing.kind === "call" &&
          closing.callee.kind === "attribute" &&
          closing.callee.name === "close" &&
          dottedName(closing.callee.of) === session
        );
      }),
  );
}

/** The function makes no session: it picks one out of what it is given. */
function isTakenOver(code: FunctionCode, session: string): boolean {
  const given = flatStatements(code.body).flatMap((one) => {
    if (one.kind === "with")
      return one.items.some(({ target }) => target?.kind === "name" && target.name === session) ? ["made"] : [];
    if (one.kind !== "assign" || one.target.kind !== "name" || one.target.name !== session || !one.value) return [];
    const isNone = one.value.kind === "literal" && one.value.value === null;
    return isNone ? [] : [one.value.kind === "name" ? "taken" : "made"];
  });
  return given.length > 0 && given.every((how) => how === "taken");
}

/** The session of the function around, which is to end it as well. */
function isOfOuter(file: PythonFile, code: FunctionCode, session: string): boolean {
  const isOwn =
    code.params.some(({ name }) => name === session) ||
    flatStatements(code.body).some(
      (one) => one.kind === "assign" && one.target.kind === "name" && one.target.name === session,
    );
  const definition = isOwn ? undefined : file.nodes("function_definition").find((node) => node.start === code.start);
  const around = definition && enclosingFunction(definition);
  return around !== undefined && new RegExp(`\\b${session}\\b`).test(around.field("parameters")?.text ?? "");
}

/** A handler around the commit goes on as if nothing had happened, with a session that refuses to. */
function isSwallowed(code: FunctionCode, commit: Commit): boolean {
  for (const statement of statementsIn(code.body)) {
    if (statement.kind !== "try" || statement.handlers.length === 0) continue;
    const [first, last] = [statement.body[0], statement.body.at(-1)];
    const isAround = first && last && first.start <= commit.call.start && commit.call.end <= last.end;
    if (isAround && statement.handlers.some(({ body }) => !containsKind(body, RAISE))) return true;
  }
  return false;
}

/** All but the last become flushes: keys are there as before, and what is written stays or goes together. */
function flushFix(file: PythonFile, commits: readonly Commit[]): Fix | undefined {
  const last = commits.at(-1);
  const edits: FixEdit[] = [];
  for (const { call, session } of commits.slice(0, -1)) {
    const { callee } = call;
    if (session !== last?.session || callee.kind !== "attribute" || callee.name !== "commit") return undefined;
    edits.push({ span: { start: callee.end - "commit".length, end: callee.end }, text: "flush" });
  }
  if (edits.some(({ span }) => file.text.slice(span.start, span.end) !== "commit")) return undefined;
  // A way out in between would no longer commit at all.
  const [from, to] = [edits[0]?.span.end ?? 0, last?.call.start ?? 0];
  if (file.nodes("return_statement").some(({ start }) => start > from && start < to)) return undefined;
  return {
    title: "Flush here and commit once at the end; look at what must stay when the rest fails",
    safe: false,
    edits,
  };
}

/** For a session that is opened in the function itself, nothing of which has begun a transaction before. */
function beginFix(
  file: PythonFile,
  code: FunctionCode,
  commit: Commit,
  opens: (expr: Expr) => boolean,
): Fix | undefined {
  const { body } = code;
  const opened = body.findIndex(
    (one) =>
      one.kind === "assign" &&
      one.target.kind === "name" &&
      one.target.name === commit.session &&
      one.value !== undefined &&
      opens(one.value),
  );
  const at = body.findIndex(
    (one) =>
      one.kind === "expression" &&
      (one.value === commit.call || (one.value.kind === "await" && one.value.of === commit.call)),
  );
  const [from, to, end] = [body[opened + 1], body[at - 1], body[at]];
  if (opened < 0 || at - opened < 2 || !from || !to || !end) return undefined;
  const lineStart = file.text.lastIndexOf("\n", from.start) + 1;
  const indent = file.text.slice(lineStart, from.start);
  const rest = file.text.slice(lineStart, to.end);
  // A string over several lines would change with its indent.
  if (indent.trim() !== "" || /"""|'''|\\\n/.test(rest)) return undefined;
  // What is left of the line behind the commit, a comment say, would be lost.
  const line = /^[^\n]*/.exec(file.text.slice(end.end))?.[0] ?? "";
  if (line.trim() !== "" || /#/.test(file.text.slice(to.end, end.start))) return undefined;
  const step = indent.includes("\t") ? "\t" : "    ";
  const indented = rest.replace(/^(?=.*\S)/gm, step);
  const head = `${indent}${commit.isAwaited ? "async with" : "with"} ${commit.session}.begin():\n`;
  return {
    title: "Commit or roll back with a block; look at what the session has done before",
    safe: false,
    edits: [{ span: { start: lineStart, end: end.end }, text: `${head}${indented}` }],
  };
}

/** In the handlers around the commit that go on as if nothing had happened. */
function rollbackFix(file: PythonFile, { call, session, isAwaited }: Commit): Fix | undefined {
  const node = file.nodes("call").find(({ start, end }) => start === call.start && end === call.end);
  const [around] = node ? enclosingTries(node) : [];
  const handlers = around ? handlersOf(around).filter((handler) => !mayRaise(blockOf(handler))) : [];
  const edits = handlers.map((handler): FixEdit | undefined => {
    const [first] = statements(blockOf(handler));
    const isBelow = first && file.lines.position(first.start).line > file.lines.position(handler.start).line;
    if (first === undefined || !isBelow) return undefined;
    const text = `${isAwaited ? "await " : ""}${session}.rollback()`;
    if (/^(pass|\.\.\.)$/.test(first.text)) return { span: { start: first.start, end: first.end }, text };
    return { span: { start: first.start, end: first.start }, text: `${text}${lineEnd(file)}${indentOf(file, first)}` };
  });
  const known = edits.filter((edit) => edit !== undefined);
  return edits.length === 0 || known.length < edits.length
    ? undefined
    : { title: "Roll back in the handler; look whether the caller must hear of it", safe: false, edits: known };
}

/** After it nothing is written any more. */
function lastsToTheEnd(code: FunctionCode, commit: Commit): boolean {
  return ![...walkCode(code.body)].some(
    (expr) =>
      expr.start > commit.call.end &&
      expr.kind === "call" &&
      expr.callee.kind === "attribute" &&
      /^(add|add_all|delete|merge|flush|execute|bulk_\w+)$/.test(expr.callee.name),
  );
}

/** Alembic brings the connection and the transaction of its migrations. */
function isMigration(path: string): boolean {
  return /(^|\/)(alembic|versions)\//.test(path);
}
