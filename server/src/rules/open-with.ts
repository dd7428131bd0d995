// Opens what nothing closes with a `with` block around the statements that use it.

import type { PythonFile } from "../python/python-file.ts";
import { ancestors, enclosingFunction, indentOf, lineEnd, statementOf, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { movedTo } from "./move-out.ts";
import type { Fix } from "./rule.ts";

const title = "Open it with a context manager; look whether it is used after the block";

/** `client = Client()` with what uses it behind; undefined where a comment, a text over lines or a close in between is in the way. */
export function opensWith(file: PythonFile, call: SyntaxNode, name: SyntaxNode, isAsync: boolean): Fix | undefined {
  const statement = statementOf(call);
  const references = file.scopes.bindingOf(name)?.references ?? [];
  const all = statements(statement.parent);
  const at = all.findIndex(({ start }) => start === statement.start);
  const isUser = (one: SyntaxNode) => references.some(({ start, end }) => one.start <= start && end <= one.end);
  const last = all.findLastIndex(isUser);
  const closing = new RegExp(String.raw`^(?:await )?${name.text}\.a?close\(\)$`);
  const isClosed = closing.test(all[last]?.text ?? "");
  const run = all.slice(at + 1, isClosed ? last : last + 1);
  const [first, end, whole] = [run[0], run.at(-1), all[last]];
  const isOnlyHere = references.every(({ start }) => whole && statement.start <= start && start < whole.end);
  if (at < 0 || !first || !end || !whole || !isOnlyHere || !canAwait(call, isAsync)) return undefined;
  if (run.some(({ text }) => new RegExp(String.raw`\b${name.text}\.a?close\(`).test(text))) return undefined;
  const between = file.text.slice(statement.start, first.start) + file.text.slice(end.end, whole.end);
  const inner = indentOf(file, statement) + stepOf(file, statement);
  const moved = movedTo(file, first, end, inner);
  if (moved === undefined || between.includes("#")) return undefined;
  const text = `${headOf(call, name.text, isAsync)}${lineEnd(file)}${inner}${moved}`;
  return { title, safe: false, edits: [{ span: { start: statement.start, end: whole.end }, text }] };
}

/** `return Client().get(url)` on a line of its own. */
export function opensAround(
  file: PythonFile,
  call: SyntaxNode,
  names: readonly string[],
  isAsync: boolean,
): Fix | undefined {
  const statement = statementOf(call);
  const name = names.find((one) => file.scopes.lookUp(one, file.scopes.scopeOf(call)) === undefined);
  const isPlain = /^(?:expression|return)_statement$/.test(statement.type) && !statement.text.includes("\n");
  const isLate = [...ancestors(call)].some(({ type }) =>
    /^(?:lambda|boolean_operator|conditional_expression|\w+_comprehension|generator_expression)$/.test(type),
  );
  if (name === undefined || !isPlain || isLate || !canAwait(call, isAsync)) return undefined;
  const { line } = file.lines.position(statement.start);
  if (file.text.slice(file.lines.lineStart(line), statement.start).trim() !== "") return undefined;
  const inner = indentOf(file, statement) + stepOf(file, statement);
  const rest = file.text.slice(statement.start, call.start) + name + file.text.slice(call.end, statement.end);
  const text = `${headOf(call, name, isAsync)}${lineEnd(file)}${inner}${rest}`;
  return { title, safe: false, edits: [{ span: { start: statement.start, end: statement.end }, text }] };
}

function headOf(call: SyntaxNode, name: string, isAsync: boolean): string {
  return `${isAsync ? "async with" : "with"} ${call.text} as ${name}:`;
}

function canAwait(call: SyntaxNode, isAsync: boolean): boolean {
  return !isAsync || enclosingFunction(call)?.text.startsWith("async ") === true;
}

/** One step of the indentation that the file has at that place. */
function stepOf(file: PythonFile, statement: SyntaxNode): string {
  const around = statement.parent?.type === "block" ? statement.parent.parent : undefined;
  const step = around === undefined ? "" : indentOf(file, statement).slice(indentOf(file, around).length);
  return step === "" ? "    " : step;
}
