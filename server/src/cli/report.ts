// Findings as the command line reports them: places counted from one, paths as they were asked for.

import type { Engine } from "../engine/engine.ts";
import type { Finding } from "../engine/finding.ts";
import { severities } from "../engine/severity.ts";
import type { Severity } from "../rules/rule.ts";
import { LineIndex } from "../text/line-index.ts";

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface ReportedEdit {
  readonly file: string;
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
  /** The file itself goes. */
  readonly removesFile?: true;
}

export interface ReportedFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly guide?: { readonly file: string; readonly line: number; readonly text: string };
  readonly fix?: { readonly title: string; readonly safe: boolean; readonly edits: readonly ReportedEdit[] };
  readonly related: readonly { readonly file: string; readonly line: number; readonly message: string }[];
}

export interface Report {
  readonly findings: readonly ReportedFinding[];
  /** The source line of a finding, for those formats that show it. */
  readonly lineOf: (finding: ReportedFinding) => string;
  readonly files: number;
  readonly guides: number;
  readonly ms: number;
}

export class Reporter {
  readonly #engine: Engine;
  readonly #shown: (path: string) => string;
  readonly #lines = new Map<string, LineIndex>();
  readonly #paths = new Map<string, string>();

  constructor(engine: Engine, shown: (path: string) => string) {
    this.#engine = engine;
    this.#shown = shown;
  }

  reported(finding: Finding): ReportedFinding {
    const start = this.#place(finding.path, finding.span.start);
    const end = this.#place(finding.path, finding.span.end);
    const { directive, fix } = finding;
    return {
      file: this.#file(finding.path),
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      ...(directive && {
        guide: { file: this.#file(directive.guide), line: directive.line + 1, text: directive.text },
      }),
      ...(fix && {
        fix: {
          title: fix.title,
          safe: fix.safe,
          edits: fix.edits.map((edit) => {
            const path = edit.path ?? finding.path;
            const { span, text, removesFile } = edit;
            return {
              file: this.#file(path),
              start: this.#place(path, span.start),
              end: this.#place(path, span.end),
              text,
              ...(removesFile && { removesFile }),
            };
          }),
        },
      }),
      related: finding.related.map(({ path, span, message }) => ({
        file: this.#file(path),
        line: this.#place(path, span.start).line,
        message,
      })),
    };
  }

  lineOf(finding: ReportedFinding): string {
    return this.#index(this.#paths.get(finding.file) ?? finding.file).lineText(finding.line - 1);
  }

  #file(path: string): string {
    const shown = this.#shown(path);
    this.#paths.set(shown, path);
    return shown;
  }

  #place(path: string, offset: number): Place {
    const { line, column } = this.#index(path).position(offset);
    return { line: line + 1, column: column + 1 };
  }

  #index(path: string): LineIndex {
    let index = this.#lines.get(path);
    if (!index) {
      index = new LineIndex(this.#engine.text(path) ?? "");
      this.#lines.set(path, index);
    }
    return index;
  }
}

/** The contract's order: file, line, column, rule. */
export function inReportOrder(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return findings.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

/** How many of each severity that occurs, the gravest first. */
export function bySeverity(findings: readonly ReportedFinding[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const severity of severities.toReversed()) {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count > 0) counts[severity] = count;
  }
  return counts;
}
