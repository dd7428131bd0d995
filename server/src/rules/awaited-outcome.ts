// Tells the handlers for which a failure was to be expected: what is asked for comes later, or the failure itself was looked for.

import type { PythonFile } from "../python/python-file.ts";
import { enclosing, enclosingClass, enclosingFunction, statements, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { leaves } from "./expected-failure.ts";
import { caughtTypes } from "./handlers.ts";

/** `while True: try: return ping() except ConnectionError: pass; sleep(1)`: what is waited for is not there yet. */
export function isPolled(handler: SyntaxNode): boolean {
  const attempt = handler.parent;
  const block = attempt?.field("body");
  const loop = attempt && enclosing(attempt, "for_statement", "while_statement", "function_definition");
  if (attempt === undefined || block === undefined || loop === undefined || loop.type === "function_definition")
    return false;
  const waitsForIt =
    leaves(block) || (loop.type === "while_statement" && !/^(True|1)$/.test(loop.field("condition")?.text ?? "True"));
  return waitsForIt && statementsBehind(attempt, loop).some(pauses);
}

function pauses(statement: SyntaxNode): boolean {
  return /(?:^|[^\w])(?:sleep|wait|pause)\(/.test(statement.text);
}

/** What runs after a statement within the same round or block. */
function statementsBehind(statement: SyntaxNode, around: SyntaxNode): readonly SyntaxNode[] {
  return statements(around.field("body")).filter(({ start }) => start >= statement.end);
}

/** A test passes over what may fail on the way, and looks at the outcome behind it. */
export function isLookedAtBehind(file: PythonFile, handler: SyntaxNode): boolean {
  const attempt = handler.parent;
  const test = enclosingFunction(handler);
  const body = test?.field("body");
  if (!file.isTest || attempt === undefined || body === undefined) return false;
  if (!/^test/.test(test?.field("name")?.text ?? "")) return false;
  return [...withinScope(body)].some((node) => node.start >= attempt.end && isAssertion(node));
}

function isAssertion(node: SyntaxNode): boolean {
  if (node.type === "assert_statement") return true;
  return node.type === "call" && /(?:^|[._])(?:assert\w*|fail)$/.test(node.field("function")?.text ?? "");
}

/** `try: check_berth(b) except BadBerth: continue`: whether it fails is all that the call is made for. */
export function isValidation(handler: SyntaxNode): boolean {
  const [tried, ...more] = statements(handler.parent?.field("body"));
  if (tried?.type !== "expression_statement" || more.length > 0) return false;
  const call = tried.children[0];
  const name = call?.type === "call" ? (call.field("function")?.text.split(".").at(-1) ?? "") : "";
  return /(?:^|_)(?:is|check|validate|verify|assert|ensure|require)(?:_|$)/.test(name) && behindGoesOn(handler);
}

/** What passes the check is worked on behind it, in the same round. */
function behindGoesOn(handler: SyntaxNode): boolean {
  const attempt = handler.parent;
  const loop = attempt && enclosing(attempt, "for_statement", "while_statement", "function_definition");
  const isPassedOver = statements(handler.field("body") ?? handler.children.at(-1)).at(-1)?.type;
  return (
    attempt !== undefined &&
    loop !== undefined &&
    isPassedOver === "continue_statement" &&
    statementsBehind(attempt, loop).length > 0
  );
}

/** `try: while self.running: … except CancelledError: pass`, in a class that cancels: so does its work end. */
export function endsWork(handler: SyntaxNode): boolean {
  const tried = statements(handler.parent?.field("body"));
  const last = tried.at(-1);
  return (
    (last?.type === "while_statement" || last?.type === "for_statement") &&
    caughtTypes(handler).length === 1 &&
    enclosingClass(handler)?.text.includes(".cancel(") === true
  );
}
