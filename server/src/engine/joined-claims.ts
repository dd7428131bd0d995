// What several directives demand of one rule for one file: held side by side, completed by each other, or the one in place of the other.

import type { Binding, BoundRule } from "../binding/binding.ts";
import type { Guide } from "../guides/guide.ts";
import { saysWhich } from "../rules/option-roles.ts";
import type { Rule } from "../rules/rule.ts";

/** One rule that a directive brings, before it is weighed against the others. */
export interface Claim {
  /** Of all claims of its guide. */
  readonly place: number;
  readonly guide: Guide;
  readonly bound: BoundRule;
  readonly binding: Binding;
}

/** A set of options for a rule that has won so far, and whose it is. */
export interface Holder {
  first: Claim;
  given: Given;
}

type Given = Readonly<Record<string, unknown>>;

/**
 * Claims of one rule, the nearest guide's first. One that only says how ("Google style") completes those that say what the
 * rule is to look at; those that say which part of it is meant ("every parameter", "every return value") hold side by side.
 * Where they say different things of how, the nearer guide wins; within one guide the sentence that names a place wins over
 * the one that does not, and two that name none hold side by side, as two forbidden libraries do.
 */
export function joined(claims: readonly Claim[]): readonly Holder[] {
  const limited = claims.filter((claim) => !isLimited(claim, claims));
  const held: Holder[] = [];
  for (const claim of limited) {
    const fitting = held.find((holder) => isOneDemand(holder, claim));
    if (fitting) complete(fitting, claim);
    else if (held.every((holder) => standsBeside(holder, claim))) held.push({ first: claim, given: claim.bound.given });
    else settleDifference(held, claim);
  }
  if (held.length > 1 && held[0]?.first.bound.rule.additive !== true) completeAll(held, limited);
  return held;
}

/** "Only public functions need docstrings" takes back what a sentence without such a limit asks for. */
function isLimited({ bound }: Claim, claims: readonly Claim[]): boolean {
  if (whichOf(bound.rule, bound.given).length > 0) return false;
  return claims.some(
    (other) => whichOf(bound.rule, other.bound.given).length > 0 && /\bonly\b/i.test(other.binding.directive.text),
  );
}

function isOneDemand({ first, given }: Holder, claim: Claim): boolean {
  const { rule, given: wanted } = claim.bound;
  if (differ(given, wanted, first.guide === claim.guide ? (rule.allowances ?? []) : [])) return false;
  const [which, others] = [whichOf(rule, given), whichOf(rule, wanted)];
  if (onlySaysHow(rule, given) || onlySaysHow(rule, wanted)) return true;
  return which.length === others.length && which.every((name) => others.includes(name));
}

function complete(holder: Holder, claim: Claim): void {
  const { rule, given } = claim.bound;
  // What is looked at is the demand; how it has to be is only its manner.
  if (whichOf(rule, holder.given).length === 0 && whichOf(rule, given).length > 0) holder.first = claim;
  holder.given = { ...given, ...holder.given, ...allowedByBoth(rule, holder.given, given) };
}

/** Two sentences that each let something pass let both pass. */
function allowedByBoth(rule: Rule, one: Given, other: Given): Given {
  const both = (rule.allowances ?? []).flatMap((name) => {
    const [a, b] = [one[name], other[name]];
    return Array.isArray(a) && Array.isArray(b)
      ? [[name, [...new Set([...(a as unknown[]), ...(b as unknown[])])]]]
      : [];
  });
  return Object.fromEntries(both) as Given;
}

function completeAll(held: readonly Holder[], claims: readonly Claim[]): void {
  for (const { bound } of claims.filter((claim) => onlySaysHow(claim.bound.rule, claim.bound.given)))
    for (const holder of held)
      if (!differ(holder.given, bound.given, [])) holder.given = { ...bound.given, ...holder.given };
}

function standsBeside({ first, given }: Holder, { guide, bound }: Claim): boolean {
  const { rule } = bound;
  if (rule.additive === true) return true;
  const { additiveBy: by } = rule;
  if (by !== undefined && JSON.stringify(given[by]) !== JSON.stringify(bound.given[by])) return true;
  const ignored = [...whichOf(rule, bound.given), ...(first.guide === guide ? (rule.allowances ?? []) : [])];
  return !Object.keys(given).some(
    (name) =>
      !ignored.includes(name) &&
      isValue(given[name]) &&
      isValue(bound.given[name]) &&
      differs(given, bound.given, name),
  );
}

function settleDifference(held: Holder[], claim: Claim): void {
  const rivals = held.filter((holder) => holder.first.guide === claim.guide);
  if (rivals.length < held.length) return;
  const isNarrow = claim.bound.only.length > 0;
  const broad = rivals.filter((holder) => holder.first.bound.only.length === 0);
  if (isNarrow && broad.length > 0) {
    for (const holder of broad) held.splice(held.indexOf(holder), 1);
  } else if (!isNarrow && broad.length < rivals.length) {
    return;
  }
  held.push({ first: claim, given: claim.bound.given });
}

function whichOf(rule: Rule, given: Given): readonly string[] {
  return Object.keys(given).filter((name) => saysWhich(rule, name));
}

function onlySaysHow(rule: Rule, given: Given): boolean {
  return Object.keys(given).length > 0 && whichOf(rule, given).length === 0;
}

function differ(a: Given, b: Given, except: readonly string[]): boolean {
  return Object.keys(a).some((name) => !except.includes(name) && Object.hasOwn(b, name) && differs(a, b, name));
}

function differs(a: Given, b: Given, name: string): boolean {
  return JSON.stringify(a[name]) !== JSON.stringify(b[name]);
}

/** Zero and nothing are what a rule takes where the text names none. */
function isValue(value: unknown): boolean {
  return value !== undefined && value !== "" && value !== 0;
}
