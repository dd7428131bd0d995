// Keeps apart, in one round, a fix that renames something and one that writes its old name elsewhere.

import type { Fix, FixEdit } from "../rules/rule.ts";

const word = /^[^\W\d]\w*$/;

export class ChangedWords {
  readonly #textOf: (path: string) => string;
  /** Old names, with the files in which they go. */
  readonly #renamed = new Map<string, Set<string>>();
  /** What other fixes write, with the file. */
  readonly #written: FixEdit[] = [];

  constructor(textOf: (path: string) => string) {
    this.#textOf = textOf;
  }

  meet(fix: Fix): boolean {
    const old = this.#oldName(fix);
    if (old === undefined)
      return fix.edits.some((edit) => [...this.#renamed].some(([name]) => this.#isStale(edit, name)));
    const paths = new Set(fix.edits.map(({ path = "" }) => path));
    return this.#written.some((edit) => mentions(edit, old) && (paths.size > 1 || paths.has(edit.path ?? "")));
  }

  add(fix: Fix): void {
    const old = this.#oldName(fix);
    if (old === undefined) {
      this.#written.push(...fix.edits.filter(({ text }) => text.trim() !== ""));
      return;
    }
    const paths = this.#renamed.get(old) ?? new Set<string>();
    for (const { path = "" } of fix.edits) paths.add(path);
    this.#renamed.set(old, paths);
  }

  #isStale(edit: FixEdit, name: string): boolean {
    const paths = this.#renamed.get(name);
    return paths !== undefined && (paths.size > 1 || paths.has(edit.path ?? "")) && mentions(edit, name);
  }

  /** The one word that all edits of a renaming replace by another. */
  #oldName({ edits }: Fix): string | undefined {
    const [first] = edits;
    if (first === undefined || !word.test(first.text)) return undefined;
    const old = this.#textOf(first.path ?? "").slice(first.span.start, first.span.end);
    if (!word.test(old) || old === first.text) return undefined;
    const isOld = ({ path = "", span, text }: FixEdit) =>
      text === first.text && this.#textOf(path).slice(span.start, span.end) === old;
    return edits.every(isOld) ? old : undefined;
  }
}

function mentions({ text }: FixEdit, name: string): boolean {
  return text.includes(name) && new RegExp(String.raw`\b${name}\b`).test(text);
}
