// Sentences that only free a place from what their neighbours ask: "Only the export (`app/export/`) may."

import { isPathLike } from "../rules/path-like.ts";
import type { Token } from "../rules/tokens.ts";
import { negators } from "./instruction-words.ts";

/** The places that such a sentence frees; none where it says anything else. */
export function placesFreedBy(sentence: readonly Token[]): readonly string[] {
  const places = sentence.filter(({ kind, text }) => kind === "path" || (kind === "code" && isPathLike(text)));
  const words = sentence.filter(({ kind }) => kind === "word");
  if (places.length === 0 || words.some(({ stem }) => negators.has(stem))) return [];
  const text = words.map((word) => word.text.toLowerCase()).join(" ");
  return frees.test(text) && !asks.test(text) ? places.map((place) => `in ${place.text}`) : [];
}

const frees =
  /\b(?:may|can)\b(?! (?:only|import))|\b(?:is|are) (?:the |an? |all )?(?:exceptions?|exempt|exempted|excluded|excepted|allowed|free|fine|ok|okay)\b|\b(?:the|one|only|sole) exception is\b|\bstays? as (?:it|they) (?:is|are)\b/;
const asks =
  /\b(?:must|should|shall|has to|have to|needs? to|always|ensure|make sure)\b|^(?:use|keep|put|move|add|write)\b/;
