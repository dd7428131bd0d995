// Keeps what a whole run found, for the next run over the very same files: each file that was read is compared by its content.
//
// What the engine answers depends on what it has read alone, so nothing else has to be compared but the program itself.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../engine/engine.ts";
import type { Finding } from "../engine/finding.ts";

/** Fewer files are looked at as fast as a cache is read. */
const fewest = 100;

/** Digests of what was read, by path; null where there was nothing. */
type Digests = Readonly<Record<string, string | null>>;

export interface InputDigests {
  readonly texts: Digests;
  readonly heads: Digests;
}

interface Entry {
  readonly program: string;
  readonly paths: string;
  readonly inputs: InputDigests;
  readonly findings: readonly Finding[];
}

export class RunCache {
  readonly #engine: Engine;
  readonly #place: string;

  private constructor(engine: Engine, place: string) {
    this.#engine = engine;
    this.#place = place;
  }

  /** Undefined where a cache would not pay. */
  static of(engine: Engine, root: string): RunCache | undefined {
    if (engine.pythonFiles.length < fewest) return undefined;
    const folder = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
    return new RunCache(engine, join(folder, "heed", `${createHash("sha256").update(root).digest("hex")}.json`));
  }

  /** What the last run found, where everything that it read is as it was. */
  known(): readonly Finding[] | undefined {
    const entry = readEntry(this.#place);
    if (!entry || entry.program !== program() || entry.paths !== pathsOf(this.#engine)) return undefined;
    const { texts, heads } = entry.inputs;
    const isSame =
      Object.entries(texts).every(([path, was]) => digestOf(this.#engine.text(path)) === was) &&
      Object.entries(heads).every(([path, was]) => digestOf(this.#engine.atHead(path)) === was);
    return isSame ? entry.findings : undefined;
  }

  /** `inputs`: what each thread has read. A run in which a rule failed is not kept, so that the next one tells of it too. */
  keep(findings: readonly Finding[], inputs: readonly InputDigests[]): void {
    if (this.#engine.failures.length > 0) return;
    const entry: Entry = {
      program: program(),
      paths: pathsOf(this.#engine),
      inputs: {
        texts: Object.assign({}, ...inputs.map(({ texts }) => texts)) as Digests,
        heads: Object.assign({}, ...inputs.map(({ heads }) => heads)) as Digests,
      },
      findings,
    };
    try {
      mkdirSync(join(this.#place, ".."), { recursive: true });
      // Another run may be reading; a file takes its new name in one step.
      const draft = `${this.#place}.${process.pid}`;
      writeFileSync(draft, JSON.stringify(entry));
      renameSync(draft, this.#place);
    } catch {
      // A machine without room or right to write works as well, only slower.
    }
  }
}

/** What an engine has read so far. */
export function inputDigests(engine: Engine): InputDigests {
  const { texts, heads } = engine.inputsRead;
  return {
    texts: Object.fromEntries(texts.map((path) => [path, digestOf(engine.text(path))])),
    heads: Object.fromEntries(heads.map((path) => [path, digestOf(engine.atHead(path))])),
  };
}

function readEntry(place: string): Entry | undefined {
  try {
    return JSON.parse(readFileSync(place, "utf8")) as Entry;
  } catch {
    return undefined;
  }
}

function pathsOf(engine: Engine): string {
  return digest(`${engine.workspace.hasRepository}\n${engine.paths.join("\n")}`);
}

/** Another version of Heed may find something else. */
function program(): string {
  return digest(readFileSync(process.argv[1] ?? ""));
}

function digestOf(text: string | undefined): string | null {
  return text === undefined ? null : digest(text);
}

function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64");
}
