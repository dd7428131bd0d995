// Gives what a sentence lists behind its verb the subject that stands before it once: "a test holds no `if` and no loop".

import type { Piece } from "./coordination.ts";
import { isBaseVerb } from "./instruction-words.ts";

/** "A test contains no `if`", "no loop": the one subject and its verb are said of both. */
export function withSharedSubjects(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...others] = pieces;
  if (!first || others.length === 0) return pieces;
  const words = first.tokens.filter(({ kind }) => kind !== "sign");
  const verb = words.findIndex(({ text }) => holding.test(text));
  // "Tests contain …" and "an `__init__.py` holds …" have a subject; "contain errors" has none.
  if (
    verb < 1 ||
    verb > 5 ||
    words.slice(0, verb).some((word, at) => (at === 0 && isBaseVerb(word)) || clausal.test(word.text))
  )
    return pieces;
  const end = first.tokens.indexOf(words[verb] as Piece["tokens"][number]) + 1;
  const subject = first.tokens.slice(0, end);
  return pieces.map((piece) =>
    piece !== first && isLackAlone(piece) ? { ...piece, tokens: [...subject, ...piece.tokens] } : piece,
  );
}

const holding = /^(?:contains?|holds?|has|have|keeps?|knows?|includes?|carr(?:y|ies))$/i;
const clausal = /^(?:if|when|whenever|where|that|which|who|because|so|to|no|not|never|it|this|they|there|we|you)$/i;

/** "no loop", without a verb of its own. */
function isLackAlone({ tokens, joint }: Piece): boolean {
  const [no, ...things] = tokens.filter(({ kind }) => kind !== "sign");
  return (
    /^(?:,|and|, and|or|but|, but)$/.test(joint) &&
    /^no$/i.test(no?.text ?? "") &&
    things.length > 0 &&
    things.length <= 4 &&
    !things.some((thing) => /^(?:is|are|has|have|must|should|may|can|in|inside|within|at|on|for)$/i.test(thing.text))
  );
}
