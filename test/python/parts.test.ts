import { expect, test } from "vitest";
import { commentOnLine, commentsAbout, commentText } from "../../server/src/python/comments.ts";
import { docstringOf } from "../../server/src/python/docstring.ts";
import { endsBlock } from "../../server/src/python/flow.ts";
import { parametersOf } from "../../server/src/python/parameters.ts";
import { stringValue } from "../../server/src/python/string-value.ts";
import { enclosingFunction, enclosingLoop, enclosingTries, withinScope } from "../../server/src/python/surroundings.ts";
import { marked, open } from "./marked.ts";

const strings: readonly (readonly [code: string, expected: string | undefined])[] = [
  ["«'a'»", "a"],
  ['«"""a\nb"""»', "a\nb"],
  ["«r'\\d'»", "\\d"],
  ["«'\\d\\n\\x41\\u0042\\103\\\\'»", "\\d\nABC\\"],
  ["«'a\\\nb'»", "ab"],
  ["«''»", ""],
  ["x = «'a' 'b'»", "ab"],
  ["x = («'a'\n  # why\n  'b'»)", "ab"],
  ["x = «('a')»", "a"],
  ["«f'a'»", "a"],
  ["«f'{{a}}'»", "{a}"],
  ["«f'a{b}'»", undefined],
  ["x = «'a' f'{b}'»", undefined],
  ["«b'a'»", undefined],
  ["«u'ä'»", "ä"],
  ["«x»", undefined],
];

test.each(strings)("value of %s", (code, expected) => {
  expect(stringValue(marked(code).nodes[0])).toBe(expected);
});

const parameters: readonly (readonly [code: string, expected: readonly string[]])[] = [
  ["def f(): ...", []],
  [
    "def f(a, /, b: int, c=1, *d, e: str = 'x', **g): ...",
    ["a positional only", "b: int plain", "c=1 plain", "d *", "e: str='x' keyword only", "g **"],
  ],
  ["def f(*, a): ...", ["a keyword only"]],
  ["def f(*args: int): ...", ["args: int *"]],
  ["class A:\n  def f(self, a): ...", ["self plain receiver", "a plain"]],
  ["class A:\n  @classmethod\n  def f(cls): ...", ["cls plain receiver"]],
  ["class A:\n  @staticmethod\n  def f(a): ...", ["a plain"]],
];

test.each(parameters)("parameters of %s", (code, expected) => {
  const [definition] = open(code).nodes("function_definition");
  const found = definition ? parametersOf(definition) : [];
  const shown = found.map(
    ({ name, annotation, default: value, kind, isReceiver }) =>
      `${name}${annotation ? `: ${annotation.text}` : ""}${value ? `=${value.text}` : ""} ${kind}${isReceiver ? " receiver" : ""}`,
  );
  expect(shown).toEqual(expected);
});

const loops: readonly (readonly [code: string, expected: string | undefined])[] = [
  ["for a in b:\n  «c»", "for_statement"],
  ["for a in «b»: ...", undefined],
  ["for a in b: ...\nelse:\n  «c»", undefined],
  ["while «a»: ...", "while_statement"],
  ["while a:\n  if b:\n    «c»", "while_statement"],
  ["while a:\n  def f():\n    «c»", undefined],
  ["[«a» for a in b]", "list_comprehension"],
  ["[a for a in «b»]", undefined],
  ["[a for c in b for a in «c»]", "list_comprehension"],
  ["[a for a in b if «c»]", "list_comprehension"],
  ["f(«a» for a in b)", "generator_expression"],
  ["for x in y:\n  [a for a in «b»]", "for_statement"],
  ["«a»", undefined],
];

test.each(loops)("loop around %s", (code, expected) => {
  const [node] = marked(code).nodes;
  expect(node && enclosingLoop(node)?.type).toBe(expected);
});

const tries: readonly (readonly [code: string, expected: number])[] = [
  ["try:\n  «a»\nexcept E: ...", 1],
  ["try:\n  try:\n    «a»\n  finally: ...\nexcept E: ...", 2],
  ["try: ...\nexcept E:\n  «a»", 0],
  ["try: ...\nfinally:\n  «a»", 0],
  ["try:\n  def f():\n    «a»\nexcept E: ...", 0],
];

test.each(tries)("tries around %s", (code, expected) => {
  const [node] = marked(code).nodes;
  expect(node && enclosingTries(node)).toHaveLength(expected);
});

const ends: readonly (readonly [body: string, expected: boolean])[] = [
  ["return", true],
  ["raise E", true],
  ["x", false],
  ["if a:\n    return", false],
  ["if a:\n    return\n  else:\n    raise E", true],
  ["if a:\n    return\n  elif b:\n    raise E", false],
  ["with a:\n    return", true],
  ["try:\n    return\n  except E:\n    raise", true],
  ["try:\n    return\n  except E: ...", false],
  ["try: ...\n  finally:\n    return", true],
  ["import sys\n  sys.exit(1)", true],
  ["for a in b:\n    return", false],
];

test.each(ends)("block ends: %s", (body, expected) => {
  const [definition] = open(`def f():\n  ${body}\n`).nodes("function_definition");
  expect(endsBlock(definition?.field("body"))).toBe(expected);
});

const docstrings: readonly (readonly [code: string, expected: string | undefined])[] = [
  ['def f():\n  """Says."""\n', "Says."],
  ['def f():\n  # why\n  "Says."\n  x\n', "Says."],
  ['def f():\n  f"Says."\n', undefined],
  ["def f():\n  x\n", undefined],
  ['def f():\n  x = "a"\n', undefined],
];

test.each(docstrings)("docstring of %s", (code, expected) => {
  const [definition] = open(code).nodes("function_definition");
  expect(definition && docstringOf(definition)).toBe(expected);
});

test("comments of a statement", () => {
  const { file, nodes } = marked("# far\n\n# above\n# it\n«x = [\n  1,  # in\n]»  # behind\n# below\n");
  const [node] = nodes;
  expect(node && commentsAbout(file, node).map(commentText)).toEqual(["above", "it", "in", "behind"]);
  expect(commentOnLine(file, 6)?.text).toBe("# behind");
  expect(commentOnLine(file, 4)).toBeUndefined();
});

test("a decorator and a default belong to the function outside", () => {
  const { nodes } = marked("def f():\n  @«a»\n  def g(b=«c»):\n    «d»\n");
  const names = nodes.map((node) => enclosingFunction(node)?.field("name")?.text);
  expect(names).toEqual(["f", "f", "g"]);
});

test("a walk within a scope leaves out what nested functions hold", () => {
  const [outer] = open("def f():\n  a\n  def g():\n    b\n  c\n  lambda: d\n").nodes("function_definition");
  const body = outer?.field("body");
  const names = body ? [...withinScope(body)].filter(({ type }) => type === "identifier").map(({ text }) => text) : [];
  expect(names).toEqual(["a", "c"]);
});
