import { expect, test } from "vitest";
import { marked } from "./marked.ts";

/** The first mark's binding: where it is bound (lines from one), how, in what scope, and how often it is read. */
const table: readonly (readonly [name: string, code: string, expected: string])[] = [
  ["assignment", "«x» = 1\nx\nx", "module: assignment 1; read 2"],
  ["use", "x = 1\n«x»", "module: assignment 1; read 1"],
  ["several places", "x = 1\nx = 2\n«x»", "module: assignment 1, assignment 2; read 1"],
  ["augmented", "x = 1\n«x» += 1", "module: assignment 1, augmented 2; read 0"],
  ["parameter", "def f(a, *, b=1):\n  return «b»", "function: parameter 1; read 1"],
  [
    "parameters of every kind",
    "def f(a, /, b: int, c: int = 1, *d: int, e, **g): «d», g",
    "function: parameter 1; read 1",
  ],
  ["keyword splat", "def f(**«kw»): kw", "function: parameter 1; read 1"],
  ["Python 2 tuple parameter", "def f(a, (b, c)):\n  «c»", "function: parameter 1; read 1"],
  ["lambda", "lambda x, y=x: «x»", "lambda: parameter 1; read 1"],
  ["default is read outside", "x = 1\ndef f(x=«x»): x", "module: assignment 1; read 1"],
  ["for", "for i, (j, *k) in z:\n  «k»", "module: for 1; read 1"],
  ["for target is an attribute", "a = 1\nfor «a».b in z: ...", "module: assignment 1; read 1"],
  ["with", "with a as (b, c), d as e:\n  «c», e", "module: with 1; read 1"],
  ["parenthesised with", "with (a as b, c as d):\n  «d»", "module: with 1; read 1"],
  ["async with", "async def f():\n  async with a as b:\n    «b»", "function: with 2; read 1"],
  ["except", "try: ...\nexcept E as e:\n  «e»", "module: except 2; read 1"],
  ["except group", "try: ...\nexcept* E as e:\n  «e»", "module: except 2; read 1"],
  ["import", "import a.b\n«a».b.c", "module: import 1; read 1"],
  ["import as", "import a.b as c\n«c»", "module: import 1; read 1"],
  ["from import as", "from a import b as c, d\n«c»", "module: import 1; read 1"],
  ["function", "def f(): ...\n«f»()", "module: function 1; read 1"],
  ["class", "class A: ...\n«A»()", "module: class 1; read 1"],
  ["method", "class A:\n  def «f»(self): ...\n  x = f", "class: function 2; read 1"],
  ["class name in its method", "class A:\n  def f(self): «A»", "module: class 1; read 1"],
  ["walrus", "if (n := 1) and «n»: n", "module: walrus 1; read 2"],
  ["walrus in a comprehension", "[y := x for x in z]\n«y»", "module: walrus 1; read 1"],
  ["comprehension", "[«x» for x in z if x]", "comprehension: for 1; read 2"],
  ["comprehension's iterable", "x = 1\n[x for x in «x»]", "module: assignment 1; read 1"],
  ["second clause", "[y for x in z for y in «x»]", "comprehension: for 1; read 1"],
  ["dict comprehension", "{k: «v» for k, v in z}", "comprehension: for 1; read 1"],
  ["generator as only argument", "f(«x» for x in z)", "comprehension: for 1; read 1"],
  ["global", "x = 1\ndef f():\n  global x\n  «x» = 2", "module: assignment 1, assignment 4; read 0"],
  ["global first set in a function", "def f():\n  global x\n  x = 2\ndef g(): «x»", "module: assignment 3; read 1"],
  [
    "nonlocal",
    "def f():\n  x = 1\n  def g():\n    nonlocal x\n    «x» = 2",
    "function: assignment 2, assignment 5; read 0",
  ],
  ["class is skipped", "x = 1\nclass A:\n  x = 2\n  def f(self): «x»", "module: assignment 1; read 1"],
  ["class copies a name", "x = 1\nclass A:\n  x = «x»\n  y = x", "module: assignment 1; read 1"],
  ["class reads a name again", "x = 1\nclass A:\n  x = x\n  y = «x»", "class: assignment 3; read 1"],
  ["annotation in front of its method", "class x: ...\nclass A:\n  def x(self) -> «x»: ...", "module: class 1; read 1"],
  [
    "decorator under its method's name",
    "def x(f): ...\nclass A:\n  @«x»\n  def x(self): ...",
    "module: function 1; read 1",
  ],
  ["field that has its type's name", "class x: ...\nclass A:\n  x: «x»", "module: class 1; read 1"],
  [
    "inner class below its own name",
    "class x: ...\nclass A:\n  class B:\n    x = «x»\n  x = 1",
    "module: class 1; read 1",
  ],
  ["loop of a class", "x = z\nclass A:\n  for x in «x»:\n    y = x", "module: assignment 1; read 1"],
  ["match capture", "match v:\n  case [a, *b]: «b»", "module: match 2; read 1"],
  ["match mapping", "match v:\n  case {'k': a, **b}: «a», b", "module: match 2; read 1"],
  ["match class", "match v:\n  case P(1, y=«z»): z", "module: match 2; read 1"],
  ["match as", "match v:\n  case P() | None as w: «w»", "module: match 2; read 1"],
  ["match value", "m = 1\nmatch v:\n  case «m».A: ...", "module: assignment 1; read 1"],
  ["delete", "x = 1\ndel «x»", "module: assignment 1, delete 2; read 0"],
  ["type statement", "type X = int\n«X»", "module: type 1; read 1"],
  ["type parameter", "def f[T](x: T) -> «T»: ...", "type: type 1; read 2"],
  ["type parameter of a class", "class A[T]:\n  x: «T»", "type: type 1; read 1"],
  ["type parameter in a method", "class A[T]:\n  def f(self) -> «T»: ...", "type: type 1; read 1"],
  ["type parameter's bound", "class A[T: «B»]: ...\nclass B: ...", "module: class 2; read 1"],
  [
    "class name beside type parameters",
    "class A:\n  X = int\n  def f[T](self, t: T) -> «X»: ...",
    "class: assignment 2; read 1",
  ],
  ["annotation alone", "x: int\n«x»", "module: annotation 1; read 1"],
  ["chained", "a = «b» = c", "module: assignment 1; read 0"],
  ["unpacked into attributes", "a = 1\n«a».b, c = z", "module: assignment 1; read 1"],
  ["f-string", "x = 1\nf'{«x»:>{x}}'", "module: assignment 1; read 2"],
  ["unknown", "«x»", "none"],
  ["attribute's name", "x = 1\na.«x»", "none"],
  ["keyword's name", "x = 1\nf(«x»=1)", "none"],
];

test.each(table)("%s", (_, code, expected) => {
  const { file, nodes } = marked(code);
  const [node] = nodes;
  const binding = node && file.scopes.bindingOf(node);
  const places = binding?.places.map((place) => `${place.kind} ${file.lines.position(place.name.start).line + 1}`);
  const found = binding ? `${binding.scope.kind}: ${places?.join(", ")}; read ${binding.references.length}` : "none";
  expect(found).toBe(expected);
});
