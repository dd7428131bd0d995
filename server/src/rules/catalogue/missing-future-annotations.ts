// Flags modules without `from __future__ import annotations`.

import { ruffRule } from "../ruff-rule.ts";

export const missingFutureAnnotations = ruffRule({
  id: "missing-future-annotations",
  summary: "Modules without `from __future__ import annotations`.",
  why: "With it annotations are not evaluated, so a class may name one that is defined below. Empty modules are left alone.",
  severity: "information",
  codes: ["I002"],
  settings: () => ({ lint: { isort: { "required-imports": ["from __future__ import annotations"] } } }),
  fixes: "unsafe",
  fixTitle: "Add it; look at code that reads annotations when it runs",
  message: () => "This module lacks `from __future__ import annotations`, which the team wants in every one.",
  place: (_finding, file) => file.lines.lineSpan(0),
  options: {},
  answers: ["Start every module with `from __future__ import annotations`."],
  means: [
    {
      stance: "want",
      says: ["`from __future__ import annotations`", "`__future__*annotations*`", "future annotations import"],
      unless: ["(when|if) (needed|used|necessary)"],
    },
  ],
  examples: [
    {
      bad: "def name(user: User) -> str:\n    return user.name\n",
      good: "from __future__ import annotations\n\n\ndef name(user: User) -> str:\n    return user.name\n",
    },
  ],
});
