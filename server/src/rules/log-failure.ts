// Writes the log call that takes the place of a silent handler's body.

import type { PythonFile } from "../python/python-file.ts";
import { lineEnd, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { loggerFor } from "./logging.ts";
import type { FixEdit } from "./rule.ts";

export interface LogStatement {
  readonly statement: string;
  /** The logger and its import, where the module has none. */
  readonly edits: readonly FixEdit[];
}

/** A call that says what failed, from the first statement of the `try`; the exception is called `name`; undefined where no logger is there yet. */
export function logFailure(
  file: PythonFile,
  handler: SyntaxNode,
  level: "debug" | "warning",
  indent: string,
  name: string,
): LogStatement | undefined {
  const logger = loggerFor(file, handler);
  if (logger === undefined) return undefined;
  const subject = failedAction(handler);
  const call = {
    logging: `${logger.name}.${level}("${subject} failed: %s", ${name})`,
    structlog: `${logger.name}.${level}("${subject} failed", error=str(${name}))`,
    loguru: `${logger.name}.${level}("${subject} failed: {}", ${name})`,
  }[logger.library];
  const next = statements(handler).find((statement) => statement.type === "continue_statement");
  if (next === undefined) return { statement: call, edits: logger.edits };
  const isOneLine = file.lines.position(next.start).line === file.lines.position(handler.start).line;
  return { statement: `${call}${isOneLine ? "; " : lineEnd(file) + indent}continue`, edits: logger.edits };
}

/** A record with the traceback, for what else the handler does with the exception; undefined where no logger is there yet. */
export function logCaught(file: PythonFile, handler: SyntaxNode): LogStatement | undefined {
  const logger = loggerFor(file, handler);
  return logger && { statement: `${logger.name}.exception("${failedAction(handler)} failed")`, edits: logger.edits };
}

/** What was tried, in code: the first call of the body without its arguments. */
function failedAction(handler: SyntaxNode): string {
  const body = handler.parent?.field("body");
  const first = body === undefined ? undefined : findCall(body);
  const callee = first?.field("function")?.text ?? "";
  if (/^[\w.]{1,60}$/.test(callee)) return callee;
  return first?.field("function")?.field("attribute")?.text ?? "Operation";
}

function findCall(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === "call") {
    // What fails in `rows.append(load(path))` is the loading.
    const isGathering = /^(append|add|extend|insert|put_nowait)$/.test(
      node.field("function")?.field("attribute")?.text ?? "",
    );
    const inner = isGathering ? node.field("arguments") : undefined;
    return (inner && findCall(inner)) ?? node;
  }
  for (const child of node.children) {
    const found = findCall(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
