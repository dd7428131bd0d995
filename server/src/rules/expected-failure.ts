// Tells the handlers for which a failure is one of the answers: what was asked is known by it, and nothing went wrong.

import { enclosing, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** `names` are those of the exceptions that the handler catches. */
export function isAnswer(handler: SyntaxNode, names: readonly string[]): boolean {
  return (
    isDecision(handler) ||
    isQuestion(handler) ||
    isNextAttempt(handler) ||
    (names.every((name) => /(^|\.)(TimeoutError|Empty|QueueEmpty)$/.test(name)) && waits(handler))
  );
}

/** `try: … except KeyError: pass else: …` asks a question, and both answers are dealt with. */
function isDecision(handler: SyntaxNode): boolean {
  return handler.parent?.children.some(({ type }) => type === "else_clause") === true;
}

/** `try: return parse(x) except ValueError: pass`, and then another `return`: failing is one of the answers. */
function isQuestion(handler: SyntaxNode): boolean {
  const attempt = handler.parent;
  const around = statements(attempt?.parent);
  const next = around[around.findIndex((one) => one === attempt) + 1];
  return statements(attempt?.field("body")).at(-1)?.type === "return_statement" && next?.type === "return_statement";
}

/** `for way in ways: try: return way(x) except ValueError: continue`: the next one is tried, which deals with it. */
function isNextAttempt(handler: SyntaxNode): boolean {
  const block = handler.parent?.field("body");
  if (block === undefined || !leaves(block)) return false;
  const loop = handler.parent && enclosing(handler.parent, "for_statement", "while_statement", "function_definition");
  if (loop?.type !== "for_statement" || /^range\(/.test(loop.field("right")?.text ?? "range(")) return false;
  // Trying the same once more is no other way.
  const names = (loop.field("left")?.text ?? "").match(/\w+/g) ?? [];
  return names.some((name) => new RegExp(`\\b${name}\\b`).test(block?.text ?? ""));
}

/** Its last statement ends the loop, at least where what was found is good. */
function leaves(block: SyntaxNode): boolean {
  const last = statements(block).at(-1);
  if (last?.type === "if_statement")
    return last.field("consequence") !== undefined && leaves(last.field("consequence") ?? last);
  if (last?.type === "with_statement" || last?.type === "try_statement") return leaves(last.field("body") ?? last);
  return last?.type === "return_statement" || last?.type === "break_statement";
}

/** Nothing came from a queue within a while, so that a loop goes round once more. */
function waits(handler: SyntaxNode): boolean {
  return /\b(wait_for|get|get_nowait)\(/.test(handler.parent?.field("body")?.text ?? "");
}
