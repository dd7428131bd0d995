// Flags files with more lines than the team allows.

import { readNumber } from "../read-number.ts";
import { fileRule, option } from "../rule.ts";

export const longFile = fileRule({
  id: "long-file",
  scope: "file",
  summary: "Files with more lines than the limit.",
  why: "A long file holds several things; each would be found faster in one of its own. Generated files are left alone.",
  severity: "information",
  fix: "none",
  options: { limit: option.number(500, "The most lines that a file may have.") },
  tests: true,
  generated: false,
  answers: ["Files have at most 500 lines.", "Keep modules under 400 lines.", "Maximum file length: 300 lines."],
  means: [
    {
      stance: "either",
      says: ["(file|module) ... #line", "#line ... (file|module)", "(file|module) (length|size) ... #"],
      unless: [
        "function",
        "method",
        "test file",
        "log file",
        "total",
        "(read|view|show|print|dump)",
        "first",
        "top #",
        "csv",
        "(one|single) class per (file|module)",
      ],
      options: (reading) => {
        // What a person looks at before or after a piece of work.
        if (/\bwc -l\b|\b(?:story|stories|ticket)\b/i.test(reading.sentence)) return undefined;
        const limit = readNumber(reading, ["line", ""], 20, 20_000);
        return limit === undefined ? undefined : { limit };
      },
    },
  ],
  examples: [{ bad: "a = 1\nb = 2\nc = 3\nd = 4\n", good: "a = 1\nb = 2\n", options: { limit: 3 } }],
  *check(file, { limit }) {
    if (file.isGenerated) return;
    const lines = file.lines.lineCount - (/(\r?\n|\r)$/.test(file.text) ? 1 : 0);
    if (lines <= limit) return;
    yield {
      span: file.lines.lineSpan(0),
      message: `This file has ${lines} lines, and the limit is ${limit}; split it by what it is about.`,
    };
  },
});
