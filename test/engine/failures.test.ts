// A rule that throws is a fault of Heed's: it is reported once, and everything else is still found.

import { expect, test } from "vitest";
import { printCall } from "../../server/src/rules/catalogue/print-call.ts";
import { fileRule } from "../../server/src/rules/rule.ts";
import { InMemoryWorkspace } from "../support/in-memory-workspace.ts";

const throwing = fileRule({
  id: "throwing",
  scope: "file",
  summary: "Throws.",
  why: "To see what happens.",
  severity: "warning",
  fix: "none",
  options: {},
  answers: ["Never use bare `except:`."],
  means: [{ stance: "avoid", says: ["bare except"] }],
  examples: [],
  check: () => {
    throw new Error("a wrong turn");
  },
});

test("a throwing rule", async () => {
  const { engine } = new InMemoryWorkspace(
    {
      "AGENTS.md": "- Never use bare `except:`.\n- Do not use `print()`.\n",
      "a.py": "print(1)\n",
      "b.py": "print(2)\n",
    },
    { catalogue: [throwing, printCall] },
  );
  const found = await engine.allFindings();
  expect(found.map(({ path, rule }) => `${path} ${rule}`)).toEqual(["a.py print-call", "b.py print-call"]);
  expect(engine.failures).toEqual([{ rule: "throwing", path: "a.py", message: "a wrong turn" }]);
});
