// Flags local variables that nothing reads.

import { ruffRule } from "../ruff-rule.ts";

export const unusedVariable = ruffRule({
  id: "unused-variable",
  summary: "Local variables that are assigned and never read.",
  why: "A value that nobody reads is a mistake or a leftover. Names that start with `_`, and unpacking, are left alone.",
  codes: ["F841"],
  fixes: "unsafe",
  fixTitle: "Remove the assignment; look whether the value should be used",
  mentions: ["="],
  message: (finding, _options, file) =>
    `\`${file.source(finding.span)}\` is assigned and never read; use it or remove it.`,
  generated: false,
  options: {},
  answers: ["No unused variables.", "Remove unused variables."],
  means: [
    {
      stance: "avoid",
      says: [
        "unused ... variable",
        "dead code ... variable",
        "(unused|dead) (local)? variable",
        "(unused|dead) local",
        "(local|variable|assignment) ... (nobody|no one|nothing) ... (read|use)",
        "(no|leave|keep|commit|have) ... (unused|dead) code",
      ],
      unless: ["(remove|delete|drop|strip|clean) ... (variable|code)"],
    },
    {
      stance: "want",
      says: [
        "(remove|delete|clean up|drop) ... unused ... variable",
        "(remove|delete|clean up|drop|eliminate) ... (unused|dead) ... (code|local)",
      ],
    },
  ],
  examples: [
    {
      bad: "def total(items):\n    count = 3\n    return sum(items)\n",
      good: "def total(items):\n    return sum(items)\n",
    },
  ],
});
