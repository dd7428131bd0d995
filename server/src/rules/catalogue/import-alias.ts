// Flags imports under another name than the one that everybody knows.

import { ruffRule } from "../ruff-rule.ts";

export const importAlias = ruffRule({
  id: "import-alias",
  summary: "`import numpy` and its like without the usual alias, or with another.",
  why: "Readers know `np` and `pd` at sight; a second name for the same library costs them a look upwards.",
  severity: "information",
  codes: ["ICN001"],
  fixes: "unsafe",
  mentions: ["import"],
  message: ({ message }) => `${message.replace(/\.$/, "")}, as everywhere else.`,
  options: {},
  answers: [
    "Use the standard import aliases such as `import numpy as np`.",
    "Import pandas as `pd`.",
    "Use conventional import aliases.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "`import numpy as np`",
        "`import pandas as pd`",
        "`import matplotlib.pyplot as plt`",
        "`import tensorflow as tf`",
        "import (numpy|pandas|`numpy`|`pandas`|polars|`polars`) as",
        "(standard|conventional|usual|common|canonical) ... import alias",
        "import alias ... (convention|standard)",
      ],
    },
  ],
  examples: [{ bad: "import numpy\n\nprint(numpy.zeros(3))\n", good: "import numpy as np\n\nprint(np.zeros(3))\n" }],
});
