// Flags strings in the quotes that the team does not use.

import { ruffRule } from "../ruff-rule.ts";
import { option } from "../rule.ts";

export const quotes = ruffRule({
  id: "quotes",
  summary: "Strings in single quotes where the team writes double ones, or the other way round.",
  why: "One style of quotes makes searching and diffs simpler. Strings that hold the quote itself are left alone.",
  severity: "information",
  codes: ["Q000"],
  settings: ({ style }) => ({ lint: { "flake8-quotes": { "inline-quotes": style } } }),
  fixes: "safe",
  message: (_finding, { style }) => `The team writes strings in ${style} quotes.`,
  fixTitle: "Change the quotes",
  generated: false,
  options: { style: option.string("double", '"double" or "single".') },
  answers: ["Use double quotes for strings.", "Strings are written in single quotes.", "Quote style: double quotes."],
  means: [
    {
      stance: "want",
      says: ["(double|single) quote", "quote ... (double|single)"],
      unless: [
        "(in|for|around|on) docstring",
        "triple",
        "sql",
        "heredoc",
        "bash",
        "shell",
        "json",
        "javascript",
        "typescript",
        "jsx",
        "yaml",
      ],
      options: ({ clause }) => {
        const found = /\b(double|single)[- ]quot/i.exec(clause)?.[1] ?? /\b(double|single)\b/i.exec(clause)?.[1];
        return found === undefined ? undefined : { style: found.toLowerCase() };
      },
    },
  ],
  examples: [{ bad: "name = 'heed'\n", good: 'name = "heed"\n' }],
});
