// Reports front matter that its assistant cannot read.

import { guideRule } from "../rule.ts";

export const frontMatter = guideRule({
  id: "front-matter",
  scope: "guide",
  summary: "Front matter that cannot be read as its assistant would.",
  why: "An unknown key, broken YAML or a wrong type makes an assistant ignore the guide, or apply it everywhere, without a word.",
  severity: "warning",
  fix: "unsafe",
  options: {},
  answers: [],
  means: [],
  examples: [],
});
