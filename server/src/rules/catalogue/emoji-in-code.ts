// Flags emoji in code where the team wants none.

import { fileRule } from "../rule.ts";

export const emojiInCode = fileRule({
  id: "emoji-in-code",
  scope: "file",
  summary: "Emoji in strings and comments.",
  why: "They break terminals, logs and greps that expect plain text.",
  severity: "information",
  fix: "unsafe",
  ruff: ["RUF001", "RUF002", "RUF003"],
  options: {},
  tests: true,
  answers: ["No emojis in code.", "Never use emoji in comments or log messages."],
  means: [
    {
      stance: "avoid",
      says: ["emoji", "emojis", "emoticon"],
      unless: ["commit", "readme", "documentation", "markdown"],
    },
  ],
  examples: [{ bad: 'print("\u2705 done")\n', good: 'print("done")\n' }],
  *check(file) {
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
