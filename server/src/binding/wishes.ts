// Tells wishes from rules: "implement proper health checks" praises a practice, "every list endpoint is paginated" asks for it.

import type { Directive } from "../guides/directive.ts";
import type { Candidate } from "./candidates.ts";
import { practiceRules } from "./general.ts";
import { isBaseVerb } from "./instruction-words.ts";

/** True where a practice is wished for with a word of praise, which has no measure, and nothing else. */
export function isMereWish({ rule, clause, covered }: Candidate, directive: Directive): boolean {
  if (!practiceRules.has(rule.id) || clause.stance !== "want" || !clause.tokens.slice(0, 2).some(isBaseVerb))
    return false;
  if (directive.examples.length > 0 || directive.row !== undefined || demand.test(clause.text)) return false;
  if (clause.tokens.some(({ isCode, kind }) => isCode || kind === "number" || kind === "path")) return false;
  return clause.tokens.some((token) => praise.test(token.text) && !covered.includes(token));
}

const demand =
  /\b(?:must|shall|always|never|every|each|all|any|only|no|not|without|instead|rather|required?|mandatory|over)\b/i;
const praise =
  /^(?:proper(?:ly)?|appropriate(?:ly)?|robust(?:ly)?|comprehensive(?:ly)?|adequate(?:ly)?|sensibl[ey]|reasonabl[ey]|effective(?:ly)?|efficient(?:ly)?|good|best|strong|strateg(?:y|ies)|mechanisms?|techniques?|practices?|consider|solid|correct(?:ly)?)$/i;
