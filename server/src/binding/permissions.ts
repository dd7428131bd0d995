// Finds the rules that a directive sets free: "`print()` is fine here", which a nearer guide says to lift a farther one's ban.

import type { Directive } from "../guides/directive.ts";
import type { Token } from "../rules/tokens.ts";
import type { Candidates } from "./candidates.ts";
import type { Clause } from "./clause.ts";
import { contentOf } from "./clause-words.ts";
import type { GuideReading } from "./readings.ts";

/** Ids of the rules whose subject the directive allows, in words that say nothing else and name no condition. */
export function permissionsOf(
  clauses: readonly Clause[],
  directive: Directive,
  candidates: Candidates,
  guide: GuideReading,
): readonly string[] {
  const [clause, ...others] = clauses;
  // What is taken back in a place is taken back there alone; see `free-places.ts`.
  if (lifts(directive))
    return clauses.some(({ tokens }) => tokens.some(({ kind }) => kind === "path"))
      ? []
      : liftedBy(clauses, directive, candidates, guide);
  if (!clause || others.length > 0 || clause.stance !== undefined || clause.exceptions.length > 0) return [];
  const tokens = allowedBy(clause);
  return tokens === undefined ? [] : rulesAbout(tokens, clause, directive, candidates, guide);
}

/** Ids of the rules that "the rule about `print` does not apply" takes back. */
export function liftedBy(
  clauses: readonly Clause[],
  directive: Directive,
  candidates: Candidates,
  guide: GuideReading,
): readonly string[] {
  const [clause] = clauses;
  if (!clause || !lifts(directive)) return [];
  const subjects = subjectsOf(clauses, directive);
  return [...new Set(subjects.flatMap((subject) => rulesAbout(subject, clause, directive, candidates, guide)))];
}

/** Of the rules that forbid something, those that the tokens are about and nothing else. */
function rulesAbout(
  tokens: readonly Token[],
  clause: Clause,
  directive: Directive,
  candidates: Candidates,
  guide: GuideReading,
): readonly string[] {
  const ban: Clause = { ...clause, tokens, focus: tokens, stance: "avoid", mood: "asks", role: "part", subjects: [] };
  const content = contentOf(tokens);
  return candidates
    .of(ban, directive, guide)
    .filter(({ covered }) => content.every((token) => covered.includes(token)))
    .map(({ rule }) => rule.id);
}

/** "The rule about `print` does not apply here" takes back what another guide asks. */
export function lifts({ text }: Directive): boolean {
  return /\b(?:rules?|ban|prohibition)\b[^.;]{0,40}\b(?:do|does)(?:\s+not|n['’]t)\s+(?:apply|hold|count)\b/i.test(text);
}

/** What such a sentence names: its code, or what the rule is about. */
function subjectsOf(clauses: readonly Clause[], { text }: Directive): readonly (readonly Token[])[] {
  const tokens = clauses.flatMap((clause) => clause.tokens);
  const codes = tokens.filter(({ isCode, kind }) => isCode && kind !== "path");
  if (codes.length > 0) return codes.map((code) => [code]);
  const about = /\b(?:rules?|ban|prohibition)\s+(?:about|on|of|against|for)\s+(.+?)\s+(?:do|does)\b/i.exec(text);
  const [start, end] = about ? [about.index, about.index + about[0].length] : [0, 0];
  const named = tokens.filter((token) => token.start >= start && token.end <= end);
  const words = named.filter(
    ({ text: word }) => !/^(?:rules?|ban|prohibition|about|on|of|against|for|does?)$/i.test(word),
  );
  return words.length > 0 ? [words] : [];
}

/** What stands before "is fine here". */
function allowedBy({ tokens, text }: Clause): readonly Token[] | undefined {
  if (!isAllowed.test(text)) return undefined;
  const at = tokens.findIndex(({ text: word }) => /^(?:is|are)$/i.test(word));
  return at > 0 ? tokens.slice(0, at) : undefined;
}

const isAllowed =
  /\b(?:is|are)\s+(?:(?:also|perfectly|totally|explicitly)\s+)?(?:fine|ok|okay|allowed|acceptable|permitted|tolerated)(?:\s+(?:here|in\s+(?:here|this\s+(?:folder|package|directory|module|project|service)|these\s+(?:files|scripts|tests)|tests|scripts)))?\W*$/i;
