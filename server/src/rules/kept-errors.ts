// Tells handlers that pass on what they caught: to a call, a record, a variable that is read later.

import { argumentNodes } from "../python/call.ts";
import {
  ancestors,
  blockOf,
  descendants,
  enclosing,
  namedChildren,
  statements,
  withinScope,
} from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { caughtName } from "./handlers.ts";

/** The exception is passed on: to a future, a callback, a result, a response of its own. */
export function handsOver(handler: SyntaxNode): boolean {
  return (
    statements(blockOf(handler)).some((statement) =>
      /\.(set_exception|put|put_nowait|add_note|fail|handleError)\(/.test(statement.text),
    ) ||
    givesAway(handler) ||
    isRecorded(handler) ||
    enclosing(handler, "function_definition")?.field("name")?.text === "__del__"
  );
}

/** `self.handle(error)`: whoever is given the exception itself, and not its text, can log it or raise it again. */
function givesAway(handler: SyntaxNode): boolean {
  const name = caughtName(handler);
  const body = blockOf(handler);
  if (name === undefined || body === undefined) return false;
  for (const call of withinScope(body)) {
    if (
      call.type !== "call" ||
      /^(str|repr|type|isinstance|format|print|len|bool|getattr|hasattr)$/.test(call.field("function")?.text ?? "")
    )
      continue;
    const isGiven = argumentNodes(call).some((argument) => (argument.field("value") ?? argument).text === name);
    if (isGiven) return true;
  }
  return false;
}

/**
 * `self.record(name, f"Failed: {error}")`, `results.append(Result(name, str(error)))`, `job.error = str(error)`: what it says is
 * reported in its place, and not only put away.
 */
function isRecorded(handler: SyntaxNode): boolean {
  const name = caughtName(handler);
  const body = blockOf(handler);
  if (name === undefined || body === undefined) return false;
  const speaks = (one: SyntaxNode): boolean =>
    [one, ...withinScope(one)].some((part) => part.type === "identifier" && part.text === name);
  return [...withinScope(body)].some((statement) => {
    // `return Result(error=str(error))`, `return {"error": str(error)}`, `return f"Failed: {error}"`
    if (/^(return_statement|yield)$/.test(statement.type)) {
      const [value] = namedChildren(statement);
      const given = value?.type === "await" ? namedChildren(value)[0] : value;
      return given !== undefined && (given.type === "call" ? tells(given, speaks) : isReport(given) && speaks(given));
    }
    const [only] = statement.type === "expression_statement" ? namedChildren(statement) : [];
    if (only?.type === "assignment") {
      const value = only.field("right");
      const target = only.field("left");
      // `last_error = error`, `reason = str(error)`, which something behind the handler reads.
      if (target?.type === "identifier" && value && speaks(value)) return isReadBehind(handler, target.text);
      return target?.type !== "identifier" && value !== undefined && speaks(value);
    }
    const call = only?.type === "await" ? namedChildren(only)[0] : only;
    const callee = call?.type === "call" ? (call.field("function")?.text ?? "") : "str";
    if (call === undefined || /^(str|repr|print)$/.test(callee)) return false;
    if (/(^|\.)(append|add|appendleft)$/.test(callee) && argumentNodes(call).some((one) => holdsItself(one, name)))
      return true;
    const isKept = /(^|\.)(append|add|appendleft|extend|insert|update|setdefault)$/.test(callee);
    return argumentNodes(call).some((one) => speaks(one) && (!isKept || isReport(one)));
  });
}

/** What is called takes more than the text alone: it makes an answer of it. */
function tells(call: SyntaxNode, speaks: (one: SyntaxNode) => boolean): boolean {
  return (
    !/^(str|repr|len|bool|print|format)$/.test(call.field("function")?.text ?? "") && argumentNodes(call).some(speaks)
  );
}

/** In the function, or anywhere below where a module keeps it. */
function isReadBehind(handler: SyntaxNode, name: string): boolean {
  const around = enclosing(handler, "function_definition");
  const module = [...ancestors(handler)].at(-1);
  const nodes = around ? withinScope(around) : module ? descendants(module) : [];
  return [...nodes].some((one) => one.type === "identifier" && one.text === name && one.start > handler.end);
}

/** `error`, `(name, error)`: the exception itself, to be raised or logged later. */
function holdsItself(node: SyntaxNode, name: string): boolean {
  return node.text === name || (node.type === "tuple" && namedChildren(node).some(({ text }) => text === name));
}

/** A record or a sentence, and not the bare text of the exception. */
function isReport(node: SyntaxNode): boolean {
  if (node.type === "dictionary" || /^(\w+\.)*[A-Z]\w*\(/.test(node.text)) return true;
  return node.type === "string" && node.children.some(({ type, text }) => type === "string_content" && /\w/.test(text));
}
