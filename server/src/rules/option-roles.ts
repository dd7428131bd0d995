// What an option of a rule tells: which of the things that the rule can flag are meant, or how they have to be.

import type { Rule } from "./rule.ts";

/** Switches and lists choose; numbers, names and tables set a measure, as far as a rule does not say otherwise. */
export function saysWhich(rule: Rule, name: string): boolean {
  const type = rule.scope === "guide" ? undefined : rule.options[name]?.type;
  const isChoice = type === "boolean" || type === "strings";
  return isChoice && !(rule.manner ?? []).includes(name) && !(rule.allowances ?? []).includes(name);
}
