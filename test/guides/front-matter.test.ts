// Front matter as people write it: what is read, what is reported where, and what the fix makes of it.

import { expect, test } from "vitest";
import { parseGuide } from "../../server/src/guides/parse-guide.ts";
import { applyEdits } from "../../server/src/text/edits.ts";

const copilot = ".github/instructions/a.instructions.md";
const cursor = ".cursor/rules/a.mdc";

interface Row {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly applies: string;
  /** "rule: the text that is marked". */
  readonly problems: readonly string[];
  /** The text after the first fix. */
  readonly fixed?: string;
}

const rows: readonly Row[] = [
  { name: "good", path: copilot, text: '---\napplyTo: "**/*.py"\n---\n- A\n', applies: "everything.py", problems: [] },
  { name: "none", path: "AGENTS.md", text: "- A\n", applies: "a.py", problems: [] },
  { name: "a rule across the page", path: "AGENTS.md", text: "---\n\n- A\n\n---\n", applies: "a.py", problems: [] },
  { name: "empty", path: "AGENTS.md", text: "---\n---\n- A\n", applies: "a.py", problems: [] },
  { name: "only a comment", path: "AGENTS.md", text: "---\n# nothing\n---\n- A\n", applies: "a.py", problems: [] },
  { name: "BOM and CRLF", path: copilot, text: '\ufeff---\r\napplyTo: "*"\r\n---\r\n- A\r\n', applies: "a.py", problems: [] },
  { name: "bare globs where they are usual", path: cursor, text: "---\nglobs: **/*.py,*.pyi\n---\n- A\n", applies: "a.pyi", problems: [] },
  {
    name: "bare globs where they are not",
    path: copilot,
    text: "---\napplyTo: **/*.py\n---\n- A\n",
    applies: "a.py",
    problems: ["front-matter: **/*.py"],
    fixed: '---\napplyTo: "**/*.py"\n---\n- A\n',
  },
  {
    name: "never closed",
    path: copilot,
    text: '---\napplyTo: "**"\n\n- A\n',
    applies: "a.py",
    problems: ["front-matter: ---"],
    fixed: '---\napplyTo: "**"\n---\n\n- A\n',
  },
  {
    name: "never closed, with a rule across the page far below",
    path: copilot,
    text: '---\napplyTo: "**"\n\n## Rules\n\n- A\n\n---\n',
    applies: "a.py",
    problems: ["front-matter: ---"],
  },
  {
    name: "never closed, and the list begins at once",
    path: copilot,
    text: '---\napplyTo: "**"\n- A\n- B: never c: d\n',
    applies: "a.py",
    problems: ["front-matter: ---"],
    fixed: '---\napplyTo: "**"\n---\n- A\n- B: never c: d\n',
  },
  {
    name: "never closed, after a list of globs",
    path: ".claude/rules/a.md",
    text: "---\npaths:\n  - src/**\n  - lib/**\ndescription: x\n- A\n",
    applies: "src/a.py",
    problems: ["front-matter: ---"],
    fixed: "---\npaths:\n  - src/**\n  - lib/**\ndescription: x\n---\n- A\n",
  },
  {
    name: "a template of the editor's over the real block",
    path: cursor,
    text: "---\ndescription: \nglobs: \nalwaysApply: true\n---\n---\ndescription: Frontend\nglobs: web/**/*.py\n---\n- A\n",
    applies: "web/a.py",
    problems: ["front-matter: ---\ndescription: \nglobs: \nalwaysApply: true\n---"],
    fixed: "---\ndescription: Frontend\nglobs: web/**/*.py\n---\n- A\n",
  },
  {
    name: "a rule across the page below the block",
    path: cursor,
    text: "---\nalwaysApply: true\n---\n\n---\n\nNote: B\n\n---\n- A\n",
    applies: "a.py",
    problems: [],
  },
  {
    name: "below empty lines",
    path: copilot,
    text: '\n\n---\napplyTo: "**"\n---\n- A\n',
    applies: "",
    problems: ["front-matter: ---", "globs: "],
    fixed: '---\napplyTo: "**"\n---\n- A\n',
  },
  {
    name: "a key that lacks a letter",
    path: cursor,
    text: "---\nglob: **/*.py\n---\n- A\n",
    applies: "",
    problems: ["front-matter: glob"],
    fixed: "---\nglobs: **/*.py\n---\n- A\n",
  },
  {
    name: "a switch that is neither on nor off",
    path: cursor,
    text: "---\nalwaysApply: yes\n---\n- A\n",
    applies: "",
    problems: ["front-matter: yes"],
    fixed: "---\nalwaysApply: true\n---\n- A\n",
  },
  {
    name: "a word that is none of those known",
    path: ".windsurf/rules/a.md",
    text: "---\ntrigger: allways_on\n---\n- A\n",
    applies: "a.py",
    problems: ["front-matter: allways_on"],
    fixed: "---\ntrigger: always_on\n---\n- A\n",
  },
  { name: "an agent that nobody knows", path: copilot, text: '---\napplyTo: "**"\nexcludeAgent: robot\n---\n- A\n', applies: "a.py", problems: ["front-matter: robot"] },
  { name: "a word in another case", path: ".kiro/steering/a.md", text: '---\ninclusion: FileMatch\nfileMatchPattern: "*.py"\n---\n- A\n', applies: "a.py", problems: [] },
  { name: "a mapping where globs belong", path: cursor, text: "---\nglobs: {a: b}\n---\n- A\n", applies: "", problems: ["front-matter: "] },
  { name: "a number where globs belong", path: copilot, text: "---\napplyTo: 5\n---\n- A\n", applies: "5", problems: ["front-matter: 5", "globs: 5"] },
  { name: "a list where a text belongs", path: copilot, text: '---\napplyTo: "**"\ndescription: [a, b]\n---\n- A\n', applies: "a.py", problems: ["front-matter: [a, b]"] },
  {
    name: "two complaints of one line are one",
    path: copilot,
    text: '---\napplyTo: "**"\ndescription: a: b: c\n---\n- A\n',
    applies: "a.py",
    problems: ["front-matter: a: b: c"],
  },
  {
    name: "a second colon",
    path: copilot,
    text: '---\ndescription: Python: the rules\napplyTo: "**"\n---\n- A\n',
    applies: "a.py",
    problems: ["front-matter: Python: the rules"],
    fixed: '---\ndescription: "Python: the rules"\napplyTo: "**"\n---\n- A\n',
  },
  {
    name: "a key twice",
    path: copilot,
    text: '---\napplyTo: "**"\napplyTo: "x/**"\n---\n- A\n',
    applies: "a.py",
    problems: ["front-matter: applyTo"],
  },
  {
    name: "a tab",
    path: ".claude/rules/a.md",
    text: "---\npaths:\n\t- src/**\n---\n- A\n",
    applies: "src/a.py",
    problems: ["front-matter: \t"],
    fixed: "---\npaths:\n  - src/**\n---\n- A\n",
  },
  { name: "a list at the top", path: "CLAUDE.md", text: "---\n- a\n- b\n---\n- A\n", applies: "a.py", problems: ["front-matter: - a\n- b\n"] },
  {
    name: "an unknown key",
    path: copilot,
    text: '---\napplyTo: "**"\nauthor: me\n---\n- A\n',
    applies: "a.py",
    problems: ["front-matter: author"],
  },
  {
    name: "a key in the wrong case",
    path: copilot,
    text: '---\napplyto: "**"\n---\n- A\n',
    applies: "",
    problems: ["front-matter: applyto"],
    fixed: '---\napplyTo: "**"\n---\n- A\n',
  },
  {
    name: "a priority that is none",
    path: cursor,
    text: "---\nalwaysApply: true\npriority: 7\n---\n- A\n",
    applies: "a.py",
    problems: ["front-matter: 7"],
  },
  {
    name: "a date",
    path: copilot,
    text: '---\nname: 2024-01-01\napplyTo: "**"\n---\n- A\n',
    applies: "a.py",
    problems: [],
  },
  {
    name: "a list where VS Code wants a string",
    path: copilot,
    text: '---\napplyTo: ["a/**", "b/**"]\n---\n- A\n',
    applies: "a/a.py",
    problems: ['globs: ["a/**", "b/**"]'],
    fixed: '---\napplyTo: "a/**,b/**"\n---\n- A\n',
  },
  {
    name: "a glob that never matches",
    path: copilot,
    text: '---\napplyTo: "**/*.py, ./src/**"\n---\n- A\n',
    applies: "a.py",
    problems: ["globs: ./src/**"],
    fixed: '---\napplyTo: "**/*.py, src/**"\n---\n- A\n',
  },
  {
    name: "a name that two readers take differently",
    path: copilot,
    text: '---\napplyTo: "*.py"\n---\n- A\n',
    applies: "x/a.py",
    problems: ["globs: *.py"],
    fixed: '---\napplyTo: "**/*.py"\n---\n- A\n',
  },
  { name: "a rule that Cursor ignores", path: ".cursor/rules/a.md", text: "- A\n", applies: "", problems: ["globs: "] },
  { name: "code", path: copilot, text: "---js\n{ applyTo: globalThis.heedWasRun = true }\n---\n- A\n", applies: "", problems: ["front-matter: js", "globs: "] },
];

