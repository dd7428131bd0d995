// Finds what a pair of examples is about from the words around it: its labels, the sentence before it, the headings above it.

import type { Directive } from "../guides/directive.ts";
import type { Stance } from "../rules/reading.ts";
import type { Candidate, Candidates } from "./candidates.ts";
import type { Clause } from "./clause.ts";
import { contentOf } from "./clause-words.ts";
import { clausesOf } from "./clauses.ts";
import type { GuideReading } from "./readings.ts";

/** Candidates for a directive that is hardly more than its ❌ and ✅ code. */
export function candidatesForPair(directive: Directive, candidates: Candidates, guide: GuideReading): Candidate[] {
  const marked = directive.examples.filter((example) => example.polarity !== undefined);
  if (!marked.length) return [];
  const labelled = marked
    .filter((example) => /\p{L}{3}/u.test(example.label))
    .flatMap((example, at) =>
      apart(candidatesIn(example.label, example.polarity, directive, candidates, guide), at + 1),
    );
  const telling = labelled.filter((candidate) => candidate.rule.scope === "file" || explainsHalf(candidate));
  if (telling.length || directive.kind !== "example") return telling;
  // Headings further up are about more than this pair; without a ❌ even the nearest says too little.
  const hasBad = marked.some((example) => example.polarity === "bad");
  for (const text of directive.parents.toReversed()) {
    const found = candidatesIn(text, undefined, directive, candidates, guide);
    if (found.length) return found;
  }
  for (const [above, text] of directive.headings.toReversed().slice(0, 2).entries()) {
    const found = candidatesIn(text, undefined, directive, candidates, guide);
    const fitting = hasBad
      ? // What the code cannot bear out has to stand right above it.
        found.filter(({ rule }) => above === 0 || rule.scope === "file")
      : found.filter((candidate) => above === 0 && candidate.rule.scope !== "file" && explainsHalf(candidate));
    if (fitting.length) return fitting;
  }
  return [];
}

/** What no example can show has to be said by most of the words. */
function explainsHalf({ clause, covered }: Candidate): boolean {
  const content = contentOf(clause.tokens);
  return 2 * covered.filter((token) => content.includes(token)).length >= content.length;
}

/** Labels are texts of their own: the same place in two of them is not the same word. */
function apart(found: readonly Candidate[], label: number): Candidate[] {
  return found.map((candidate) => ({
    ...candidate,
    clause: { ...candidate.clause, unit: candidate.clause.unit + 1000 * label },
  }));
}

function candidatesIn(
  text: string,
  marker: Directive["marker"],
  directive: Directive,
  candidates: Candidates,
  guide: GuideReading,
): Candidate[] {
  const plain = text.replace(/[`*]/g, "").replace(/:$/, "");
  const words: Directive = {
    ...directive,
    kind: "sentence",
    text: plain,
    marks: [],
    marker,
    parents: [],
    headings: [],
    lead: "",
    row: undefined,
  };
  const clauses = clausesOf(words);
  const asSaid = clauses.flatMap((clause) => candidates.of(clause, directive, guide));
  if (asSaid.length) return asSaid;
  // "Bare except" over a pair names the flaw, "Type hints" the cure: neither says which.
  return clauses.flatMap((clause) => candidates.of(turned(clause), directive, guide));
}

function turned(clause: Clause): Clause {
  const opposite: Stance = clause.stance === "avoid" ? "want" : "avoid";
  return { ...clause, stance: clause.stance && opposite };
}
