// Finds directives that cannot both hold, in one guide and across guides that speak of the same files, and says which holds.

import type { Guide } from "../guides/guide.ts";
import type { Binding, BoundRule } from "./binding.ts";

export interface Bound {
  readonly guide: Guide;
  readonly bindings: readonly Binding[];
}

/** Marks what a later directive of the same guide contradicts; the later one holds, as it does for a reader. */
export function conflictsWithin(bindings: readonly Binding[], guide: Guide): readonly Binding[] {
  const speaking = bindings.filter(saysSomething);
  const settled = new Map<Binding, Binding>();
  for (const [at, binding] of speaking.entries()) {
    const rival = speaking.slice(at + 1).find((other) => contradicts(binding, other));
    if (rival) settled.set(binding, lost(binding, { guide, binding: rival }, "the later one holds"));
  }
  return settled.size === 0 ? bindings : bindings.map((binding) => settled.get(binding) ?? binding);
}

/**
 * Marks what a nearer guide contradicts for every file that it speaks of; a nested guide that overrides it for its own folder
 * is no contradiction. `nearest` has the guides in the order in which they win; `covers` says whether the first guide speaks
 * of all files of the second.
 */
export function conflictsAcross(
  nearest: readonly Bound[],
  covers: (nearer: Guide, farther: Guide) => boolean,
): readonly Bound[] {
  return nearest.map((bound, at) => {
    const { guide, bindings } = bound;
    const speaking = bindings.filter(saysSomething);
    if (at === 0 || speaking.length === 0) return bound;
    const nearer = nearest
      .slice(0, at)
      .filter((other) => other.bindings.some(saysSomething) && covers(other.guide, guide));
    const settled = new Map<Binding, Binding>();
    for (const binding of speaking) {
      for (const other of nearer) {
        const rival = other.bindings.find((one) => saysSomething(one) && contradicts(binding, one));
        if (rival === undefined) continue;
        settled.set(binding, lost(binding, { guide: other.guide, binding: rival }, "the nearer guide holds"));
        break;
      }
    }
    return settled.size === 0 ? bound : { guide, bindings: bindings.map((binding) => settled.get(binding) ?? binding) };
  });
}

function saysSomething({ rules, opposes }: Binding): boolean {
  return rules.length > 0 || (opposes?.length ?? 0) > 0;
}

function lost(binding: Binding, winner: { readonly guide: Guide; readonly binding: Binding }, why: string): Binding {
  const { directive } = winner.binding;
  const text = directive.text.length > 80 ? `${directive.text.slice(0, 77)}…` : directive.text;
  const reason = `Contradicts line ${directive.line + 1} of ${winner.guide.path} (“${text}”); ${why}.`;
  return { ...binding, status: "conflict", reason };
}

/** Both speak of the same rule, with values or stances that exclude each other. */
export function contradicts(a: Binding, b: Binding): boolean {
  if (a.status === "conflict" || b.status === "conflict") return false;
  const opposed = (one: Binding, other: Binding) =>
    one.opposes?.some((id) =>
      other.rules.some((bound) => bound.rule.id === id && !bound.only.length && !bound.except.length),
    ) ?? false;
  return opposed(a, b) || opposed(b, a) || a.rules.some((one) => b.rules.some((other) => disagree(one, other)));
}

/** Two values of one option for the same files; lists and switches can stand side by side. */
function disagree(one: BoundRule, other: BoundRule): boolean {
  if (one.rule.id !== other.rule.id || !sameFiles(one, other) || standsBeside(one, other)) return false;
  return Object.keys(one.given).some((name) => {
    const [a, b] = [one.given[name], other.given[name]];
    // Zero and nothing are what a rule takes where the text names none.
    if (b === undefined || a === "" || b === "" || a === 0 || b === 0) return false;
    return (typeof a === "string" || typeof a === "number") && typeof a === typeof b && a !== b;
  });
}

function standsBeside({ rule, given }: BoundRule, other: BoundRule): boolean {
  if (rule.scope === "guide") return false;
  if (rule.additive === true) return true;
  const { additiveBy: by } = rule;
  return by !== undefined && JSON.stringify(given[by]) !== JSON.stringify(other.given[by]);
}

function sameFiles(one: BoundRule, other: BoundRule): boolean {
  return one.only.join() === other.only.join() && one.except.join() === other.except.join();
}
