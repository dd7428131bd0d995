// A workspace without a disk: files by path, the real parser and the real ruff. The tests of the engine touch it through this alone.

import { Engine, type EngineOptions } from "../../server/src/engine/engine.ts";
import { loadRuff } from "../../server/src/host/ruff-wasm.ts";
import { loadParser } from "../../server/src/host/tree-sitter.ts";
import { LineIndex } from "../../server/src/text/line-index.ts";

const [parser, ruff] = await Promise.all([loadParser(), loadRuff()]);

export class InMemoryWorkspace {
  readonly files: Map<string, string>;
  readonly engine: Engine;

  /** `head` holds the texts of the last commit; without it there is no repository. */
  constructor(
    files: Readonly<Record<string, string>>,
    options: EngineOptions & { readonly head?: Readonly<Record<string, string>> } = {},
  ) {
    this.files = new Map(Object.entries(files));
    const { head } = options;
    this.engine = new Engine(
      {
        files: { list: () => [...this.files.keys()], read: (path) => this.files.get(path) },
        git: { hasRepository: head !== undefined, atHead: (path) => head?.[path] },
        parser,
        ruff,
      },
      options,
    );
  }

  /** As a save, a deletion or a branch switch would. */
  change(files: Readonly<Record<string, string | undefined>>): void {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) this.files.delete(path);
      else this.files.set(path, text);
    }
    this.engine.filesChanged(Object.keys(files));
  }

  /** "rule line:column", counted from one, in one file. */
  places(path: string): readonly string[] {
    const lines = new LineIndex(this.engine.text(path) ?? "");
    return this.engine.findings(path).map(({ rule, span }) => {
      const { line, column } = lines.position(span.start);
      return `${rule} ${line + 1}:${column + 1}`;
    });
  }
}
