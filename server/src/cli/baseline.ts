// Findings that a team has decided to live with for now: kept in a file, known by their content, so that moved lines stay known.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Report, ReportedFinding } from "./report.ts";
import { UsageError } from "./usage-error.ts";

/** File → rule → the hash of the line's text → how many. */
type Known = Record<string, Record<string, Record<string, number>>>;

export function withoutKnown(report: Report, path: string): readonly ReportedFinding[] {
  const known = read(path);
  return report.findings.filter((finding) => {
    const counts = known[finding.file]?.[finding.rule];
    const key = keyOf(finding, report);
    if (!counts?.[key]) return true;
    counts[key]--;
    return false;
  });
}

export function writeBaseline(report: Report, path: string): void {
  const known: Known = {};
  for (const finding of report.findings) {
    const counts = ((known[finding.file] ??= {})[finding.rule] ??= {});
    const key = keyOf(finding, report);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  try {
    writeFileSync(path, `${JSON.stringify({ version: 1, findings: sorted(known) }, undefined, 2)}\n`);
  } catch {
    throw new UsageError(`The baseline "${path}" cannot be written.`);
  }
}

function read(path: string): Known {
  if (!existsSync(path)) throw new UsageError(`There is no baseline "${path}"; --update-baseline writes it.`);
  try {
    const content = JSON.parse(readFileSync(path, "utf8")) as { version?: unknown; findings?: Known };
    if (content.version === 1 && content.findings) return content.findings;
  } catch {
    // Falls through to the same message as a file of another kind.
  }
  throw new UsageError(`"${path}" is not a baseline of Heed; --update-baseline writes a new one.`);
}

function keyOf(finding: ReportedFinding, report: Report): string {
  return createHash("sha256").update(report.lineOf(finding).trim().replace(/\s+/g, " ")).digest("hex").slice(0, 16);
}

/** So that the file changes only where the findings do. */
function sorted<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)])) as T;
}
