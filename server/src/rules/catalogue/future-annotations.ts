// Flags `from __future__ import annotations` where the team does without it.

import { fileRule } from "../rule.ts";

export const futureAnnotations = fileRule({
  id: "future-annotations",
  scope: "file",
  summary: "`from __future__ import annotations` in a project that rules it out.",
  why: "It turns annotations into texts, which libraries that read them at run time, such as pydantic and FastAPI, have to guess back.",
  severity: "warning",
  fix: "none",
  mentions: ["__future__"],
  ruff: ["FA100", "FA102"],
  options: {},
  answers: ["Never use `from __future__ import annotations`.", "`from __future__ import annotations` is forbidden."],
  means: [
    {
      stance: "avoid",
      says: ["`from __future__ import annotations`", "`__future__*annotations*`", "future annotations import"],
    },
  ],
  examples: [{ bad: "from __future__ import annotations\n", good: "VALUE = 1\n" }],
  *check(file) {
    for (const statement of file.nodes("future_import_statement")) {
      if (!/\bannotations\b/.test(statement.text)) continue;
      yield {
        span: statement,
        message:
          "The guide rules out `from __future__ import annotations`; write annotations that this Python understands.",
      };
    }
  },
});
