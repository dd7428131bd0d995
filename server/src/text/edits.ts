// Replacements in one text: applying several at once, and finding out whether they can be.

import type { Span } from "./span.ts";

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** True where two edits touch the same characters, or insert at the same place. */
export function conflicts(a: TextEdit, b: TextEdit): boolean {
  if (a.span.start === b.span.start && a.span.end === b.span.end) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

/** Applies edits that do not conflict; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .toSorted(
      (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order,
    );
  let result = "";
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < at) throw new Error("edits overlap");
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
