// Recognises a measure that needs no verb and no subject of its own: "at most 90 characters a line".

import type { Token } from "../rules/tokens.ts";

/** Whether such a measure begins at a token: a bound, a number of something, and what it is counted in. */
export function beginsRate(tokens: readonly Token[], at: number): boolean {
  const said = tokens
    .slice(at, at + 9)
    .map(({ text }) => text)
    .join(" ");
  return measure.test(said);
}

const measure =
  /^(?:at most|max(?:imum)?|up to|no more than|not more than|no longer than) \d+ [a-z]+ (?:an?|per|each|in an?) [a-z]+/i;
