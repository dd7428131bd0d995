// Finds conditions that ask whether a collection is empty by its length: `if len(rows) == 0:`, `if not len(rows):`.

import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Fix, Problem } from "./rule.ts";

/** Their truth is whether they hold something; an array or a data frame has another, or none. */
const collections = new Set([
  ...["list", "dict", "set", "frozenset", "tuple", "str", "bytes"].map((name) => `builtins.${name}`),
  ...["deque", "OrderedDict", "defaultdict", "Counter"].map((name) => `collections.${name}`),
]);

const asksForNone = /^(?:== ?0|< ?1|<= ?0)$/;
const asksForSome = /^(?:!= ?0|> ?0|>= ?1)$/;

export function* emptinessByLength(file: PythonFile): Iterable<Problem> {
  yield* comparisons(file);
  yield* lengths(file);
}

/** `if not len(rows):` */
function* lengths(file: PythonFile): Iterable<Problem> {
  for (const call of file.nodes("call")) {
    const collection = isCondition(call) ? measured(file, call) : undefined;
    if (collection === undefined || !collections.has(file.typeOf(collection) ?? "")) continue;
    yield problemAt(call, collection.text, { title, safe: false, edits: [{ span: call, text: collection.text }] });
  }
}

const title = "Ask the collection itself";

function problemAt(span: SyntaxNode, text: string, fix: Fix | undefined): Problem {
  const message = `An empty collection is false, so \`${span.text}\` can be \`${text}\`.`;
  return { span, message, ...(fix && { fix }) };
}

function* comparisons(file: PythonFile): Iterable<Problem> {
  for (const comparison of file.nodes("comparison_operator")) {
    const [call, ...others] = comparison.children.filter(({ isNamed, type }) => isNamed && type !== "comment");
    const [number, ...more] = others;
    if (call?.type !== "call" || number?.type !== "integer" || more.length > 0) continue;
    const asked = file.text.slice(call.end, comparison.end).trim();
    const isNone = asksForNone.test(asked);
    if ((!isNone && !asksForSome.test(asked)) || !isCondition(comparison)) continue;
    const collection = measured(file, call);
    if (collection === undefined || !collections.has(file.typeOf(collection) ?? "")) continue;
    const text = isNone ? `not ${collection.text}` : collection.text;
    const place = withSameQuestion(comparison, collection.text, isNone);
    // What may be None as well would have been refused by `len()`, so that no fix is safe.
    const fix = { title, safe: false, edits: [{ span: { start: place.start, end: place.end }, text }] };
    yield problemAt(comparison, text, comparison.parent?.type === "not_operator" ? undefined : fix);
  }
}

/** `rows and len(rows) > 0`, `rows is None or len(rows) == 0`: asked once, both are the same. */
function withSameQuestion(comparison: SyntaxNode, collection: string, isNone: boolean): SyntaxNode {
  const both = comparison.parent;
  if (both?.type !== "boolean_operator" || both.field("right")?.start !== comparison.start) return comparison;
  const first = both.field("left")?.text ?? "";
  const isSame = isNone
    ? both.field("operator")?.text === "or" && [`not ${collection}`, `${collection} is None`].includes(first)
    : both.field("operator")?.text === "and" && [collection, `${collection} is not None`].includes(first);
  return isSame ? both : comparison;
}

/** What `len()` is called with, where that is one thing by itself. */
function measured(file: PythonFile, call: SyntaxNode): SyntaxNode | undefined {
  const callee = call.field("function");
  if (callee?.text !== "len" || file.resolve(callee) !== "builtins.len") return undefined;
  const [argument, ...others] = call.field("arguments")?.children.filter(({ isNamed }) => isNamed) ?? [];
  if (argument === undefined || others.length > 0) return undefined;
  return /^(?:identifier|attribute|subscript|call)$/.test(argument.type) ? argument : undefined;
}

/** Where only true or false matters. */
function isCondition(node: SyntaxNode): boolean {
  let at = node;
  let above = node.parent;
  while (above && /^(?:not_operator|boolean_operator|parenthesized_expression)$/.test(above.type)) {
    at = above;
    above = above.parent;
  }
  if (above?.type === "conditional_expression")
    return above.children.filter(({ isNamed }) => isNamed)[1]?.start === at.start;
  // `assert len(rows) == 0` tells how many there are when it fails.
  if (above?.type === "if_clause") return true;
  return (
    /^(?:if_statement|elif_clause|while_statement)$/.test(above?.type ?? "") &&
    above?.field("condition")?.start === at.start
  );
}
