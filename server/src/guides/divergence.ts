// Finds the files of a workspace on which two assistants read the same guide differently.

import { readFrontMatter } from "./front-matter.ts";
import type { Guide, GuideProblem } from "./guide.ts";

/** One problem for the guide, with the first such file as its example; undefined where all agree on every file. */
export function divergenceOf(guide: Guide, paths: readonly string[]): GuideProblem | undefined {
  if (guide.applicability.onRequestOnly || guide.problems.some(({ rule }) => rule === "globs")) return undefined;
  let first: { readonly path: string; readonly yes: string; readonly no: string; readonly because: string } | undefined;
  let others = 0;
  for (const path of paths) {
    const [main, other] = guide.applicability.verdicts(path);
    // An agent that the guide itself excludes is no surprise.
    if (!main || !other || other.because.includes("excludeAgent")) continue;
    const [yes, no] = main.applies ? [main, other] : [other, main];
    if (first) others++;
    else first = { path, yes: yes.assistant, no: no.assistant, because: no.because };
  }
  if (!first) return undefined;
  const more = others === 0 ? "" : ` (and ${others} more)`;
  return {
    rule: "globs",
    severity: "information",
    span: readFrontMatter(guide.text, { bareGlobs: true })?.entries.get("applyTo")?.span ?? { start: 0, end: 0 },
    message: `${first.yes} applies this guide to \`${first.path}\`${more}, ${first.no} does not: ${first.because}. Begin the glob with \`**/\` to mean every folder in both.`,
  };
}
