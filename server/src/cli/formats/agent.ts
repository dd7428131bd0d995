// The report for coding assistants: few words, each finding with its sentence and what to do.

import { type Report, type ReportedFinding } from "../report.ts";
import { counted } from "../style.ts";

export function agent(report: Report): string {
  const { findings } = report;
  if (findings.length === 0) return "No findings: the code follows the team's guides.\n";
  const files = new Set(findings.map(({ file }) => file)).size;
  const head = `${counted(findings.length, "finding")} in ${counted(files, "file")}. Mend them, then check again.\n`;
  return `${head}\n${findings.map(block).join("\n")}`;
}

function block(finding: ReportedFinding): string {
  const { file, line, column, rule, severity, message, guide, fix, related } = finding;
  const lines = [`${file}:${line}:${column} ${rule} (${severity}): ${message}`];
  if (guide) lines.push(`  guide ${guide.file}:${guide.line}: "${guide.text}"`);
  for (const other of related) lines.push(`  see ${other.file}:${other.line}: ${other.message}`);
  if (fix) {
    lines.push(`  fix (${fix.safe ? "safe" : "look at what it changes"}): ${fix.title}`);
    for (const { file: place, start, end, text } of fix.edits) {
      const range = `${start.line}:${start.column}-${end.line}:${end.column}`;
      lines.push(`    ${place}:${range} -> ${JSON.stringify(text)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
