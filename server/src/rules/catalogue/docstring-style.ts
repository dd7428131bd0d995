// Flags docstrings that exist but have not the form that the team asks for.

import { ruffRule } from "../ruff-rule.ts";
import { option } from "../rule.ts";

export const docstringStyle = ruffRule({
  id: "docstring-style",
  tests: false,
  summary: "Docstrings whose form is not the one asked for: summary line, mood, quotes, blank lines.",
  why: "Tools and readers take the first line for the summary. Where the text names one trait only that is checked, else all of PEP 257.",
  severity: "information",
  codes: ["D200", "D205", "D209", "D210", "D300", "D400", "D401", "D403", "D415"],
  select: ({ traits }) =>
    traits.length > 0 ? traits : ["D200", "D205", "D209", "D210", "D300", "D400", "D401", "D403"],
  fixes: { safe: ["D200", "D209", "D210", "D300", "D400", "D415", "D403"] },
  mentions: ['"""', "'''"],
  message: ({ code, message }) => `${texts[code] ?? message.replace(/\.$/, "")}.`,
  place: ({ span }, file) => ({
    start: span.start,
    end: Math.min(span.end, file.lines.lineSpan(file.lines.position(span.start).line).end),
  }),
  options: { traits: option.strings([], "Ruff's codes of the traits to check; empty for all of PEP 257.") },
  answers: [
    "Docstrings follow PEP 257.",
    "Docstring summaries are written in the imperative mood.",
    "The first line of a docstring ends with a period.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "pep 257",
        "pep-257",
        "docstring ... (imperative|mood)",
        "(imperative) ... docstring",
        "docstring ... (period|full stop|end with)",
        "(one line|one-line|single line) docstring",
        "docstring ... (triple|double quote)",
        "(triple quoted|triple-quoted|triple double quote) ... docstring",
        "docstring ... (summary|first line|blank line)",
        "(summary|first line) ... docstring",
      ],
      // A route's summary is an argument of its decorator.
      unless: ["docstring or summary", "summary or docstring", "docstring ... or ... `summary*`", "@endpoint"],
      options: ({ clause }) => {
        const traits = [
          ...(/imperative|mood/i.test(clause) ? ["D401"] : []),
          ...(/period|full stop/i.test(clause) ? ["D400"] : []),
          ...(/triple|quotes/i.test(clause) ? ["D300"] : []),
          ...(/blank line/i.test(clause) ? ["D205"] : []),
          ...(/one[- ]line|single[- ]line/i.test(clause) ? ["D200"] : []),
        ];
        return traits.length > 0 ? { traits } : {};
      },
    },
  ],
  examples: [
    {
      bad: 'def area(box):\n    """Return the area"""\n    return box.area\n',
      good: 'def area(box):\n    """Return the area."""\n    return box.area\n',
    },
  ],
});

const texts: Readonly<Record<string, string>> = {
  D200: "This docstring fits on one line; write it on one",
  D205: "A blank line belongs between a docstring's summary and the rest",
  D209: "The closing quotes of a docstring of several lines stand on a line of their own",
  D210: "No white space surrounds the text of a docstring",
  D300: 'Docstrings are written in """triple double quotes"""',
  D400: "The first line of a docstring ends with a period",
  D401: "The first line of a docstring is an order: “Return …”, not “Returns …”",
  D403: "The first word of a docstring is capitalized",
  D415: "The first line of a docstring ends with a period, question mark or exclamation mark",
};
