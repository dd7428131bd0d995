// Findings that come from reading files and comments, and not from a rule of the catalogue.

import type { Severity } from "../rules/rule.ts";

export interface OwnRule {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity;
}

export const ownRules: readonly OwnRule[] = [
  { id: "suppression-reason", summary: "A comment that allows a finding without saying why.", severity: "information" },
  {
    id: "syntax-error",
    summary: "A file that is not Python 3 or not text, so that only some rules can look at it.",
    severity: "information",
  },
  { id: "unused-suppression", summary: "A comment that allows what is not found there.", severity: "warning" },
];
