// Flags async tests that would not run, and unittest classes where the team writes pytest.

import { dottedName } from "../../models/code/dotted-name.ts";
import type { Expr } from "../../models/code/syntax.ts";
import type { AttributeFacts, ClassFacts } from "../../models/program.ts";
import type { Workspace } from "../../models/workspace.ts";
import { nameOf } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import {
  ancestors,
  decoratorName,
  decoratorsOf,
  enclosingClass,
  enclosingFunction,
  indentOf,
  lineEnd,
} from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { configTexts } from "../config-texts.ts";
import { insertImport } from "../insert-import.ts";
import { fileRule, option } from "../rule.ts";
import { unittestFix } from "../unittest-to-pytest.ts";

export const pytestAsyncio = fileRule({
  id: "pytest-asyncio",
  scope: "workspace",
  summary: "Async tests without a mark that runs them; unittest classes where the text asks for pytest.",
  why: 'Without a mark or `asyncio_mode = "auto"` pytest skips a coroutine with a warning, and the test proves nothing. Tests marked for anyio, and async methods of IsolatedAsyncioTestCase, are left alone.',
  severity: "warning",
  fix: "safe",
  options: { unittest: option.boolean(false, "Also flag classes over unittest.TestCase.") },
  tests: true,
  mentions: ["async def test", "TestCase"],
  answers: ["Mark async tests with `@pytest.mark.asyncio`.", "Use pytest-asyncio for async tests."],
  means: [
    {
      stance: "want",
      says: [
        "`@pytest.mark.asyncio`",
        "`pytest.mark.asyncio`",
        "pytest asyncio",
        "pytest-asyncio",
        "`pytest-asyncio`",
        "async test ... (mark|marker|decorate|asyncio)",
      ],
      unless: ["`asyncio_mode*` & !mark", "(anyio|trio|`anyio*`|`trio*`)"],
      options: ({ clause }) => (asksForPytest.test(clause) ? { unittest: true } : {}),
    },
  ],
  examples: [
    {
      bad: "async def test_answer():\n    assert await answer() == 42\n",
      good: "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_answer():\n    assert await answer() == 42\n",
      path: "tests/test_answer.py",
    },
  ],
  *check(file, { unittest }, { workspace }) {
    if (unittest) yield* unittestClasses(file);
    if (
      !file.isTest ||
      /(^|\/)conftest\.py$/.test(file.path) ||
      isAutoMode(file, workspace) ||
      setsMark(workspace.facts.program.module(file.path)?.values.get("pytestmark"))
    )
      return;
    for (const definition of file.nodes("function_definition")) {
      const name = definition.field("name");
      if (name === undefined || !name.text.startsWith("test") || !definition.text.startsWith("async")) continue;
      if (
        enclosingFunction(definition) !== undefined ||
        !isCollected(definition) ||
        isMarked(file, definition, workspace)
      )
        continue;
      const outer = definition.parent?.type === "decorated_definition" ? definition.parent : definition;
      const inserted = insertImport(file, "pytest");
      const at = outer.start;
      const text = `@${inserted.name}.mark.asyncio${lineEnd(file)}${indentOf(file, outer)}`;
      // Where both go to the top of the file, one edit must hold them in order.
      const [first] = inserted.edits;
      const edits =
        first !== undefined && first.span.start === at
          ? [{ span: first.span, text: first.text + text }]
          : [{ span: { start: at, end: at }, text }, ...inserted.edits];
      yield {
        span: name,
        message: `\`${name.text}\` is a coroutine that pytest does not run without a mark; add \`@pytest.mark.asyncio\`.`,
        fix: { title: "Add @pytest.mark.asyncio", safe: true, edits },
      };
    }
  },
});

function* unittestClasses(file: PythonFile) {
  for (const definition of file.nodes("class_definition")) {
    const base = definition
      .field("superclasses")
      ?.children.find(
        (child) => child.isNamed && /^unittest\.(case\.)?(TestCase|IsolatedAsyncioTestCase)$/.test(nameOf(file, child)),
      );
    if (base === undefined) continue;
    const fix = unittestFix(file, definition);
    yield {
      ...(fix && { fix }),
      span: base,
      message: "This test is a unittest class; write plain functions with `assert` for pytest.",
    };
  }
}

