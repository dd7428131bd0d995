// The report for people: each finding with its line of code and the team's own sentence.

import type { Severity } from "../../rules/rule.ts";
import { bySeverity, type Report, type ReportedFinding } from "../report.ts";
import { counted, type Style, wrapped } from "../style.ts";

const colours = { error: "red", warning: "yellow", information: "blue", hint: "cyan" } as const;
const width = 100;

export function text(report: Report, style: Style, quiet: boolean): string {
  if (quiet) return report.findings.map((finding) => `${brief(finding)}\n`).join("");
  let output = "";
  let file = "";
  for (const finding of report.findings) {
    if (finding.file !== file) output += `${style("bold", finding.file)}\n`;
    file = finding.file;
    output += `${block(finding, report.lineOf(finding), style)}\n\n`;
  }
  return `${output}${summary(report, style)}\n`;
}

function brief({ file, line, column, severity, rule, message }: ReportedFinding): string {
  return `${file}:${line}:${column}: ${severity}: ${message} [${rule}]`;
}

function block(finding: ReportedFinding, source: string, style: Style): string {
  const place = `${finding.line}:${finding.column}`;
  const fix = finding.fix ? style("green", finding.fix.safe ? "  fixable" : "  fixable (unsafe)") : "";
  const lines = [
    `  ${style("dim", place.padEnd(8))}${style(colours[finding.severity], finding.severity)}  ${style("bold", finding.rule)}${fix}`,
  ];
  lines.push(wrapped(finding.message, width, "    "));
  if (source.trim() !== "") lines.push(...excerpt(finding, source, style));
  for (const { file, line, message } of finding.related) lines.push(style("dim", `    ${file}:${line}: ${message}`));
  const { guide } = finding;
  if (guide) {
    const sentence = guide.text.length > 240 ? `${guide.text.slice(0, 240).trimEnd()}…` : guide.text;
    lines.push(style("cyan", wrapped(`“${sentence}”`, width, "    ")));
    lines.push(style("dim", `     ${guide.file}:${guide.line}`));
  }
  return lines.join("\n");
}

function excerpt(finding: ReportedFinding, source: string, style: Style): readonly string[] {
  const indent = /^\s*/.exec(source)?.[0].length ?? 0;
  const cut = Math.min(indent, finding.column - 1);
  const shown = source.slice(cut).replaceAll("\t", " ");
  const start = finding.column - 1 - cut;
  const end = finding.endLine === finding.line ? finding.endColumn - 1 - cut : shown.trimEnd().length;
  const clipped = shown.slice(0, width);
  const marks = "~".repeat(Math.max(1, Math.min(end, clipped.length) - start));
  const number = String(finding.line);
  const bar = style("dim", "│");
  return [
    `    ${style("dim", number)} ${bar} ${clipped}`,
    ...(start <= width
      ? [`    ${" ".repeat(number.length)} ${bar} ${" ".repeat(start)}${style(colours[finding.severity], marks)}`]
      : []),
  ];
}

function summary({ findings, files, guides }: Report, style: Style): string {
  const held = `${counted(files, "file")}, held to ${counted(guides, "guide")}`;
  if (guides === 0) {
    return `No guide was found among ${counted(files, "Python file")}: there is nothing to hold the code to.`;
  }
  if (findings.length === 0) return style("green", `Nothing found in ${held}.`);
  const counts = bySeverity(findings);
  const parts = (Object.entries(counts) as [Severity, number][]).map(([severity, count]) => {
    return style(colours[severity], severity === "information" ? `${count} information` : counted(count, severity));
  });
  const safe = findings.filter(({ fix }) => fix?.safe).length;
  const unsafe = findings.filter(({ fix }) => fix && !fix.safe).length;
  const fixes = [
    ...(safe > 0 ? [`${safe} can be fixed with --fix`] : []),
    ...(unsafe > 0 ? [`${unsafe}${safe > 0 ? " more" : ""} can be fixed with --fix --unsafe-fixes`] : []),
  ];
  const line = `${style("bold", counted(findings.length, "finding"))} in ${held}: ${parts.join(", ")}.`;
  return fixes.length === 0 ? line : `${line}\n${fixes.join("; ")}.`;
}
