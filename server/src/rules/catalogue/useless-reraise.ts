// Flags handlers that only raise again.

import { ruffRule } from "../ruff-rule.ts";

export const uselessReraise = ruffRule({
  id: "useless-reraise",
  summary: "`except X: raise` and nothing else.",
  why: "Such a handler does what would happen without it, and hides the code in a level of its own.",
  codes: ["TRY203"],
  fixes: "none",
  mentions: ["raise"],
  message: () => "This handler only raises again what it caught; remove the `try`, or do something here.",
  options: {},
  answers: ["Do not write handlers that only re-raise."],
  means: [
    {
      stance: "avoid",
      says: [
        "(@catch|handler|`except*`|try) ... (just|only|simply|merely|immediately) ... (reraise|re raise|rethrow|re throw|raise)",
        "(useless|pointless|needless|redundant) `try*`",
        "(useless|pointless|needless|redundant) (try|try except|exception handler)",
      ],
    },
  ],
  examples: [
    {
      bad: "def port(text):\n    try:\n        return int(text)\n    except ValueError:\n        raise\n",
      good: "def port(text):\n    return int(text)\n",
    },
  ],
});
