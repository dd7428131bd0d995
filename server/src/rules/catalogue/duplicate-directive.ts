// Reports a directive that is said twice.

import { guideRule } from "../rule.ts";

export const duplicateDirective = guideRule({
  id: "duplicate-directive",
  scope: "guide",
  summary: "The same directive twice, in one guide or in two that speak of the same files.",
  why: "One of the two is changed one day and the other is forgotten.",
  severity: "information",
  fix: "none",
  options: {},
  answers: [],
  means: [],
  examples: [],
});
