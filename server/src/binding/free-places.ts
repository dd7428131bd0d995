// Directives that take a place out of what others ask: "none of these rules apply in `demo/`", "`imports/` may use the query API".

import type { Directive } from "../guides/directive.ts";
import { isPathLike } from "../rules/path-like.ts";
import type { Token } from "../rules/tokens.ts";
import type { Binding } from "./binding.ts";
import type { Candidates } from "./candidates.ts";
import type { Clause } from "./clause.ts";
import { contentOf } from "./clause-words.ts";
import { negators } from "./instruction-words.ts";
import { liftedBy } from "./permissions.ts";
import type { GuideReading } from "./readings.ts";
import { globOf } from "./scope.ts";

interface FreePlaces {
  readonly globs: readonly string[];
  /** The rules that are lifted there; undefined for all of the guide's. */
  readonly rules: readonly string[] | undefined;
}

/** The bindings of a guide, with what it says to leave alone left alone. */
export function withFreePlaces(
  bindings: readonly Binding[],
  clausesFor: (directive: Directive) => readonly Clause[],
  candidates: Candidates,
  guide: GuideReading,
): readonly Binding[] {
  const freed = bindings.map((binding, at) => freedBy(binding, bindings[at - 1], clausesFor, candidates, guide));
  if (freed.every((one) => one === undefined)) return bindings;
  return bindings.map((binding, at) => {
    const own = freed[at];
    if (own) return { ...binding, reason: reasonFor(own), proposal: null };
    const rules = binding.rules.map((bound) => {
      const globs = freed.flatMap((one) =>
        one !== undefined && (one.rules?.includes(bound.rule.id) ?? true) ? one.globs : [],
      );
      if (globs.length === 0) return bound;
      const except = [...new Set([...bound.except, ...globs])];
      return {
        ...bound,
        except,
        evidence: [...bound.evidence, `left alone by another directive: ${globs.join(", ")}`],
      };
    });
    return { ...binding, rules };
  });
}

function reasonFor({ globs, rules }: FreePlaces): string {
  const places = globs.map((glob) => glob.replace(/^\*\*\//, "").replace(/\*\*$/, "")).join(" and ");
  return rules === undefined
    ? `Heed leaves ${places} alone, as this says.`
    : `Heed lifts ${rules.join(" and ")} in ${places}, as this says.`;
}

function freedBy(
  { directive, rules }: Binding,
  before: Binding | undefined,
  clausesFor: (directive: Directive) => readonly Clause[],
  candidates: Candidates,
  guide: GuideReading,
): FreePlaces | undefined {
  if (
    rules.length > 0 ||
    directive.kind === "example" ||
    !/\b(?:may|can|rules?|above|below|apply|applies|exempt|exclude[ds]?|none|guide\w*|conventions?)\b/i.test(
      directive.text,
    )
  )
    return undefined;
  const clauses = clausesFor(directive);
  const tokens = clauses.flatMap((clause) => clause.tokens);
  const own = placesIn(tokens);
  const lifted = own.length > 0 ? liftedBy(clauses, directive, candidates, guide) : [];
  if (lifted.length > 0) return { globs: own.map(globOf), rules: lifted };
  if (freesAll.test(directive.text)) {
    // "It stays as it is; exclude it from all of the above": the sentence before says what.
    const earlier =
      before && Math.abs(before.directive.line - directive.line) <= 2 && before.rules.length === 0 ? before : undefined;
    const places =
      own.length > 0 ? own : earlier ? placesIn(clausesFor(earlier.directive).flatMap((one) => one.tokens)) : [];
    return places.length > 0 ? { globs: places.map(globOf), rules: undefined } : undefined;
  }
  const ids = own.length > 0 ? permitted(directive.text, clauses, candidates, directive, guide) : [];
  return ids.length > 0 ? { globs: own.map(globOf), rules: ids } : undefined;
}

function placesIn(tokens: readonly Token[]): readonly string[] {
  const places = tokens.filter(({ kind, text }) => kind === "path" || (kind === "code" && isPathLike(text)));
  return [...new Set(places.map(({ text }) => text))];
}

const freesAll =
  /\bnone of (?:these|the|this|that|it|our)\b[^.]{0,40}\b(?:appl(?:y|ies)|holds?)\b|\b(?:follows?|obeys?|heeds?) none of (?:this|these|it|the above)\b|\b(?:rules?|guidelines?|conventions?|standards?|guide|file|page|above|this|these|they) (?:do|does)(?: not|n['’]t) (?:apply|hold)\b|\bexclude (?:it|this|that|them|these|`?[\w./*-]+`?) from (?:all|everything|these|the (?:above|rules))\b|\b(?:is|are) (?:exempt|exempted|excluded|free) from (?:all|everything|these|this|the (?:above|rules))\b/i;

/** What "`imports/` …; the query API may stay in there" and "scripts in `bin/` may print" set free. */
function permitted(
  text: string,
  clauses: readonly Clause[],
  candidates: Candidates,
  directive: Directive,
  guide: GuideReading,
): readonly string[] {
  if (!/\b(?:may|can)\b/i.test(text)) return [];
  const ids = clauses.flatMap((clause) => {
    const at = clause.tokens.findIndex(({ text: word }) => /^(?:may|can)$/i.test(word));
    if (at < 0 || clause.tokens.some(({ stem }) => negators.has(stem))) return [];
    const before = clause.tokens.slice(0, at).filter(({ kind }) => kind !== "path");
    const behind = clause.tokens.slice(at + 1).filter(({ kind }) => kind !== "path");
    return [behind, before].flatMap((tokens) => {
      const content = contentOf(tokens);
      if (content.length === 0) return [];
      const ban: Clause = {
        ...clause,
        tokens,
        focus: tokens,
        stance: "avoid",
        mood: "asks",
        role: "part",
        subjects: [],
      };
      return candidates
        .of(ban, directive, guide)
        .filter(({ covered }) => 2 * content.filter((token) => covered.includes(token)).length > content.length)
        .map(({ rule }) => rule.id);
    });
  });
  return [...new Set(ids)];
}
