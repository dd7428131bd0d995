// Which files are guides, and of which format.

import { expect, test } from "vitest";
import { findGuides, formatOf } from "../../server/src/guides/discover.ts";

test.each([
  [".github/copilot-instructions.md", "copilot"],
  [".github/instructions/api.instructions.md", "copilot"],
  [".github/instructions/deep/er/api.instructions.md", "copilot"],
  ["backend/.github/instructions/api.instructions.md", "copilot"],
  [".github/instructions/notes.md", undefined],
  ["docs/api.instructions.md", undefined],
  [".cursor/rules/python.mdc", "cursor"],
  [".cursor/rules/deep/python.mdc", "cursor"],
  ["api/.cursor/rules/python.mdc", "cursor"],
  [".cursor/rules/python.md", "cursor"],
  [".cursorrules", "cursor"],
  ["CLAUDE.md", "claude"],
  ["api/CLAUDE.md", "claude"],
  ["CLAUDE.local.md", "claude"],
  [".claude/CLAUDE.md", "claude"],
  [".claude/rules/api/python.md", "claude"],
  [".claude/commands/review.md", undefined],
  [".claude/skills/notes/assets/templates/CONVENTIONS.md", undefined],
  ["api/.agents/skills/notes/AGENTS.md", undefined],
  ["skills/AGENTS.md", "agents"],
  ["docs/CONVENTIONS.md", "aider"],
  ["AGENTS.md", "agents"],
  ["api/AGENTS.override.md", "agents"],
  ["GEMINI.md", "gemini"],
  [".windsurf/rules/python.md", "windsurf"],
  [".devin/rules/python.md", "windsurf"],
  [".windsurfrules", "windsurf"],
  [".clinerules", "cline"],
  [".clinerules/python.md", "cline"],
  [".clinerules/workflows/release.md", undefined],
  [".kiro/steering/python.md", "kiro"],
  [".continue/rules/python.md", "continue"],
  [".roo/rules/python.md", "roo"],
  [".roo/rules-code/python.md", "roo"],
  [".junie/guidelines.md", "junie"],
  [".junie/AGENTS.md", "junie"],
  [".rules", "zed"],
  ["WARP.md", "warp"],
  ["CONVENTIONS.md", "aider"],
  [".amazonq/rules/python.md", "amazon-q"],
  [".augment/rules/python.md", "augment"],
  ["README.md", undefined],
  [".github/prompts/fix.prompt.md", undefined],
  [".github/agents/reviewer.agent.md", undefined],
  [".github/chatmodes/plan.chatmode.md", undefined],
  [".claude/skills/pdf/SKILL.md", undefined],
])("%s is %s", (path, format) => {
  expect(findGuides([path]).map((guide) => guide.format)).toEqual(format === undefined ? [] : [format]);
});

test("outer folders come before inner ones, so that the nearer guide is later", () => {
  const found = findGuides(["a/b/AGENTS.md", "AGENTS.md", "z.py", "a/AGENTS.md"]);
  expect(found.map(({ path }) => path)).toEqual(["AGENTS.md", "a/AGENTS.md", "a/b/AGENTS.md"]);
});

test("further globs bring in files of other names, plain unless the name tells", () => {
  const paths = ["docs/style.md", "docs/api.instructions.md", "docs/more/deep.md", "src/a.md"];
  expect(findGuides(paths, ["docs/*.md"])).toEqual([
    { path: "docs/api.instructions.md", format: "copilot" },
    { path: "docs/style.md", format: "plain" },
  ]);
});

test.each([
  ["notes/rules.txt", "plain"],
  ["notes/api.instructions.md", "copilot"],
  ["notes/api.mdc", "cursor"],
])("a file named by hand: %s is %s", (path, format) => {
  expect(formatOf(path)).toBe(format);
});
