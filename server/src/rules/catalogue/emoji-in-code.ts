// Flags emoji in code where the team wants none.

import { fileRule, option } from "../rule.ts";

export const emojiInCode = fileRule({
  id: "emoji-in-code",
  scope: "file",
  summary: "Emoji in strings and comments.",
  why: "They break terminals, logs and greps that expect plain text.",
  severity: "information",
  fix: "unsafe",
  ruff: ["RUF001", "RUF002", "RUF003"],
  options: { ascii: option.boolean(false, "Whether every character outside ASCII is meant, not only emoji.") },
  tests: true,
  answers: ["No emojis in code.", "Never use emoji in comments or log messages."],
  means: [
    {
      stance: "avoid",
      says: [
        "emoji",
        "emojis",
        "emoticon",
        "(non ascii|non-ascii|unicode) (character|symbol|char|glyph)?",
        "(em dash|smart quote|curly quote|fancy quote)",
      ],
      unless: ["commit", "readme", "documentation", "markdown", "`unicode*`"],
      options: ({ clause }) => (/ascii|unicode|dash|quote/i.test(clause) ? { ascii: true } : {}),
    },
    {
      stance: "want",
      says: ["(ascii|ascii character) only", "only ascii", "plain ascii", "ascii"],
      unless: ["(escape|ensure|encode|decode|table|art)"],
      options: ({ clause }) => (/\b(?:only|plain|stick)\b/i.test(clause) ? { ascii: true } : undefined),
    },
  ],
  examples: [{ bad: 'print("\u2705 done")\n', good: 'print("done")\n' }],
  *check(file, { ascii }) {
    if (ascii) {
      for (const found of file.text.matchAll(/[^\x00-\x7F\uFEFF]+/gu)) {
        yield {
          span: { start: found.index, end: found.index + found[0].length },
          message: `\`${found[0]}\` is outside ASCII; write it in plain characters.`,
        };
      }
      return;
    }
    for (const found of file.text.matchAll(
      /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)(?:\u200D\p{Extended_Pictographic}\uFE0F?)*\p{Emoji_Modifier}? ?/gu,
    )) {
      const symbol = found[0].trimEnd();
      yield {
        span: { start: found.index, end: found.index + symbol.length },
        message: `The emoji ${symbol} stands in the code; say it in words.`,
        fix: {
          title: "Remove the emoji; look whether the text still says it",
          safe: false,
          edits: [{ span: { start: found.index, end: found.index + found[0].length }, text: "" }],
        },
      };
    }
  },
});
