// The report in the form of GitLab's code quality.

import { fingerprints } from "../fingerprint.ts";
import type { Report } from "../report.ts";

const severities = { error: "critical", warning: "major", information: "minor", hint: "info" } as const;

export function gitlab(report: Report): string {
  const prints = fingerprints(report);
  const issues = report.findings.map((finding) => ({
    description: finding.guide
      ? `${finding.message} “${finding.guide.text}” (${finding.guide.file}:${finding.guide.line})`
      : finding.message,
    check_name: finding.rule,
    fingerprint: prints.get(finding),
    severity: severities[finding.severity],
    location: { path: finding.file, lines: { begin: finding.line, end: finding.endLine } },
  }));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
