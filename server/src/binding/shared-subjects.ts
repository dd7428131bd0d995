// Gives what a sentence says of one subject, in several parts, that subject in each: "a test holds no `if` and no loop".

import type { Token } from "../rules/tokens.ts";
import { measuring, type Piece } from "./coordination.ts";
import { isBaseVerb } from "./instruction-words.ts";
import { finiteVerb } from "./sentence-verbs.ts";

export function withSharedSubjects(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...others] = pieces;
  if (!first || others.length === 0) return pieces;
  return [
    first,
    ...others.map((piece) => {
      const shared = sharedWith(piece, first.tokens);
      return shared.length > 0 ? { ...piece, tokens: [...shared, ...piece.tokens] } : piece;
    }),
  ];
}

function sharedWith(piece: Piece, tokens: readonly Token[]): readonly Token[] {
  const words = tokens.filter(({ kind }) => kind !== "sign");
  // "Services must not import X", "must not raise Y"
  if (opensDenial(piece)) {
    const modal = words.findIndex(({ text }) => modals.test(text));
    return modal > 0 && isSubject(words.slice(0, modal)) ? tokens.slice(0, tokens.indexOf(words[modal] as Token)) : [];
  }
  // "A function does one thing", "has at most 50 lines"
  if (measuring.test(piece.tokens[0]?.text ?? "")) {
    const verb = finiteVerb(
      words,
      words.map(({ text }) => text.toLowerCase()),
      0,
    );
    return verb && isSubject(words.slice(0, verb.at)) ? tokens.slice(0, tokens.indexOf(words[verb.at] as Token)) : [];
  }
  // "A test contains no `if`", "no loop": the verb is said of both, too.
  const verb = isLackAlone(piece) ? words.findIndex(({ text }) => holding.test(text)) : -1;
  return verb > 0 && isSubject(words.slice(0, verb)) ? tokens.slice(0, tokens.indexOf(words[verb] as Token) + 1) : [];
}

const modals = /^(?:must|should|shall|may|can|cannot|never|do|does)$/i;

function opensDenial({ tokens: [modal, negation], joint }: Piece): boolean {
  if (!/^(?:,|and|or|, and|, or|but|, but)$/.test(joint)) return false;
  return (
    /^(?:cannot|never)$/i.test(modal?.text ?? "") ||
    (/^(?:must|should|shall|may|do|does)$/i.test(modal?.text ?? "") && /^(?:not|never)$/i.test(negation?.text ?? ""))
  );
}

/** "Tests" and "an `__init__.py`", but not "contain": an instruction has none. */
function isSubject(words: readonly Token[]): boolean {
  return words.length < 6 && !words.some((word, at) => (at === 0 && isBaseVerb(word)) || clausal.test(word.text));
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
