// Reports a guide whose UTF-8 was once read as another encoding.

import { guideRule } from "../rule.ts";

export const mojibake = guideRule({
  id: "mojibake",
  scope: "guide",
  summary: "A guide that was saved in the wrong encoding.",
  why: "UTF-8 that was read as another encoding turns the signs of good and bad examples into letters that no assistant understands.",
  severity: "information",
  fix: "safe",
  options: {},
  answers: [],
  means: [],
  examples: [],
});
