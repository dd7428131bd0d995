import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { descendants, enclosingFunction, isModuleLevel, statementOf } from "../../server/src/python/surroundings.ts";
import { open, ruff } from "./marked.ts";

/** Asks everything of a file that a rule might ask. */
function askAll(text: string): void {
  const file = open(text);
  expect(file.root.type).toBe("module");
  let last = 0;
  for (const node of descendants(file.root)) {
    expect(node.start).toBeLessThanOrEqual(node.end);
    expect(node.end).toBeLessThanOrEqual(text.length);
    if (node.start < last) throw new Error(`${node.type} at ${node.start} comes after ${last}`);
    last = node.start;
    file.resolve(node);
    file.typeOf(node);
    file.scopes.scopeOf(node);
    file.scopes.bindingOf(node);
  }
  for (const node of file.nodes("call", "identifier").slice(0, 200)) {
    enclosingFunction(node);
    isModuleLevel(node);
    statementOf(node);
  }
  for (const node of file.nodes("class_definition")) file.types.definitions.classOf(node);
  for (const node of file.nodes("function_definition")) file.types.resultOf(node);
  file.lines.position(text.length);
}

const many = 5000;
const texts: Readonly<Record<string, string>> = {
  empty: "",
  "white space": " \n\t\n\f\n",
  "Python 2": "print 'a' % b, c\nexec 'x' in d\ntry:\n  raise E, 'x'\nexcept E, e:\n  print >>f, `e`\nx = 0777L\n",
  "half-typed call": "def f(x):\n    return foo(x.\n\nclass A:\n    def g(self\n",
  "half-typed import": "from a import (\nimport\nfrom . import\nfrom .. import b as\nimport a.\n",
  "half-typed with": "with open( as f:\nwith as:\nfor in x:\nlambda\nclass :\ndef (:\n@\n",
  "half-typed match": "match x:\n  case\n  case [a, *\n  case P(y=:\n  case {**\n",
  "half-typed annotation": "def f(x: list[, y: 'Foo[', z: , *, **) -> :\n  x\n  y\n  z\n",
  "unclosed string": 'x = """abc\ny = f"{z\n',
  brackets: ")]}([{",
  "binary with zeros": "\0\u0001\uFFFD\0PK\u0003\u0004\0\0def\0f",
  "lone surrogates": "x = '\uD800' + \uDC00\ny = '\uD83D'",
  "astral letters": "𝐱 = '😀'\ndef 𝑓(é): return é\n𝑓(𝐱)",
  "byte order mark": "\uFEFFimport os\nos.path\n",
  "lone \\r": "import os\rx = os.path\rdef f():\r  return x\r",
  "\\r\\n and \\r": "import os\r\nx = 1\r\n\ry = 2\n",
  "form feeds": "import os\n\f\ndef f():\n\f    return os.path\n",
  tabs: "def f():\n\tif x:\n\t        y = 1\n        z = 2\n",
  continuation: "x = 1 + \\\n  2\nimport \\\n  os\nos.x\n",
  "deep parentheses": `${"(".repeat(many)}x${")".repeat(many)}`,
  "open parentheses": "(".repeat(many),
  "deep brackets": `x = ${"[".repeat(many)}${"]".repeat(many)}`,
  "deep attributes": `x${".a".repeat(many / 4)}`,
  "deep calls": `x${".a()".repeat(many / 4)}`,
  "deep subscripts": `x${"[0]".repeat(many / 4)}`,
  "deep operators": `x = ${"1 + ".repeat(many)}1\ny = ${"not ".repeat(many)}x`,
  "deep annotation": `def f(x: ${"list[".repeat(many / 10)}int${"]".repeat(many / 10)}): x`,
  "deep string annotation": `def f(x: "${"(".repeat(many)}"): x`,
  "deep blocks":
    Array.from({ length: 300 }, (_, at) => `${" ".repeat(at)}if x:\n`).join("") + `${" ".repeat(300)}x = 1\nx`,
  "deep functions":
    Array.from({ length: 200 }, (_, at) => `${" ".repeat(at)}def f(x):\n`).join("") + `${" ".repeat(200)}x`,
  "deep lambdas": `x = ${"lambda: ".repeat(many / 5)}1`,
  "deep conditional": `x = ${"1 if a else ".repeat(many / 5)}2`,
  "deep assignment": `${"a = ".repeat(200)}1\na`,
  "deep comprehension": `x = ${"[y for y in ".repeat(300)}z${"]".repeat(300)}`,
  "chain of aliases": Array.from({ length: 3000 }, (_, at) => `a${at + 1} = a${at}\n`).join("") + "a3000",
  "chain of aliases, last first": Array.from({ length: 3000 }, (_, at) => `a${at} = a${at + 1}\n`).join("") + "a0",
  "chain of functions":
    Array.from({ length: 1000 }, (_, at) => `def f${at}(): return f${at + 1}()\n`).join("") + "f0()",
  "chain of classes": Array.from({ length: 1000 }, (_, at) => `class A${at}(A${at + 1}): ...\n`).join("") + "A0().x",
  "classes in a circle": "class A(B): ...\nclass B(A): ...\nA().x\nA().y()\n",
  "aliases in a circle": "A = B\nB = A\ndef f(x: A): x\nA()\n",
  "type alias that holds itself many times":
    'type A = list["A"] | dict["A", "A"] | tuple["A", "A", "A"] | None\ndef f(x: A, *y: A):\n  x()\n  y()\n',
  "type aliases in a circle": "type A = list[B]\ntype B = A | None\ndef f(x: A): x\n",
  "string annotations in a circle": "A = 'A'\ndef f(x: A): x\n",
  "re-assignments": "x = 1\n".repeat(2000) + "x\n".repeat(200),
  "global of nothing": "global x\nnonlocal y\ny = 1\ndef f():\n  nonlocal z\n  z = 1\n",
  "prototype names":
    "constructor = 1\n__proto__.x\ntoString()\nfrom a import hasOwnProperty\nhasOwnProperty()\nx = constructor.prototype\n",
};

