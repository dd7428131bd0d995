import { expect, test } from "vitest";
import type { RuffRequest } from "../../server/src/python/ruff.ts";
import { RuffInstance } from "../../server/src/python/ruff-instance.ts";
import { catalogue } from "../../server/src/rules/index.ts";
import { applyEdits } from "../../server/src/text/edits.ts";
import { ruff } from "./marked.ts";

/** Codes with the text at their place, as ruff finds them. */
const table: readonly (readonly [name: string, text: string, request: RuffRequest, expected: readonly string[]])[] = [
  ["finding", "import os\n", { select: ["F401"] }, ["F401 os"]],
  ["nothing selected", "import os\n", { select: [] }, []],
  ["prefix", "import os\nprint(1)\n", { select: ["F", "T20"] }, ["F401 os", "T201 print"]],
  ["after astral letters", "x = '😀'; import os\n", { select: ["F401"] }, ["F401 os"]],
  ["byte order mark", "\uFEFFimport os\nimport re\n", { select: ["F401"] }, ["F401 os", "F401 re"]],
  ["\\r\\n", "x = 1\r\nimport os\r\n", { select: ["F401"] }, ["F401 os"]],
  ["lone \\r", "x = 1\rimport os\rimport re\r", { select: ["F401"] }, ["F401 os", "F401 re"]],
  ["form feed", "x = 1\n\fimport os\n", { select: ["F401"] }, ["F401 os"]],
  ["lone surrogate", "x = '\uD800'; import os\n", { select: ["F401"] }, ["F401 os"]],
  ["noqa", "import os  # noqa: F401\n", { select: ["F401"] }, []],
  ["setting", "x = 1234567\n", { select: ["E501"], settings: { "line-length": 10 } }, ["E501 7"]],
  [
    "setting of a plugin",
    "class A:\n    x = 1\n",
    { select: ["D101"], settings: { lint: { pydocstyle: { convention: "google" } } } },
    ["D101 A"],
  ],
];

test.each(table)("%s", (_, text, request, expected) => {
  const { findings, syntaxErrors, failure } = ruff.check(text, request);
  const found = findings.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
  expect({ found: found.toSorted(), syntaxErrors, failure }).toEqual({
    found: expected,
    syntaxErrors: [],
    failure: undefined,
  });
});

const fixes: readonly (readonly [name: string, text: string, code: string, fixed: string])[] = [
  ["a whole line", "import os\nx = 1\n", "F401", "x = 1\n"],
  ["the first line under a byte order mark", "\uFEFFimport os\nx = 1\n", "F401", "\uFEFFx = 1\n"],
  [
    "a part of a line",
    "from typing import Optional\nx: Optional[int]\n",
    "UP045",
    "from typing import Optional\nx: int | None\n",
  ],
  ["behind astral letters", "x = '😀' if not a == b else 1\n", "SIM201", "x = '😀' if a != b else 1\n"],
  ["\\r\\n", "import os\r\nx = 1\r\n", "F401", "x = 1\r\n"],
  ["at the end of the file", "x = 1", "W292", "x = 1\n"],
];

test.each(fixes)("fix of %s", (_, text, code, fixed) => {
  const [finding] = ruff.check(text, { select: [code], settings: { "target-version": "py312" } }).findings;
  expect(finding?.fix && applyEdits(text, finding.fix.edits)).toBe(fixed);
});

test("a syntax error is told apart from findings", () => {
  const { findings, syntaxErrors, failure } = ruff.check("import os\nx = (\n", { select: ["F401", "W"] });
  expect(failure).toBeUndefined();
  expect(syntaxErrors.length).toBeGreaterThan(0);
  expect(findings.map(({ code }) => code)).not.toContain("F401");
});

test("what ruff does not take is told, and nothing else suffers", () => {
  expect(ruff.refusal({ select: ["F401"] })).toBeUndefined();
  expect(ruff.refusal({ select: ["ZZZ1"] })).toContain("ZZZ1");
  expect(ruff.refusal({ select: ["E"], settings: { unknown: 1 } })).toContain("unknown");
  expect(ruff.check("import os\n", { select: ["ZZZ1"] }).failure).toContain("ZZZ1");
  expect(ruff.check("import os\n", { select: ["F401"] }).findings).toHaveLength(1);
});

test("a failure is told, and the next file is checked as ever", () => {
  const deep = `${"(".repeat(20_000)}${")".repeat(20_000)}`;
  expect(ruff.check(deep, { select: ["F"] }).failure).toContain("too deeply");
  const operators = `x = ${"not ".repeat(200_000)}1\n`;
  expect(ruff.check(operators, { select: ["F", "E", "SIM"] }).failure).toBeDefined();
  expect(ruff.check("import os\n", { select: ["F401"] }).findings).toHaveLength(1);
});

test("many different settings", () => {
  for (let length = 1; length <= 60; length++) {
    const { findings } = ruff.check(`x = ${"1".repeat(30)}\n`, {
      select: ["E501"],
      settings: { "line-length": length },
    });
    expect(findings).toHaveLength(length < 34 ? 1 : 0);
  }
});

test("a module that asks for something unknown is refused in words", async () => {
  // (import "./x" "__wbg_other_0123456789abcdef" (func))
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 36, 1, 3, 46, 47, 120];
  const name = [...new TextEncoder().encode("__wbg_other_0123456789abcdef")];
  const module = await WebAssembly.compile(new Uint8Array([...bytes, name.length, ...name, 0, 0]));
  expect(() => new RuffInstance(module)).toThrow("__wbg_other_0123456789abcdef");
});

test("ruff knows every code of the catalogue", () => {
  const codes = new Set(catalogue.flatMap((rule) => rule.ruff ?? []));
  const unknown = [...codes].filter((code) => ruff.refusal({ select: [code] }) !== undefined);
  expect(unknown).toEqual([]);
});
