// Flags tabs, and indents that are not of the team's width.

import { statements } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { readNumber } from "../read-number.ts";
import { reindent } from "../reindent.ts";
import { fileRule, option } from "../rule.ts";

export const indentation = fileRule({
  id: "indentation",
  scope: "file",
  summary: "Tabs in indentation, and blocks that are not indented by the team's width.",
  why: "Mixed indentation reads differently in every editor and breaks when it is pasted. Continuation lines are left alone.",
  severity: "warning",
  fix: "safe",
  ruff: ["W191", "E101", "E111", "E117"],
  tests: true,
  generated: false,
  options: { width: option.number(4, "Spaces per level.") },
  answers: ["Indent with 4 spaces.", "Never use tabs for indentation.", "Indentation: 2 spaces."],
  means: [
    {
      stance: "want",
      says: [
        "indent ... #space",
        "#space ... indent",
        "#space & indent",
        "indent ... space",
        "#space",
        "space (not|instead of|over|rather than) tab",
        "#space (per|for) (level|indent)",
      ],
      unless: ["javascript", "typescript", "json", "yaml", "html", "css", "comment"],
      options: (reading) => {
        const width = readNumber(reading, ["space", "level", ""], 1, 8);
        return width === undefined ? {} : { width };
      },
    },
    {
      stance: "avoid",
      says: ["tab & !space", "tab ... indent", "hard tab", "tab character", "mix ... tab"],
      unless: ["tab completion", "browser tab", "makefile"],
    },
  ],
  examples: [
    { bad: "def double(x):\n  return x * 2\n", good: "def double(x):\n    return x * 2\n" },
    { bad: "def double(x):\n\treturn x * 2\n", good: "def double(x):\n    return x * 2\n" },
  ],
  *check(file, { width }) {
    for (const block of file.nodes("block")) {
      const outer = indentAt(file.text, statementStart(block));
      for (const statement of statements(block)) {
        const own = indentAt(file.text, statement.start);
        if (own === undefined || outer === undefined) continue;
        const hasTab = own.includes("\t");
        const step = own.length - outer.length;
        if (!hasTab && (step === width || outer.includes("\t"))) continue;
        const edits = reindent(file, block, width);
        yield {
          span: { start: statement.start - own.length, end: statement.start },
          message: hasTab
            ? `This line is indented with a tab; use ${width} spaces per level.`
            : `This block is indented by ${step} spaces; the team's width is ${width}.`,
          ...(edits === undefined ? {} : { fix: { title: `Indent by ${width} spaces`, safe: true, edits } }),
        };
      }
    }
  },
});

/** The statement that a block belongs to, decorators and `else` branches included. */
function statementStart(block: SyntaxNode): number {
  return block.parent?.start ?? 0;
}

/** The white space before a node that opens its line; undefined where something else stands before it. */
function indentAt(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && (text[start - 1] === " " || text[start - 1] === "\t" || text[start - 1] === "\f")) start--;
  return start === 0 || text[start - 1] === "\n" || text[start - 1] === "\r" ? text.slice(start, offset) : undefined;
}
