// Makes a finding of what a rule returned, and puts findings in order.

import type { Fix, Problem } from "../rules/rule.ts";
import type { Span } from "../text/span.ts";
import type { AppliedRule } from "./applied-rules.ts";
import type { Finding } from "./finding.ts";
import { plainMessage } from "./plain-message.ts";
import { stepSeverity } from "./severity.ts";
import { byCodeUnits } from "./sources.ts";

export function toFinding(problem: Problem, path: string, { rule, severity, directive }: AppliedRule): Finding {
  return {
    path,
    span: problem.span,
    rule: rule.id,
    severity: stepSeverity(severity, problem.severityStep ?? 0),
    message: plainMessage(problem.message),
    directive,
    fix: problem.fix && withPaths(problem.fix, path),
    choices: problem.choices?.map((fix) => withPaths(fix, path)) ?? [],
    related: problem.related ?? [],
  };
}

/** Rules may hand over a syntax node as a span; what is remembered keeps no tree alive and can be compared as JSON. */
export function withoutNodes(problem: Problem): Problem {
  const { span, fix, choices, related } = problem;
  return {
    ...problem,
    span: bare(span),
    ...(fix && { fix: bareFix(fix) }),
    ...(choices && { choices: choices.map(bareFix) }),
    ...(related && { related: related.map((one) => ({ ...one, span: bare(one.span) })) }),
  };
}

function bareFix(fix: Fix): Fix {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: bare(edit.span) })) };
}

function bare({ start, end }: Span): Span {
  return { start, end };
}

function withPaths(fix: Fix, path: string): Fix {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, path: edit.path ?? path })) };
}

/** By file, place and rule, as every front end shows them. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      byCodeUnits(a.path, b.path) ||
      a.span.start - b.span.start ||
      byCodeUnits(a.rule, b.rule) ||
      a.span.end - b.span.end ||
      byCodeUnits(a.message, b.message),
  );
}
