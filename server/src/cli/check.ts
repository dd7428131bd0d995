// `heed check`: finds guides and code, prints what the code does against the guides, and fixes it where asked.

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Engine } from "../engine/engine.ts";
import type { Finding } from "../engine/finding.ts";
import { ownRules } from "../engine/own-rules.ts";
import { isAtLeast, severities } from "../engine/severity.ts";
import { unifiedDiff } from "../engine/unified-diff.ts";
import { createEngine, type Workplace } from "../host/create-engine.ts";
import type { Severity } from "../rules/rule.ts";
import { withoutKnown, writeBaseline } from "./baseline.ts";
import { changedFilter } from "./changed.ts";
import { type CommandLine, distance, type OptionTable, readCommandLine } from "./command-line.ts";
import { checkConfiguration } from "./configured.ts";
import { render, reportFormats } from "./formats/render.ts";
import { jobsOf } from "./jobs.ts";
import { findingsInParallel } from "./parallel.ts";
import { Progress } from "./progress.ts";
import { inReportOrder, type Report, Reporter } from "./report.ts";
import { inputDigests, RunCache } from "./run-cache.ts";
import { inShard, readShard } from "./shard.ts";
import { styleFor } from "./style.ts";
import { type Targets, targetsOf, toPath } from "./targets.ts";
import { UsageError } from "./usage-error.ts";
import { watchAndRepeat } from "./watch.ts";

const options: OptionTable = {
  fix: { type: "boolean" },
  "unsafe-fixes": { type: "boolean" },
  diff: { type: "boolean" },
  format: { type: "string" },
  output: { type: "string" },
  select: { type: "string", multiple: true },
  ignore: { type: "string", multiple: true },
  "min-severity": { type: "string" },
  changed: { type: "string" },
  baseline: { type: "string" },
  "update-baseline": { type: "boolean" },
  watch: { type: "boolean" },
  "no-cache": { type: "boolean" },
  jobs: { type: "string" },
  shard: { type: "string" },
  "stdin-filename": { type: "string" },
  quiet: { type: "boolean" },
  color: { type: "string" },
};

export async function check(args: readonly string[]): Promise<number> {
  const line = readCommandLine(args, options);
  // Everything that can be wrong with the options is said before any work is done.
  line.choice("format", reportFormats, "text");
  line.choice("color", ["always", "never", "auto"], "auto");
  line.choice("min-severity", severities, "hint");
  readShard(line.text("shard"));
  jobsOf(line);
  const targets = targetsFor(line);
  if (line.flag("watch")) return watchAndRepeat(targets.root, () => checkOnce(line, targets));
  return checkOnce(line, targets);
}

function targetsFor(line: CommandLine): Targets {
  const stdinName = line.text("stdin-filename");
  if (stdinName === undefined) return targetsOf(line.paths);
  if (line.flag("watch")) throw new UsageError("--watch cannot wait for code that comes on stdin.");
  const folder = targetsOf(line.paths.length > 0 ? line.paths : ["."]);
  const path = toPath(folder.root, resolve(stdinName));
  if (path.startsWith("../"))
    throw new UsageError(`"${stdinName}" lies outside ${line.paths[0] ?? "the current folder"}.`);
  return { ...folder, includes: (other) => other === path };
}

async function checkOnce(line: CommandLine, targets: Targets): Promise<number> {
  const start = performance.now();
  const workplace = await createEngine(targets.root);
  const { engine } = workplace;
  checkConfiguration(engine);
  const wanted = wantedRules(line, engine);
  const stdinName = line.text("stdin-filename");
  const stdinPath = stdinName === undefined ? undefined : toPath(targets.root, resolve(stdinName));
  if (stdinPath !== undefined) engine.setText(stdinPath, readFileSync(0, "utf8"));
  const isChanged = changedFilter(line.text("changed"), workplace);
  const shard = readShard(line.text("shard"));
  const code = engine.pythonFiles.filter(targets.includes);
  const guidePaths = engine.guides.map(({ path }) => path).filter(targets.includes);
  const paths = inShard([...new Set([...code, ...guidePaths])], shard);
  const isWanted = (finding: Finding) => wanted(finding) && targets.includes(finding.path) && isChanged(finding);

  if (line.flag("fix") || line.flag("diff") || line.flag("unsafe-fixes")) {
    const done = fix(line, workplace, targets, [...paths, ...projectPaths(engine, paths)], isWanted, stdinPath);
    if (done !== undefined) return done;
  }

  const progress = new Progress(process.stderr, line.flag("quiet"));
  const isWhole = stdinPath === undefined && !shard && code.length === engine.pythonFiles.length;
  const cache = isWhole && !line.flag("no-cache") ? RunCache.of(engine, targets.root) : undefined;
  let all = cache?.known();
  if (!all) {
    const done = await findingsInParallel(
      targets.root,
      workplace,
      paths,
      stdinPath === undefined ? jobsOf(line) : 1,
      progress,
    );
    const projects = shard && shard.index !== 1 ? [] : elsewhere(engine, paths);
    all = [...done.findings, ...projects];
    cache?.keep(all, [inputDigests(engine), ...done.inputs]);
  }
  progress.end();
  const reporter = new Reporter(engine, targets.shown);
  const findings = inReportOrder(all.filter(isWanted).map((finding) => reporter.reported(finding)));
  let report: Report = {
    findings,
    lineOf: (finding) => reporter.lineOf(finding),
    files: code.filter((path) => paths.includes(path)).length,
    guides: engine.guides.length,
    ms: Math.round(performance.now() - start),
  };
  report = applyBaseline(line, report);
  write(
    line,
    render(report, {
      format: line.choice("format", reportFormats, "text"),
      style:
        line.text("output") === undefined
          ? styleFor(line.choice("color", ["always", "never", "auto"], "auto"), process.stdout, process.env)
          : styleFor("never", {}, {}),
      quiet: line.flag("quiet"),
      rules: [...engine.catalogue, ...ownRules],
    }),
  );
  for (const { rule, path, message } of engine.failures) {
    console.error(
      `heed: the rule ${rule} failed on ${path || "the project"} (${message}). This is a fault of Heed's; all other rules were held.`,
    );
  }
  return report.findings.length > 0 ? 1 : 0;
}

