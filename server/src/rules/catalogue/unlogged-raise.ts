// Flags handlers that turn an exception into another without a log record of what happened.

import type { PythonFile } from "../../python/python-file.ts";
import { descendants, enclosing, enclosingHandler, indentOf, lineEnd } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { caughtName, logs } from "../handlers.ts";
import { logCaught } from "../log-failure.ts";
import { isSameName } from "../named-code.ts";
import type { Reading } from "../reading.ts";
import { type Fix, fileRule, option } from "../rule.ts";

const ERROR = "(error|exception|failure|cause|problem|it|them)";
const RAISE = "(raise|re raise|reraise|throw|rethrow|translate|convert|return)";

export const unloggedRaise = fileRule({
  id: "unlogged-raise",
  scope: "file",
  summary: "A handler that raises another exception and writes no log record of the one it caught.",
  why: "What is told to a caller leaves out what happened; without a record nobody finds out. Handlers that log anywhere or hand the exception to a call, a bare `raise` and tests are left alone.",
  severity: "warning",
  fix: "unsafe",
  tests: false,
  additive: true,
  options: {
    raised: option.strings([], "The exceptions before which the cause has to be logged; empty for all."),
  },
  mentions: ["except"],
  answers: ["Log errors before raising `HTTPException`.", "Never raise `HTTPException` without logging the cause."],
  means: [
    {
      stance: "want",
      says: [
        `(log|logged) ... before ... ${RAISE}`,
        `(raise|throw|rethrow) ... ${ERROR}? ... without ... (log|logging)`,
        "(raise|throw|rethrow) `*` without (log|logging)",
      ],
      unless: [
        "(double|twice|duplicate|or|unexpected|500|5xx|4xx|client|server|user)",
        "(request|response|start|call|query) ... before",
        "before returning",
      ],
      options: readRaised,
    },
  ],
  examples: [
    {
      bad: "def load(path):\n    try:\n        return read(path)\n    except OSError as e:\n        raise LoadError(path) from e\n",
      good: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef load(path):\n    try:\n        return read(path)\n    except OSError as e:\n        logger.exception("read failed")\n        raise LoadError(path) from e\n',
    },
  ],
  *check(file, { raised }) {
    for (const statement of file.nodes("raise_statement")) {
      const what = statement.children.find((child) => child.isNamed);
      const name = what?.type === "call" ? what.field("function") : what;
      const handler = name && enclosingHandler(statement);
      if (name === undefined || handler === undefined || logs(file, handler)) continue;
      if (isHandedOver(handler, statement)) continue;
      const resolved = file.resolve(name) ?? name.text;
      if (raised.length > 0 && !raised.some((one) => isSameName(resolved, one))) continue;
      yield {
        span: name,
        message: `\`${name.text}\` is raised in place of what was caught, which no log record tells of; log it before.`,
        ...logFix(file, handler, statement),
      };
    }
  },
});

/** A record on the line above; none where the `raise` has no line to itself. */
function logFix(file: PythonFile, handler: SyntaxNode, raised: SyntaxNode): { fix?: Fix } {
  const { line } = file.lines.position(raised.start);
  const indent = indentOf(file, raised);
  const isAlone = file.text.slice(file.lines.lineStart(line), raised.start) === indent;
  const record = isAlone ? logCaught(file, handler) : undefined;
  if (record === undefined) return {};
  const text = `${record.statement}${lineEnd(file)}${indent}`;
  const edits = [...record.edits, { span: { start: raised.start, end: raised.start }, text }];
  return { fix: { title: "Log it before; look whether it is worth a record each time", safe: false, edits } };
}

/** What the exception is handed to may log it. */
function isHandedOver(handler: SyntaxNode, raised: SyntaxNode): boolean {
  const caught = caughtName(handler);
  return [...descendants(handler)].some(
    (node) =>
      node.type === "identifier" &&
      node.text === caught &&
      (node.start < raised.start || node.end > raised.end) &&
      node.parent?.type === "argument_list" &&
      enclosing(node, "call")?.parent?.type === "expression_statement",
  );
}

function readRaised({ clause, codes }: Reading): { raised?: readonly string[] } | undefined {
  // "Log before and after each call" is about calls.
  if (!/\b(?:rais|re-?rais|throw|rethrow|translat|convert)/i.test(clause)) return undefined;
  // "Log how long it took before …" is not about what was caught.
  const isOfErrors =
    /\bwithout\b|\blog(?:ged|ging)?\s+(?:(?:\w+\s+){0,3}(?:errors?|exceptions?|failures?|causes?|problems?|tracebacks?)\b|(?:it|them)?\s*before\b)/i;
  if (!isOfErrors.test(clause)) return undefined;
  const raised = codes.flatMap((code) => /^(\w*(?:Exception|Error))\b/.exec(code)?.[1] ?? []);
  if (raised.length > 0) return { raised };
  return /\bhttp (?:errors?|exceptions?)\b/i.test(clause) ? { raised: ["HTTPException"] } : undefined;
}
