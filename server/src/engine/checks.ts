// Runs the rules that hold for a file, each remembered by what it read, and turns what they return into findings.

import type { FileWorkspace } from "../models/file-workspace.ts";
import type { RuffRequest } from "../python/ruff.ts";
import { isTestPath } from "../python/source-file.ts";
import { isByGenerator, isTemplate } from "../rules/generated-code.ts";
import { saysNothingOf } from "../rules/stubs.ts";
import type { CheckContext, Problem, Rule } from "../rules/rule.ts";
import { type AppliedRule, rulesForFile, rulesForProject } from "./applied-rules.ts";
import { brokenFindings, unreadable } from "./broken-files.ts";
import { CancelledError } from "./cancellation.ts";
import type { Finding } from "./finding.ts";
import { inOrder, toFinding, withoutNodes } from "./finding-of.ts";
import type { GuideBook } from "./guide-book.ts";
import { keepingComments } from "./kept-comments.ts";
import type { Derived, Memo } from "./memo.ts";
import { onePerFlaw, type Reported } from "./one-per-flaw.ts";
import type { PythonFiles } from "./python-files.ts";
import { byCodeUnits, type Sources, sameJson } from "./sources.ts";
import { suppress } from "./suppression.ts";

/** A rule that threw: a fault of Heed's, not of the code that it looked at. */
export interface Failure {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

export interface CheckParts {
  readonly memo: Memo;
  readonly sources: Sources;
  readonly guides: GuideBook;
  readonly workspace: FileWorkspace;
  readonly catalogue: readonly Rule[];
  readonly pythonFiles: () => PythonFiles;
  /** Throws where the work is no longer wanted. */
  readonly checkpoint: () => void;
}

/** What a rule is run with, whichever directive asked for it; runs of the same kind are shared. */
interface Run {
  readonly rule: Rule;
  readonly options: Readonly<Record<string, unknown>>;
  readonly sentence: string;
  readonly guide: string | undefined;
}

const only = "";

export class Checks {
  readonly #parts: CheckParts;
  /** The runs, each under its place in the list, and the places by what makes a run: keys stay short. */
  readonly #runs: Run[] = [];
  readonly #runNumbers = new Map<string, number>();
  readonly #numberOf = new WeakMap<AppliedRule, number>();
  readonly #failures = new Map<string, Failure>();
  readonly #applied: Derived<readonly AppliedRule[]>;
  readonly #problems: Derived<readonly Problem[]>;
  readonly #ownFindings: Derived<readonly Finding[]>;
  readonly #projectFindings: Derived<readonly Finding[]>;
  readonly #projectFindingsIn: Derived<readonly Finding[]>;
  readonly #findings: Derived<readonly Finding[]>;
  /** By rule, the ruff codes whose `noqa` ruff itself does not see to. */
  readonly #ownCodes: ReadonlyMap<string, readonly string[]>;

