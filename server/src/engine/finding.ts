// A breach of a directive at a place, as every front end shows it.

import type { Fix, Related, Severity } from "../rules/rule.ts";
import type { Span } from "../text/span.ts";

/** The sentence that a finding holds the code to. */
export interface DirectiveRef {
  readonly guide: string;
  /** From zero, as everywhere in the engine. */
  readonly line: number;
  readonly span: Span;
  readonly text: string;
}

export interface Finding {
  readonly path: string;
  readonly span: Span;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Absent on findings about guides themselves. */
  readonly directive: DirectiveRef | undefined;
  /** Every edit of a fix names its path. */
  readonly fix: Fix | undefined;
  readonly choices: readonly Fix[];
  readonly related: readonly Related[];
}
