// One flaw, one finding: where two rules report the same of ruff's checks at the same place, the nearer directive's is kept.

import type { Finding } from "./finding.ts";

/** A finding with the check of ruff's that it reports and where ruff sees it; undefined where it has another source. */
export interface Reported {
  readonly finding: Finding;
  readonly flaw: string | undefined;
}

/**
 * The findings of one file, those of the nearest guide first. Within one guide the rule that was asked for by name goes before
 * the one that repeats whatever the linter says.
 */
export function onePerFlaw(reported: readonly Reported[]): readonly Finding[] {
  const keepers = new Map<string, Finding>();
  for (const { finding, flaw } of reported) {
    if (flaw === undefined) continue;
    const key = `${finding.path} ${flaw}`;
    const keeper = keepers.get(key);
    if (keeper === undefined || isNarrower(finding, keeper)) keepers.set(key, finding);
  }
  return reported
    .filter(({ finding, flaw }) => {
      const keeper = flaw === undefined ? undefined : keepers.get(`${finding.path} ${flaw}`);
      // Two findings of one rule differ in what they say.
      return keeper === undefined || keeper.rule === finding.rule;
    })
    .map(({ finding }) => finding);
}

const ofTheLinter = "lint-finding";

function isNarrower(finding: Finding, other: Finding): boolean {
  return (
    other.rule === ofTheLinter && finding.rule !== ofTheLinter && finding.directive?.guide === other.directive?.guide
  );
}
