// Flags code that was commented out.

import type { PythonFile } from "../../python/python-file.ts";
import { ruffRule } from "../ruff-rule.ts";

export const commentedOutCode = ruffRule({
  id: "commented-out-code",
  summary: "Code that was commented out.",
  why: "Nobody dares to delete it later, and it rots; version control keeps it better. What a comment shows as an example is left alone.",
  severity: "information",
  codes: ["ERA001"],
  fixes: "unsafe",
  fixTitle: "Remove the comment; look whether it is code",
  mentions: ["#"],
  message: ({ span }, _options, file) =>
    isExample(file, span.start)
      ? undefined
      : "This comment is code that was switched off; delete it, version control keeps it.",
  options: {},
  answers: ["Never leave commented-out code.", "Delete commented-out code."],
  means: [
    {
      stance: "avoid",
      says: [
        "(old|dead|unused|disabled) code ... (in|as) comment",
        "leave ... code ... (in|as) comment",
        "(commented out|commented-out) (code|line|block)",
        "comment out ... code",
        "code ... comment out",
        "commented out (code|line|block|function)",
        "commented (code|line)",
        "comment ... code out",
      ],
      unless: ["(remove|delete|drop|strip|clean) ... (code|line|block)"],
    },
    {
      stance: "want",
      says: [
        "(delete|remove|clean up) ... (commented out|commented-out) (code|line|block)?",
        "(delete|remove) ... (code|it) ... (instead of|rather than|not) comment",
      ],
    },
  ],
  examples: [
    { bad: "def add(a, b):\n    # return a - b\n    return a + b\n", good: "def add(a, b):\n    return a + b\n" },
  ],
});

/** A line above in the same comment says that it shows how something is used. */
function isExample(file: PythonFile, start: number): boolean {
  for (let line = file.lines.position(start).line; line >= 0; line--) {
    const text = file.lines.lineText(line).trim();
    if (!text.startsWith("#")) return false;
    if (/^#+\s*(for )?(examples?|usage|e\.g\.|sample)\b/i.test(text)) return true;
  }
  return false;
}
