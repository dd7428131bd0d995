// A breach of a directive at a place, as every front end shows it.

import type { Directive } from "../guides/directive.ts";
import type { Guide } from "../guides/guide.ts";
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

export function directiveRef(guide: Guide, directive: Directive): DirectiveRef {
  return { guide: guide.path, line: directive.line, span: directive.span, text: sentenceOf(directive) };
}

/** The directive's sentence with its inline code in back-ticks again, so that it reads as its author wrote it. */
export function sentenceOf(directive: Directive): string {
  let text = "";
  let at = 0;
  for (const mark of directive.marks) {
    if (mark.kind !== "code" || mark.start < at || mark.end <= mark.start) continue;
    text += `${directive.text.slice(at, mark.start)}\`${directive.text.slice(mark.start, mark.end)}\``;
    at = mark.end;
  }
  return text + directive.text.slice(at);
}
