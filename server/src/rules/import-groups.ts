// Tells whether imports stand in the order of their groups, however those of one group are sorted.

import { applyEdits, type TextEdit } from "../text/edits.ts";

/** `edits` sort the imports and set their groups apart by blank lines; nothing else says so well which group is whose. */
export function isGrouped(text: string, edits: readonly TextEdit[]): boolean {
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(...edits.map(({ span }) => span.end));
  const groups = applyEdits(text, edits)
    .slice(start, end - text.length || undefined)
    .split(/(?:\r?\n[ \t]*){2,}/);
  const groupOf = new Map(groups.flatMap((group, at) => modulesOf(group).map((module) => [module, at] as const)));
  // Which of these belong to the standard library hangs on the Python that the project runs on at least.
  const sure = modulesOf(text.slice(start, end)).filter(
    (module) => !/^(?:tomllib|zoneinfo|graphlib|importlib\.)/.test(module),
  );
  const order = sure.map((module) => groupOf.get(module));
  return order.every((group, at) => group !== undefined && (at === 0 || group >= (order[at - 1] ?? 0)));
}

function modulesOf(imports: string): readonly string[] {
  return [...imports.matchAll(/^[ \t]*(?:from\s+(\S+)\s+import\b|import\s+([^#\n]+))/gm)].flatMap(
    ([, from, plain = ""]) =>
      from === undefined ? plain.split(",").map((one) => one.trim().split(/\s/)[0] ?? "") : [from],
  );
}
