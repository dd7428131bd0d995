// Tells what comes of something from what is asked.

import type { Token } from "../rules/tokens.ts";
import type { Candidate } from "./candidates.ts";
import type { Clause } from "./clause.ts";

/** "Stale notes → silent failures": what is to be avoided stands before what comes of it. */
export function isOfConsequence({ clause, covered }: Candidate): boolean {
  if (clause.stance !== "avoid" || /\b(?:not|never|no|must|should|avoid|without)\b/i.test(clause.text)) return false;
  const at = clause.tokens.findIndex(
    ({ text }, place) =>
      place >= 2 && (/^(?:causes?|triggers?|→|->|=>)$/i.test(text) || isVerbOfTwo(clause.tokens, place)),
  );
  return at > 0 && covered.every((token) => clause.tokens.indexOf(token) > at);
}

/** "leads to", "results in" */
function isVerbOfTwo(tokens: readonly Token[], at: number): boolean {
  return /^(?:leads? to|results? in)$/i.test(`${tokens[at]?.text} ${tokens[at + 1]?.text}`);
}

/** "Forgetting the index causes slow queries": what comes of it, not what is asked. */
export function isConsequence(clause: Clause): boolean {
  if (clause.stance !== "want") return false;
  if (/\b(?:must|should|always|never|use|avoid)\b/i.test(clause.text)) return false;
  // "The pool sits below the client, making calls cheap"
  if (clause.mood !== "asks" && /(?:^|,\s+)(?:making|allowing|enabling|letting|leaving|causing)\s/i.test(clause.text))
    return true;
  // "Injection makes it easier to mock dependencies"
  if (
    /\bmakes? (?:it|them|things|code|this) (?:\w+ )?(?:easier|easy|simpler|possible|harder|impossible) to\b/i.test(
      clause.text,
    )
  )
    return true;
  return /[\w"'\x60)\]]\s+(?:(?:will|can|may|would|could)\s+)?(?:(?<!\b(?:the|a|its|original|root|underlying|real) )causes?|leads? to|results? in|triggers?)\s+\w/i.test(
    clause.text,
  );
}
