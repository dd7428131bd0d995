// Tells what is only said of what stands before: who holds the team to it, "ruff enforces this", and why, "that name is retired".

import type { Token } from "../rules/tokens.ts";
import type { Clause } from "./clause.ts";

/** "Ruff enforces this", "enforced by ruff", "that name is retired": nothing is asked beside what stands before. */
export function isAfterword({ text, stance, mood }: Clause): boolean {
  if (/^\W*(?:no exceptions?|no excuses|period|full stop|without exception)\W*$/i.test(text)) return true;
  if (stance !== "want") return false;
  return enforces.test(text) || enforced.test(text) || (mood === "states" && judges.test(text));
}

const enforces =
  /^(?!.*\b(?:must|should|never|not)\b)(?!\W*(?:every|each|all|any|no)\b)(?:[^\s,;]+ ){1,4}(?:enforces?|checks?|catch(?:es)?|flags?|verif(?:y|ies)|rejects?) (?:this|that|it|these|them|both)\b[^,;]{0,30}$/i;
const enforced =
  /^\W*(?:(?:this|that|it|these|both) (?:is|are) )?(?:automatically )?(?:(?:checked|verified|caught|flagged) by|enforced (?:by|via|with|through|using))\b[^,;]{2,40}$/i;

/** "That spelling is deprecated": what is said of a thing before tells why. */
const judges =
  /^(?:that|this|these|those|such) (?:\w+ ){1,2}(?:is|are|was|were|has been|have been) (?:\w+ly |now |long )?(?:retired|deprecated|obsolete|legacy|gone|old|removed|dead|unsafe|dangerous|slow|broken|outdated|superseded|replaced)\W*$/i;

/** The place where "enforced by ruff" begins behind what is enforced; undefined where nothing of that kind ends the sentence. */
export function enforcerStart(tokens: readonly Token[]): number | undefined {
  const at = tokens.findIndex(
    ({ text }, place) =>
      // "Verified with a constant-time comparison" may say how the program does it.
      (/^enforced$/i.test(text) && /^(?:by|via|with|through|using)$/i.test(tokens[place + 1]?.text ?? "")) ||
      (/^(?:checked|verified)$/i.test(text) && /^by$/i.test(tokens[place + 1]?.text ?? "")),
  );
  const isShort = tokens.length - at <= 6;
  return at > 0 && isShort && !tokens.slice(at).some(({ text }) => /^(?:and|,|;)$/i.test(text)) ? at : undefined;
}
