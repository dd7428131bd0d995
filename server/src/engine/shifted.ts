// Carries findings over from an earlier text of a file to the present one, past the stretch that was edited.

import type { RuffFinding } from "../python/ruff.ts";
import type { Span } from "../text/span.ts";

/** Findings that touch the edited stretch are left out; a fix stays where it does not touch it. */
export function shifted(findings: readonly RuffFinding[], before: string, after: string): readonly RuffFinding[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const end = before.length - tail;
  const delta = after.length - before.length;
  const move = (span: Span): Span | undefined => {
    if (span.end < start || (span.end === start && span.start < start)) return span;
    if (span.start >= end && !(span.start === end && start === end))
      return { start: span.start + delta, end: span.end + delta };
    return undefined;
  };
  return findings.flatMap((finding) => {
    const span = move(finding.span);
    if (!span) return [];
    const edits = finding.fix?.edits.map((edit) => ({ text: edit.text, span: move(edit.span) }));
    const fix =
      finding.fix && edits?.every((edit): edit is { text: string; span: Span } => edit.span !== undefined)
        ? { title: finding.fix.title, edits }
        : undefined;
    return [{ ...finding, span, fix }];
  });
}
