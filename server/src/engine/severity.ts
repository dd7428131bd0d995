// The order of severities, and steps along it.

import type { Severity } from "../rules/rule.ts";

/** The mildest first. */
export const severities: readonly Severity[] = ["hint", "information", "warning", "error"];

export function stepSeverity(severity: Severity, steps: number): Severity {
  const at = Math.min(Math.max(severities.indexOf(severity) + steps, 0), severities.length - 1);
  return severities[at] ?? severity;
}

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(threshold);
}
