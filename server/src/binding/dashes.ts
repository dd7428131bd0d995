// Cuts a sentence at its dashes, where they do not belong to a label.

import type { Token } from "../rules/tokens.ts";
import { isPlainVerb, negators } from "./instruction-words.ts";
import { isReasonSentence } from "./reasons.ts";

/** Splits at " - ", "—" and the like, but leaves "type-hint" and "Label - value" whole. */
export function splitDashes(tokens: readonly Token[]): (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  tokens.forEach((token, at) => {
    if (token.kind === "sign" && token.text === "(") depth++;
    if (token.kind === "sign" && token.text === ")") depth--;
    const previous = tokens[at - 1];
    const next = tokens[at + 1];
    const isSpaced =
      previous !== undefined && next !== undefined && previous.end < token.start && token.end < next.start;
    const isDash =
      token.kind === "sign" &&
      (/^(?:—|--+)$/.test(token.text) ||
        (/^[-–]$/.test(token.text) && isSpaced) ||
        // "`old_height()`: it counts the waves"
        (token.text === ":" && previous?.text.endsWith(")") === true && speaksOfIt(tokens.slice(at + 1))));
    if (isDash && depth <= 0 && !isLabelOf(parts.at(-1) ?? [], tokens.slice(at + 1))) parts.push([]);
    else parts.at(-1)?.push(token);
  });
  return parts.filter((part) => part.length > 0);
}

/** "Logging — never with print" has a label; "`shop.log()` at the top — never `print()`" and "`dbm` — it is slow" have none. */
function isLabelOf(tokens: readonly Token[], rest: readonly Token[]): boolean {
  const isCode = tokens.some((token) => token.isCode);
  // "Python 3.11 — no newer syntax" says which, and what follows from it.
  if (tokens.at(-1)?.kind === "number" && negators.has(rest[0]?.stem ?? "")) return false;
  // "`pip install` — use `uv add`": the one and what stands in for it.
  if (isCode && /^(?:use|prefer)$/i.test(rest[0]?.text ?? "") && rest[1]?.isCode) return false;
  if (isCode && (isReasonSentence(rest) || speaksOfIt(rest) || negators.has(rest[0]?.stem ?? ""))) return false;
  return isLabel(tokens);
}

/** "it counts the waves": what stands before is called by a pronoun, and nothing is asked of it. */
function speaksOfIt([first, second]: readonly Token[]): boolean {
  return (
    /^(?:it|they|this|that)$/i.test(first?.text ?? "") &&
    second?.kind === "word" &&
    !/^(?:must|should|shall|needs?|has|have|cannot|never|always|may|can)$/i.test(second.text)
  );
}

/** A few words without a verb: what follows the dash or colon says something of them. */
function isLabel(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind !== "sign");
  // "No `print()` — use the logger": a ban and what to do instead.
  if (words.length > 1 && negators.has(words[0]?.stem ?? "")) return false;
  // "Repositories never commit — the caller does" begins with a sentence.
  if (
    words.some(
      ({ text }, at) =>
        at > 0 && /^(?:must|should|shall|never|cannot|do|does|don['’]t|stays?|remains?|exists?)$/i.test(text),
    )
  )
    return false;
  return words.length <= 4 && !words.some((word, at) => at === 0 && isPlainVerb(word));
}
