// The Python files that rules look at: parsed when first needed, with ruff's answers to all rules from as few runs as possible.

import type { PythonFile } from "../python/python-file.ts";
import type { RuffFinding, RuffReport, RuffRequest } from "../python/ruff.ts";
import { SourceFile } from "../python/source-file.ts";
import type { Derived, Memo } from "./memo.ts";
import type { Ports } from "./ports.ts";
import { RuffRuns } from "./ruff-runs.ts";
import { shifted } from "./shifted.ts";
import { sameJson, type Sources } from "./sources.ts";

/** Trees are large; those of files that are not being worked on are let go. */
const treesHeld = 24;

export class PythonFiles {
  readonly #file: Derived<PythonFile | undefined>;
  readonly #atHead: Derived<PythonFile | undefined>;
  readonly #runs: Derived<RuffRuns | undefined>;
  readonly #sources: Sources;
  /** Of open documents: what ruff said when the text last was whole. */
  readonly #lastGood = new Map<string, { text: string; answers: Map<string, readonly RuffFinding[]> }>();

  /** `requests` says what the rules of a file will ask of ruff. */
  constructor(memo: Memo, sources: Sources, ports: Ports, requests: (path: string) => readonly RuffRequest[]) {
    this.#sources = sources;
    const wanted = memo.derived("ruffRequests", requests, { equal: sameJson });
    this.#runs = memo.derived(
      "ruff",
      (path) => {
        const text = sources.text(path);
        return text === undefined ? undefined : new RuffRuns(text, ports.ruff, wanted(path));
      },
      { keep: 4 * treesHeld },
    );
    this.#file = memo.derived(
      "python",
      (path) => {
        const text = sources.text(path);
        if (text === undefined) return undefined;
        return new SourceFile(path, text, ports.parser, (request) => this.#answer(path, text, request));
      },
      { keep: treesHeld },
    );
    this.#atHead = memo.derived(
      "pythonAtHead",
      (path) => {
        const text = sources.atHead(path);
        if (text === undefined) return undefined;
        const runs = new RuffRuns(text, ports.ruff, []);
        return new SourceFile(path, text, ports.parser, (request) => runs.answer(request));
      },
      { keep: treesHeld },
    );
  }

  file(path: string): PythonFile | undefined {
    return this.#file(path);
  }

  atHead(path: string): PythonFile | undefined {
    return this.#atHead(path);
  }

  /** What ruff said of the text as a whole: its syntax errors and its own failure. */
  report(path: string): RuffReport | undefined {
    return this.#runs(path)?.firstReport;
  }

  closed(path: string): void {
    this.#lastGood.delete(path);
  }

  #answer(path: string, text: string, request: RuffRequest): readonly RuffFinding[] {
    const runs = this.#runs(path);
    if (!runs) return [];
    const answer = runs.answer(request);
    if (!this.#sources.isOpen(path)) return answer;
    const report = runs.firstReport;
    const isWhole = report?.syntaxErrors.length === 0 && report.failure === undefined;
    const key = JSON.stringify(request);
    const last = this.#lastGood.get(path);
    if (isWhole) {
      if (last?.text === text) last.answers.set(key, answer);
      else this.#lastGood.set(path, { text, answers: new Map([[key, answer]]) });
      return answer;
    }
    // Half-typed code: ruff drops all rules that need the tree, so what it last said of them is carried along.
    const carried = shifted(last?.answers.get(key) ?? [], last?.text ?? "", text);
    const isNew = (finding: RuffFinding) =>
      !answer.some(({ code, span }) => code === finding.code && span.start === finding.span.start);
    return [...answer, ...carried.filter(isNew)].toSorted((a, b) => a.span.start - b.span.start);
  }
}
