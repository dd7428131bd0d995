// Files on which VS Code and github.com disagree.

import { expect, test } from "vitest";
import { divergenceOf } from "../../server/src/guides/divergence.ts";
import { parseGuide } from "../../server/src/guides/parse-guide.ts";

const files = ["app/a.py", "old/app/b.py", "old/app/c.py", "x.py"];

test.each([
  ['applyTo: "app/**"', "app/**", "GitHub Copilot in VS Code applies this guide to `old/app/b.py` (and 1 more), GitHub Copilot on github.com does not"],
  ['applyTo: "**/app/**"', undefined, undefined],
  ['applyTo: "**/*.py"\nexcludeAgent: code-review', undefined, undefined],
  ["description: none", undefined, undefined],
])("%j", (matter, marked, message) => {
  const text = `---\n${matter}\n---\n`;
  const problem = divergenceOf(parseGuide(".github/instructions/a.instructions.md", text), files);
  expect(problem === undefined).toBe(message === undefined);
  if (!problem || message === undefined) return;
  expect(problem.message).toContain(message);
  expect(text.slice(problem.span.start, problem.span.end)).toContain(marked);
});
