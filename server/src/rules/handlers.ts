// What an exception handler does: raise again, log, or nothing at all.

import { argumentNodes, argumentsOf, methodCall } from "../python/call.ts";
import { calleeName, nameOf } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Place } from "../python/scopes.ts";
import { enclosingFunction, statements, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { loggerCall, loggerLibrary } from "./logging.ts";
import type { FixEdit } from "./rule.ts";

/** True where every path through the block ends in a `raise`. */
export function alwaysRaises(block: SyntaxNode | undefined): boolean {
  const last = statements(block).at(-1);
  if (last === undefined) return false;
  if (last.type === "raise_statement") return true;
  if (last.type === "with_statement") return alwaysRaises(last.field("body"));
  if (last.type !== "if_statement") return false;
  const branches = last.fields("alternative");
  const hasElse = branches.some((branch) => branch.type === "else_clause");
  return (
    hasElse &&
    alwaysRaises(last.field("consequence")) &&
    branches.every((branch) => alwaysRaises(branch.field("body") ?? branch.field("consequence")))
  );
}

/** True where some path through the block raises. */
export function mayRaise(block: SyntaxNode | undefined): boolean {
  if (block === undefined) return false;
  for (const node of withinScope(block)) if (node.type === "raise_statement") return true;
  return false;
}

/** True where the block does nothing: only `pass`, `continue` or `...`. */
export function isSilent(body: readonly SyntaxNode[]): boolean {
  return body.length > 0 && body.every(isEmptyStatement);
}

function isEmptyStatement(statement: SyntaxNode): boolean {
  if (statement.type === "pass_statement" || statement.type === "continue_statement") return true;
  if (statement.type !== "expression_statement") return false;
  const [only] = statement.children;
  return only?.type === "ellipsis" || only?.type === "string";
}

/** True where the block writes a log record, prints, warns, or hands the exception to a reporter. */
export function logs(file: PythonFile, block: SyntaxNode | undefined): boolean {
  if (block === undefined) return false;
  for (const node of withinScope(block)) {
    if (node.type !== "call") continue;
    if (loggerCall(file, node) !== undefined) return true;
    if (isOfOwnLogger(file, node) || argumentsOf(node).keywords.has("exc_info")) return true;
    const name = calleeName(file, node);
    if (
      /^(warnings\.warn|traceback\.print_\w+|sentry_sdk\.capture_\w+|print|typer\.echo|click\.echo|rich\.print)$/.test(
        name,
      )
    )
      return true;
    if (
      /^(logfire\.(?!configure|instrument)\w+|newrelic\.agent\.notice_error|rollbar\.report_\w+|bugsnag\.notify)$/.test(
        name,
      )
    )
      return true;
    if (/(^|\.)(capture_exception|log_exception|record_exception|report_exception|handle_exception)$/.test(name))
      return true;
    // `console.print(…)` of a library that draws in the terminal.
    if (/\.(print|print_exception|secho)$/.test(name)) return true;
    // The team's own way to log: `log_with_context(logger, …)`, `self._log_failure(e)`.
    if (/(^|\.)_*(log|audit)(_\w+)?$/.test(name) && !name.startsWith("math.")) return true;
    if (argumentNodes(node).some((argument) => loggerLibrary(file, argument) !== undefined)) return true;
  }
  return false;
}

/** `run_logger(run).warning("…")`, `run_logger.error("…")`, and a logger of the team's own class. */
function isOfOwnLogger(file: PythonFile, call: SyntaxNode): boolean {
  const target = methodCall(call);
  if (!target || !/^(debug|info|warn|warning|error|exception|critical|log)$/.test(target.method)) return false;
  const { receiver } = target;
  const named = receiver.type === "call" ? receiver.field("function") : receiver;
  return (
    /(?:^|[._])\w*logger$/i.test(named?.text ?? "") ||
    /(?:Logger|LoggerAdapter|LogAdapter)$/.test(file.typeOf(receiver) ?? "")
  );
}

/** `try: logger.info(…)`: where logging itself has failed, nothing can be logged. */
export function onlyLogs(file: PythonFile, handler: SyntaxNode): boolean {
  const tried = statements(handler.parent?.field("body"));
  return (
    tried.length > 0 &&
    tried.every((statement) => {
      const only = statement.type === "expression_statement" ? statement.children[0] : undefined;
      return only?.type === "call" && loggerCall(file, only) !== undefined;
    })
  );
}

/** The handler writes the traceback out, or makes a text of it. */
export function usesTraceback(file: PythonFile, block: SyntaxNode | undefined): boolean {
  if (block === undefined) return false;
  return [...withinScope(block)].some(
    (node) =>
      node.type === "call" &&
      /^(traceback\.(print|format)_\w+|traceback\.TracebackException(\.\w+)*|sys\.exc_info)$/.test(
        calleeName(file, node),
      ),
  );
}

/** The exception types that a handler names, as nodes: `except (A, B) as e` gives A and B. */
export function caughtTypes(handler: SyntaxNode): readonly SyntaxNode[] {
  const values = handler.fields("value");
  // `except A, B:`, which may have no name.
  if (values.length > 1) return values;
  let [value] = values;
  if (value?.type === "as_pattern") value = value.children.find((child) => child.isNamed);
  if (value?.type === "parenthesized_expression") value = value.children.find((child) => child.isNamed);
  if (value === undefined) return [];
  return value.type === "tuple" ? value.children.filter((child) => child.isNamed && child.type !== "comment") : [value];
}

/** Gives the exception that a handler catches a name; `except A, B` needs parentheses for that. */
export function namingEdits(handler: SyntaxNode, name: string): readonly FixEdit[] {
  const types = handler.fields("value");
  const [first, last] = [types[0], types.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isOpen = types.length > 1;
  const text = `${isOpen ? ")" : ""} as ${name}`;
  return [
    ...(isOpen ? [{ span: { start: first.start, end: first.start }, text: "(", defines: `( as ${name}` }] : []),
    { span: { start: last.end, end: last.end }, text, defines: text },
  ];
}

/** The name under which a handler holds the exception. */
export function caughtName(handler: SyntaxNode): string | undefined {
  const value = handler.field("value");
  return value?.type === "as_pattern" ? value.field("alias")?.text : undefined;
}

/**
 * The name that a handler has for the exception, else one to give it. Behind the handler the name is gone, so one that
 * the code around uses for something else is no choice; undefined where all are taken.
 */
export function nameForCaught(file: PythonFile, handler: SyntaxNode): string | undefined {
  return caughtName(handler) ?? ["e", "error", "cause", "failure"].find((name) => isFreeIn(file, handler, name));
}

function isFreeIn(file: PythonFile, handler: SyntaxNode, name: string): boolean {
  const scope = file.scopes.scopeOf(handler);
  const binding = file.scopes.lookUp(name, scope);
  if (binding === undefined) return true;
  const isOther = ({ kind, node }: Place) =>
    kind === "except" && (node.end <= handler.start || node.start >= handler.end);
  return binding.scope === scope && binding.places.every(isOther);
}

/** The handlers of a `try`, in order. */
export function handlersOf(tryStatement: SyntaxNode): readonly SyntaxNode[] {
  return tryStatement.children.filter(
    (child) => child.type === "except_clause" || child.type === "except_group_clause",
  );
}

/** `task.cancel()` stands somewhere before, in the same function. */
export function cancelsBefore(handler: SyntaxNode): boolean {
  const around = enclosingFunction(handler);
  if (around === undefined) return false;
  return /\.cancel\(|\.aclose\(/.test(around.text.slice(0, handler.start - around.start));
}

/** `task.cancel()`, then `await task` with `except (CancelledError, Exception)`: however it ends, it is no longer wanted. */
export function awaitsCancelled(file: PythonFile, handler: SyntaxNode): boolean {
  const around = enclosingFunction(handler);
  const [only, ...more] = statements(handler.parent?.field("body"));
  const task = /^await\s+([\w.]+)$/.exec(only?.text ?? "")?.[1];
  return (
    task !== undefined &&
    more.length === 0 &&
    caughtTypes(handler).some((type) => /(^|\.)CancelledError$/.test(nameOf(file, type))) &&
    around?.text.slice(0, handler.start - around.start).includes(`${task}.cancel(`) === true
  );
}
