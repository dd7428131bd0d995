// Puts a piece of work into one transaction: a flush in place of a commit, a `begin()` block, or a rollback.

import type { Expr, FunctionCode } from "../models/code/syntax.ts";
import type { PythonFile } from "../python/python-file.ts";
import { blockOf, enclosingTries, indentOf, lineEnd, statements } from "../python/surroundings.ts";
import { handlersOf, mayRaise } from "./handlers.ts";
import type { Fix, FixEdit } from "./rule.ts";
import type { Commit } from "./straight-commits.ts";

/** All but the last become flushes: keys are there as before, and what is written stays or goes together. */
export function flushFix(file: PythonFile, commits: readonly Commit[]): Fix | undefined {
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
export function beginFix(
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
export function rollbackFix(file: PythonFile, { call, session, isAwaited }: Commit): Fix | undefined {
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
