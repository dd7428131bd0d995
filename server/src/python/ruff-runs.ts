// Answers the ruff requests of all rules on one text with as few runs of ruff as give each rule the answer it would get alone.

import type { Ruff, RuffFinding, RuffReport, RuffRequest } from "./ruff.ts";

type Settings = Readonly<Record<string, unknown>>;

interface Batch {
  readonly select: Set<string>;
  readonly settings: Settings;
  report: RuffReport | undefined;
}

export class RuffRuns {
  readonly #text: string;
  readonly #ruff: Ruff;
  readonly #batches: Batch[] = [];
  readonly #batchOf = new Map<string, Batch>();
  readonly #answers = new Map<string, readonly RuffFinding[]>();

  constructor(text: string, ruff: Ruff, requests: readonly RuffRequest[]) {
    this.#text = text;
    this.#ruff = ruff;
    for (const request of requests) this.#place(request);
  }

  answer(request: RuffRequest): readonly RuffFinding[] {
    const key = JSON.stringify(request);
    let answer = this.#answers.get(key);
    if (!answer) {
      const batch = this.#batchOf.get(key) ?? this.#place(request);
      answer = this.#run(batch).findings.filter(({ code }) =>
        request.select.some((selector) => selects(selector, code)),
      );
      this.#answers.set(key, answer);
    }
    return answer;
  }

  /** What ruff said in its first run; undefined where no rule asks anything of it. */
  get firstReport(): RuffReport | undefined {
    const [first] = this.#batches;
    return first && this.#run(first);
  }

  #run(batch: Batch): RuffReport {
    batch.report ??= this.#ruff.check(this.#text, { select: [...batch.select].toSorted(), settings: batch.settings });
    return batch.report;
  }

  #place(request: RuffRequest): Batch {
    const settings = request.settings ?? {};
    // A batch that has run already knows nothing of further codes.
    let batch = this.#batches.find((candidate) => !candidate.report && canShare(candidate, request.select, settings));
    if (batch) {
      const merged: Batch = {
        select: new Set([...batch.select, ...request.select]),
        settings: merge(batch.settings, settings),
        report: undefined,
      };
      this.#batches[this.#batches.indexOf(batch)] = merged;
      for (const [key, placed] of this.#batchOf) if (placed === batch) this.#batchOf.set(key, merged);
      batch = merged;
    } else {
      batch = { select: new Set(request.select), settings, report: undefined };
      this.#batches.push(batch);
    }
    this.#batchOf.set(JSON.stringify(request), batch);
    return batch;
  }
}

/**
 * Two requests may share a run where neither changes the other's answer: the settings that concern all of ruff are the same,
 * and those of one family of rules differ only where the other asks for nothing of the same codes.
 */
function canShare(batch: Batch, select: readonly string[], settings: Settings): boolean {
  const [ownLint, own] = split(batch.settings);
  const [otherLint, other] = split(settings);
  if (JSON.stringify(sorted(own)) !== JSON.stringify(sorted(other))) return false;
  const meets = select.some((code) => [...batch.select].some((held) => code.startsWith(held) || held.startsWith(code)));
  if (meets) return JSON.stringify(sorted(ownLint)) === JSON.stringify(sorted(otherLint));
  return Object.keys(otherLint).every((key) => !Object.hasOwn(ownLint, key) || sameValue(ownLint[key], otherLint[key]));
}

function split(settings: Settings): readonly [lint: Settings, rest: Settings] {
  const { lint = {}, ...rest } = settings;
  return [lint as Settings, rest];
}

function merge(a: Settings, b: Settings): Settings {
  const lint = { ...split(a)[0], ...split(b)[0] };
  return Object.keys(lint).length ? { ...a, ...b, lint } : { ...a, ...b };
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sorted(settings: Settings): readonly (readonly [string, unknown])[] {
  return Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether a selector such as "E", "D1" or "PL" names a code; "E" does not name "ERA001". */
export function selects(selector: string, code: string): boolean {
  if (!code.startsWith(selector)) return false;
  const family = /^[A-Z]+/.exec(code)?.[0] ?? "";
  const asked = /^[A-Z]+/.exec(selector)?.[0] ?? "";
  return family === asked || (asked === "PL" && family.startsWith("PL"));
}
