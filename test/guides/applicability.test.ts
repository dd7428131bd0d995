// Which files a guide speaks of, by format and front matter, and what the assistants say of it.

import { describe, expect, test } from "vitest";
import { parseGuide } from "../../server/src/guides/parse-guide.ts";

const scoped = ".github/instructions/a.instructions.md";

/** The front matter, then paths that it applies to and paths that it does not. */
const table: readonly (readonly [path: string, matter: string, yes: readonly string[], no: readonly string[]])[] = [
  [".github/copilot-instructions.md", "", ["a.py", "x/a.py"], []],
  [scoped, 'applyTo: "app/**/*.py, migrations/**"', ["app/a.py", "APP/x/a.py", "migrations/1.py", "x/app/a.py"], ["a.py"]],
  [scoped, "applyTo: '*'", ["a.py", "x/a.py"], []],
  [scoped, 'applyTo: ["app/**", "lib/**"]', ["app/a.py", "lib/a.py"], ["a.py"]],
  [scoped, "applyTo:\n  - app/**\n  - lib/**", ["app/a.py", "lib/a.py"], ["a.py"]],
  [scoped, "applyTo: **/*.py", ["a.py", "x/a.py"], ["a.js"]],
  [scoped, "description: nothing else", [], ["a.py"]],
  ["api/.github/instructions/a.instructions.md", 'applyTo: "**/*.py"', ["api/a.py"], ["web/a.py"]],
  [".cursor/rules/a.mdc", "globs: **/*.py,*.pyi", ["a.py", "x/a.py", "x/a.pyi"], ["a.js"]],
  [".cursor/rules/a.mdc", "globs: *.py\nalwaysApply: false", ["x/a.py"], ["a.js"]],
  [".cursor/rules/a.mdc", 'globs: ["agent/**/*.py", "api/**/*.py"]\nautoAttach: true', ["agent/x/a.py", "api/a.py"], ["a.py"]],
  [".cursor/rules/a.mdc", "globs:\n  - api/**/*.py\n", ["api/a.py"], ["a.py"]],
  [".cursor/rules/a.mdc", "globs:\nalwaysApply: true", ["a.js", "x/a.py"], []],
  [".cursor/rules/a.mdc", "description: on request\nglobs:\nalwaysApply: false", [], ["a.py"]],
  ["api/.cursor/rules/a.mdc", "globs: *.py", ["api/a.py", "api/x/a.py"], ["a.py", "web/a.py"]],
  ["api/.cursor/rules/a.mdc", "alwaysApply: true", ["api/a.py"], ["a.py"]],
  [".cursor/rules/a.md", "alwaysApply: true", [], ["a.py"]],
  [".cursorrules", "", ["a.py"], []],
  ["CLAUDE.md", "", ["a.py", "x/a.py"], []],
  ["api/CLAUDE.md", "", ["api/a.py", "api/x/a.py"], ["a.py", "apix/a.py"]],
  [".claude/CLAUDE.md", "", ["a.py"], []],
  ["api/.claude/rules/a.md", "", ["api/a.py"], ["a.py"]],
  [".claude/rules/a.md", 'paths:\n  - "src/**/*.py"', ["src/a.py"], ["a.py"]],
  [".claude/rules/a.md", 'paths: "src/**/*.{py,pyi}"', ["src/a.py", "src/x/b.pyi"], ["a.py"]],
  [".claude/rules/a.md", "", ["a.py"], []],
  ["AGENTS.md", "", ["a.py"], []],
  ["api/AGENTS.md", "", ["api/a.py"], ["a.py"]],
  ["api/GEMINI.md", "", ["api/a.py"], ["a.py"]],
  [".windsurf/rules/a.md", "trigger: always_on", ["a.py"], []],
  [".windsurf/rules/a.md", "trigger: glob\nglobs: src/**/*.py, *.pyi", ["src/a.py", "x/a.pyi"], ["a.py"]],
  [".windsurf/rules/a.md", "trigger: model_decision\ndescription: x", [], ["a.py"]],
  [".windsurf/rules/a.md", "trigger: manual", [], ["a.py"]],
  [".windsurf/rules/a.md", "trigger: glob", [], ["a.py"]],
  [".clinerules", "", ["a.py"], []],
  [".clinerules/a.md", 'paths:\n  - "src/**"', ["src/a.py"], ["a.py"]],
  [".clinerules/a.md", "", ["a.py"], []],
  [".kiro/steering/a.md", "", ["a.py"], []],
  [".kiro/steering/a.md", "inclusion: always", ["a.py"], []],
  [".kiro/steering/a.md", 'inclusion: fileMatch\nfileMatchPattern: "api/**/*.py"', ["api/a.py"], ["a.py"]],
  [".kiro/steering/a.md", 'inclusion: fileMatch\nfileMatchPattern: ["api/**", "db/**"]', ["db/a.py"], ["a.py"]],
  [".kiro/steering/a.md", "inclusion: manual", [], ["a.py"]],
  [".continue/rules/a.md", "globs: src/**/*.py", ["src/a.py"], ["a.py"]],
  [".continue/rules/a.md", 'globs: ["src/**", "lib/**"]', ["lib/a.py"], ["a.py"]],
  [".continue/rules/a.md", "alwaysApply: true\nglobs: src/**", ["a.py"], []],
  [".continue/rules/a.md", "alwaysApply: false", [], ["a.py"]],
  [".roo/rules/a.md", "", ["a.py"], []],
  [".junie/guidelines.md", "", ["a.py"], []],
  [".rules", "", ["a.py"], []],
  ["WARP.md", "", ["a.py"], []],
  ["CONVENTIONS.md", "", ["a.py"], []],
  [".amazonq/rules/a.md", "", ["a.py"], []],
  [".augment/rules/a.md", "", ["a.py"], []],
  ["notes.txt", 'applyTo: "nowhere/**"', ["a.py"], []],
];

