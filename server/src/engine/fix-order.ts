// The order in which fixes are tried.

import type { Finding } from "./finding.ts";

/** What rewrites much, such as a formatter, comes after what changes parts of that, and is then made in view of them. */
export function wideLast(findings: readonly Finding[]): readonly Finding[] {
  const starts = new Map<string, number[]>();
  for (const { fix } of findings) {
    for (const { path = "", span } of fix?.edits ?? []) {
      const present = starts.get(path);
      if (present) present.push(span.start);
      else starts.set(path, [span.start]);
    }
  }
  for (const list of starts.values()) list.sort((a, b) => a - b);
  const isWide = ({ fix }: Finding): boolean =>
    fix?.edits.some(({ path = "", span }) => {
      const all = starts.get(path) ?? [];
      const within = firstFrom(all, span.end) - firstFrom(all, span.start);
      const own = fix.edits.filter((edit) => edit.path === path && span.start <= edit.span.start).length;
      return within - own >= many;
    }) ?? false;
  const wide = new Set(findings.filter(isWide));
  return [...findings.filter((finding) => !wide.has(finding)), ...wide];
}

const many = 3;

/** How many of the sorted numbers are below. */
function firstFrom(sorted: readonly number[], from: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
