// Turns every directive of a guide into rules with options and evidence, or into the reason why it cannot be held.

import type { Directive } from "../guides/directive.ts";
import type { Guide } from "../guides/guide.ts";
import type { Workspace } from "../models/workspace.ts";
import type { Ruff } from "../python/ruff.ts";
import type { PythonParser } from "../python/syntax.ts";
import type { Rule, Severity } from "../rules/rule.ts";
import type { Binding, BoundRule } from "./binding.ts";
import { type Candidate, Candidates } from "./candidates.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import { type GuideReading, readGuide } from "./readings.ts";
import { scopeOf } from "./scope.ts";

/** What binding needs beside the guide itself. */
export interface BindContext {
  readonly catalogue: readonly Rule[];
  readonly workspace: Workspace;
  readonly parser: PythonParser;
  readonly ruff: Ruff;
}

export function bindGuide(guide: Guide, context: BindContext): readonly Binding[] {
  const candidates = candidatesOf(context.catalogue);
  const reading = readGuide(guide);
  return guide.directives.map((directive) => bindDirective(directive, reading, candidates));
}

const known = new WeakMap<readonly Rule[], Candidates>();

/** The catalogue's phrases are compiled once, however many guides there are. */
function candidatesOf(catalogue: readonly Rule[]): Candidates {
  let candidates = known.get(catalogue);
  if (!candidates) {
    candidates = new Candidates(catalogue);
    known.set(catalogue, candidates);
  }
  return candidates;
}

function bindDirective(directive: Directive, guide: GuideReading, candidates: Candidates): Binding {
  const clauses = clausesOf(directive);
  const found = clauses.flatMap((clause) => candidates.of(clause, directive, guide));
  const rules = [...new Map(found.map((candidate) => [candidate.rule.id, candidate])).values()].map(boundRule);
  return {
    directive,
    status: rules.length ? "enforced" : "advisory",
    rules,
    reason: rules.length ? null : "No rule speaks of this.",
    proposal: null,
  };
}

function boundRule(candidate: Candidate): BoundRule {
  const { rule, clause, given, words } = candidate;
  const defaults = Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default]));
  return {
    rule,
    options: { ...defaults, ...given },
    given,
    severity: severityOf(rule, clause),
    evidence: [`words: ${words}`],
    ...scopeOf(clause),
  };
}

const order: readonly Severity[] = ["hint", "information", "warning", "error"];

/** "Prefer" and "consider" weigh one step less than the rule itself. */
function severityOf(rule: Rule, clause: Clause): Severity {
  if (clause.strength !== "consider") return rule.severity;
  return order[Math.max(1, order.indexOf(rule.severity) - 1)] ?? rule.severity;
}
