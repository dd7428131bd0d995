// Knows the words that a rule uses of itself: what a directive names with them, the rule answers for.

import type { Rule } from "../rules/rule.ts";
import { stem } from "../rules/stem.ts";
import { tokenise } from "../rules/tokens.ts";

const vocabularies = new WeakMap<Rule, ReadonlySet<string>>();

export function vocabularyOf(rule: Rule): ReadonlySet<string> {
  let vocabulary = vocabularies.get(rule);
  if (!vocabulary) {
    const texts = [rule.summary, ...rule.answers, ...rule.means.flatMap((meaning) => meaning.says)];
    const words = texts.flatMap((text) => tokenise(text.replaceAll("`", " ").replace(/[|@?]/g, " ")));
    vocabulary = new Set(words.flatMap((token) => (token.kind === "word" ? [token.stem] : token.parts.map(stem))));
    vocabularies.set(rule, vocabulary);
  }
  return vocabulary;
}
