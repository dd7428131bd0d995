// Flags `# noqa` that names no code, and one that hides nothing.

import { hiddenCodes } from "../hidden-codes.ts";
import { ruffRule } from "../ruff-rule.ts";

export const blanketNoqa = ruffRule({
  id: "blanket-noqa",
  summary: "`# noqa` without a code.",
  why: "It hides every finding of the line, also those that come later.",
  codes: ["PGH004"],
  fixes: "unsafe",
  repair(finding, file, { workspace }) {
    const codes = hiddenCodes(file, finding.span.start, workspace);
    const at = finding.span.start + (/noqa/i.exec(file.source(finding.span))?.index ?? -1) + "noqa".length;
    if (codes.length === 0 || !/^noqa$/i.test(file.text.slice(at - "noqa".length, at))) return undefined;
    const text = `: ${codes.join(", ")}`;
    const title = `Name ${codes.join(" and ")}; look whether it is to hide something else as well`;
    return { title, safe: false, edits: [{ span: { start: at, end: at }, text }] };
  },
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
      // Where no comments are wanted it is the one that is.
      unless: ["comment (except|besides|but|apart from|other than)"],
    },
  ],
  examples: [{ bad: "import os  # noqa\n", good: "import os  # noqa: F401\n" }],
});
