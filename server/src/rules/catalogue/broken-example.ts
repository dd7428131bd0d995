// Reports a Python example that does not parse.

import { guideRule } from "../rule.ts";

export const brokenExample = guideRule({
  id: "broken-example",
  scope: "guide",
  summary: "A Python example that mixes statements as no Python does. Fragments and placeholders are left alone.",
  why: "Assistants copy what they see.",
  severity: "warning",
  fix: "none",
  options: {},
  answers: [],
  means: [],
  examples: [],
});