  constructor(parts: CheckParts) {
    this.#parts = parts;
    this.#ownCodes = new Map(parts.catalogue.map((rule) => [rule.id, asksRuff(rule) ? [] : (rule.ruff ?? [])]));
    const { memo, sources, guides } = parts;
    this.#applied = memo.derived(
      "appliedRules",
      (path) =>
        sources.isIgnored(path) ? [] : rulesForFile(path, isTestPath(path), guides.bound, sources.configuration),
      { equal: sameApplied },
    );
    this.#problems = memo.derived("problems", (key) => this.#run(key));
    this.#ownFindings = memo.derived("ownFindings", (path) => this.#check(path));
    this.#projectFindings = memo.derived("projectFindings", () => this.#checkProject(), { equal: sameJson });
    this.#projectFindingsIn = memo.derived(
      "projectFindingsIn",
      (path) => this.#projectFindings(only).filter((finding) => finding.path === path),
      { equal: sameJson },
    );
    this.#findings = memo.derived("findings", (path) => this.#settled(path), { equal: sameJson });
  }

  applied(path: string): readonly AppliedRule[] {
    return this.#applied(path);
  }

  /** Every finding that lies in a Python file. */
  findings(path: string): readonly Finding[] {
    return this.#findings(path);
  }

  /** What the project as a whole lacks; those that lie in a Python file are among its findings too. */
  projectFindings(): readonly Finding[] {
    return this.#projectFindings(only);
  }

  get failures(): readonly Failure[] {
    return [...this.#failures.values()].toSorted((a, b) => byCodeUnits(a.rule, b.rule));
  }

  /** What the rules of a file will ask of ruff. */
  ruffRequests(path: string): readonly RuffRequest[] {
    return this.#applied(path).flatMap(({ rule, options }) => {
      if (!("ruffRequest" in rule) || !rule.ruffRequest) return [];
      try {
        return [rule.ruffRequest(options, this.#parts.workspace)];
      } catch (error) {
        this.#failed(rule, path, error);
        return [];
      }
    });
  }

  #keyOf(path: string, applied: AppliedRule): string {
    let number = this.#numberOf.get(applied);
    if (number === undefined) {
      number = this.#runNumber(applied);
      this.#numberOf.set(applied, number);
    }
    return `${path}\n${number}`;
  }

  #runNumber(applied: AppliedRule): number {
    const sentence = applied.directive.text;
    const guide = applied.rule.scope === "project" ? applied.directive.guide : undefined;
    const run = `${applied.rule.id} ${JSON.stringify(applied.options)} ${sentence} ${guide ?? ""}`;
    const known = this.#runNumbers.get(run);
    if (known !== undefined) return known;
    this.#runs.push({ rule: applied.rule, options: applied.options, sentence, guide });
    this.#runNumbers.set(run, this.#runs.length - 1);
    return this.#runs.length - 1;
  }

  /** The problems of one rule in one file; a rule that throws has none, and is reported once. */
  #run(key: string): readonly Problem[] {
    this.#parts.checkpoint();
    const end = key.indexOf("\n");
    const path = key.slice(0, end);
    const run = this.#runs[Number(key.slice(end + 1))];
    if (!run) return [];
    const { rule, sentence, guide } = run;
    const options = run.options as never;
    const matched = guide === undefined ? undefined : new Set(this.#parts.guides.matchedFiles(guide));
    const context: CheckContext = {
      workspace: this.#parts.workspace,
      sentence,
      ...(matched && { covers: (one: string) => matched.has(one) }),
    };
    try {
      if (rule.scope === "guide") return [];
      if (rule.scope === "project") return [...rule.check(options, context)].map(withoutNodes);
      if (rule.scope === "diff") {
        const { sources } = this.#parts;
        // Nearly every file is as it was at HEAD, and a rule about changes has nothing to say of it.
        if (!sources.hasRepository || sources.text(path) === sources.atHead(path)) return [];
        const file = this.#parts.pythonFiles().file(path);
        return file
          ? [...rule.check(file, this.#parts.pythonFiles().atHead(path), options, context)].map(withoutNodes)
          : [];
      }
      const text = this.#parts.sources.text(path);
      if (text === undefined || (rule.mentions && !rule.mentions.some((word) => text.includes(word)))) return [];
      const file = this.#parts.pythonFiles().file(path);
      if (!file || isTemplate(file) || saysNothingOf(rule.id, path)) return [];
      const problems = [...rule.check(file, options, context)].map((problem) =>
        withoutNodes(keepingComments(file, problem)),
      );
      return problems.length > 0 && rule.generated === false && isByGenerator(file, this.#parts.workspace)
        ? []
        : problems;
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      // Code nested deeper than JavaScript's stack is no fault of the rule; it cannot know, and is silent.
      if (!isStackOverflow(error)) this.#failed(rule, path, error);
      return [];
    }
  }

  #failed(rule: Rule, path: string, error: unknown): void {
    if (this.#failures.has(rule.id)) return;
    this.#failures.set(rule.id, {
      rule: rule.id,
      path,
      message: error instanceof Error ? error.message : String(error),
    });
  }

  #check(path: string): readonly Finding[] {
    const findings: Reported[] = [];
    const seen = new Set<string>();
    for (const applied of this.#applied(path)) {
      for (const problem of this.#problems(this.#keyOf(path, applied))) {
        const finding = toFinding(problem, problem.path ?? path, applied);
        const what = applied.rule.oncePerPlace ? "" : finding.message;
        const place = `${finding.rule} ${finding.path} ${finding.span.start} ${finding.span.end} ${what}`;
        if (!seen.has(place)) findings.push({ finding, flaw: problem.flaw });
        seen.add(place);
      }
    }
    return onePerFlaw(findings);
  }

  #checkProject(): readonly Finding[] {
    const { guides, sources } = this.#parts;
    const hasPython = sources.pythonPaths.length > 0;
    const speaking = guides.bound.filter(({ guide }) =>
      hasPython ? guides.matchedFiles(guide.path).length > 0 : !guide.applicability.onRequestOnly,
    );
    return rulesForProject(speaking, sources.configuration).flatMap((applied) =>
      this.#problems(this.#keyOf("", applied)).map((problem) => {
        if (problem.path !== undefined) return toFinding(problem, problem.path, applied);
        const { guide, span } = applied.directive;
        return toFinding({ ...problem, span }, guide, applied);
      }),
    );
  }

  #settled(path: string): readonly Finding[] {
    this.#parts.checkpoint();
    const own = [...this.#ownFindings(path), ...this.#projectFindingsIn(path)];
    const applied = this.#applied(path);
    if (applied.length === 0 && own.length === 0) return [];
    const file = this.#parts.pythonFiles().file(path);
    if (!file) return this.#parts.sources.has(path) ? [...own, unreadable(path)] : own;
    const broken = brokenFindings(path, file, this.#parts.pythonFiles().report(path));
    const kept = suppress(file, own, {
      codesOf: (rule) => this.#ownCodes.get(rule) ?? [],
      isKnownRule: (rule) => this.#ownCodes.has(rule),
      isBroken: broken.length > 0,
    });
    return inOrder(this.#configured([...kept, ...broken]));
  }

  /** Findings that no directive asks for have their severity from the configuration, where it speaks of them. */
  #configured(findings: readonly Finding[]): readonly Finding[] {
    const { rules } = this.#parts.sources.configuration;
    return findings.flatMap((finding) => {
      const severity = finding.directive ? undefined : rules[finding.rule]?.severity;
      if (severity === "off") return [];
      return severity ? [{ ...finding, severity }] : [finding];
    });
  }
}

function asksRuff(rule: Rule): boolean {
  return "ruffRequest" in rule && rule.ruffRequest !== undefined;
}

function sameApplied(a: readonly AppliedRule[], b: readonly AppliedRule[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return (
        other !== undefined &&
        one.rule === other.rule &&
        one.severity === other.severity &&
        sameJson(one.options, other.options) &&
        sameJson(one.directive, other.directive)
      );
    })
  );
}

/** Other range errors are faults of the rule like any other. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}
