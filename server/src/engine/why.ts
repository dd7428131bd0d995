// Why a file is held to what it is held to: every guide's yes or no in words, and the rules that follow.

import type { Guide, Verdict } from "../guides/guide.ts";
import { LineIndex } from "../text/line-index.ts";
import type { AppliedRule } from "./applied-rules.ts";
import type { Finding } from "./finding.ts";

export interface GuideApplication {
  readonly guide: Guide;
  readonly applies: boolean;
  /** The main assistant's answer first, then those that differ. */
  readonly verdicts: readonly Verdict[];
  readonly rules: readonly AppliedRule[];
}

export interface Application {
  readonly path: string;
  readonly line: number | undefined;
  readonly guides: readonly GuideApplication[];
  /** Of the line where one was asked about, else of the file. */
  readonly findings: readonly Finding[];
}

export function explainApplication(
  path: string,
  line: number | undefined,
  guides: readonly Guide[],
  rules: readonly AppliedRule[],
  findings: readonly Finding[],
  text = "",
): Application {
  const lines = new LineIndex(text);
  return {
    path,
    line,
    guides: guides.map((guide) => ({
      guide,
      applies: !guide.applicability.onRequestOnly && guide.applicability.applies(path),
      verdicts: guide.applicability.verdicts(path),
      rules: rules.filter(({ directive }) => directive.guide === guide.path),
    })),
    findings: line === undefined ? findings : findings.filter(({ span }) => lines.position(span.start).line === line),
  };
}
