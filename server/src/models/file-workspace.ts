// The workspace as rules ask about it, over whatever brings the files: the engine, or a table in a test.

import type { PythonFile } from "../python/python-file.ts";
import type { Facts } from "./facts.ts";
import type { Remember } from "./program.ts";
import { firstPartyNames } from "./project/first-party.ts";
import { TestImports } from "./project/test-imports.ts";
import { pythonVersion } from "./python-version.ts";
import { sameData } from "./same-data.ts";
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

const only = "";

export class FileWorkspace implements Workspace {
  readonly #source: WorkspaceSource;
  readonly testImports: TestImports;
  readonly #pythonVersion: (key: string) => readonly [number, number] | undefined;
  readonly #firstPartyNames: (key: string) => readonly string[];

  /** `remember` keeps what every rule asks of every file; without it, each asks anew. */
  constructor(source: WorkspaceSource, remember: Remember = (_name, compute) => compute) {
    this.#source = source;
    this.testImports = new TestImports(source, remember);
    this.#pythonVersion = remember("pythonVersion", () => pythonVersion(source), sameData);
    this.#firstPartyNames = remember("firstPartyNames", () => firstPartyNames(source), sameData);
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
    return this.#pythonVersion(only);
  }

  get firstPartyNames(): readonly string[] {
    return this.#firstPartyNames(only);
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
