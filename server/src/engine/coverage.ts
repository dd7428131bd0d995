// What became of every directive of a guide, for `heed coverage` and the editor's view of the packs.

import type { Binding, Status } from "../binding/binding.ts";
import type { Guide } from "../guides/guide.ts";
import { type Finding, sentenceOf } from "./finding.ts";

export interface DirectiveCoverage {
  readonly binding: Binding;
  readonly text: string;
  readonly status: Status;
  readonly reason: string | null;
  readonly findings: number;
}

export interface GuideCoverage {
  readonly guide: Guide;
  readonly matchedFiles: number;
  readonly directives: readonly DirectiveCoverage[];
}

/** What the workspace has for the guides to speak of; without it, nothing is known but what the guides say. */
export interface Surroundings {
  readonly hasCode: boolean;
  readonly hasRepository: boolean;
}

/** A guide that speaks of no file reaches nothing, whatever its directives say; where there is no code, that cannot be known. */
export function coverageOf(
  guide: Guide,
  bindings: readonly Binding[],
  matched: readonly string[],
  findings: readonly Finding[],
  { hasCode, hasRepository }: Surroundings,
): GuideCoverage {
  const counts = new Map<string, number>();
  for (const { directive } of findings) {
    if (directive?.guide !== guide.path) continue;
    const place = `${directive.span.start}-${directive.span.end}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const isUnreachable = guide.applicability.onRequestOnly || (hasCode && matched.length === 0);
  const directives = bindings.map((binding): DirectiveCoverage => {
    const { span } = binding.directive;
    const own = {
      binding,
      text: sentenceOf(binding.directive),
      findings: counts.get(`${span.start}-${span.end}`) ?? 0,
    };
    if (isUnreachable) return { ...own, status: "unreachable", reason: reasonOf(guide) };
    if (hasCode && !hasRepository && isHeldByDiff(binding))
      return { ...own, status: "partial", reason: [noRepository, binding.reason].filter(Boolean).join(" ") };
    return { ...own, status: binding.status, reason: binding.reason };
  });
  return { guide, matchedFiles: matched.length, directives };
}

const noRepository =
  "Changes are told by comparing with git's HEAD, and no git repository can be read here, so they are not checked.";

function isHeldByDiff({ rules, status }: Binding): boolean {
  return status === "enforced" || status === "partial" ? rules.some(({ rule }) => rule.scope === "diff") : false;
}

function reasonOf({ applicability }: Guide): string {
  if (applicability.onRequestOnly) return `The guide is used ${applicability.description} and never applied by itself.`;
  return `The guide applies to ${applicability.description}, which matches no Python file here.`;
}

export const statuses: readonly Status[] = ["enforced", "partial", "tool", "advisory", "conflict", "unreachable"];

/** How many directives there are, and how many of each status. */
export function totalsOf(
  guides: readonly { readonly directives: readonly { readonly status: Status }[] }[],
): Readonly<Record<"directives" | Status, number>> {
  const all = guides.flatMap(({ directives }) => directives);
  const count = (status: Status) => all.filter((directive) => directive.status === status).length;
  return {
    directives: all.length,
    enforced: count("enforced"),
    partial: count("partial"),
    tool: count("tool"),
    advisory: count("advisory"),
    conflict: count("conflict"),
    unreachable: count("unreachable"),
  };
}
