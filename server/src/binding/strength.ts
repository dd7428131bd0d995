// Tells how strongly a clause is said: a must, a should, or worth considering.

import type { Strength } from "../rules/reading.ts";
import { isHedge } from "./segments.ts";
import { considerWords, mustWords } from "./vocabulary.ts";

/** How strongly it is said; `above` are the words that introduce it. */
export function strengthOf(text: string, above: string): Strength {
  if (isHedge(text)) return "consider";
  const words = text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const has = (list: ReadonlySet<string>): boolean =>
    words.some((word) => list.has(word) || (word.endsWith("s") && list.has(word.slice(0, -1))));
  if (/\btry to\b/i.test(text) || has(considerWords)) return "consider";
  if (
    has(mustWords) ||
    /\b(?:do not|don['’]t|must not)\b/i.test(text) ||
    /\b(?:MUST|NEVER|ALWAYS|CRITICAL)\b|non-negotiable|mandatory/.test(above)
  )
    return "must";
  return "should";
}
