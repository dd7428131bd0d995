// Flags branches and loops in tests, where the guide wants tests without logic.

import { enclosing, enclosingFunction, statements } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { parametrizedTest } from "../parametrized-test.ts";
import { fileRule, option } from "../rule.ts";

const BRANCH = "(conditional|if statement|`if`|branching|branch logic|conditional logic)";
const LOOP = "(loop|`for`|`while`|for loop|while loop)";

export const logicInTest = fileRule({
  id: "logic-in-test",
  scope: "file",
  summary: "An `if` or a loop in a test.",
  why: "A test that decides what to look at may look at nothing, and a loop hides which case failed. Helpers, fixtures, loops without an assertion in them, and branches that only skip the test are left alone.",
  severity: "information",
  fix: "unsafe",
  options: {
    branches: option.boolean(true, "Whether `if` and `match` are meant."),
    loops: option.boolean(true, "Whether `for` and `while` are meant."),
  },
  tests: true,
  mentions: ["def test"],
  answers: ["No logic in tests.", "Tests contain no conditionals or loops.", "Avoid `if` statements in tests."],
  means: [
    {
      stance: "avoid",
      says: [
        "(logic|control flow|conditional logic) (in|inside|within) (the|a|your)? test (function|method|case|body|code)?",
        "test (function|method|case|body)? ... (contain|have|hold|use|include|need) ... (logic|control flow)",
        `${BRANCH} ... (in|inside|within) ... test (function|method|case|body)?`,
        `${LOOP} ... (in|inside|within) ... test (function|method|case|body)?`,
        `test (function|method|case|body)? ... ${BRANCH}`,
        `test (function|method|case|body)? ... ${LOOP}`,
        "branch ... (in|inside|within) ... test (function|method|case|body)",
        "branch inside (a|the)? test",
      ],
      unless: [
        "(business|production|domain|application|setup|complex|duplicate|mock|retry|test|assertion) logic",
        "(event loop|git|feature branch|branch name|order of|coverage|cover|skip|parametrize|sparingly)",
      ],
      options: ({ clause, sentence, codes }) => {
        // "No `if`, no loop in it" names them one after the other.
        const others = sentence.match(/\bno\s+(?:`?if`?s?|loops?|branch\w*|conditionals?)\b/gi) ?? [];
        const text = [clause, ...codes, ...others].join(" ");
        const branches = /\b(?:conditional|if|branch)/i.test(text);
        const loops = /\b(?:loops?|while)\b/i.test(text) || codes.some((code) => /^for\b/.test(code));
        return branches === loops ? {} : { branches, loops };
      },
    },
    {
      stance: "want",
      says: ["test ... (free of|without|no) (logic|control flow|conditional|branching|loop)"],
      unless: ["(event loop|business logic)"],
    },
  ],
  examples: [
    {
      path: "tests/test_basket.py",
      bad: "def test_totals(baskets):\n    for basket in baskets:\n        assert basket.total > 0\n",
      good: "def test_total(basket):\n    assert basket.total > 0\n",
    },
  ],
  *check(file, { branches, loops }) {
    if (!file.isTest) return;
    const wanted = [...(branches ? ["if_statement", "match_statement"] : []), ...(loops ? loopTypes : [])];
    for (const type of wanted) {
      for (const statement of file.nodes(type)) {
        const test = enclosingFunction(statement);
        if (!/^test/.test(test?.field("name")?.text ?? "") || enclosing(statement, ...wanted)) continue;
        if (!loopTypes.includes(type) ? onlySkips(statement) || onlyFails(statement) : !/\bassert/.test(statement.text))
          continue;
        const word = statement.children[0];
        if (word === undefined) continue;
        const fix = test && parametrizedTest(file, test, statement);
        yield {
          span: word,
          ...(fix && { fix }),
          message: loopTypes.includes(type)
            ? "This test asserts in a loop; write out the case that matters, or parametrize the test."
            : "This test branches, so what it checks depends on what it finds; write one test for each case.",
        };
      }
    }
  },
});

const loopTypes = ["for_statement", "while_statement"];

/** `if sys.platform == "win32": pytest.skip(…)` decides whether there is a test at all. */
function onlySkips(statement: SyntaxNode): boolean {
  const body = statement.field("consequence");
  return (
    body !== undefined && /^(?:pytest\.(?:skip|xfail|importorskip)\(|return\b|self\.skipTest\()/.test(body.text.trim())
  );
}

/** `if stale: pytest.fail(details)` is an assertion that says more, where nothing else is asserted in it. */
function onlyFails(statement: SyntaxNode): boolean {
  const last = statements(statement.field("consequence")).at(-1)?.text ?? "";
  return (
    statement.fields("alternative").length === 0 &&
    /^(?:pytest\.fail\(|self\.fail\(|raise AssertionError\b|assert False\b)/.test(last) &&
    (statement.text.match(/\bassert\b|\.assert\w+\(/g) ?? []).length <= (last.startsWith("assert") ? 1 : 0)
  );
}
