// The Python files that rules look at: parsed when first needed, with ruff's answers to all rules from as few runs as possible.

import { type ExternalFact, Links, type OwnFact } from "../python/external.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { RuffFinding, RuffReport, RuffRequest } from "../python/ruff.ts";
import { RuffRuns } from "../python/ruff-runs.ts";
import { SourceFile } from "../python/source-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Derived, Memo } from "./memo.ts";
import type { Ports } from "./ports.ts";
import { shifted } from "./shifted.ts";
import { type Sources, sameJson } from "./sources.ts";

/** Trees are large; those of files that are not being worked on are let go. */
const treesHeld = 24;

/** A file that knows what its imports are, and the answers of other files that it has been given so far. */
interface Linked {
  readonly base: SourceFile;
  readonly file: SourceFile;
  readonly asked: Map<string, ExternalFact | undefined>;
}

export class PythonFiles {
  readonly #file: Derived<SourceFile | undefined>;
  readonly #externalFact: Derived<ExternalFact | undefined>;
  readonly #linked = new Map<string, Linked>();
  readonly #atHead: Derived<PythonFile | undefined>;
  readonly #runs: Derived<RuffRuns | undefined>;
  readonly #sources: Sources;
  readonly #asking = new Set<string>();
  /** Of open documents: what ruff said when the text last was whole. */
  readonly #lastGood = new Map<string, { text: string; answers: Map<string, readonly RuffFinding[]> }>();

  /** `requests` says what the rules of a file will ask of ruff; `moduleFile` finds the file of a dotted name. */
  constructor(
    memo: Memo,
    sources: Sources,
    ports: Ports,
    requests: (path: string) => readonly RuffRequest[],
    moduleFile: (module: string, from: string) => string | undefined,
  ) {
    this.#sources = sources;
    const links = new Links({ moduleFile, fact: (path, name) => this.#fact(path, name, ownFact) });
    const ownFact = memo.derived<OwnFact | undefined>(
      "fact",
      (key) => {
        const [path = "", name = ""] = key.split("\0");
        return this.file(path)?.fact(name);
      },
      { equal: sameJson },
    );
    this.#externalFact = memo.derived(
      "externalFact",
      (key) => {
        const [path = "", dotted = ""] = key.split("\0");
        return links.externalFor(path)(dotted);
      },
      { equal: sameJson },
    );
    const wanted = memo.derived("ruffRequests", requests, { equal: sameJson });
    this.#runs = memo.derived(
      "ruff",
      (path) => {
        const text = sources.text(path);
        return text === undefined ? undefined : new RuffRuns(text, ports.ruff, wanted(path));
      },
      { keep: 4 * treesHeld },
    );
    // Every file is parsed once, in a run over all of them, and made into objects as often as it is looked at.
    const packed = memo.derived("parsed", (path) => ports.parser.pack(sources.text(path) ?? ""));
    this.#file = memo.derived(
      "python",
      (path) => {
        const text = sources.text(path);
        if (text === undefined) return undefined;
        const parser = {
          parse: (of: string) =>
            of === sources.text(path) ? ports.parser.unpack(packed(path), of) : ports.parser.parse(of),
        };
        return new SourceFile(path, text, parser, (request) => this.#answer(path, text, request));
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

  /**
   * Whoever asks depends on all that this file has been told of others until now: what it is told later is read by
   * whoever makes it ask. An answer that is another one now makes the file think anew.
   */
  file(path: string): SourceFile | undefined {
    const base = this.#file(path);
    if (!base) return undefined;
    const known = this.#linked.get(path);
    if (known?.base === base && [...known.asked].every(([dotted, fact]) => this.#told(path, dotted) === fact))
      return known.file;
    const asked = new Map<string, ExternalFact | undefined>();
    const file = base.seenWith((dotted) => {
      const fact = this.#told(path, dotted);
      asked.set(dotted, fact);
      return fact;
    });
    this.#linked.delete(path);
    this.#linked.set(path, { base, file, asked });
    const oldest = this.#linked.size > treesHeld ? this.#linked.keys().next().value : undefined;
    if (oldest !== undefined) this.#linked.delete(oldest);
    return file;
  }

  /** The syntax tree, for what needs no more than that. */
  tree(path: string): SyntaxNode | undefined {
    return this.#file(path)?.root;
  }

  #told(path: string, dotted: string): ExternalFact | undefined {
    return this.#guarded(`${path}\0${dotted}`, this.#externalFact);
  }

  #fact(path: string, name: string, ownFact: Derived<OwnFact | undefined>): OwnFact | undefined {
    return this.#guarded(`${path}\0${name}\0`, (key) => ownFact(key.slice(0, -1)));
  }

  /** Files that import each other in a circle find nothing the second time round. */
  #guarded<T>(key: string, ask: (key: string) => T | undefined): T | undefined {
    if (this.#asking.has(key)) return undefined;
    this.#asking.add(key);
    try {
      return ask(key);
    } finally {
      this.#asking.delete(key);
    }
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
