// Reports directives that cannot both hold for a file.

import { guideRule } from "../rule.ts";

export const contradiction = guideRule({
  id: "contradiction",
  scope: "guide",
  summary: "Two directives that cannot both hold for a file.",
  why: "Assistants follow one of the two, and nobody knows which. The later one of a guide holds, and the nearer of two guides.",
  severity: "warning",
  fix: "none",
  options: {},
  answers: [],
  means: [],
  examples: [],
});
