// Reports globs that do not do what they seem to.

import { guideRule } from "../rule.ts";

export const globs = guideRule({
  id: "globs",
  scope: "guide",
  summary: "Globs that match no file, never can, or differ between assistants.",
  why: "A guide that speaks of no file holds nobody to anything.",
  severity: "warning",
  fix: "unsafe",
  options: {},
  answers: [],
  means: [],
  examples: [],
});
