// The report as annotations of a GitHub workflow.

import type { Report, ReportedFinding } from "../report.ts";

const levels = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;

export function github(report: Report): string {
  return report.findings.map((finding) => `${annotation(finding)}\n`).join("");
}

function annotation(finding: ReportedFinding): string {
  const { file, line, column, endLine, endColumn, rule, severity, message, guide } = finding;
  const places = {
    file,
    line,
    endLine,
    ...(endLine === line ? { col: column, endColumn } : {}),
    title: `heed: ${rule}`,
  };
  const properties = Object.entries(places).map(([name, value]) => `${name}=${property(String(value))}`);
  const sentence = guide ? `\n“${guide.text}” (${guide.file}:${guide.line})` : "";
  return `::${levels[severity]} ${properties.join(",")}::${data(message + sentence)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
