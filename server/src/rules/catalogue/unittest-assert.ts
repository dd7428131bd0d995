// Flags `self.assertEqual` and its like where the team writes plain asserts.

import { ruffRule } from "../ruff-rule.ts";

export const unittestAssert = ruffRule({
  id: "unittest-assert",
  summary: "`self.assertEqual(...)` and its like where a plain `assert` does.",
  why: "pytest shows both sides of a plain assert, and it reads as the sentence it is.",
  codes: ["PT009", "PT027"],
  fixes: { safe: ["PT009"] },
  mentions: ["assert"],
  message: (finding, _options, file) =>
    `\`${file.source(finding.span)}\` is unittest's; write ${finding.code === "PT027" ? "`pytest.raises`" : "a plain `assert`"}.`,
  options: {},
  answers: [
    "Use plain `assert`, not unittest assertions.",
    "Write tests with pytest, not unittest.",
    "Use pytest for testing.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(plain|bare|simple|native|pytest) `assert`",
        "(plain|bare|simple|native|pytest style) assert",
        "`assert` (instead of|over|rather than|not) ... (unittest|`self.assert*`)",
        "pytest (instead of|over|rather than|not) `unittest*`",
        "pytest (instead of|over|rather than|not) unittest",
      ],
    },
    {
      stance: "want",
      says: [
        "(plain|simple) function ... test ... (instead of|rather than|over|not) ... (testcase|`TestCase`|class)",
        "pytest only",
        "test ... pytest only",
        "pytest style ... (instead of|rather than|over|not) ... unittest",
        "(use|write) ... (pytest|`pytest`) ... (test|testing|framework)",
        "(test|testing) ... (use|written) ... (pytest|`pytest`)",
        "(test|testing) framework ... (pytest|`pytest`)",
      ],
      options: ({ clause }) => (/\bpytest\b(?!-\w)/i.test(clause) ? {} : undefined),
      unless: [
        "pytest ... discover",
        "(run|execute|command|fixture|mark|marker|coverage|asyncio|mock|parametrize|parametrization|parameterization|parameterize|plugin|unittest|`unittest`|skip|assert)",
      ],
    },
    {
      // "Always use pytest" needs no purpose where it says nothing else.
      stance: "want",
      says: ["use (pytest|`pytest`)"],
      options: ({ clause }) =>
        /^\W*(?:(?:please|always|must|we|only)\s+)*use\s+`?pytest`?(?:\s+(?:only|always|exclusively)|\s+with\s.*\basyncio_mode\b.*)?\W*$/i.test(
          clause,
        )
          ? {}
          : undefined,
    },
    {
      stance: "avoid",
      says: [
        "`TestCase`",
        "(testcase|test case) (class|subclass)",
        "`self.assert*`",
        "`unittest.TestCase`",
        "`unittest`",
        "unittest (assertion|style|class|testcase)",
        "`assertEqual*`",
        "unittest",
      ],
      unless: ["`unittest.mock*`"],
    },
  ],
  examples: [
    {
      bad: "import unittest\n\n\nclass AddTest(unittest.TestCase):\n    def test_add(self):\n        self.assertEqual(1 + 1, 2)\n",
      good: "import unittest\n\n\nclass AddTest(unittest.TestCase):\n    def test_add(self):\n        assert 1 + 1 == 2\n",
      path: "tests/test_add.py",
    },
  ],
});
