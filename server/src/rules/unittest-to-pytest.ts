// Turns a unittest class into one that pytest runs: plain `assert`, no base, set-up under pytest's own names.

import { argumentsOf, methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, namedChildren, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { negated } from "./negated.ts";
import type { Fix, FixEdit } from "./rule.ts";

const hooks: Readonly<Record<string, string>> = { setUp: "setup_method", tearDown: "teardown_method" };
const compared: Readonly<Record<string, string>> = {
  assertEqual: "==",
  assertEquals: "==",
  assertNotEqual: "!=",
  assertIs: "is",
  assertIsNot: "is not",
  assertIn: "in",
  assertNotIn: "not in",
  assertGreater: ">",
  assertGreaterEqual: ">=",
  assertLess: "<",
  assertLessEqual: "<=",
  assertListEqual: "==",
  assertDictEqual: "==",
};
const inherited =
  /^(assert\w+|fail|skipTest|subTest|addCleanup|doCleanups|enterContext|id|run|maxDiff|shortDescription|countTestCases|defaultTestResult|debug|longMessage|failureException)$/;

/** Undefined where the class uses more of unittest than can be written in another way. */
export function unittestFix(file: PythonFile, definition: SyntaxNode): Fix | undefined {
  const bases = definition.field("superclasses");
  const name = definition.field("name");
  if (!bases || !name || namedChildren(bases).length !== 1) return undefined;
  const isUsed = (file.scopes.bindingOf(name)?.references.length ?? 0) > 0;
  const edits: FixEdit[] = [{ span: { start: bases.start, end: bases.end }, text: "" }];
  if (!name.text.startsWith("Test")) {
    const better = `Test${name.text.replace(/Tests?(Case)?$/, "")}`;
    if (isUsed || better === "Test" || file.scopes.module.bindings.has(better)) return undefined;
    edits.push({ span: { start: name.start, end: name.end }, text: better });
  }
  for (const member of statements(definition.field("body"))) {
    const own = member.field("name");
    if (/^(setUpClass|tearDownClass|asyncSetUp|asyncTearDown|runTest)$/.test(own?.text ?? "")) return undefined;
    const hook = hooks[own?.text ?? ""];
    if (own && hook) edits.push({ span: { start: own.start, end: own.end }, text: hook });
    if (member.type === "decorated_definition" && /setUpClass|tearDownClass/.test(member.text)) return undefined;
  }
  for (const node of descendants(definition)) {
    if (node.type !== "attribute" || node.field("object")?.text !== "self") continue;
    if (!inherited.test(node.field("attribute")?.text ?? "")) continue;
    const call = node.parent?.type === "call" ? node.parent : undefined;
    const edit = call && asserted(file, call);
    if (edit === undefined) return undefined;
    edits.push(...edit);
  }
  if (new RegExp(String.raw`\bsuper\(\)\.(setUp|tearDown)\b`).test(definition.text)) return undefined;
  return { title: "Write it for pytest; look at what its set-up needs", safe: false, edits: distinct(edits) };
}

function distinct(edits: readonly FixEdit[]): readonly FixEdit[] {
  return edits.filter(
    (edit, at) => edits.findIndex((one) => one.span.start === edit.span.start && one.text === edit.text) === at,
  );
}

/** The statement as an `assert`, or `pytest.raises`. */
function asserted(file: PythonFile, call: SyntaxNode): readonly FixEdit[] | undefined {
  const method = methodCall(call)?.method ?? "";
  const { positional, keywords, hasSplat } = argumentsOf(call);
  const span = { start: call.start, end: call.end };
  if (hasSplat || file.source(call).includes("#")) return undefined;
  if (method === "assertRaises" && call.parent?.type !== "expression_statement" && positional.length === 1) {
    const pytest = insertImport(file, "pytest");
    const callee = call.field("function");
    return (
      callee && [...pytest.edits, { span: { start: callee.start, end: callee.end }, text: `${pytest.name}.raises` }]
    );
  }
  if (call.parent?.type !== "expression_statement" || file.source(call).includes("\n")) return undefined;
  const count = compared[method] === undefined ? 1 : 2;
  const message = positional[count] ?? keywords.get("msg");
  if (positional.length > count + 1 || [...keywords.keys()].some((key) => key !== "msg")) return undefined;
  const said = message === undefined ? "" : `, ${message.text}`;
  const [first, second] = positional;
  if (first === undefined) return undefined;
  const operator = compared[method];
  if (operator !== undefined)
    return second && [{ span, text: `assert ${side(first)} ${operator} ${side(second)}${said}` }];
  const condition = {
    assertTrue: first.text,
    assertFalse: negated(first),
    assertIsNone: `${side(first)} is None`,
    assertIsNotNone: `${side(first)} is not None`,
  }[method];
  return condition === undefined ? undefined : [{ span, text: `assert ${condition}${said}` }];
}

/** What binds less than a comparison needs brackets. */
function side(node: SyntaxNode): string {
  return /^(comparison_operator|boolean_operator|not_operator|conditional_expression|lambda|named_expression|await)$/.test(
    node.type,
  )
    ? `(${node.text})`
    : node.text;
}
