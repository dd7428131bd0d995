// Flags `assert` outside tests.

import { ruffRule } from "../ruff-rule.ts";

export const assertInCode = ruffRule({
  id: "assert-in-code",
  summary: "`assert` outside tests.",
  why: "Python drops assertions when it runs with -O, so what they guarded is not checked there. Tests are left alone.",
  codes: ["S101"],
  fixes: "none",
  tests: false,
  mentions: ["assert"],
  message: (_finding, _options, file) =>
    file.isTest ? undefined : "`assert` is dropped under `python -O`; raise an exception instead.",
  options: {},
  answers: [
    "Never use `assert` in production code.",
    "Do not use assert for validation.",
    "No assert statements outside tests.",
  ],
  means: [
    {
      stance: "avoid",
      says: [
        "`assert` ... (production|validation|runtime|outside|conditional|condition|input|precondition|application|business|library)",
        "assert (statement)? ... (production|validation|runtime|outside|conditional|precondition|application|business|library)",
        "(production|runtime|application) ... (`assert`|assert)",
        "assert statement",
        "assert statement",
        "`assert`",
        "assert outside",
        "(assert|`assert*`) ... (outside of|outside) ... test",
      ],
      unless: [
        "mock",
        "snapshot",
        "multiple",
        "message",
        "obvious",
        "(bare|plain|simple|weak|trivial|tautological) assert",
        "comparison",
        "unittest",
      ],
    },
    {
      // The noun alone: "Asserts only in tests."
      stance: "avoid",
      says: ["assert"],
      options: ({ clause }) => (/^\W*asserts?(?: statements?)?\W*$/i.test(clause) ? {} : undefined),
    },
  ],
  examples: [
    {
      bad: "def half(n):\n    assert n % 2 == 0\n    return n // 2\n",
      good: 'def half(n):\n    if n % 2:\n        raise ValueError("n must be even")\n    return n // 2\n',
    },
  ],
});
