// `heed why FILE[:LINE]`: which guides speak of a file and why, and the rules that this brings.

import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Application } from "../engine/why.ts";
import { createEngine } from "../host/create-engine.ts";
import { projectFolderOf } from "../host/project-folder.ts";
import { readCommandLine } from "./command-line.ts";
import { checkConfiguration } from "./configured.ts";
import { inReportOrder, type ReportedFinding, Reporter } from "./report.ts";
import { type Style, styleFor, wrapped } from "./style.ts";
import { targetsOf, toPath } from "./targets.ts";
import { UsageError } from "./usage-error.ts";

const width = 100;

export async function why(args: readonly string[]): Promise<number> {
  const line = readCommandLine(args, { format: { type: "string" }, color: { type: "string" } });
  const format = line.choice("format", ["text", "json"], "text");
  const style = styleFor(line.choice("color", ["always", "never", "auto"], "auto"), process.stdout, process.env);
  const [target, ...others] = line.paths;
  if (target === undefined || others.length > 0)
    throw new UsageError("Say which one file to explain: heed why FILE[:LINE].");
  const { file, at } = split(target);
  if (!existsSync(file)) throw new UsageError(`There is no file "${file}".`);
  const root = rootFor(file);
  const { engine } = await createEngine(root);
  checkConfiguration(engine);
  const application = engine.why(toPath(root, resolve(file)), at === undefined ? undefined : at - 1);
  const reporter = new Reporter(engine, (path) => path);
  const findings = inReportOrder(application.findings.map((finding) => reporter.reported(finding)));
  process.stdout.write(format === "json" ? json(application, findings) : text(application, findings, style));
  return 0;
}

/** The folder the program was started in where the file lies in it, else the file's project. */
function rootFor(file: string): string {
  const { root } = targetsOf([file]);
  return root === dirname(resolve(file)) && root !== process.cwd() ? (projectFolderOf(resolve(file)) ?? root) : root;
}

function split(target: string): { readonly file: string; readonly at: number | undefined } {
  const match = /^(.+?):(\d+)$/.exec(target);
  if (!match?.[1] || existsSync(target)) return { file: target, at: undefined };
  return { file: match[1], at: Number(match[2]) };
}

function json({ path, line, guides }: Application, findings: readonly ReportedFinding[]): string {
  const answer = {
    version: 1,
    file: path,
    ...(line !== undefined && { line: line + 1 }),
    guides: guides.map(({ guide, applies, verdicts, rules }) => ({
      file: guide.path,
      format: guide.format,
      applies,
      verdicts,
      rules: rules.map(({ rule, options, severity, directive }) => ({
        id: rule.id,
        severity,
        options,
        line: directive.line + 1,
        text: directive.text,
      })),
    })),
    findings,
  };
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}

function text({ path, line, guides }: Application, findings: readonly ReportedFinding[], style: Style): string {
  let output = `${style("bold", line === undefined ? path : `${path}:${line + 1}`)}\n\n`;
  if (guides.length === 0) output += "No guide was found for it.\n";
  for (const { guide, applies, verdicts, rules } of guides) {
    output += `${applies ? style("green", "✓") : style("dim", "✗")} ${guide.path}\n`;
    for (const { assistant, because } of verdicts) output += `${wrapped(`${assistant}: ${because}`, width, "    ")}\n`;
    for (const { rule, severity, directive } of rules) {
      output += `    ${style("cyan", rule.id)} ${style("dim", `${severity}, line ${directive.line + 1}:`)} “${directive.text}”\n`;
    }
    output += "\n";
  }
  const where = line === undefined ? "in the file" : "on the line";
  output += findings.length === 0 ? `Nothing found ${where}.\n` : `Found ${where}:\n`;
  for (const { line: at, column, rule, severity, message } of findings) {
    output += `  ${at}:${column}  ${severity}  ${rule}\n${wrapped(message, width, "      ")}\n`;
  }
  return output;
}
