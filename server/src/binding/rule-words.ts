// Knows the words that a rule uses of itself: what a directive names with them, the rule answers for.

import type { Meaning, OptionSpecs, Rule } from "../rules/rule.ts";
import { stem } from "../rules/stem.ts";
import { tokenise } from "../rules/tokens.ts";

const vocabularies = new WeakMap<Rule, ReadonlySet<string>>();

export function vocabularyOf(rule: Rule): ReadonlySet<string> {
  let vocabulary = vocabularies.get(rule);
  if (!vocabulary) {
    const texts = [rule.summary, ...rule.answers, ...rule.means.flatMap((meaning) => meaning.says)];
    vocabularies.set(rule, (vocabulary = wordsIn(texts)));
  }
  return vocabulary;
}

const ofMeanings = new WeakMap<object, ReadonlySet<string>>();

/** The same of one of its meanings, for a rule whose meanings are each about something else. */
export function vocabularyOfMeaning(meaning: Meaning<OptionSpecs>): ReadonlySet<string> {
  let vocabulary = ofMeanings.get(meaning);
  if (!vocabulary) ofMeanings.set(meaning, (vocabulary = wordsIn(meaning.says)));
  return vocabulary;
}

function wordsIn(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => tokenise(text.replaceAll("`", " ").replace(/[|@?]/g, " ")));
  return new Set(words.flatMap((token) => (token.kind === "word" ? [token.stem] : token.parts.map(stem))));
}
