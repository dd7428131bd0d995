// `heed coverage`: every directive of every guide and what became of it.

import { statSync } from "node:fs";
import { resolve } from "node:path";
import { statuses, totalsOf } from "../engine/coverage.ts";
import { type CommandLine, readCommandLine } from "./command-line.ts";
import { coverageText } from "./coverage-text.ts";
import { jobsOf } from "./jobs.ts";
import { coverageInParallel } from "./parallel-coverage.ts";
import type { ShownCoverage } from "./shown-coverage.ts";
import { styleFor } from "./style.ts";

export async function coverage(args: readonly string[]): Promise<number> {
  const line = readCommandLine(args, {
    format: { type: "string" },
    jobs: { type: "string" },
    color: { type: "string" },
  });
  const format = line.choice("format", ["text", "json"], "text");
  const style = styleFor(line.choice("color", ["always", "never", "auto"], "auto"), process.stdout, process.env);
  const guides = await gather(line);
  process.stdout.write(format === "json" ? json(guides) : coverageText(guides, style));
  return 0;
}

/** Files are taken as guides and folders as workspaces, whichever way they are mixed. */
async function gather(line: CommandLine): Promise<readonly ShownCoverage[]> {
  const { paths } = line;
  const files = paths.filter(isFile);
  const folders = paths.length === 0 ? ["."] : paths.filter((path) => !isFile(path));
  const guides: ShownCoverage[] = files.length > 0 ? [...(await coverageInParallel(files, jobsOf(line)))] : [];
  if (folders.length === 0) return guides;
  const { coverageOfFolder } = await import("./folder-coverage.ts");
  for (const folder of folders) guides.push(...(await coverageOfFolder(folder, folders.length + files.length > 1)));
  return guides;
}

/** A path that leads through a file is none; whatever else cannot be looked at is reported as a folder that is not there. */
function isFile(path: string): boolean {
  try {
    return statSync(resolve(path)).isFile();
  } catch {
    return false;
  }
}

function json(guides: readonly ShownCoverage[]): string {
  const shown = guides.map(({ directives, ...guide }) => ({
    ...guide,
    directives: directives.map(({ proposal, findings, rules, reason, ...directive }) => ({
      ...directive,
      rules: rules.map(({ id, options, evidence }) => ({ id, options, evidence })),
      reason,
      ...(proposal !== null && { proposal }),
      findings,
    })),
  }));
  const { directives, ...counts } = totalsOf(guides);
  const totals = { directives, ...Object.fromEntries(statuses.map((status) => [status, counts[status]])) };
  return `${JSON.stringify({ version: 1, guides: shown, totals }, undefined, 2)}\n`;
}
