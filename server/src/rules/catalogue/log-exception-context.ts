// Flags errors that are logged in a handler without the traceback.

import { lowerExpression } from "../../models/code/lower-expression.ts";
import type { Workspace } from "../../models/workspace.ts";
import { argumentsOf } from "../../python/call.ts";
import { nameOf } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { blockOf, enclosing, enclosingHandler } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { addArgument } from "../call-edits.ts";
import { caughtTypes, mayRaise, usesTraceback } from "../handlers.ts";
import { loggerCalls } from "../logging.ts";
import { endsProgram, raisesByCall } from "../raising-calls.ts";
import { type FixEdit, fileRule } from "../rule.ts";

export const logExceptionContext = fileRule({
  id: "log-exception-context",
  scope: "file",
  summary: "`logger.error(...)` in an exception handler without the traceback.",
  why: "The message says that something failed, the traceback says where and why. Handlers that raise again or use `traceback` themselves, and calls that pass `exc_info`, are left alone.",
  severity: "warning",
  fix: "safe",
  ruff: ["TRY400"],
  options: {},
  tests: true,
  mentions: ["except"],
  answers: [
    "Log exceptions with their traceback.",
    "Use `logger.exception` in exception handlers.",
    "Call `logger.exception` inside except blocks.",
    "Pass `exc_info=True` when logging errors.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "`logger.exception*`",
        "`log.exception*`",
        "`logging.exception*`",
        "`exc_info*`",
        "log ... (exception|error) ... (traceback|stack trace|stacktrace|full context|exception info)",
        "(exception|error) ... log ... (traceback|stack trace|stacktrace|full context)",
        "(traceback|stack trace|stacktrace) & log",
        "log ... (full|complete) ... (traceback|stack trace|stacktrace)",
      ],
      unless: ["(response|client|user) ... (traceback|stack trace)", "`exc_info=False`"],
    },
  ],
  examples: [
    {
      bad: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef load(path):\n    try:\n        return open(path)\n    except OSError:\n        logger.error("cannot read %s", path)\n        return None\n',
      good: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef load(path):\n    try:\n        return open(path)\n    except OSError:\n        logger.exception("cannot read %s", path)\n        return None\n',
    },
  ],
  *check(file, _options, { workspace }) {
    const seen = new Set<number>();
    for (const { call, method, methodNode, library } of loggerCalls(file)) {
      if (method !== "error" && method !== "critical" && method !== "fatal") continue;
      const handler = enclosingHandler(call);
      if (handler === undefined || mayRaise(blockOf(handler)) || logsTraceback(file, handler, call)) continue;
      if (usesTraceback(file, blockOf(handler))) continue;
      // One traceback is enough for lines that run one after the other; each branch needs its own.
      const block = enclosing(call, "block")?.start ?? handler.start;
      if (seen.has(block)) continue;
      if (isEnd(file, handler) || raisesByCall(file, blockOf(handler), workspace)) continue;
      // A program that stops over what its own code has refused says why, and not where.
      if (endsProgram(file, blockOf(handler)) && isOwnRefusal(file, handler, workspace)) continue;
      const { keywords, hasSplat } = argumentsOf(call);
      if (hasSplat || (keywords.has("exc_info") && keywords.get("exc_info")?.text !== "False")) continue;
      if (library === "loguru" && /\.opt\([^)]*exception/.test(call.text)) continue;
      seen.add(block);
      const replacesName = method === "error" && methodNode.text === "error" && !keywords.has("exc_info");
      const edits = replacesName
        ? [{ span: { start: methodNode.start, end: methodNode.end }, text: "exception" }]
        : library === "logging"
          ? withTraceback(file, call, keywords.get("exc_info"))
          : undefined;
      yield {
        span: methodNode,
        message: `\`${methodNode.text}\` in a handler loses the traceback; ${replacesName ? "call `exception` instead" : "pass `exc_info=True`"}, which logs it.`,
        ...(edits === undefined ? {} : { fix: { title: "Log with the traceback", safe: true, edits } }),
      };
    }
  },
});

/** That a process or a task has ended is its level's matter; its traceback says nothing. */
function isEnd(file: PythonFile, handler: SyntaxNode): boolean {
  const types = caughtTypes(handler);
  return (
    types.length > 0 && types.every((type) => /(^|\.)(ProcessLookupError|CancelledError)$/.test(nameOf(file, type)))
  );
}

/** An exception class of the workspace, which is raised to be told to a person. */
function isOwnRefusal(file: PythonFile, handler: SyntaxNode, { facts: { program } }: Workspace): boolean {
  const types = caughtTypes(handler);
  return (
    types.length > 0 && types.every((type) => program.expression(file.path, lowerExpression(type))?.kind === "class")
  );
}

/** Another call of the same handler logs it. */
function logsTraceback(file: PythonFile, handler: SyntaxNode, call: SyntaxNode): boolean {
  return [...loggerCalls(file)].some((other) => {
    if (other.call === call || other.call.start < handler.start || other.call.end > handler.end) return false;
    const given = argumentsOf(other.call).keywords.get("exc_info");
    return other.method === "exception" || (given !== undefined && given.text !== "False");
  });
}

function withTraceback(
  file: PythonFile,
  call: SyntaxNode,
  given: SyntaxNode | undefined,
): readonly FixEdit[] | undefined {
  if (given) return [{ span: { start: given.start, end: given.end }, text: "True" }];
  const edit = addArgument(file, call, "exc_info=True");
  return edit && [edit];
}
