// The report as one JSON object, or as one line of JSON a finding.

import { bySeverity, type Report } from "../report.ts";

export function json(report: Report): string {
  const { findings, files, guides, ms } = report;
  const summary = {
    files,
    guides,
    findings: findings.length,
    fixable: findings.filter(({ fix }) => fix).length,
    bySeverity: bySeverity(findings),
    ms,
  };
  return `${JSON.stringify({ version: 1, findings, summary }, undefined, 2)}\n`;
}

export function jsonl(report: Report): string {
  return report.findings.map((finding) => `${JSON.stringify(finding)}\n`).join("");
}
