// Finds the rules that a clause asks for: an index of all the phrases of the catalogue, and the options read with them.

import type { Directive } from "../guides/directive.ts";
import type { Reading, Stance } from "../rules/reading.ts";
import type { Meaning, OptionSpecs, Rule } from "../rules/rule.ts";
import { compilePhrase, matchPhrase, type Phrase, PhraseIndex, type PhraseMatch } from "../rules/phrase.ts";
import type { Token } from "../rules/tokens.ts";
import { type Clause, subjectTokens } from "./clauses.ts";
import { type GuideReading, readingOf } from "./readings.ts";
import { weightless } from "./vocabulary.ts";

/** A rule that a clause may be asking for. */
export interface Candidate {
  readonly rule: Rule;
  readonly clause: Clause;
  readonly reading: Reading;
  /** The options read from the text. */
  readonly given: Readonly<Record<string, unknown>>;
  /** The clause's tokens that the phrase took part in. */
  readonly covered: readonly Token[];
  /** The words of it, for the evidence. */
  readonly words: string;
}

interface Entry {
  readonly rule: Rule;
  readonly meaning: Meaning<OptionSpecs>;
  readonly unless: readonly Phrase[];
}

export class Candidates {
  readonly #index = new PhraseIndex<Entry>();

  constructor(catalogue: readonly Rule[]) {
    for (const rule of catalogue) {
      for (const meaning of rule.means as readonly Meaning<OptionSpecs>[]) {
        const unless = (meaning.unless ?? []).map(compilePhrase);
        for (const phrase of meaning.says) this.#index.add(compilePhrase(phrase), { rule, meaning, unless });
      }
    }
  }

  /** What a clause asks for, at most one candidate a rule, the one that explains most of it. */
  of(clause: Clause, directive: Directive, guide: GuideReading): Candidate[] {
    if (!clause.stance) return [];
    const best = new Map<string, Candidate>();
    this.#collect(clause, clause.tokens, 0, directive, guide, best);
    // A subject from above only helps a clause that says little by itself.
    if (best.size > 0 || contentOf(clause.tokens).length > 8) return [...best.values()];
    for (const subject of clause.subjects) {
      if (best.size > 0) break;
      const about = subjectTokens(subject);
      if (about.length === 0 || about.length > 8) continue;
      this.#collect(clause, [...about, ...clause.tokens], about.length, directive, guide, best);
      if (best.size === 0)
        this.#collect(clause, [...clause.tokens, ...about], -clause.tokens.length, directive, guide, best);
    }
    return [...best.values()];
  }

  /** `own` says where the clause's own tokens are: from that index on, or before it where it is negative. */
  #collect(
    clause: Clause,
    tokens: readonly Token[],
    own: number,
    directive: Directive,
    guide: GuideReading,
    best: Map<string, Candidate>,
  ): void {
    const isOwn = (at: number) => (own >= 0 ? at >= own : at < -own);
    for (const { value, match, phrase } of this.#index.matches(tokens)) {
      const stance = clause.stance as Stance;
      const { rule, meaning, unless } = value;
      if (meaning.stance !== "either" && meaning.stance !== stance) continue;
      const covered = match.covered.filter(isOwn).flatMap((at) => tokens[at] ?? []);
      if (!isAbout(clause, covered, own !== 0)) continue;
      if (unless.some((other) => matchPhrase(other, tokens))) continue;
      const previous = best.get(rule.id);
      if (previous && previous.covered.length >= covered.length) continue;
      const reading = readingOf({ ...clause, tokens }, stance, directive, guide, match.caught);
      const given = meaning.options ? meaning.options(reading) : {};
      if (given === undefined) continue;
      const words = wordsOf(tokens, match, phrase);
      best.set(rule.id, { rule, clause, reading, given: withoutUndefined(given), covered, words });
    }
  }
}

function withoutUndefined(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function wordsOf(tokens: readonly Token[], match: PhraseMatch, phrase: Phrase): string {
  const words = [...new Set(match.covered)].toSorted((a, b) => a - b).flatMap((at) => tokens[at]?.text ?? []);
  return words.length ? words.join(" ") : phrase.source;
}

/** True where the match is what the clause is about, and not a word in passing. */
function isAbout(clause: Clause, covered: readonly Token[], isBorrowed: boolean): boolean {
  if (covered.length === 0) return false;
  if (clause.role === "whole" && !covered.some((token) => clause.focus.includes(token))) return false;
  const content = contentOf(clause.tokens);
  const explained = contentOf(covered).length;
  if (content.length === 0) return true;
  const share = explained / content.length;
  if (isBorrowed) return share >= 0.5;
  if (share >= 0.25) return true;
  // In a long sentence the subject stands at its beginning.
  const first = covered.reduce((least, token) => Math.min(least, clause.tokens.indexOf(token)), clause.tokens.length);
  return content.findIndex((token) => clause.tokens.indexOf(token) >= first) <= 3;
}

/** The tokens that say something. */
export function contentOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(
    (token) => token.kind !== "sign" && !token.isFiller && !(token.kind === "word" && weightless.has(token.stem)),
  );
}
