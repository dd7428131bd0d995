// Flags `type(x) == T` where isinstance does.

import { ruffRule } from "../ruff-rule.ts";

export const typeComparison = ruffRule({
  id: "type-comparison",
  summary: "`type(x) == T`.",
  why: "It fails for every subclass. `type(x) is T`, which means exactly that class, is left alone.",
  codes: ["E721"],
  fixes: "none",
  mentions: ["type("],
  message: () => "Comparing types with `==` fails for subclasses; use `isinstance`.",
  options: {},
  answers: ["Use `isinstance()` instead of comparing types.", "Never compare types with `type(x) == y`."],
  means: [
    {
      stance: "want",
      says: [
        "`isinstance*` (instead of|over|rather than|not|for) ... type",
        "`isinstance*` & type",
        "use `isinstance*`",
        "isinstance ... (type check|type checking|type)",
      ],
      unless: ["duck typing", "(guard|narrow|narrowing|assert|assertion|attribute|`# type: ignore`)"],
    },
    { stance: "avoid", says: ["`type(*) ==*`", "compare type", "type comparison"] },
  ],
  examples: [
    { bad: "def is_text(x):\n    return type(x) == str\n", good: "def is_text(x):\n    return isinstance(x, str)\n" },
  ],
});
