// Finds the rules that a directive sets free: "`print()` is fine here", which a nearer guide says to lift a farther one's ban.

import type { Directive } from "../guides/directive.ts";
import type { Token } from "../rules/tokens.ts";
import type { Candidates } from "./candidates.ts";
import { contentOf } from "./clause-words.ts";
import type { Clause } from "./clauses.ts";
import type { GuideReading } from "./readings.ts";

/** Ids of the rules whose subject the directive allows, in words that say nothing else and name no condition. */
export function permissionsOf(
  clauses: readonly Clause[],
  directive: Directive,
  candidates: Candidates,
  guide: GuideReading,
): readonly string[] {
  const [clause, ...others] = clauses;
  if (!clause || others.length > 0 || clause.stance !== undefined || clause.exceptions.length > 0) return [];
  const tokens = allowedBy(clause);
  if (tokens === undefined) return [];
  const ban: Clause = { ...clause, tokens, focus: tokens, stance: "avoid", mood: "asks", role: "part", subjects: [] };
  const content = contentOf(tokens);
  return candidates
    .of(ban, directive, guide)
    .filter(({ covered }) => content.every((token) => covered.includes(token)))
    .map(({ rule }) => rule.id);
}

/** What stands before "is fine here". */
function allowedBy({ tokens, text }: Clause): readonly Token[] | undefined {
  if (!isAllowed.test(text)) return undefined;
  const at = tokens.findIndex(({ text: word }) => /^(?:is|are)$/i.test(word));
  return at > 0 ? tokens.slice(0, at) : undefined;
}

const isAllowed =
  /\b(?:is|are)\s+(?:(?:also|perfectly|totally|explicitly)\s+)?(?:fine|ok|okay|allowed|acceptable|permitted|tolerated)(?:\s+(?:here|in\s+(?:here|this\s+(?:folder|package|directory|module|project|service)|these\s+(?:files|scripts|tests)|tests|scripts)))?\W*$/i;
