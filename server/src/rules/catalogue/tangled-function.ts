// Flags functions whose flow is harder to follow than the team allows.

import { enclosing } from "../../python/surroundings.ts";
import { cognitiveComplexity } from "../cognitive-complexity.ts";
import { readNumber } from "../read-number.ts";
import { fileRule, option } from "../rule.ts";

export const tangledFunction = fileRule({
  id: "tangled-function",
  scope: "file",
  summary: "Functions whose cognitive complexity is above the limit.",
  why: "Every branch inside another has to be read with all that led to it in mind. Counted as Sonar does: one for each branch, loop and handler, one more for each level it is nested in, and one for each run of `and` or `or`.",
  severity: "information",
  fix: "none",
  mentions: ["def "],
  generated: false,
  options: { limit: option.number(15, "The highest cognitive complexity that is allowed.") },
  answers: [
    "Cognitive complexity must stay below 10.",
    "Maximum cognitive complexity per function: 8.",
    "No function with a cognitive complexity above 12.",
  ],
  means: [
    {
      stance: "either",
      says: ["cognitive complexity"],
      unless: [
        "(check|run|report|measure|tool|script|command|fix|issue|show|display|dashboard|frontend|typescript|javascript|react|eslint|new code|warn)",
      ],
      options: (reading) => {
        const limit = readNumber(reading, [""], 2, 60);
        // Without a number it is a matter of judgement.
        if (limit === undefined) return undefined;
        const isBelow =
          /(?<!\bor )\b(?:below|under|less than)\s*\d|<\s*\d/i.test(reading.clause) && !/=/.test(reading.clause);
        return { limit: isBelow ? limit - 1 : limit };
      },
    },
  ],
  examples: [
    {
      bad: "def first(rows):\n    for row in rows:\n        if row:\n            return row\n    return None\n",
      good: "def first(rows):\n    return next((row for row in rows if row), None)\n",
      options: { limit: 2 },
    },
  ],
  *check(file, { limit }) {
    for (const definition of file.nodes("function_definition")) {
      const name = definition.field("name");
      // What is defined inside another function counts there.
      if (name === undefined || enclosing(definition, "function_definition") !== undefined) continue;
      const found = cognitiveComplexity(definition);
      if (found <= limit) continue;
      yield {
        span: name,
        message: `\`${name.text}\` has a cognitive complexity of ${found}, and the limit is ${limit}; split it, or return early.`,
      };
    }
  },
});
