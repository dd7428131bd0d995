// Reports a directive that a configured tool already enforces.

import { guideRule } from "../rule.ts";

export const redundantWithTool = guideRule({
  id: "redundant-with-tool",
  scope: "guide",
  summary: "A directive that the project's own ruff already checks.",
  why: "The tool says it once, faster, to everybody; the sentence costs the assistant attention.",
  severity: "hint",
  fix: "none",
  options: {},
  answers: [],
  means: [],
  examples: [],
});
