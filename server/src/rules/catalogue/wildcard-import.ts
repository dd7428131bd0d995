// Flags `from module import *`.

import { ruffRule } from "../ruff-rule.ts";

export const wildcardImport = ruffRule({
  id: "wildcard-import",
  summary: "`from module import *`.",
  why: "A star import hides where a name comes from, can silently replace names of the module, and keeps tools from finding undefined ones.",
  codes: ["F403"],
  fixes: "none",
  mentions: ["import *", "import*"],
  message: (finding, _options, file) => {
    const module = /from\s+(\S+)\s+import/.exec(file.source(finding.span))?.[1];
    return module === undefined
      ? "A star import hides where names come from; import the names that are used."
      : `\`from ${module} import *\` hides where names come from; import the names that are used.`;
  },
  options: {},
  answers: ["Never use wildcard imports.", "Avoid star imports.", "Do not write `from module import *`."],
  means: [
    {
      stance: "avoid",
      says: [
        "(wildcard|star|glob) import",
        "`from * import \\*`",
        "import star",
        "`import \\*`",
        "`\\*` & import",
        "`import \\**`",
        "`from *import \\**`",
      ],
    },
    {
      stance: "want",
      says: [
        "import (specific|explicit|individual) (name|symbol|member)",
        "explicit import only",
        "explicit (name|symbol)? import (instead of|over|rather than|not) (wildcard|star|`\\*`)",
      ],
    },
  ],
  examples: [
    {
      bad: "from os.path import *\n\nprint(join('a', 'b'))\n",
      good: "from os.path import join\n\nprint(join('a', 'b'))\n",
    },
  ],
});
