// Tells the handlers for which a failure is one of the answers: what was asked is known by it, and nothing went wrong.

import { blockOf, enclosing, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** `names` are those of the exceptions that the handler catches. */
export function isAnswer(handler: SyntaxNode, names: readonly string[]): boolean {
  return (
    isDecision(handler) ||
    isQuestion(handler) ||
    isNextAttempt(handler) ||
    isSearch(handler, names) ||
    (names.every((name) => name === "FileExistsError") && triesAnotherName(handler)) ||
    (names.every((name) => /(^|\.)(TimeoutError|Empty|QueueEmpty)$/.test(name)) && waits(handler))
  );
}

/** `try: … except KeyError: pass else: …` asks a question, and both answers are dealt with. */
function isDecision(handler: SyntaxNode): boolean {
  return handler.parent?.children.some(({ type }) => type === "else_clause") === true;
}

/**
 * `try: return parse(x) except ValueError: pass`: what follows only runs after a failure, and so is its handling; so is a `raise`.
 * To answer with nothing, as if there had been no failure, is none, but for a question of yes or no.
 */
function isQuestion(handler: SyntaxNode): boolean {
  const attempt = handler.parent;
  const last = statements(attempt?.field("body")).at(-1)?.type;
  const next = statementBehind(attempt);
  // `try: find(name); raise Taken(name) except NotFound: pass`: that nothing is found is what is hoped for.
  if (last === "raise_statement") return true;
  // `try: … return a except …: pass`, `try: … return b`: the next way is tried.
  if (next?.type === "try_statement" && leavesWith(attempt?.field("body")) && leavesWith(next.field("body")))
    return true;
  if (next === undefined || statements(handler.field("body") ?? blockOf(handler)).at(-1)?.type === "continue_statement")
    return false;
  return (last === "return_statement" && !answersNothing(next)) || next.type === "raise_statement";
}

function leavesWith(block: SyntaxNode | undefined): boolean {
  return block !== undefined && leaves(block);
}

const nothing = /^return(?:\s+(?:None|0|0\.0|""|''|\[\]|\{\}|\(\)|dict\(\)|list\(\)|set\(\)))?$/;

function answersNothing(next: SyntaxNode): boolean {
  return next.type === "return_statement" && nothing.test(next.text);
}

/** Also behind the `if` that it ends. */
function statementBehind(statement: SyntaxNode | undefined): SyntaxNode | undefined {
  const around = statements(statement?.parent);
  const next = around[around.findIndex((one) => one === statement) + 1];
  const above = statement?.parent?.parent;
  if (next !== undefined) return next;
  const choice = /^(elif|else)_clause$/.test(above?.type ?? "") ? above?.parent : above;
  return choice?.type === "if_statement" ? statementBehind(choice) : undefined;
}

/** `at = text.index(word)` in a loop: a word that is not there is passed over. */
function isSearch(handler: SyntaxNode, names: readonly string[]): boolean {
  const [tried, ...others] = statements(handler.parent?.field("body"));
  const isPassedOver = statements(handler.field("body") ?? blockOf(handler)).at(-1)?.type === "continue_statement";
  return (
    isPassedOver &&
    others.length === 0 &&
    names.join() === "ValueError" &&
    /\.r?index\([^()]*\)$/.test(tried?.text ?? "")
  );
}

/** `for way in ways: try: return way(x) except ValueError: continue`: the next one is tried, which deals with it. */
function isNextAttempt(handler: SyntaxNode): boolean {
  const block = handler.parent?.field("body");
  const next = statementBehind(handler.parent);
  const endsBehind = next !== undefined && /^(return|break)_statement$/.test(next.type);
  if (block === undefined || !(endsBehind || leaves(block))) return false;
  const loop = handler.parent && enclosing(handler.parent, "for_statement", "while_statement", "function_definition");
  if (loop?.type !== "for_statement" || /^range\(/.test(loop.field("right")?.text ?? "range(")) return false;
  // Trying the same once more is no other way.
  const names = (loop.field("left")?.text ?? "").match(/\w+/g) ?? [];
  return names.some((name) => new RegExp(`\\b${name}\\b`).test(block?.text ?? ""));
}

/** `while True: name = random_name() … except FileExistsError: continue`: the name is taken, and the next round makes another. */
function triesAnotherName(handler: SyntaxNode): boolean {
  const loop = enclosing(handler, "for_statement", "while_statement", "function_definition");
  return loop?.type === "while_statement" && statements(blockOf(handler)).at(-1)?.type === "continue_statement";
}

/** Its last statement ends the loop, at least where what was found is good. */
export function leaves(block: SyntaxNode): boolean {
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
