// Joins what several clauses of one directive ask of the same rule.

import { saysWhich } from "../rules/option-roles.ts";
import type { Rule } from "../rules/rule.ts";
import type { Candidate } from "./candidates.ts";

type Given = Readonly<Record<string, unknown>>;

/** A rule asked for by several clauses is bound once, with the options of all. */
export function bestPerRule(found: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of found) {
    const key = keyOf(candidate);
    const previous = best.get(key);
    if (!previous) {
      best.set(key, candidate);
      continue;
    }
    const [first, second] =
      candidate.covered.length > previous.covered.length ? [candidate, previous] : [previous, candidate];
    best.set(key, { ...first, given: merged(candidate.rule, second.given, first.given) });
  }
  return [...best.values()];
}

/** "Models derive from `A` and services from `B`" asks for two bases, each of its own kind. */
function keyOf({ rule, given }: Candidate): string {
  const by = rule.scope === "guide" ? undefined : rule.additiveBy;
  const value = by === undefined ? undefined : (given[by] ?? rule.options[by]?.default);
  const apart = typeof value === "boolean" ? String(value) : "";
  return `${rule.id} ${typeof given["kind"] === "string" ? given["kind"] : ""} ${apart}`;
}

/** Lists are joined, so that two clauses that each ban a call ban both. */
function merged(rule: Rule, weak: Given, strong: Given): Given {
  const result: Record<string, unknown> = { ...weak };
  for (const [name, value] of Object.entries(strong)) {
    const other = result[name];
    if (Array.isArray(value) && Array.isArray(other)) result[name] = [...new Set<unknown>([...value, ...other])];
    else if (isTable(value) && isTable(other)) result[name] = { ...other, ...value };
    else if (value !== "" || other === undefined) result[name] = value;
  }
  return { ...result, ...leftToTheOther(rule, weak, strong) };
}

/** "Annotate every parameter; annotate every return value": what the one clause leaves out, the other asks for. */
function leftToTheOther(rule: Rule, one: Given, other: Given): Given {
  const choices = (given: Given) => Object.keys(given).filter((name) => saysWhich(rule, name));
  const [names, others] = [choices(one), choices(other)];
  if (rule.scope === "guide" || names.length === 0 || others.length === 0) return {};
  const isLeftOut = (name: string) =>
    rule.options[name]?.default === true && !(one[name] === false && other[name] === false);
  return Object.fromEntries([...names, ...others].filter(isLeftOut).map((name) => [name, true]));
}

function isTable(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
