// Finds what a pair of examples is about from the words around it: its labels, the sentence before it, the headings above it.

import type { Directive } from "../guides/directive.ts";
import type { Stance } from "../rules/reading.ts";
import type { Candidate, Candidates } from "./candidates.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import type { GuideReading } from "./readings.ts";

/** Candidates for a directive that is hardly more than its ❌ and ✅ code. */
export function candidatesForPair(directive: Directive, candidates: Candidates, guide: GuideReading): Candidate[] {
  const marked = directive.examples.filter((example) => example.polarity !== undefined);
  if (!marked.length) return [];
  const labelled = marked
    .filter((example) => /\p{L}{3}/u.test(example.label))
    .flatMap((example) => candidatesIn(example.label, example.polarity, directive, candidates, guide));
  if (labelled.length || directive.kind !== "example") return labelled;
  // Headings further up are about more than this pair; without a ❌ even the nearest says too little.
  const hasBad = marked.some((example) => example.polarity === "bad");
  const headings = hasBad ? directive.headings.toReversed().slice(0, 2) : [];
  for (const text of [...directive.parents.toReversed(), ...headings]) {
    const found = candidatesIn(text, undefined, directive, candidates, guide);
    if (found.length) return found;
  }
  return [];
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
