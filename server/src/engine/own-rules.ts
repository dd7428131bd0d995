// Findings that come from reading files, comments and guides, and not from a rule that looks at code.

import type { Severity } from "../rules/rule.ts";

export interface OwnRule {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity;
}

export const ownRules: readonly OwnRule[] = [
  { id: "dangling-reference", summary: "A guide names a file that is not there.", severity: "warning" },
  { id: "front-matter", summary: "A guide's front matter cannot be read as its assistant would.", severity: "warning" },
  {
    id: "globs",
    summary: "A guide's globs match no file, never can, or differ between assistants.",
    severity: "warning",
  },
  { id: "mojibake", summary: "A guide was saved in the wrong encoding.", severity: "information" },
  { id: "suppression-reason", summary: "A comment that allows a finding without saying why.", severity: "information" },
  {
    id: "syntax-error",
    summary: "A file that is not Python 3 or not text, so that only some rules can look at it.",
    severity: "information",
  },
  { id: "unused-suppression", summary: "A comment that allows what is not found there.", severity: "warning" },
];
