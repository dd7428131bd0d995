// The report as SARIF 2.1.0, for code scanning.

import { fingerprints } from "../fingerprint.ts";
import type { Report, ReportedEdit, ReportedFinding } from "../report.ts";

export interface RuleInfo {
  readonly id: string;
  readonly summary: string;
  readonly why?: string;
}

const levels = { error: "error", warning: "warning", information: "note", hint: "note" } as const;

export function sarif(report: Report, rules: readonly RuleInfo[], version: string): string {
  const used = new Set(report.findings.map(({ rule }) => rule));
  const described = rules.filter(({ id }) => used.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const indices = new Map(described.map(({ id }, at) => [id, at]));
  const prints = fingerprints(report);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Heed",
            version,
            rules: described.map(({ id, summary, why }) => ({
              id,
              shortDescription: { text: summary },
              ...(why && { fullDescription: { text: why } }),
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: report.findings.map((finding) =>
          result(finding, indices.get(finding.rule), prints.get(finding) ?? ""),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function result(finding: ReportedFinding, ruleIndex: number | undefined, print: string) {
  const { file, line, column, endLine, endColumn, rule, severity, message, guide, fix, related } = finding;
  const places = [
    ...related,
    ...(guide ? [{ file: guide.file, line: guide.line, message: `The guide says: ${guide.text}` }] : []),
  ];
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: guide ? `${message} “${guide.text}” (${guide.file}:${guide.line})` : message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(file) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    ...(places.length > 0 && {
      relatedLocations: places.map((place, id) => ({
        id,
        physicalLocation: { artifactLocation: { uri: uri(place.file) }, region: { startLine: place.line } },
        message: { text: place.message },
      })),
    }),
    partialFingerprints: { "heed/v1": print },
    ...(fix && { fixes: [{ description: { text: fix.title }, artifactChanges: changes(fix.edits) }] }),
  };
}

function changes(edits: readonly ReportedEdit[]) {
  const files = new Map<string, ReportedEdit[]>();
  for (const edit of edits) files.set(edit.file, [...(files.get(edit.file) ?? []), edit]);
  return [...files].map(([file, own]) => ({
    artifactLocation: { uri: uri(file) },
    replacements: own.map(({ start, end, text }) => ({
      deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
      insertedContent: { text },
    })),
  }));
}

function uri(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}
