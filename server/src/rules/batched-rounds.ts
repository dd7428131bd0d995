// Tells of a query in a loop that it asks for many keys in each round, or that its key comes from the round before.

import { argumentsOf, methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, statementOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Span } from "../text/span.ts";

/** `for kind, keys in keys_by_kind.items(): …Row.key.in_(keys)`: each round is one query for all of its keys. */
export function asksForMany(file: PythonFile, query: Span, loop: Span): boolean {
  const targets = namesIn(loopAt(file, loop)?.field("left"));
  return file.nodes("call").some((call) => {
    if (methodCall(call)?.method !== "in_") return false;
    const statement = statementOf(call);
    const [given] = argumentsOf(call).positional;
    return (
      statement.start <= query.start &&
      query.end <= statement.end &&
      given?.type === "identifier" &&
      targets.has(given.text)
    );
  });
}

/** `path = path + part` and then the row at that path: what is asked for is made of what the round before has left. */
export function asksForNext(file: PythonFile, asked: Span, loop: Span): boolean {
  const body = loopAt(file, loop)?.field("body");
  const call = file.nodes("call").find(({ start, end }) => start <= asked.start && asked.end <= end);
  if (body === undefined || call === undefined || call.start < body.start || call.end > body.end) return false;
  const nodes = [...descendants(body)];
  const made = new Map<string, Set<string>>();
  const carried = new Set<string>();
  for (const node of nodes) {
    if (!/^(?:augmented_)?assignment$/.test(node.type)) continue;
    const [left, right] = [node.field("left"), node.field("right")];
    if (left?.type !== "identifier" || right === undefined) continue;
    // `store = store or Store(session)` is the same in each round.
    if (right.type === "boolean_operator" && new RegExp(String.raw`^${left.text}\s+or\b`).test(right.text)) continue;
    const isFirst = !made.has(left.text);
    const parts = made.get(left.text) ?? new Set();
    made.set(left.text, parts);
    for (const name of namesIn(right)) parts.add(name);
    const isAdded = node.type === "augmented_assignment";
    if (isAdded) parts.add(left.text);
    const isRead = nodes.some(
      (one) => isName(one) && one.text === left.text && one.start < right.end && one.start !== left.start,
    );
    if (isFirst && (isAdded || isRead)) carried.add(left.text);
  }
  return [...namesIn(call)].some((name) =>
    [name, ...closure(name, made)].some((one) => carried.has(one) && closure(one, made).has(one)),
  );
}

function loopAt(file: PythonFile, loop: Span): SyntaxNode | undefined {
  return [...file.nodes("for_statement"), ...file.nodes("while_statement")].find(
    ({ start, end }) => start === loop.start && end === loop.end,
  );
}

/** What a name is made of in a round, and what that is made of. */
function closure(name: string, made: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...(made.get(name) ?? [])];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (found.has(one)) continue;
    found.add(one);
    pending.push(...(made.get(one) ?? []));
  }
  return found;
}

function namesIn(node: SyntaxNode | undefined): ReadonlySet<string> {
  if (node === undefined) return new Set();
  return new Set([...descendants(node)].filter(isName).map(({ text }) => text));
}

/** Not the name of an attribute or of a keyword, which may be called the same. */
function isName(node: SyntaxNode): boolean {
  const { type, parent, start } = node;
  if (type !== "identifier") return false;
  if (parent?.type === "attribute") return parent.field("attribute")?.start !== start;
  return parent?.type !== "keyword_argument" || parent.field("name")?.start !== start;
}
