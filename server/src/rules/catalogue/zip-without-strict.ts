// Flags `zip` that may drop what one side has more of.

import { ruffRule } from "../ruff-rule.ts";

export const zipWithoutStrict = ruffRule({
  id: "zip-without-strict",
  summary: "`zip(a, b)` without `strict=`.",
  why: "Without it the longer side is cut off in silence.",
  codes: ["B905"],
  fixes: "none",
  mentions: ["zip"],
  message: () => "`zip` drops what one side has more of; pass `strict=True`, or `strict=False` where that is meant.",
  options: {},
  answers: ["Always pass `strict=True` to `zip()`.", "Use `zip(..., strict=True)`."],
  means: [{ stance: "want", says: ["`zip*` & `strict*`", "`zip(*strict*`", "`zip*` ... strict"] }],
  examples: [
    {
      bad: "def pairs(a, b):\n    return list(zip(a, b))\n",
      good: "def pairs(a, b):\n    return list(zip(a, b, strict=True))\n",
    },
  ],
});
