// Flags collections and calls of several lines without a comma at the end.

import { ruffRule } from "../ruff-rule.ts";

export const trailingComma = ruffRule({
  id: "trailing-comma",
  summary: "Collections, calls and signatures of several lines without a trailing comma.",
  why: "With it the next line that is added changes one line, not two.",
  severity: "information",
  codes: ["COM812"],
  fixes: "safe",
  fixTitle: "Add the comma",
  message: () => "The last line here lacks its trailing comma.",
  generated: false,
  options: {},
  answers: ["Use trailing commas in multi-line collections."],
  means: [
    {
      stance: "want",
      says: [
        "trailing comma",
        "(multi line|multiple line|function signature|argument list|line|collection) ... trailing comma",
      ],
    },
  ],
  examples: [{ bad: "sizes = [\n    1,\n    2\n]\n", good: "sizes = [\n    1,\n    2,\n]\n" }],
});
