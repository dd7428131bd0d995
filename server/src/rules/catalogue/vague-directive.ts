// Reports a wording that could be enforced with a small change.

import { guideRule } from "../rule.ts";

export const vagueDirective = guideRule({
  id: "vague-directive",
  scope: "guide",
  summary: "A directive that cannot be checked as it stands, where a small rewording could be.",
  why: "What has no measure is followed by chance; a number or a name makes it hold.",
  severity: "hint",
  fix: "none",
  options: {},
  answers: [],
  means: [],
  examples: [],
});
