// Tells the handlers for which a failure is one of the answers: what was asked is known by it, and nothing went wrong.

import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { blockOf, enclosing, enclosingLoop, namedChildren, statements, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** What is raised about a value that is not as it would have to be, and not about anything that went wrong. */
const OF_THE_VALUE =
  /^(ValueError|TypeError|KeyError|IndexError|LookupError|AttributeError|UnicodeDecodeError|OverflowError|json\.(decoder\.)?JSONDecodeError|decimal\.InvalidOperation|binascii\.Error)$/;

/** `names` are those of the exceptions that the handler catches. */
export function isAnswer(file: PythonFile, handler: SyntaxNode, names: readonly string[]): boolean {
  const all = (pattern: RegExp): boolean => names.every((name) => pattern.test(name));
  return (
    isDecision(handler) ||
    isQuestion(handler) ||
    isNextAttempt(handler) ||
    (all(OF_THE_VALUE) && (hasOtherAnswer(handler) || keepsDefault(file, handler))) ||
    (all(/(NotFound|NoResultFound|DoesNotExist)(Error)?$/) && hasOtherAnswer(handler)) ||
    (all(/^AttributeError$/) && asksByName(handler)) ||
    (all(/^(KeyError|IndexError|AttributeError|LookupError)$/) && looksUp(handler)) ||
    (all(/^FileNotFoundError$/) && removes(handler)) ||
    (all(/^RuntimeError$/) && asksForLoop(file, handler)) ||
    (all(/(^|\.)(TimeoutError|Empty|QueueEmpty)$/) && waits(handler))
  );
}

/** `if match: try: return day(match) except ValueError: pass`, and the function goes on: whatever comes then is the other answer. */
function hasOtherAnswer(handler: SyntaxNode): boolean {
  const body = handler.parent?.field("body");
  if (body === undefined || !returns(body) || !onlyPasses(handler)) return false;
  for (let inner = handler.parent; inner; inner = inner.parent) {
    if (/^(function_definition|for_statement|while_statement|module)$/.test(inner.type)) return false;
    const around = inner.parent?.type === "block" ? statements(inner.parent) : [];
    const next = around[around.findIndex((one) => one === inner) + 1];
    if (next !== undefined && around.includes(inner)) return true;
  }
  return false;
}

function returns(block: SyntaxNode): boolean {
  const last = statements(block).at(-1);
  if (last?.type === "if_statement") return returns(last.field("consequence") ?? last);
  return last?.type === "return_statement";
}

function onlyPasses(handler: SyntaxNode): boolean {
  return statements(blockOf(handler)).every(({ type }) => type === "pass_statement");
}

/** `size = 10`, then `try: size = int(text) except ValueError: pass`: what cannot be read leaves what was there. */
function keepsDefault(file: PythonFile, handler: SyntaxNode): boolean {
  const attempt = handler.parent;
  const [only, ...others] = statements(attempt?.field("body"));
  if (attempt === undefined || only === undefined || others.length > 1 || !onlyPasses(handler)) return false;
  const targets = [only, ...others].map((statement) => assignedName(statement));
  const last = targets.at(-1);
  if (last === undefined || targets.includes(undefined)) return false;
  const places = file.scopes.bindingOf(last)?.places ?? [];
  return places.some(({ node }) => node.start < attempt.start);
}

function assignedName(statement: SyntaxNode): SyntaxNode | undefined {
  const [assignment] = statement.type === "expression_statement" ? namedChildren(statement) : [];
  const target = assignment?.type === "assignment" ? assignment.field("left") : undefined;
  return target?.type === "identifier" ? target : undefined;
}

/** `try: name = row["name"] except KeyError: continue` asks whether it is there. */
function looksUp(handler: SyntaxNode): boolean {
  const [only, ...others] = statements(handler.parent?.field("body"));
  const target = only && assignedName(only);
  const right = target?.parent?.field("right");
  return (
    others.length === 0 &&
    target !== undefined &&
    (/^(subscript|attribute)$/.test(right?.type ?? "") || /\.pop\([^,()]*\)$/.test(right?.text ?? "")) &&
    enclosingLoop(handler) !== undefined
  );
}

/** `getattr(row, name)` without a default asks whether it has such an attribute. */
function asksByName(handler: SyntaxNode): boolean {
  const body = statements(handler.parent?.field("body"));
  return body.length === 1 && /\bgetattr\(\s*\w+\s*,\s*\w+\s*\)/.test(body[0]?.text ?? "");
}

/** What is to be removed and is not there is as it should be. */
function removes(handler: SyntaxNode): boolean {
  const body = statements(handler.parent?.field("body"));
  return body.length === 1 && /\b(unlink|remove|rmtree|rmdir|removedirs)\(/.test(body[0]?.text ?? "");
}

/** Whether a loop runs is told by an exception alone. */
function asksForLoop(file: PythonFile, handler: SyntaxNode): boolean {
  const body = handler.parent?.field("body");
  return (
    body !== undefined &&
    [...withinScope(body)].some((node) => node.type === "call" && calleeName(file, node) === "asyncio.get_running_loop")
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
