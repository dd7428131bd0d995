// What the engine is told and reads: texts, the list of files, the state at HEAD, and the configuration.

import { moduleFile, projectFolders } from "../models/module-file.ts";
import type { Rule } from "../rules/rule.ts";
import { type Configuration, defaultConfiguration } from "./configuration.ts";
import { type ConfigurationProblem, configurationFiles, readConfigurationFile } from "./configuration-file.ts";
import type { Derived, Input, Memo } from "./memo.ts";
import { pathMatcher } from "./path-pattern.ts";
import type { FilePort, GitPort } from "./ports.ts";

interface Configured {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

const only = "";

export class Sources {
  /** Texts of documents that are open in an editor; they hide the file of that path. */
  readonly #open = new Map<string, string>();
  /** Files that are taken for gone, although they are on disk. */
  readonly #gone = new Set<string>();
  readonly #files: FilePort;
  readonly #texts: Input<string | undefined>;
  readonly #listed: Input<readonly string[]>;
  readonly #heads: Input<string | undefined>;
  readonly #overrides: Input<Partial<Configuration>>;
  readonly #configured: Derived<Configured>;
  readonly #ignored: Derived<(path: string) => boolean>;
  readonly #paths: Derived<readonly string[]>;
  readonly #pythonPaths: Derived<readonly string[]>;
  readonly #otherPaths: Derived<readonly string[]>;
  readonly #known: Derived<ReadonlySet<string>>;
  readonly #has: Derived<boolean>;
  readonly #projects: Derived<readonly string[]>;
  readonly #moduleFile: Derived<string | undefined>;
  readonly hasRepository: boolean;

  constructor(memo: Memo, files: FilePort, git: GitPort, catalogue: readonly Rule[]) {
    this.#files = files;
    this.hasRepository = git.hasRepository;
    this.#texts = memo.input((path) => (this.#gone.has(path) ? undefined : (this.#open.get(path) ?? files.read(path))));
    this.#listed = memo.input(() => this.#list(), sameItems);
    this.#heads = memo.input((path) => git.atHead(path));
    this.#overrides = memo.input(() => ({}), sameJson);
    this.#configured = memo.derived("configuration", () => this.#configure(catalogue), { equal: sameJson });
    const patterns = memo.derived("ignorePatterns", () => this.configuration.ignore, { equal: sameItems });
    this.#ignored = memo.derived("ignored", () => pathMatcher(patterns(only)));
    this.#paths = memo.derived(
      "paths",
      () => {
        const isIgnored = this.#ignored(only);
        return this.#listed.get(only).filter((path) => !isIgnored(path));
      },
      { equal: sameItems },
    );
    this.#pythonPaths = memo.derived("pythonPaths", () => this.#paths(only).filter(isPython), { equal: sameItems });
    this.#otherPaths = memo.derived("otherPaths", () => this.#paths(only).filter((path) => !isPython(path)), {
      equal: sameItems,
    });
    this.#known = memo.derived("known", () => new Set(this.#paths(only)));
    this.#has = memo.derived("has", (path) => this.#known(only).has(path));
    this.#projects = memo.derived("projectFolders", () => projectFolders(this.#paths(only)), { equal: sameItems });
    this.#moduleFile = memo.derived("moduleFile", (key) => {
      const [folder = "", module = ""] = key.split("\0");
      const known = this.#known(only);
      return moduleFile(module, folder === "" ? "" : `${folder}/`, (path) => known.has(path), this.#projects(only));
    });
  }

  get configuration(): Configuration {
    return this.#configured(only).configuration;
  }

  get configurationProblems(): readonly ConfigurationProblem[] {
    return this.#configured(only).problems;
  }

  get paths(): readonly string[] {
    return this.#paths(only);
  }

  get pythonPaths(): readonly string[] {
    return this.#pythonPaths(only);
  }

  get otherPaths(): readonly string[] {
    return this.#otherPaths(only);
  }

  /** Left out by the configuration, also where an editor has it open. */
  isIgnored(path: string): boolean {
    return this.#ignored(only)(path);
  }

  has(path: string): boolean {
    return this.#has(path);
  }

  /** The file that a dotted module name stands for, as a file sees it. */
  moduleFile(module: string, from: string): string | undefined {
    return this.#moduleFile(`${from.slice(0, Math.max(from.lastIndexOf("/"), 0))}\0${module}`);
  }

  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  atHead(path: string): string | undefined {
    return this.#heads.get(path);
  }

  /** The paths of all that was asked for so far, there or not. */
  get inputsRead(): { readonly texts: readonly string[]; readonly heads: readonly string[] } {
    return { texts: [...this.#texts.keys()], heads: [...this.#heads.keys()] };
  }

  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  get openPaths(): readonly string[] {
    return [...this.#open.keys()].toSorted();
  }

  setText(path: string, text: string | undefined): void {
    const isNew = !this.#open.has(path);
    if (text === undefined) this.#open.delete(path);
    else this.#open.set(path, text);
    this.#texts.reload(path);
    if (isNew !== (text === undefined)) this.#listed.reload(only);
  }

  setGone(path: string, isGone: boolean): void {
    if (isGone) this.#gone.add(path);
    else this.#gone.delete(path);
    this.#texts.reload(path);
    this.#listed.reload(only);
  }

  filesChanged(paths: readonly string[]): void {
    for (const path of paths) this.#texts.reload(path);
    this.#listed.reload(only);
  }

  headChanged(): void {
    for (const path of this.#heads.keys()) this.#heads.reload(path);
  }

  setConfiguration(overrides: Partial<Configuration>): void {
    this.#overrides.set(only, overrides);
  }

  #list(): readonly string[] {
    const all = new Set([...this.#files.list(), ...this.#open.keys()]);
    return [...all].filter((path) => !this.#gone.has(path)).toSorted(byCodeUnits);
  }

  /** The project's file goes before the settings of an editor, so that all see the same findings; rules are merged one by one. */
  #configure(catalogue: readonly Rule[]): Configured {
    const overrides = this.#overrides.get(only);
    for (const path of configurationFiles) {
      const text = this.text(path);
      const read = text === undefined ? undefined : readConfigurationFile(path, text, catalogue);
      if (!read) continue;
      const rules = { ...overrides.rules, ...read.settings.rules };
      return {
        configuration: { ...defaultConfiguration, ...overrides, ...read.settings, rules },
        problems: read.problems,
      };
    }
    return { configuration: { ...defaultConfiguration, ...overrides }, problems: [] };
  }
}

/** The same order on every machine, whatever its language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isPython(path: string): boolean {
  return path.endsWith(".py") || path.endsWith(".pyi");
}

export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

export function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
