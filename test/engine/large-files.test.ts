// Code that no person would write: it costs what its length costs, and no rule fails on it.

import { expect, test } from "vitest";
import { InMemoryWorkspace } from "../support/in-memory-workspace.ts";
import { guide } from "../support/generated-workspace.ts";

const strange: Readonly<Record<string, string>> = {
  "a sum of thousands": `x = ${Array.from({ length: 4000 }, (_, at) => `"a${at}"`).join(" + ")}\n`,
  "a chain of thousands of calls": `x = a${".b()".repeat(3000)}\n`,
  "lists in lists": `x = ${"[".repeat(2000)}${"]".repeat(2000)}\n`,
  "blocks in blocks": `${Array.from({ length: 90 }, (_, at) => `${" ".repeat(at)}if x:\n`).join("")}${" ".repeat(90)}pass\n`,
  "a long table": `rows = [\n${Array.from({ length: 4000 }, (_, at) => `    ("name", ${at}),\n`).join("")}]\n`,
};

test.each(Object.keys(strange))("%s", (name) => {
  const ordinary = "def load(path):\n    try:\n        return open(path)\n    except:\n        return None\n";
  const sql = 'def find(db, name):\n    return db.execute("select " + name)\n';
  const { engine } = new InMemoryWorkspace({
    "AGENTS.md": `${guide}\n- Never build SQL from user input.\n`,
    "app/strange.py": `${strange[name]}${sql}`,
    "app/ordinary.py": ordinary,
  });
  engine.findings("app/strange.py");
  expect(engine.findings("app/ordinary.py").map(({ rule }) => rule)).toContain("bare-except");
  expect(engine.failures).toEqual([]);
});