test.each(Object.entries(texts))("%s", (_, text) => askAll(text));

test.each(Object.entries(texts))("ruff on %s, and on plain code after it", (_, text) => {
  const { findings, syntaxErrors } = ruff.check(text, { select: ["ALL"] });
  for (const { span, fix } of [...findings, ...syntaxErrors]) {
    for (const { start, end } of [span, ...(fix?.edits ?? []).map((edit) => edit.span)]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
  expect(ruff.check("import os\n", { select: ["F401"] }).findings.map(({ code }) => code)).toEqual(["F401"]);
});

const whole = `import os, asyncio
from typing import Annotated as A, Optional
from .models import (User, Post as P)

logger = logging.getLogger(__name__)

@router.get("/users/{id}", response_model=list[User])
async def users(id: int, db: A[Session, Depends(get_db)] = None, *rest, **kw) -> "list[User] | None":
    """Docs with 'quotes'."""
    try:
        async with make() as (a, b), open(f"{id!r:>{width}}") as f:
            rows = [u.name for u in await db.execute(q) if (n := u.id) and not n]
    except (ValueError, KeyError) as error:
        logger.error("failed %s", error, exc_info=True)
        raise HTTPException(status_code=500) from error
    else:
        del rows[0], a
    finally:
        global counter
        counter += 1
    match rows:
        case [User(name=x), *others] if x: yield x
        case {"k": v, **more} | None as w: return w
    return lambda y, *z: (yield y) if y else {**kw, "a": [*z]}

class Service[T](Base, metaclass=Meta):
    jobs: dict[str, "Popen"] = {}
    def __init__(self, db): self.db, self.n = db, 0
    @property
    def size(self): return len(self.jobs) + self.n
`;

test("a file larger than any memory is one broken node", () => {
  const file = open("x = 1\n".repeat(4_000_000));
  expect(file.root.isBroken).toBe(true);
  expect(file.nodes("ERROR")).toHaveLength(1);
  expect(open("x = 1\n").root.isBroken).toBe(false);
});

test("answers do not depend on the order in which they are asked for", () => {
  const loops =
    "a = 1\nwhile c:\n  b = a.f(str(a))\n  a = b or a\n  a = int(b)\n  for d in [a, b]:\n    a, b = b, d\n" +
    "def f(): return g()\ndef g():\n  if x: return 1\n  return f()\nclass A:\n  def __init__(self): self.x = self.y()\n" +
    "  def y(self): return self.x or self.z()\n  def z(self): return [self.x]\nh = f() or g() or A().x or A().y()\n";
  for (const text of [loops, whole, loops + whole]) {
    const [forwards, backwards] = [open(text), open(text)].map((file, at) => {
      const nodes = file.nodes("identifier", "attribute", "call", "binary_operator", "boolean_operator", "subscript");
      const order = at === 0 ? nodes : nodes.toReversed();
      return order.map((node) => `${node.start}-${node.end} ${file.typeOf(node)} ${file.resolve(node)}`).toSorted();
    });
    expect(backwards).toEqual(forwards);
  }
});

test("every beginning and every end of a file", () => {
  for (let at = 0; at <= whole.length; at += 3) {
    askAll(whole.slice(0, at));
    askAll(whole.slice(at));
  }
});

test("random cuts and repeats", () => {
  const random = seeded(7);
  for (let round = 0; round < 300; round++) {
    let text = whole;
    for (let edit = 0; edit < 1 + random(4); edit++) {
      const start = random(text.length);
      const end = start + random(40);
      const from = random(whole.length);
      text = text.slice(0, start) + (random(2) === 0 ? whole.slice(from, from + random(30)) : "") + text.slice(end);
    }
    askAll(text);
  }
});

test("a file of 100,000 lines", () => {
  const text = `import time\n${"def f(x: int):\n    y = time.time()\n    return [y, x]\n\n".repeat(25_000)}`;
  const file = open(text);
  expect(file.nodes("call")).toHaveLength(25_000);
  expect(file.nodes("call").every((call) => file.typeOf(call) === "builtins.float")).toBe(true);
  expect(
    file
      .nodes("return_statement")
      .every((node) => file.typeOf(node.children[1]?.children[1] ?? node) === "builtins.float"),
  ).toBe(true);
});

const library = ["/usr/lib/python3.11", "/usr/lib/python3"].find((folder) => existsSync(folder));

test.skipIf(library === undefined)("files of the standard library", () => {
  const names = readdirSync(library ?? "").filter((name) => name.endsWith(".py"));
  for (const name of names.filter((_, at) => at % 12 === 0)) askAll(readFileSync(join(library ?? "", name), "utf8"));
});

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}
