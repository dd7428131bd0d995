// Remembers one answer: while phrases are tried on a clause, the same is asked of its words dozens of times in a row.

import type { Token } from "../rules/tokens.ts";

export function rememberingLast<R>(find: (tokens: readonly Token[]) => R): (tokens: readonly Token[]) => R {
  let last: { readonly tokens: readonly Token[]; readonly found: R } | undefined;
  return (tokens) => {
    if (last?.tokens !== tokens) last = { tokens, found: find(tokens) };
    return last.found;
  };
}
