// Several imports that fixes insert at one place: which may stand there together, and in which order.

import { compareNames } from "../rules/insert-import.ts";
import type { FixEdit } from "../rules/rule.ts";

/** Two statements for one module would be two where one is meant. */
export function wantsOneStatement(a: FixEdit, b: FixEdit): boolean {
  const module = moduleOf(a);
  return module !== undefined && module === moduleOf(b);
}

function moduleOf({ defines }: FixEdit): string | undefined {
  return /^from (\S+) import /.exec(defines ?? "")?.[1];
}

/** Edits at one place are made in the order in which they are given: more names of a statement, new statements, the rest. */
export function inImportOrder(edits: readonly FixEdit[]): readonly FixEdit[] {
  const slots = new Map<number, number[]>();
  for (const [at, { inAnyOrder, span }] of edits.entries())
    if (inAnyOrder) slots.set(span.start, [...(slots.get(span.start) ?? []), at]);
  const ordered = [...edits];
  for (const places of slots.values()) {
    const sorted = places
      .flatMap((at) => edits[at] ?? [])
      .toSorted((a, b) => rank(a) - rank(b) || (rank(a) < 2 ? inOrder(a, b) : 0));
    for (const [order, edit] of sorted.entries()) ordered[places[order] ?? 0] = edit;
  }
  return ordered;
}

function rank({ defines = "" }: FixEdit): number {
  if (/^[\w.]+\.\w+( as \w+)?$/.test(defines)) return 0;
  return /^(from|import) /.test(defines) ? 1 : 2;
}

/** Names as in one statement; plain imports in front of `from` imports. */
function inOrder({ defines: a = "" }: FixEdit, { defines: b = "" }: FixEdit): number {
  const isFrom = (text: string): number => (text.startsWith("from ") ? 1 : 0);
  return isFrom(a) - isFrom(b) || compareNames(lastName(a), lastName(b));
}

function lastName(defines: string): string {
  return /^[\w.]+\.(\w+( as \w+)?)$/.exec(defines)?.[1] ?? defines.toLowerCase();
}
