// Ruff behind the interface of rules: settings in, findings with spans out, and a new instance whenever one is spent.

import { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";
import { formatCode, formatFindings } from "./format-finding.ts";
import type { Ruff, RuffFinding, RuffReport, RuffRequest } from "./ruff.ts";
import { type RuffDiagnostic, RuffInstance, type RuffLocation } from "./ruff-instance.ts";

/** The memory of an instance never shrinks, so one that a very large file has blown up is let go. */
const mostBytes = 160 * 1024 * 1024;
const mostLinters = 24;

export class RuffLinter implements Ruff {
  readonly #module: WebAssembly.Module;
  readonly #linters = new Map<string, number>();
  #instance: RuffInstance | undefined;

  constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  check(text: string, request: RuffRequest): RuffReport {
    // Ruff skips a byte order mark but counts it in some places of the first line and not in others.
    const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    if (isNestedTooDeeply(text)) return { findings: [], syntaxErrors: [], failure: "brackets are nested too deeply" };
    const places = new Places(text, shift);
    try {
      const diagnostics = this.#running().check(this.#linter(request), shift === 0 ? text : text.slice(1));
      const findings: RuffFinding[] = [];
      const syntaxErrors: RuffFinding[] = [];
      for (const diagnostic of diagnostics) {
        const isError = diagnostic.code === null || diagnostic.code === "invalid-syntax";
        (isError ? syntaxErrors : findings).push(places.finding(diagnostic));
      }
      if (request.select.includes(formatCode) && !syntaxErrors.length) {
        const formatted = this.#running().format(this.#linter(request), text.slice(shift));
        findings.push(...formatFindings(text, text.slice(0, shift) + formatted));
      }
      if (this.#running().bytes > mostBytes) this.#letGo();
      return { findings, syntaxErrors, failure: undefined };
    } catch (error) {
      const failure = this.#instance?.panic ?? (error instanceof Error ? error.message : String(error));
      this.#letGo();
      return { findings: [], syntaxErrors: [], failure };
    }
  }

  /** What ruff says against a request: an unknown selector or setting; undefined where it takes it. */
  refusal(request: RuffRequest): string | undefined {
    try {
      this.#linter(request);
      return undefined;
    } catch (error) {
      this.#letGo();
      return error instanceof Error ? error.message : String(error);
    }
  }

  #running(): RuffInstance {
    this.#instance ??= new RuffInstance(this.#module);
    return this.#instance;
  }

  #linter(request: RuffRequest): number {
    const settings = settingsOf(request);
    const key = JSON.stringify(settings);
    const known = this.#linters.get(key);
    if (known !== undefined) return known;
    const opened = this.#running().open(settings);
    for (const [oldest, address] of this.#linters) {
      if (this.#linters.size < mostLinters) break;
      this.#running().close(address);
      this.#linters.delete(oldest);
    }
    this.#linters.set(key, opened);
    return opened;
  }

  #letGo(): void {
    this.#instance = undefined;
    this.#linters.clear();
  }
}

const mostNested = 200;
const bracketsAndTexts =
  /#[^\n\r]*|("""|''')[\s\S]*?(?:\1|$)|"(?:\\[\s\S]|[^"\\\n\r])*"?|'(?:\\[\s\S]|[^'\\\n\r])*'?|[([{]|[)\]}]/g;

/** Python takes no more than 200 brackets in each other; ruff needs many seconds for some of them, or all of its stack. */
function isNestedTooDeeply(text: string): boolean {
  let depth = 0;
  for (const [found] of text.matchAll(bracketsAndTexts)) {
    if (found === "(" || found === "[" || found === "{") depth++;
    else if (found === ")" || found === "]" || found === "}") depth = Math.max(0, depth - 1);
    if (depth > mostNested) return true;
  }
  return false;
}

function settingsOf(request: RuffRequest): unknown {
  const { lint, ...others } = (request.settings ?? {}) as { lint?: object };
  return { ...others, lint: { ...lint, select: request.select.filter((code) => code !== formatCode) } };
}

/** Rows and columns as offsets. */
class Places {
  readonly #lines: LineIndex;
  readonly #shift: number;

  constructor(text: string, shift: number) {
    this.#lines = new LineIndex(text);
    this.#shift = shift;
  }

  finding(diagnostic: RuffDiagnostic): RuffFinding {
    const { code, message, fix } = diagnostic;
    const span = this.#span(diagnostic.start_location, diagnostic.end_location);
    const edits = fix?.edits.map((edit) => ({
      span: this.#span(edit.location, edit.end_location),
      text: edit.content ?? "",
    }));
    const fixed = fix && edits ? { title: fix.message ?? message, edits } : undefined;
    return { code: code ?? "invalid-syntax", message, span, fix: fixed };
  }

  #span(from: RuffLocation, to: RuffLocation): Span {
    const start = this.#offset(from);
    return { start, end: Math.max(start, this.#offset(to)) };
  }

  #offset({ row, column }: RuffLocation): number {
    return this.#lines.offset({ line: row - 1, column: column - 1 + (row === 1 ? this.#shift : 0) });
  }
}
