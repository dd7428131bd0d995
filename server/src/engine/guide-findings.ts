// Findings about the guides themselves, in the same form as those about code.

import type { Guide, GuideProblem } from "../guides/guide.ts";
import { referencesOf } from "../guides/references.ts";
import type { Rule } from "../rules/rule.ts";
import type { Span } from "../text/span.ts";
import type { Configuration } from "./configuration.ts";
import type { Finding } from "./finding.ts";
import { ownRules } from "./own-rules.ts";

export interface GuideSurroundings {
  readonly paths: readonly string[];
  readonly configuration: Configuration;
  readonly catalogue: readonly Rule[];
  /** What binding the guide has found wrong with it. */
  readonly problems: readonly GuideProblem[];
  has(path: string): boolean;
}

export function guideFindings(guide: Guide, around: GuideSurroundings): readonly Finding[] {
  const findings = [
    ...[...guide.problems, ...around.problems].map(({ rule, span, message, severity, fix }) => ({
      ...finding(
        guide,
        around,
        rule,
        span,
        message,
        fix && { ...fix, edits: fix.edits.map((edit) => ({ ...edit, path: guide.path })) },
      ),
      ...(severity && !around.configuration.rules[rule]?.severity && { severity }),
    })),
    ...danglingReferences(guide, around),
    ...globsWithoutFiles(guide, around),
  ];
  return findings.filter(({ rule }) => around.configuration.rules[rule]?.severity !== "off");
}

function danglingReferences(guide: Guide, around: GuideSurroundings): readonly Finding[] {
  return referencesOf(guide)
    .filter((reference) => !reference.candidates.some((path) => isThere(path, around)))
    .map(({ span, path }) =>
      finding(
        guide,
        around,
        "dangling-reference",
        span,
        `This guide names \`${path}\`, which is not in the workspace; correct the name or take it out.`,
      ),
    );
}

/** A file, or a folder with some file in it. */
function isThere(path: string, around: GuideSurroundings): boolean {
  return around.has(path) || around.paths.some((one) => one.startsWith(`${path}/`));
}

/** Only where there is code at all: in an empty folder every glob matches nothing. */
function globsWithoutFiles(guide: Guide, around: GuideSurroundings): readonly Finding[] {
  const { applicability } = guide;
  // A glob that can never match is reported as that, with what is wrong with it.
  if (applicability.onRequestOnly || guide.problems.some(({ rule, severity }) => rule === "globs" && !severity))
    return [];
  const others = around.paths.filter((path) => path !== guide.path);
  if (others.length === 0 || others.some((path) => applicability.applies(path))) return [];
  const at = guide.text.indexOf(applicability.description);
  const span = at >= 0 ? { start: at, end: at + applicability.description.length } : guide.lines.lineSpan(0);
  const message = `This guide applies to ${applicability.description}, which matches no file here; correct it, or nothing it says is held.`;
  return [finding(guide, around, "globs", span, message)];
}

function finding(
  guide: Guide,
  around: GuideSurroundings,
  rule: string,
  span: Span,
  message: string,
  fix?: Finding["fix"],
): Finding {
  const known = [...around.catalogue, ...ownRules].find(({ id }) => id === rule);
  const setting = around.configuration.rules[rule]?.severity;
  const severity = setting && setting !== "off" ? setting : (known?.severity ?? "information");
  return { path: guide.path, span, rule, severity, message, directive: undefined, fix, choices: [], related: [] };
}
