// Tells imports that are in order, and only broken into other lines than ruff would break them into.

import { applyEdits, type TextEdit } from "../text/edits.ts";

/** Ruff also tells of imports that are in order and only broken into other lines, or have other blank lines below them. */
export function isOnlyWrapped(text: string, edits: readonly TextEdit[]): boolean {
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(...edits.map(({ span }) => span.end));
  return (
    unwrapped(text.slice(start, end)) ===
    unwrapped(applyEdits(text, edits).slice(start, end - text.length || undefined))
  );
}

function unwrapped(imports: string): string {
  return imports
    .replaceAll(/\(\s*([^()#]*?),?\s*\)/g, (_whole, names: string) => names.replaceAll(/\s+/g, " "))
    .replaceAll(/\\\r?\n\s*/g, "")
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/^( ?from \S+ import )([^#\n]*?)\r?$/gm, (_whole, from: string, names: string) =>
      names
        .split(/, ?/)
        .map((name) => from + name)
        .join("\n"),
    )
    .trim();
}
