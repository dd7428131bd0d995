// The workspace as rules ask about it, over whatever brings the files: the engine, or a table in a test.

import type { PythonFile } from "../python/python-file.ts";
import type { Facts } from "./facts.ts";
import { pythonVersion } from "./python-version.ts";
import type { Workspace } from "./workspace.ts";

/** What a workspace is made of. Every call may be recorded, so nothing here is remembered. */
export interface WorkspaceSource {
  readonly pythonPaths: readonly string[];
  readonly otherPaths: readonly string[];
  readonly hasRepository: boolean;
  has(path: string): boolean;
  moduleFile(module: string, from: string): string | undefined;
  text(path: string): string | undefined;
  python(path: string): PythonFile | undefined;
  atHead(path: string): string | undefined;
  readonly facts: Facts;
}

export class FileWorkspace implements Workspace {
  readonly #source: WorkspaceSource;

  constructor(source: WorkspaceSource) {
    this.#source = source;
  }

  get pythonFiles(): readonly string[] {
    return this.#source.pythonPaths;
  }

  get otherFiles(): readonly string[] {
    return this.#source.otherPaths;
  }

  get hasRepository(): boolean {
    return this.#source.hasRepository;
  }

  get pythonVersion(): readonly [number, number] | undefined {
    return pythonVersion(this.#source);
  }

  get facts(): Facts {
    return this.#source.facts;
  }

  has(path: string): boolean {
    return this.#source.has(path);
  }

  text(path: string): string | undefined {
    return this.#source.text(path);
  }

  python(path: string): PythonFile | undefined {
    return this.#source.python(path);
  }

  moduleFile(module: string, from: string): string | undefined {
    return this.#source.moduleFile(module, from);
  }

  atHead(path: string): string | undefined {
    return this.#source.atHead(path);
  }
}
