// Comments that allow findings: what they reach, and what is said about the comments themselves.

import { expect, test } from "vitest";
import { InMemoryWorkspace } from "../support/in-memory-workspace.ts";

const guide = "- Never use bare `except:`.\n- Do not use `print()`.\n";

const cases: readonly (readonly [name: string, code: string, expected: readonly string[]])[] = [
  ["nothing allowed", "print(1)\n", ["print-call 1:1"]],
  ["at the end of the line", "print(1)  # heed: allow print-call — the tool's output\n", []],
  ["alone on the line above", "# heed: allow print-call — the tool's output\nprint(1)\n", []],
  ["above, with another comment between", "# heed: allow print-call - output\n# more words\nprint(1)\n", []],
  [
    "not two lines above",
    "# heed: allow print-call — output\nx = 1\nprint(x)\n",
    ["unused-suppression 1:15", "print-call 3:1"],
  ],
  [
    "not the line below its end",
    "x = 1  # heed: allow print-call — output\nprint(x)\n",
    ["unused-suppression 1:22", "print-call 2:1"],
  ],
  ["in the whole file", "# heed: allow-file print-call — a command-line tool\nprint(1)\nprint(2)\n", []],
  ["with a double dash", "print(1)  # heed: allow print-call -- output\n", []],
  ["with a colon", "print(1)  # heed: allow print-call: output\n", []],
  ["without a reason", "print(1)  # heed: allow print-call\n", ["suppression-reason 1:11"]],
  ["with an empty reason", "print(1)  # heed: allow print-call —\n", ["suppression-reason 1:11"]],
  ["another rule", "print(1)  # heed: allow bare-except — no\n", ["print-call 1:1", "unused-suppression 1:25"]],
  ["a rule that does not exist", "x = 1  # heed: allow prints — no\n", ["unused-suppression 1:22"]],
  [
    "two rules, one of them needed",
    "print(1)  # heed: allow bare-except, print-call — output\n",
    ["unused-suppression 1:25"],
  ],
  [
    "two rules, both needed",
    "try:\n    pass\nexcept: print(1)  # heed: allow bare-except, print-call, swallowed-exception — all\n",
    ["unused-suppression 3:58"],
  ],
  ["in a string it is no comment", 'x = "# heed: allow print-call — no"; print(x)\n', ["print-call 1:38"]],
  ["noqa of the code", "print(1)  # noqa: T201\n", []],
  ["noqa of another code", "print(1)  # noqa: E501\n", ["print-call 1:1"]],
  ["noqa of everything", "try:\n    run()\nexcept:  # noqa\n    raise ValueError\n", []],
  ["on the last line of a long call", "print(\n    1,\n)  # heed: allow print-call — output\n", []],
];

test.each(cases)("%s", (_name, code, expected) => {
  const workspace = new InMemoryWorkspace({ "AGENTS.md": guide, "app.py": code });
  expect(workspace.places("app.py")).toEqual(expected);
});

const removals: readonly (readonly [name: string, before: string, after: string])[] = [
  ["the comment alone on its line", "# heed: allow print-call — no\nx = 1\n", "x = 1\n"],
  ["the comment behind code", "x = 1  # heed: allow print-call — no\n", "x = 1\n"],
  [
    "the first of two rules",
    "print(1)  # heed: allow bare-except, print-call — no\n",
    "print(1)  # heed: allow print-call — no\n",
  ],
  [
    "the last of two rules",
    "print(1)  # heed: allow print-call, bare-except — no\n",
    "print(1)  # heed: allow print-call — no\n",
  ],
];

test.each(removals)("what allows nothing is removed: %s", (_name, before, after) => {
  const { engine } = new InMemoryWorkspace({ "AGENTS.md": guide, "app.py": before });
  const { texts } = engine.fixAll({ paths: ["app.py"], unsafe: false });
  expect(texts.get("app.py")).toBe(after);
});
