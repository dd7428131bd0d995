// Finds what an instruction takes: "use X for Y" asks for X, and Y only says where.

import type { Token } from "../rules/tokens.ts";
import { withoutLabel, withoutOpening } from "./sentence-openings.ts";
import { weightless } from "./vocabulary.ts";

/** "Use `respx` for mocking calls" is about `respx`: a rule that only heard of the calls was not asked for. */
export function isBesideObject(tokens: readonly Token[], covered: readonly Token[]): boolean {
  const words = withoutOpening(withoutLabel(tokens));
  const verb = words.findIndex(({ kind }) => kind !== "sign");
  if (!/^(?:use|adopt|employ|leverage|utili[sz]e)$/i.test(words[verb]?.text ?? "")) return false;
  const end = words.findIndex(
    ({ text }, at) => at > verb && /^(?:for|in|within|inside|across|when|while|to)$/i.test(text),
  );
  const object = words.slice(verb + 1, end).filter((token) => token.kind !== "sign" && !weightless.has(token.stem));
  if (end < 0 || object.length === 0) return false;
  // "Prefer X: use X for requests" names it twice.
  if (covered.some((token) => !words.includes(token) && object.some(({ stem }) => stem === token.stem))) return false;
  const said = covered.filter((token) => words.includes(token) && words.indexOf(token) > verb);
  return said.length > 0 && said.every((token) => words.indexOf(token) > end);
}
