// Flags lambdas that are given a name.

import { ruffRule } from "../ruff-rule.ts";

export const lambdaAssignment = ruffRule({
  id: "lambda-assignment",
  summary: "A lambda that is assigned to a name.",
  why: "A `def` has a name in tracebacks, room for a docstring, and says the same.",
  severity: "information",
  codes: ["E731"],
  fixes: "safe",
  fixTitle: "Write a def",
  mentions: ["lambda"],
  message: () => "This lambda has a name, so it can be a `def`, which shows it in tracebacks.",
  generated: false,
  options: {},
  answers: ["Never assign a lambda to a variable.", "Use `def` instead of assigning lambdas."],
  means: [
    {
      stance: "avoid",
      says: ["(assign|name|named|bind) ... lambda", "lambda ... (variable|name|assign|assignment)", "avoid lambda"],
      unless: ["aws"],
    },
    {
      stance: "want",
      says: [
        "`def` (instead of|over|rather than|not) ... lambda",
        "(named function|function|`def`|def) (instead of|over|rather than|not) ... lambda",
      ],
    },
  ],
  examples: [{ bad: "double = lambda x: x * 2\n", good: "def double(x):\n    return x * 2\n" }],
});
