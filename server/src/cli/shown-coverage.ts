// Coverage as a report shows it.

import type { GuideCoverage } from "../engine/coverage.ts";

/** A guide's coverage with its path as the report shows it. */
export interface ShownCoverage extends GuideCoverage {
  readonly file: string;
}
