// Reports an example that breaks the guide's own directive.

import { guideRule } from "../rule.ts";

export const selfContradiction = guideRule({
  id: "self-contradiction",
  scope: "guide",
  summary: "An example which the guide does not call bad and which breaks one of its directives.",
  why: "Assistants copy examples more faithfully than sentences.",
  severity: "warning",
  fix: "none",
  options: {},
  answers: [],
  means: [],
  examples: [],
});
