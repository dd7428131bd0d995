// Tells what comes of something from what is asked.

import type { Clause } from "./clauses.ts";

/** "Forgetting the index causes slow queries": what comes of it, not what is asked. */
export function isConsequence(clause: Clause): boolean {
  if (clause.stance !== "want") return false;
  if (/\b(?:must|should|always|never|use|avoid)\b/i.test(clause.text)) return false;
  // "The pool sits below the client, making calls cheap"
  if (clause.mood !== "asks" && /(?:^|,\s+)(?:making|allowing|enabling|letting|leaving|causing)\s/i.test(clause.text))
    return true;
  return /\w\s+(?:(?:will|can|may|would|could)\s+)?(?:(?<!\b(?:the|a|its|original|root|underlying|real) )causes?|leads? to|results? in|triggers?)\s+\w/i.test(
    clause.text,
  );
}
