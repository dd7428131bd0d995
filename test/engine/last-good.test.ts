// Half-typed code in an open document: what ruff said of the last whole text moves along with the edits.

import { expect, test } from "vitest";
import { InMemoryWorkspace } from "../support/in-memory-workspace.ts";

const whole = "import os\n\n\ndef report(rows):\n    return rows\n\n\nprint(os.name)\n";
const guide = "- Do not use `print()`.\n- All functions have type hints.\n";

const edits: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ["a line typed above", `import (\n${whole}`, ["missing-type-hints 5:5", "missing-type-hints 5:12", "print-call 9:1"]],
  [
    "a bracket left open at the end",
    `${whole}total = (\n`,
    ["missing-type-hints 4:5", "missing-type-hints 4:12", "print-call 8:1"],
  ],
  [
    "the place itself half typed",
    whole.replace("print(", "print(("),
    ["missing-type-hints 4:5", "missing-type-hints 4:12", "print-call 8:1"],
  ],
];

test.each(edits)("%s", (_name, text, expected) => {
  const { engine, ...workspace } = open();
  engine.setText("app.py", text);
  expect(workspace.found().filter((place) => !place.startsWith("syntax-error"))).toEqual(expected);
});

test("a whole text is judged anew", () => {
  const { engine, found } = open();
  engine.setText("app.py", `${whole}total = (\n`);
  found();
  engine.setText("app.py", "x = 1\n");
  expect(found()).toEqual([]);
});

test("a file that nobody has open has no past", () => {
  const workspace = new InMemoryWorkspace({ "AGENTS.md": guide, "app.py": whole });
  workspace.places("app.py");
  workspace.change({ "app.py": `${whole}total = (\n` });
  expect(workspace.places("app.py")).toEqual(["syntax-error 9:1"]);
});

function open() {
  const workspace = new InMemoryWorkspace({ "AGENTS.md": guide, "app.py": whole });
  workspace.engine.setText("app.py", whole);
  expect(workspace.places("app.py")).toEqual(["missing-type-hints 4:5", "missing-type-hints 4:12", "print-call 8:1"]);
  return { engine: workspace.engine, found: () => workspace.places("app.py") };
}
