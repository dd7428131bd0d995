// What stands before a sentence itself, or beside it: a label with its colon, a condition with its comma, a bracket.

import type { Token } from "../rules/tokens.ts";
import { rememberingLast } from "./last-asked.ts";

/** "Line length: 100" and "Constants — no magic numbers" are about what follows. */
export const withoutLabel = rememberingLast((tokens): readonly Token[] => {
  const at = labelEnd(tokens);
  if (at <= 0 || at === tokens.length - 1) return tokens;
  return tokens.slice(0, at).some((token) => /^(?:is|are|must|should)$/i.test(token.text))
    ? tokens
    : tokens.slice(at + 1);
});

/** Where the colon or the dash behind the label stands; -1 where the first of them is too far away. */
function labelEnd(tokens: readonly Token[]): number {
  for (let at = 0; at <= 8; at++) {
    const token = tokens[at];
    if (token?.kind !== "sign" || !/^(?:[:|]|—|–|→|->|=>|-)$/.test(token.text) || !isSpaced(tokens, at)) continue;
    return at <= 5 || /^[:|]$/.test(token.text) ? at : -1;
  }
  return -1;
}

/** "Use modern features like X for Y" says no more than "use X for Y". */
export function withoutFrame(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ text }, place) => place > 1 && place < 9 && /^(?:like|such|including)$/i.test(text));
  if (
    at < 0 ||
    !/^(?:features?|constructs?|idioms?|tools?|facilit(?:y|ies)|capabilities|functionality|means)$/i.test(
      tokens[at - 1]?.text ?? "",
    )
  )
    return tokens;
  if (!/^(?:use|using|utili[sz]e|leverage|prefer|embrace|adopt|employ)$/i.test(tokens[0]?.text ?? "")) return tokens;
  const rest = tokens.slice(/^such$/i.test(tokens[at]?.text ?? "") ? at + 2 : at + 1);
  // Of a list, each is but one of many.
  return rest.some(({ text }) => text === ",") ? tokens : rest;
}

/** A hyphen joins words, a dash between spaces sets them apart. */
function isSpaced(tokens: readonly Token[], at: number): boolean {
  const [previous, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.text === ":") return true;
  return (
    previous !== undefined &&
    next !== undefined &&
    token !== undefined &&
    previous.end < token.start &&
    token.end < next.start
  );
}

/** "Log expected ends (a worker that has finished)": what a bracket adds says nothing of what is asked. */
export function withoutAsides(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => text === "(")) return tokens;
  let depth = 0;
  const outside = tokens.filter(({ text }) => {
    if (text === "(") depth++;
    const isOutside = depth === 0;
    if (text === ")") depth = Math.max(0, depth - 1);
    return isOutside;
  });
  return outside.some(({ kind }) => kind !== "sign") ? outside : tokens;
}

const openings =
  /^(?:if|when|whenever|while|for|in|on|at|before|after|once|unless|within|during|with|under|as|to|by|since|although|though|because|where|wherever|instead|rather|besides|unlike|like|from|given|even)$/i;

/** "When writing tests, use …" says the same as "use …". */
export function withoutOpening(tokens: readonly Token[]): readonly Token[] {
  if (!openings.test(tokens[0]?.text ?? "")) return tokens;
  // The condition alone: what it is a condition of stands in the next segment.
  if (!tokens.some((token) => token.text === ",") && /^(?:if|when|whenever|once)$/i.test(tokens[0]?.text ?? ""))
    return [];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.text === "(") depth++;
    if (token.text === ")") depth--;
    if (depth > 0 || token.text !== "," || at === tokens.length - 1) continue;
    // "For strings, lists, and dicts, use …": the list goes on until something begins.
    const next = tokens.slice(at + 1).find((one) => !one.isFiller && one.kind !== "sign");
    if (next && /^(?:and|or)$/i.test(next.text)) continue;
    return tokens.slice(at + 1);
  }
  return tokens;
}
