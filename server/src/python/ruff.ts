// What rules ask of ruff and what it answers, in spans of our own; the host brings the linter itself.

import type { TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";

export interface RuffRequest {
  /** Codes and families of codes; `formatCode` asks whether the formatter would change the text. */
  readonly select: readonly string[];
  /** Ruff's own configuration keys, such as `{ "line-length": 100, lint: { pydocstyle: { convention: "google" } } }`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface RuffFinding {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  readonly fix: { readonly title: string; readonly edits: readonly TextEdit[] } | undefined;
}

export interface RuffReport {
  readonly findings: readonly RuffFinding[];
  /** Ruff reports syntax errors instead of findings of the tree's rules. */
  readonly syntaxErrors: readonly RuffFinding[];
  /** Set where ruff itself failed on this text, with what it said. */
  readonly failure: string | undefined;
}

export interface Ruff {
  check(text: string, request: RuffRequest): RuffReport;
}

/** What makes two findings the same one, whichever rule asked for it. */
export function flawOf({ code, span }: RuffFinding): string {
  return `${code} ${span.start}`;
}
