// `heed coverage`: every directive of every guide and what became of it.

import { statSync } from "node:fs";
import { resolve } from "node:path";
import { statuses, totalsOf } from "../engine/coverage.ts";
import { createEngine } from "../host/create-engine.ts";
import { type CommandLine, readCommandLine } from "./command-line.ts";
import { checkConfiguration } from "./configured.ts";
import { coverageText } from "./coverage-text.ts";
import { coverageOfFiles } from "./guide-files.ts";
import type { ShownCoverage } from "./shown-coverage.ts";
import { styleFor } from "./style.ts";
import { targetsOf } from "./targets.ts";

export async function coverage(args: readonly string[]): Promise<number> {
  const line = readCommandLine(args, { format: { type: "string" }, color: { type: "string" } });
  const format = line.choice("format", ["text", "json"], "text");
  const style = styleFor(line.choice("color", ["always", "never", "auto"], "auto"), process.stdout, process.env);
  const guides = await gather(line);
  process.stdout.write(format === "json" ? json(guides) : coverageText(guides, style));
  return 0;
}

/** Files are taken as guides and folders as workspaces, whichever way they are mixed. */
async function gather({ paths }: CommandLine): Promise<readonly ShownCoverage[]> {
  const isFile = (path: string) => statSync(resolve(path), { throwIfNoEntry: false })?.isFile() === true;
  const files = paths.filter(isFile);
  const folders = paths.length === 0 ? ["."] : paths.filter((path) => !isFile(path));
  const guides: ShownCoverage[] = files.length > 0 ? [...(await coverageOfFiles(files))] : [];
  for (const folder of folders) guides.push(...(await coverageOfFolder(folder, folders.length + files.length > 1)));
  return guides;
}

async function coverageOfFolder(folder: string, isOneOfMany: boolean): Promise<readonly ShownCoverage[]> {
  const targets = targetsOf([folder]);
  const { engine } = await createEngine(targets.root);
  checkConfiguration(engine);
  const prefix = isOneOfMany ? `${folder.replace(/\\/g, "/").replace(/\/+$/, "")}/` : "";
  const all = await engine.coverage();
  return all.map((guide) => ({ ...guide, file: prefix + targets.shown(guide.guide.path) }));
}

function json(guides: readonly ShownCoverage[]): string {
  const shown = guides.map(({ file, guide, matchedFiles, directives }) => ({
    file,
    format: guide.format,
    applies: guide.applicability.description,
    matchedFiles,
    directives: directives.map(({ binding, text, status, reason, findings }) => ({
      line: binding.directive.line + 1,
      endLine: binding.directive.endLine + 1,
      text,
      status,
      rules: binding.rules.map(({ rule, options, evidence }) => ({ id: rule.id, options, evidence })),
      reason,
      ...(binding.proposal !== null && { proposal: binding.proposal }),
      findings,
    })),
  }));
  const { directives, ...counts } = totalsOf(guides);
  const totals = { directives, ...Object.fromEntries(statuses.map((status) => [status, counts[status]])) };
  return `${JSON.stringify({ version: 1, guides: shown, totals }, undefined, 2)}\n`;
}
