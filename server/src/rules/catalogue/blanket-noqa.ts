// Flags `# noqa` that names no code, and one that hides nothing.

import { ruffRule } from "../ruff-rule.ts";

export const blanketNoqa = ruffRule({
  id: "blanket-noqa",
  summary: "`# noqa` without a code.",
  why: "It hides every finding of the line, also those that come later.",
  codes: ["PGH004"],
  fixes: "none",
  mentions: ["noqa"],
  message: () => "This hides every finding of the line, also later ones; name the code: `# noqa: F401`.",
  generated: false,
  options: {},
  answers: ["Every `# noqa` names its code.", "Never use a blanket `# noqa`."],
  means: [
    {
      stance: "want",
      says: [
        "`*noqa*` ... (name|need|require|carry|state|with|have|include) ... (code|reason|rule)",
        "(suppress|suppression|ignore) ... (name|code|rule) ... `*noqa*`",
        "`# noqa: *`",
        "`*noqa*` ... (code|specific|rule code|justification|reason)",
        "(specific|code) ... `*noqa*`",
      ],
    },
    {
      stance: "avoid",
      says: [
        "(blanket|bare|unspecific|generic) `*noqa*`",
        "`*noqa*` ... without ... code",
        "`# noqa`",
        "`noqa`",
        "noqa",
      ],
    },
  ],
  examples: [{ bad: "import os  # noqa\n", good: "import os  # noqa: F401\n" }],
});
