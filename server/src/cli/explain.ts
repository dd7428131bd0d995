// `heed explain RULE`: a page about one rule, as a manual has it.

import { ownRules } from "../engine/own-rules.ts";
import { catalogue } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import { distance, readCommandLine } from "./command-line.ts";
import { type Style, styleFor, wrapped } from "./style.ts";
import { UsageError } from "./usage-error.ts";

const width = 88;
const indent = "       ";

export async function explain(args: readonly string[]): Promise<number> {
  const line = readCommandLine(args, { color: { type: "string" } });
  const style = styleFor(line.choice("color", ["always", "never", "auto"], "auto"), process.stdout, process.env);
  const [id, ...others] = line.paths;
  if (id === undefined || others.length > 0) throw new UsageError("Say which one rule to explain: heed explain RULE.");
  const rule = catalogue.find((candidate) => candidate.id === id);
  const own = ownRules.find((candidate) => candidate.id === id);
  if (rule) process.stdout.write(page(rule, style));
  else if (own)
    process.stdout.write(
      `${[section("NAME", `${own.id} — ${own.summary}`, style), section("SEVERITY", own.severity, style)].join("\n\n")}\n`,
    );
  else throw new UsageError(unknownRule(id));
  return 0;
}

function unknownRule(id: string): string {
  const isNear = (rule: Rule) => distance(rule.id, id) <= 3 || id.startsWith(rule.id) || rule.id.startsWith(id);
  const near = catalogue.find((rule) => isNear(rule) || rule.ruff?.includes(id.toUpperCase()));
  return `There is no rule "${id}"${near ? `; did you mean "${near.id}"?` : "; `heed rules` lists them."}`;
}

function page(rule: Rule, style: Style): string {
  const [example] = rule.examples;
  const options = Object.entries(rule.options).map(
    ([name, { type, description, default: value }]) =>
      `${indent}${style("bold", name)} (${type}, ${JSON.stringify(value)})\n${wrapped(description, width, `${indent}    `)}`,
  );
  const sections = [
    section("NAME", `${rule.id} — ${rule.summary}`, style),
    section("WHY", rule.why, style),
    section("ANSWERS TO", rule.answers.map((answer) => `“${answer}”`).join("\n"), style),
    ...(example ? [code("BAD", example.bad, style), code("GOOD", example.good, style)] : []),
    ...(options.length > 0 ? [`${style("bold", "OPTIONS")}\n${options.join("\n")}`] : []),
    section("FIX", fixText(rule), style),
    section(
      "SEVERITY",
      `${rule.severity}; a guide's "prefer" or priority, and the configuration, can change it.`,
      style,
    ),
    ...(rule.ruff?.length ? [section("RUFF", rule.ruff.join(" "), style)] : []),
    section(
      "TO ALLOW",
      `# heed: allow ${rule.id} — the reason\nat the end of the line, or alone on the line above.`,
      style,
    ),
  ];
  return `${sections.join("\n\n")}\n`;
}

function fixText({ fix }: Rule): string {
  if (fix === "none") return "None.";
  if (fix === "safe") return "Safe: the code behaves as before but for the flaw.";
  return "Unsafe: look at what it changes; applied only with --unsafe-fixes or by hand.";
}

function section(title: string, content: string, style: Style): string {
  return `${style("bold", title)}\n${content
    .split("\n")
    .map((paragraph) => wrapped(paragraph, width, indent))
    .join("\n")}`;
}

function code(title: string, content: string, style: Style): string {
  const lines = content
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : `${indent}${line}`));
  return `${style("bold", title)}\n${lines.join("\n")}`;
}
