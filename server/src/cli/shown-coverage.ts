// Coverage as a report shows it: plain data, which one thread can hand to another.

import type { Status } from "../binding/binding.ts";
import type { DirectiveCoverage, GuideCoverage } from "../engine/coverage.ts";

export interface ShownCoverage {
  readonly file: string;
  readonly format: string;
  readonly applies: string;
  readonly matchedFiles: number;
  readonly directives: readonly ShownDirective[];
}

export interface ShownDirective {
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
  readonly status: Status;
  readonly rules: readonly ShownRule[];
  readonly reason: string | null;
  readonly proposal: string | null;
  readonly findings: number;
}

export interface ShownRule {
  readonly id: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** The options that were read from the text. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly only: readonly string[];
  readonly except: readonly string[];
  readonly evidence: readonly string[];
}

/** `file` is the guide's path as the report names it. */
export function shownCoverage({ guide, matchedFiles, directives }: GuideCoverage, file: string): ShownCoverage {
  return {
    file,
    format: guide.format,
    applies: guide.applicability.description,
    matchedFiles,
    directives: directives.map(shownDirective),
  };
}

function shownDirective({ binding, text, status, reason, findings }: DirectiveCoverage): ShownDirective {
  return {
    line: binding.directive.line + 1,
    endLine: binding.directive.endLine + 1,
    text,
    status,
    rules: binding.rules.map(({ rule, options, given, only, except, evidence }) => ({
      id: rule.id,
      options,
      given,
      only,
      except,
      evidence,
    })),
    reason,
    proposal: binding.proposal,
    findings,
  };
}