test.each(rows)("$name", ({ path, text, applies, problems, fixed }) => {
  const guide = parseGuide(path, text);
  expect(guide.directives.filter(({ kind }) => kind === "item").map((directive) => directive.text)).toContain("A");
  if (applies) expect(guide.applicability.applies(applies)).toBe(true);
  else expect(guide.applicability.onRequestOnly).toBe(true);
  expect(guide.problems.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`).toSorted()).toEqual(
    [...problems].toSorted(),
  );
  if (fixed === undefined) return;
  const fix = guide.problems.find((problem) => problem.fix)?.fix;
  const after = applyEdits(text, fix?.edits ?? []);
  expect(after).toBe(fixed);
  expect(parseGuide(path, after).problems).toEqual([]);
});

test.each(["js", "javascript", "JS", "JavaScript", "coffee", "cson", "json", "toml"])("---%s runs nothing", (language) => {
  const text = `---${language}\n(globalThis.heedWasRun = true)\n---\n- A\n`;
  for (let time = 0; time < 2; time++) {
    const guide = parseGuide("AGENTS.md", text);
    expect(guide.problems.map(({ rule }) => rule)).toEqual(["front-matter"]);
    expect(guide.directives.map((directive) => directive.text)).toEqual(["A"]);
  }
  expect("heedWasRun" in globalThis).toBe(false);
});

test("the same broken text gives the same answer twice", () => {
  const text = "---\na: b: c\n---\n- A\n";
  expect(parseGuide(copilot, text).problems).toEqual(parseGuide(copilot, text).problems);
  expect(parseGuide(copilot, text).problems.length).toBeGreaterThan(0);
});
