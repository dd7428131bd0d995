// The report as JUnit's XML: a suite a file, a failed case a finding.

import type { Report, ReportedFinding } from "../report.ts";

export function junit(report: Report): string {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of report.findings) files.set(finding.file, [...(files.get(finding.file) ?? []), finding]);
  const suites = [...files].map(([file, findings]) => suite(file, findings));
  const count = report.findings.length;
  if (count === 0)
    suites.push(
      '  <testsuite name="heed" tests="1" failures="0">\n    <testcase name="heed" classname="heed"/>\n  </testsuite>\n',
    );
  const total = Math.max(count, 1);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="heed" tests="${total}" failures="${count}">\n${suites.join("")}</testsuites>\n`;
}

function suite(file: string, findings: readonly ReportedFinding[]): string {
  const count = findings.length;
  return `  <testsuite name="${escaped(file)}" tests="${count}" failures="${count}">\n${findings.map(testCase).join("")}  </testsuite>\n`;
}

function testCase({ file, line, column, rule, severity, message, guide }: ReportedFinding): string {
  const sentence = guide ? `\n“${guide.text}” (${guide.file}:${guide.line})` : "";
  const place = `${file}:${line}:${column}`;
  return (
    `    <testcase name="${escaped(`${rule} ${line}:${column}`)}" classname="${escaped(file)}" line="${line}">\n` +
    `      <failure type="${severity}" message="${escaped(message)}">${escaped(`${place}\n${message}${sentence}`)}</failure>\n` +
    "    </testcase>\n"
  );
}

/** XML 1.0 has no place for most control characters, escaped or not. */
function escaped(text: string): string {
  const isAllowed = (character: string) => character >= " " || "\t\n\r".includes(character);
  return Array.from(text, (character) => (isAllowed(character) ? character : "\uFFFD"))
    .join("")
    .replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
