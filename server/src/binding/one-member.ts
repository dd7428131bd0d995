// Tells what is said of one thing, or only says of what: a rule that holds for all code asks more than that.

import type { Directive } from "../guides/directive.ts";
import type { Token } from "../rules/tokens.ts";
import type { Candidate } from "./candidates.ts";
import type { Clause } from "./clause.ts";
import { generalRules } from "./general.ts";

/** "`Shop.queue` — one per call, never a module-level global" */
export function isToldOfMember({ rule, covered }: Candidate, { text, marks }: Directive): boolean {
  if ((rule.scope !== "file" && rule.scope !== "workspace") || generalRules.has(rule.id)) return false;
  const [first] = marks;
  if (first?.kind !== "code" || first.start > 0) return false;
  const behind = text.slice(first.end);
  const isOfOne =
    (member.test(first.value) && /^\W{0,2}\s*(?:[—–-]|:)\s/.test(behind)) ||
    (call.test(first.value) && demand.test(behind));
  return isOfOne && !covered.some((token: Token) => token.start < first.end);
}

/** "`store.read(id)` must return a typed object": what one function gives or takes. */
const call = /^(?:\w+\.)*[a-z_]\w*\(.*\)$/;
const demand =
  /^\W?\s*(?:(?:method|function|helper|call)s?\s+)?(?:must|should|shall|has to|may|always|never)\s+(?:(?:not|never|always|only)\s+)?(?:return|give|hand|raise|yield|answer|take|accept|receive)\b/i;

/** "For mocked libraries, raise …": what stands alone before the comma says of what the rest speaks. */
export function isOpeningAlone({ rule, clause }: Candidate, all: readonly Candidate[], directive: Directive): boolean {
  if (!isOpening(clause, directive)) return false;
  return !all.some((other) => other.rule === rule && !isOpening(other.clause, directive));
}

function isOpening({ text, mood }: Clause, directive: Directive): boolean {
  return mood === "names" && /^\W*for\s/i.test(text) && directive.text.includes(`${text},`);
}

const member = /^[A-Z]\w*[a-z]\w*\.[a-z_]\w*(?:\(.*\))?$/;
