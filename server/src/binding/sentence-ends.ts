// Cuts the tokens of a directive into sentences.

import type { Token } from "../rules/tokens.ts";

export function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  let depth = 0;
  tokens.forEach((token, at) => {
    if (token.kind === "sign") {
      if (token.text === "(") depth++;
      if (token.text === ")") depth = Math.max(0, depth - 1);
      if (depth === 0 && isSentenceEnd(token, tokens[at - 1], tokens[at + 1])) {
        if (current.length) sentences.push(current);
        current = [];
        return;
      }
    }
    current.push(token);
  });
  if (current.length) sentences.push(current);
  return sentences;
}

function isSentenceEnd(token: Token, previous: Token | undefined, next: Token | undefined): boolean {
  if (token.text === ";" || token.text === "!" || token.text === "?" || token.text === "•") return true;
  if (token.text !== ".") return false;
  if (
    previous &&
    /^(?:e\.g|i\.e|etc|vs|approx|no|incl|max|min)$/i.test(previous.text) &&
    next &&
    !/^\p{Lu}/u.test(next.text)
  ) {
    return false;
  }
  return next === undefined || next.start > token.end || /^\p{Lu}/u.test(next.text);
}
