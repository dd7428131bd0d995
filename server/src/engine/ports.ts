// The world as the engine sees it. The host implements these for Node; a browser worker or a test brings its own.

import type { Ruff } from "../python/ruff.ts";
import type { PythonParser } from "../python/syntax.ts";

export interface Ports {
  readonly files: FilePort;
  readonly parser: PythonParser;
  readonly ruff: Ruff;
  readonly git: GitPort;
}

/** Paths are relative to the root, with `/`. Reading is synchronous: the engine decides what it reads, and reads little. */
export interface FilePort {
  /** Every file that is not ignored (`.gitignore`, virtual environments, caches, build output). */
  list(): readonly string[];
  /** Undefined where the file is missing, unreadable or not text. */
  read(path: string): string | undefined;
}

export interface GitPort {
  readonly hasRepository: boolean;
  atHead(path: string): string | undefined;
}

/** Asked between two pieces of work; true ends it early. */
export interface Cancellation {
  readonly isCancelled: boolean;
}