/** "Use pytest with …", "tests are written in pytest, not unittest": the framework itself, not only its plugin. */
const asksForPytest = /\bunittest\b|\b(use|uses|using|with|in|via|on|write|prefer)\s+[`*_]*pytest\b(?![-_.])/i;

/** A fixture is no test, whatever its name, and pytest looks for no tests in conftest.py. */
const fixture = /(^|\.)(async_)?fixture$/;
const mark = /(^|\.)(asyncio|anyio|trio|async_test|gen_test|tornado_test)\b|^(asynctest|aiounittest)\./;

/** Pytest looks for tests in classes called `Test…` that it can make without arguments; other classes call their own. */
function isCollected(definition: SyntaxNode): boolean {
  const owner = enclosingClass(definition);
  if (owner === undefined || owner.field("superclasses") !== undefined) return true;
  return /^Test/.test(owner.field("name")?.text ?? "") && !/^\s+def __init__\(/m.test(owner.text);
}

/** Or is no test. */
function isMarked(file: PythonFile, definition: SyntaxNode, { facts: { program } }: Workspace): boolean {
  const own = decoratorsOf(definition).map((decorator) => decoratorName(decorator)?.text ?? "");
  if (own.some((name) => fixture.test(name) || mark.test(name))) return true;
  const classes = [...(program.module(file.path)?.classes.values() ?? [])];
  // A mark holds for all that stands inside of a class, and for the classes that inherit from it.
  for (const node of ancestors(definition)) {
    if (node.type !== "class_definition") continue;
    const above = decoratorsOf(node).map((decorator) => decoratorName(decorator)?.text ?? "");
    const bases = node.field("superclasses")?.children.filter((child) => child.isNamed) ?? [];
    if (above.some((name) => mark.test(name))) return true;
    if (bases.some((base) => /Async\w*TestCase$|AsyncTest|TestCase$/.test(nameOf(file, base)))) return true;
    if (/^\s+pytestmark\b[^\n]*\b(asyncio|anyio|trio)\b/m.test(node.text)) return true;
    const facts = classes.find(({ code }) => code.start === node.start);
    if (facts && [facts, ...program.ancestors(facts)].some(marksItself)) return true;
  }
  return false;
}

function marksItself({ code, attributes }: ClassFacts): boolean {
  return setsMark(attributes.get("pytestmark")) || code.decorators.some(isMark);
}

/** `pytestmark = [pytest.mark.usefixtures("store"), pytest.mark.asyncio]`; what comes from elsewhere may hold it too. */
function setsMark(given: AttributeFacts | undefined): boolean {
  const value = given?.value;
  if (value === undefined) return false;
  const marks = value.kind === "sequence" ? value.items : [value];
  return marks.some((one) => isMark(one) || !/^(attribute|call)$/.test(one.kind));
}

function isMark(one: Expr): boolean {
  return mark.test(dottedName(one.kind === "call" ? one.callee : one) ?? "");
}

/** Pytest takes its settings from the nearest file that has some, and all conftest files on the way to a test. */
function isAutoMode(file: PythonFile, workspace: Workspace): boolean {
  const isAuto = /^\s*(asyncio|anyio)[_-]mode\s*=\s*["']?auto\b|--asyncio-mode[= ]auto\b/m;
  const files = ["pytest.ini", ".pytest.ini", "pytest.toml", "pyproject.toml", "tox.ini", "setup.cfg"];
  return (
    files.some((name) => configTexts(workspace, file.path, name).some((text) => isAuto.test(text))) ||
    configTexts(workspace, file.path, "conftest.py").some((text) =>
      /^\s*anyio_backend|\badd_marker\(.*\b(asyncio|anyio|trio)\b/m.test(text),
    )
  );
}
