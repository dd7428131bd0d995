// Flags TODO and FIXME comments where the team wants none.

import { ruffRule } from "../ruff-rule.ts";

export const todoComment = ruffRule({
  id: "todo-comment",
  summary: "TODO, FIXME, XXX and HACK comments.",
  why: "What is left to do belongs into the tracker, where it is seen and planned.",
  severity: "information",
  codes: ["FIX001", "FIX002", "FIX003", "FIX004"],
  fixes: "none",
  mentions: ["TODO", "FIXME", "XXX", "HACK"],
  message: (finding, _options, file) =>
    `This ${file.source(finding.span)} is left in the code; do it, or open an issue for it.`,
  options: {},
  answers: ["Never leave TODO comments in the code.", "No TODO or FIXME comments."],
  means: [
    {
      stance: "avoid",
      says: ["todo (comment|marker|placeholder|statement)?", "`TODO*`", "`FIXME`", "fixme"],
      unless: ["todo ... without", "todo list", "todo app", "todo item"],
    },
  ],
  examples: [{ bad: "# FIXME: breaks on Sundays\nVALUE = 1\n", good: "VALUE = 1\n" }],
});
