// Coverage for people: each directive with a sign, and why where it is not held.

import type { Status } from "../binding/binding.ts";
import { statuses, totalsOf } from "../engine/coverage.ts";
import type { ShownCoverage, ShownDirective } from "./shown-coverage.ts";
import { counted, type Style, wrapped } from "./style.ts";

const signs = {
  enforced: ["✓", "green"],
  partial: ["◐", "yellow"],
  tool: ["⚙", "blue"],
  advisory: ["·", "dim"],
  conflict: ["✗", "red"],
  unreachable: ["∅", "red"],
} as const satisfies Record<Status, unknown>;

const width = 100;

export function coverageText(guides: readonly ShownCoverage[], style: Style): string {
  if (guides.length === 0) return "No guide was found here.\n";
  let output = "";
  for (const { file, format, applies: where, matchedFiles, directives } of guides) {
    const applies = `${format}, applies to ${where} (${counted(matchedFiles, "Python file")})`;
    output += `${style("bold", file)}\n  ${style("dim", applies)}\n\n`;
    for (const directive of directives) output += entry(directive, style);
    output += "\n";
  }
  return output + totals(guides, style);
}

function entry({ line: at, text, status, rules, reason, proposal, findings }: ShownDirective, style: Style): string {
  const [sign, colour] = signs[status];
  const line = String(at).padStart(5);
  const [first = "", ...more] = wrapped(
    text.length > 200 ? `${text.slice(0, 200).trimEnd()}…` : text,
    width - 9,
    "",
  ).split("\n");
  const lines = [
    `${style("dim", line)} ${style(colour, sign)} ${first}`,
    ...more.map((part) => `${" ".repeat(8)}${part}`),
  ];
  for (const { id, given, only, except } of rules) {
    const options = [
      ...Object.entries(given).map(([name, value]) => `${name} = ${shortJson(value)}`),
      ...(only.length > 0 ? [`only in ${only.join(" ")}`] : []),
      ...(except.length > 0 ? [`not in ${except.join(" ")}`] : []),
    ];
    lines.push(
      `${" ".repeat(8)}${style("cyan", `→ ${id}`)}${options.length > 0 ? style("dim", ` (${options.join(", ")})`) : ""}`,
    );
  }
  if (findings > 0) lines.push(`${" ".repeat(8)}${style("yellow", counted(findings, "finding"))}`);
  if (reason !== null) lines.push(style("dim", wrapped(`${status}: ${reason}`, width, " ".repeat(8))));
  if (proposal !== null) lines.push(style("dim", wrapped(`could be held as: “${proposal}”`, width, " ".repeat(8))));
  return `${lines.join("\n")}\n`;
}

function shortJson(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function totals(guides: readonly ShownCoverage[], style: Style): string {
  const counts = totalsOf(guides);
  const parts = statuses
    .filter((status) => counts[status] > 0)
    .map((status) => `${style(signs[status][1], signs[status][0])} ${counts[status]} ${status}`);
  return `${counted(counts.directives, "directive")} in ${counted(guides.length, "guide")}: ${parts.join("  ") || "none"}\n`;
}
