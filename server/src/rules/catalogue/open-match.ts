// Flags the last branch of a `match` that raises by itself, where the team wants a type checker to prove that it is never reached.

import { namedChildren, statements } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { fileRule } from "../rule.ts";

export const openMatch = fileRule({
  id: "open-match",
  scope: "file",
  summary: "`case _:` that raises an error instead of calling `assert_never`.",
  why: "With `assert_never` a type checker finds the case that nobody has written before anything runs. A default that does something is left alone: it may be meant.",
  severity: "information",
  fix: "none",
  mentions: ["case _"],
  options: {},
  answers: ["Use `assert_never` in `case _:` branches.", "Exhaustive matches must end in `assert_never`."],
  means: [
    {
      stance: "want",
      says: [
        "(use|end|call|add|require|finish|put|raise|close|need|have) ... `*assert_never*` & (match|`match`|case|`case _*`|`match/case`|exhaustive|exhaustively|exhaustiveness|branch)",
        "`*assert_never*` & (match|`match`|case|`case _*`|`match/case`|exhaustive) & (must|required|every|each|always|end)",
      ],
    },
  ],
  examples: [
    {
      bad: 'def price(kind):\n    match kind:\n        case "small":\n            return 1\n        case _:\n            raise ValueError(kind)\n',
      good: 'from typing import assert_never\n\n\ndef price(kind):\n    match kind:\n        case "small":\n            return 1\n        case _:\n            assert_never(kind)\n',
    },
  ],
  *check(file) {
    for (const clause of file.nodes("case_clause")) {
      const body = statements(clause.field("consequence"));
      if (!isDefault(clause) || body.length === 0) continue;
      const last = body.at(-1);
      if (last?.type !== "raise_statement" || /\bassert_never\b/.test(clause.text)) continue;
      yield {
        span: last,
        message: "No type checker sees which case is missing here; call `assert_never` with the value.",
      };
    }
  },
});

/** `case _:` without a guard. */
function isDefault(clause: SyntaxNode): boolean {
  const patterns = namedChildren(clause).filter(({ type }) => type === "case_pattern");
  return clause.field("guard") === undefined && patterns.length === 1 && patterns[0]?.text === "_";
}
