// Finds directives that cannot both hold: the same option of a rule with two values, or one bans what the other demands.

import type { Guide } from "../guides/guide.ts";
import type { Binding, BoundRule } from "./binding.ts";

/** Marks what contradicts something said nearer to its subject, or later in the same guide. */
export function conflictsWithin(bindings: readonly Binding[], guide: Guide): readonly Binding[] {
  return bindings.map((binding, at) => {
    const rival = bindings.slice(at + 1).find((other) => contradicts(binding, other));
    if (!rival || binding.status === "advisory") return binding;
    const reason = `Contradicts line ${rival.directive.line + 1} of ${guide.path}: “${rival.directive.text.slice(0, 80)}”; the later one holds.`;
    return { ...binding, status: "conflict" as const, reason };
  });
}

export function contradicts(a: Binding, b: Binding): boolean {
  return a.rules.some((one) => b.rules.some((other) => disagree(one, other)));
}

/** Two values of one scalar option for the same files. */
export function disagree(one: BoundRule, other: BoundRule): boolean {
  if (one.rule.id !== other.rule.id || !sameFiles(one, other)) return false;
  return Object.keys(one.given).some((name) => {
    const [a, b] = [one.given[name], other.given[name]];
    if (b === undefined || typeof a === "object" || typeof b === "object") return false;
    if (a === "" || b === "") return false;
    return a !== b && typeof a !== "boolean";
  });
}

function sameFiles(one: BoundRule, other: BoundRule): boolean {
  return one.only.join() === other.only.join() && one.except.join() === other.except.join();
}
