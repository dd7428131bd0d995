// Tells which of the rules that a directive's words lead to see more in them, and which only a part.

import type { Candidate } from "./candidates.ts";
import { contentOf } from "./clause-words.ts";
import { generalRules } from "./general.ts";
import { needsSeveral } from "./stack-parts.ts";

/** Where one rule explains the same words and more, the other only saw a part of what was said. */
export function withoutRivals(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(
    (candidate) =>
      !candidates.some((other) => {
        if (other === candidate || other.clause.unit !== candidate.clause.unit) return false;
        if (isGeneral(candidate) !== isGeneral(other))
          return isGeneral(candidate) && !isOfProjectAlone(other) && sharesWords(other, candidate);
        // "SQLAlchemy 2.0 + Alembic" asks for the style of the one, and for both to be there.
        if (needsSeveral(candidate) && !needsSeveral(other)) return false;
        if (candidate.rule.id === "tech-stack" && other.rule.anyLibrary === true) return false;
        const theirs = new Set(other.covered.map((token) => token.start));
        const isInside = candidate.covered.every((token) => theirs.has(token.start));
        return isInside && theirs.size > new Set(candidate.covered.map((token) => token.start)).size;
      }),
  );
}

/** "Imports stand at the top and are grouped": each rule has words of its own, so the one takes nothing from the other. */
export function isRival(a: Candidate, b: Candidate): boolean {
  const own = (one: Candidate, other: Candidate) =>
    contentOf(one.covered).some((token) => !other.covered.some(({ start }) => start === token.start));
  return sharesWords(a, b) && !(own(a, b) && own(b, a));
}

export function isGeneral(candidate: Candidate): boolean {
  return generalRules.has(candidate.rule.id);
}

/** "HTTP: `httpx` (never `requests`)": that the project has the one keeps no file from the other. */
function isOfProjectAlone({ rule }: Candidate): boolean {
  return rule.scope === "project" && rule.additive === true;
}

function sharesWords(a: Candidate, b: Candidate): boolean {
  const words = new Set(a.covered.map((token) => token.start));
  return b.covered.some((token) => words.has(token.start));
}
