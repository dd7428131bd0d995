// The one place where the tests of rules touch the engine: a rule, its options and files go in, findings and fixed texts come out.

import type { Finding } from "../../server/src/engine/finding.ts";
import { fixAll } from "../../server/src/engine/fixes.ts";
import { selects } from "../../server/src/python/ruff-runs.ts";
import { loadRuff } from "../../server/src/host/ruff-wasm.ts";
import { loadParser } from "../../server/src/host/tree-sitter.ts";
import { Facts } from "../../server/src/models/facts.ts";
import { FileWorkspace } from "../../server/src/models/file-workspace.ts";
import { moduleFile, projectFolders } from "../../server/src/models/module-file.ts";
import type { PythonFile } from "../../server/src/python/python-file.ts";
import { SourceFile } from "../../server/src/python/source-file.ts";
import type { CheckContext, Problem, Rule } from "../../server/src/rules/rule.ts";

const [parser, ruff] = await Promise.all([loadParser(), loadRuff()]);

/** Path → text. The first file is the one that is checked. */
export type Files = Readonly<Record<string, string>>;

export interface RuleRun {
  readonly rule: Rule;
  readonly options: Readonly<Record<string, unknown>>;
  readonly files: Files;
  /** Path → text at git's HEAD; undefined where there is no repository. */
  readonly before?: Files | undefined;
}

/** A file that stands alone. */
export function pythonFile(path: string, text: string): PythonFile {
  return new SourceFile(path, text, parser, (request) =>
    ruff.check(text, request).findings.filter(({ code }) => request.select.some((selector) => selects(selector, code))),
  );
}

/** True where Python would not parse it. */
export function hasSyntaxError(text: string): boolean {
  return ruff.check(text, { select: ["F401"] }).syntaxErrors.length > 0;
}

/** The findings of the first file, and of a project rule all; each names its path. */
export function problemsOf({
  rule,
  options,
  files,
  before,
}: RuleRun): readonly (Problem & { readonly path: string })[] {
  const python = new Map<string, PythonFile>();
  const paths = Object.keys(files).toSorted();
  const find = (module: string, from: string): string | undefined =>
    moduleFile(module, from, (path) => Object.hasOwn(files, path), projectFolders(paths));
  const workspace = new FileWorkspace({
    pythonPaths: paths.filter((path) => path.endsWith(".py")),
    otherPaths: paths.filter((path) => !path.endsWith(".py")),
    hasRepository: before !== undefined,
    has: (path) => Object.hasOwn(files, path),
    moduleFile: find,
    text: (path) => files[path],
    python: (path) => python.get(path) ?? openFile(path),
    atHead: (path) => before?.[path],
    facts: new Facts(
      {
        pythonPaths: paths.filter((path) => path.endsWith(".py")),
        text: (path) => files[path],
        tree: (path) => (files[path] === undefined ? undefined : parser.parse(files[path])),
        moduleFile: find,
      },
      remembered,
    ),
  });
  const openFile = (path: string): PythonFile | undefined => {
    const text = files[path];
    if (text === undefined || !path.endsWith(".py")) return undefined;
    const file = pythonFile(path, text);
    python.set(path, file);
    return file;
  };
  const path = Object.keys(files)[0] ?? "";
  const context: CheckContext = { workspace, sentence: rule.answers[0] ?? "" };
  const found = check(rule, path, withDefaults(rule, options), context, before);
  return [...found]
    .map((problem) => ({ ...problem, path: problem.path ?? path }))
    .toSorted((a, b) => a.span.start - b.span.start);
}

/** The files of a run never change, so what was computed once holds. */
function remembered<T>(_name: string, compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as T;
  };
}

function check(
  rule: Rule,
  path: string,
  options: Readonly<Record<string, unknown>>,
  context: CheckContext,
  before: Files | undefined,
): Iterable<Problem> {
  if (rule.scope === "guide") return [];
  if (rule.scope === "project") return rule.check(options, context);
  const file = context.workspace.python(path);
  if (file === undefined) return [];
  if (rule.scope !== "diff") return rule.check(file, options, context);
  const earlier = before?.[path];
  return rule.check(file, earlier === undefined ? undefined : pythonFile(path, earlier), options, context);
}

export function withDefaults(
  rule: Rule,
  options: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const defaults = Object.entries(rule.options).map(([name, { default: value }]) => [name, value]);
  return { ...Object.fromEntries(defaults), ...options };
}

export interface Fixed {
  /** Every file, changed or not. */
  readonly files: Files;
  /** Findings whose fix would have broken the file. */
  readonly refused: number;
  readonly applied: number;
}

/** Applies every fix, the unsafe ones too, until none is left. */
export function fixedFiles(run: RuleRun): Fixed {
  let files = run.files;
  const result = fixAll(
    { paths: Object.keys(run.files), unsafe: true },
    {
      ruff,
      text: (path) => files[path],
      findings: (path) => findings({ ...run, files }).filter((finding) => finding.path === path),
      projectFindings: () => [],
      withTexts: (work) => {
        const kept = files;
        try {
          return work((texts) => {
            files = afterwards(files, texts);
          });
        } finally {
          files = kept;
        }
      },
    },
  );
  return {
    files: afterwards(run.files, result.texts),
    refused: result.refused.length,
    applied: result.applied,
  };
}

function afterwards(files: Files, texts: ReadonlyMap<string, string | undefined>): Files {
  const all = new Map<string, string | undefined>([...Object.entries(files), ...texts]);
  return Object.fromEntries([...all].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function findings(run: RuleRun): readonly Finding[] {
  return problemsOf(run).map((problem) => ({
    path: problem.path,
    span: problem.span,
    rule: run.rule.id,
    severity: run.rule.severity,
    message: problem.message,
    directive: undefined,
    fix: problem.fix && {
      ...problem.fix,
      edits: problem.fix.edits.map((edit) => ({ ...edit, path: edit.path ?? problem.path })),
    },
    choices: problem.choices ?? [],
    related: problem.related ?? [],
  }));
}
