// Finds the rules whose opposite a directive asks for: "lazy load relationships" where another wants them loaded eagerly.

import type { Directive } from "../guides/directive.ts";
import { tokenise } from "../rules/tokens.ts";
import type { Candidates } from "./candidates.ts";
import type { Clause } from "./clause.ts";
import { contentOf } from "./clause-words.ts";
import type { GuideReading } from "./readings.ts";

const antonyms: ReadonlyMap<string, string> = new Map([
  ["lazy", "eager"],
  ["lazily", "eagerly"],
  ["eager", "lazy"],
  ["eagerly", "lazily"],
]);

/** Ids of the rules; only of sentences that are about nothing else and bound by no condition. */
export function oppositionsOf(
  clauses: readonly Clause[],
  directive: Directive,
  candidates: Candidates,
  guide: GuideReading,
): readonly string[] {
  const ids = new Set<string>();
  for (const clause of clauses) {
    const stance = clause.role === "open" ? "want" : clause.stance;
    if (!stance || clause.role === "reason" || clause.role === "sentence" || clause.exceptions.length > 0) continue;
    for (const turned of opposites({ ...clause, stance })) {
      for (const candidate of candidates.of(turned, directive, guide)) {
        const content = contentOf(turned.tokens);
        const isWhole = content.every((token) => candidate.covered.includes(token));
        if (
          isWhole &&
          !Object.keys(candidate.given).length &&
          candidate.rule.means.every((meaning) => meaning.stance !== "either")
        ) {
          ids.add(candidate.rule.id);
        }
      }
    }
  }
  return [...ids];
}

function opposites(clause: Clause): readonly Clause[] {
  const hasAntonym = clause.tokens.some(({ text }) => antonyms.has(text.toLowerCase()));
  if (!hasAntonym) return clause.stance === "avoid" ? [{ ...clause, stance: "want", subjects: [] }] : [];
  const swapped = clause.tokens.map((token) => {
    const other = antonyms.get(token.text.toLowerCase());
    return other === undefined ? token : { ...token, ...tokenise(other)[0], start: token.start, end: token.end };
  });
  return [{ ...clause, tokens: swapped, focus: swapped, subjects: [] }];
}
