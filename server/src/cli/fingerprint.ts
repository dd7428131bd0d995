// Names findings by what they are about rather than by their line, so that code that only moved keeps its findings' names.

import { createHash } from "node:crypto";
import type { Report, ReportedFinding } from "./report.ts";

/** The same words in the same file twice are told apart by their order. */
export function fingerprints(report: Pick<Report, "findings" | "lineOf">): ReadonlyMap<ReportedFinding, string> {
  const seen = new Map<string, number>();
  return new Map(
    report.findings.map((finding) => {
      const content = [finding.file, finding.rule, report.lineOf(finding).trim()].join("\n");
      const count = seen.get(content) ?? 0;
      seen.set(content, count + 1);
      return [finding, createHash("sha256").update(`${content}\n${count}`).digest("hex").slice(0, 32)];
    }),
  );
}