/** By rule and severity, as the options say. */
function wantedRules(line: CommandLine, engine: Engine): (finding: Finding) => boolean {
  const known = [...engine.catalogue, ...ownRules].map(({ id }) => id);
  const select = line.list("select");
  const ignore = line.list("ignore");
  for (const id of [...select, ...ignore]) {
    if (known.includes(id)) continue;
    const near = known.find((candidate) => distance(candidate, id) <= 2);
    throw new UsageError(
      `There is no rule "${id}"${near ? `; did you mean "${near}"?` : "; `heed rules` lists them."}`,
    );
  }
  const threshold: Severity = line.choice("min-severity", severities, "hint");
  return ({ rule, severity }) =>
    (select.length === 0 || select.includes(rule)) && !ignore.includes(rule) && isAtLeast(severity, threshold);
}

/** Findings of the project as a whole that lie in none of the files that were looked at. */
function elsewhere(engine: Engine, paths: readonly string[]): readonly Finding[] {
  const seen = new Set(paths);
  return engine.projectFindings().filter(({ path }) => !seen.has(path));
}

function projectPaths(engine: Engine, paths: readonly string[]): readonly string[] {
  return [...new Set(elsewhere(engine, paths).map(({ path }) => path))];
}

/** An exit status where fixing is all that was asked for; undefined where what is left is to be reported. */
function fix(
  line: CommandLine,
  { engine, files }: Workplace,
  targets: Targets,
  paths: readonly string[],
  wanted: (finding: Finding) => boolean,
  stdinPath: string | undefined,
): number | undefined {
  const isPreview = line.flag("diff");
  if (!isPreview && !line.flag("fix")) return undefined;
  const result = engine.fixAll({ paths, unsafe: line.flag("unsafe-fixes"), wanted });
  for (const finding of result.refused) {
    console.error(
      `heed: the fix of ${finding.rule} in ${targets.shown(finding.path)} was left out: the file would no longer have parsed.`,
    );
  }
  const changed = [...result.texts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (isPreview) {
    const patch = changed.map(([path, text]) => unifiedDiff(targets.shown(path), engine.text(path), text)).join("");
    write(line, patch);
    return changed.length > 0 ? 1 : 0;
  }
  if (stdinPath !== undefined) {
    // As formatters do: code in, code out.
    write(line, result.texts.get(stdinPath) ?? engine.text(stdinPath) ?? "");
    return 0;
  }
  for (const [path, text] of changed) {
    try {
      if (text === undefined) files.remove(path);
      else files.write(path, text);
    } catch {
      throw new UsageError(`"${targets.shown(path)}" cannot be written.`);
    }
  }
  engine.filesChanged(changed.map(([path]) => path));
  if (!line.flag("quiet") && result.applied > 0) {
    console.error(
      `Applied ${result.applied} fix${result.applied === 1 ? "" : "es"} in ${changed.length} file${changed.length === 1 ? "" : "s"}.`,
    );
  }
  return undefined;
}

function applyBaseline(line: CommandLine, report: Report): Report {
  const isUpdate = line.flag("update-baseline");
  const path = line.text("baseline") ?? (isUpdate ? "heed-baseline.json" : undefined);
  if (path === undefined) return report;
  if (isUpdate) writeBaseline(report, path);
  return { ...report, findings: withoutKnown(report, path) };
}

function write(line: CommandLine, content: string): void {
  const output = line.text("output");
  if (output === undefined) {
    process.stdout.write(content);
    return;
  }
  try {
    writeFileSync(output, content);
  } catch {
    throw new UsageError(`"${output}" cannot be written.`);
  }
}
