// Reports references of a guide to files that are not there.

import { guideRule } from "../rule.ts";

export const danglingReference = guideRule({
  id: "dangling-reference",
  scope: "guide",
  summary: "A guide that names a file which is not there.",
  why: "Whoever follows the reference, assistant or person, finds nothing.",
  severity: "warning",
  fix: "none",
  options: {},
  answers: [],
  means: [],
  examples: [],
});
