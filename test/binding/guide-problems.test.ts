// What binding finds wrong with guides: lines count from one.

import { expect, test } from "vitest";
import { bindMarkdown, problemsIn } from "../support/bind.ts";

const fence = "```";

test.each([
  [
    "two numbers for one limit",
    "- Lines are at most 100 characters.\n- Maximum line length: 120.\n",
    ["1 contradiction"],
  ],
  [
    "the same twice",
    "- Never use bare `except:`.\n\n## More\n\n- Never use bare `except:`.\n",
    ["5 duplicate-directive"],
  ],
  ["a wording with a measure in reach", "- Keep functions short.\n", ["1 vague-directive"]],
  [
    "an example that no Python reads",
    `${fence}python\nx = 1\nexcept ValueError:\n    pass\n${fence}\n`,
    ["2 broken-example"],
  ],
  [
    "a linter's families ask of an excerpt what it leaves out",
    `- Ruff for linting.\n\n## Start\n\n${fence}python\n# ✅ Good\nstart(engine)\n${fence}\n`,
    [],
  ],
  [
    "words far apart are no wish for small files",
    "- A killed test run leaves files behind, even in a small folder.\n",
    [],
  ],
  ["a title asks for nothing", "## Proper documentation\n", []],
  ["small files", "- Modules should be kept small.\n", ["1 vague-directive"]],
  ["a fragment is no broken example", `${fence}python\nreturn await load(...)\n${fence}\n`, []],
  ["a decorator alone is no broken example", `${fence}python\n@router.get("/items")\n${fence}\n`, []],
  [
    "a good example that a directive of the guide forbids",
    `- Never use bare \`except:\`.\n\n## Start\n\n${fence}python\n# ✅ Good\ntry:\n    run()\nexcept:\n    log.exception("run")\n${fence}\n`,
    ["6 self-contradiction"],
  ],
])("%s", (_title, markdown, expected) => {
  expect(problemsIn(markdown)).toEqual(expected);
});

test("of two directives that contradict each other, one names the other and does not hold", () => {
  const [first, second] = bindMarkdown("- Lines are at most 100 characters.\n- Maximum line length: 120.\n");
  expect(first?.status).toBe("conflict");
  expect(first?.reason).toContain("line 2 of AGENTS.md");
  expect(second?.status).toBe("enforced");
});

test("what the project's own ruff has selected is left to it, and said to be", () => {
  const pyproject = '[tool.ruff.lint]\nselect = ["F", "T20"]\n';
  const [binding] = bindMarkdown("- No print statements.\n", { "pyproject.toml": pyproject });
  expect(binding?.status).toBe("tool");
  expect(binding?.reason).toContain("pyproject.toml");
  expect(problemsIn("- No print statements.\n", { "pyproject.toml": pyproject })).toEqual(["1 redundant-with-tool"]);
});
