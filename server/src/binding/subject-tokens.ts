// Reads a heading, a parent or a label as tokens, so that a fragment can be read together with it.

import { backtickMarks, type Token, tokenise } from "../rules/tokens.ts";

/** A subject as tokens, so that a fragment can be read together with it. */
export function subjectTokens(subject: string): readonly Token[] {
  let tokens = subjects.get(subject);
  if (!tokens) {
    if (subjects.size > 5_000) subjects.clear();
    subjects.set(subject, (tokens = readSubject(subject)));
  }
  return tokens;
}

/** Every directive of a section has the same heading. */
const subjects = new Map<string, readonly Token[]>();

function readSubject(subject: string): readonly Token[] {
  return tokenise(subject, backtickMarks(subject)).filter((token) => !/^[*_#:.!]+$/.test(token.text));
}