describe.each(table)("%s with %j", (path, matter, yes, no) => {
  const { applicability } = parseGuide(path, matter ? `---\n${matter}\n---\n\n- Rule\n` : "- Rule\n");
  test.each([...yes])("applies to %s", (file) => expect(applicability.applies(file)).toBe(true));
  test.each([...no])("does not apply to %s", (file) => expect(applicability.applies(file)).toBe(false));
  test.each([...yes, ...no])("gives a reason for %s", (file) => {
    const [first] = applicability.verdicts(file);
    expect(first?.applies).toBe(applicability.applies(file));
    expect(first?.because).toMatch(/\w/);
  });
});

test.each([
  [scoped, 'applyTo: "*.py"', "x/a.py", ["GitHub Copilot in VS Code: yes", "GitHub Copilot on github.com: no"]],
  [scoped, 'applyTo: "*.py"', "a.py", ["GitHub Copilot in VS Code: yes"]],
  [scoped, 'applyTo: "src/*.py"', "x/src/a.py", ["GitHub Copilot in VS Code: yes", "GitHub Copilot on github.com: no"]],
  [scoped, 'applyTo: ["**/*.py"]', "a.py", ["GitHub Copilot: yes", "GitHub Copilot in VS Code: no"]],
  [
    scoped,
    'applyTo: "**/*.py"\nexcludeAgent: "code-review"',
    "a.py",
    ["GitHub Copilot in VS Code: yes", "GitHub Copilot code review: no"],
  ],
  [".cursor/rules/a.mdc", "globs: *.py", "a.py", ["Cursor: yes"]],
])("%s with %j: what the assistants say of %s", (path, matter, file, expected) => {
  const { applicability } = parseGuide(path, `---\n${matter}\n---\n`);
  const said = applicability.verdicts(file).map(({ assistant, applies }) => `${assistant}: ${applies ? "yes" : "no"}`);
  expect(said).toEqual(expected);
});

test.each([
  ["high", 1],
  ["low", -1],
  ["normal", 0],
  ["", 0],
])("priority %j moves the severity by %i", (priority, step) => {
  expect(parseGuide(".cursor/rules/a.mdc", `---\nalwaysApply: true\npriority: ${priority}\n---\n`).severityStep).toBe(step);
});
