// What rules may ask about the workspace beyond the file in hand.

import type { PythonFile } from "../python/python-file.ts";
import type { Facts } from "./facts.ts";
import type { TestImports } from "./project/test-imports.ts";

export interface Workspace {
  /** Every Python file, relative to the root with `/`, sorted. */
  readonly pythonFiles: readonly string[];
  /** Every other file that is not ignored. */
  readonly otherFiles: readonly string[];
  has(path: string): boolean;
  /** The text of any file, undefined where there is none or it is not text. */
  text(path: string): string | undefined;
  python(path: string): PythonFile | undefined;
  /** The file that a dotted module name stands for, from the view of a file (for relative names and source roots). */
  moduleFile(module: string, from: string): string | undefined;
  /** The lowest Python the project supports, as [3, 11], from pyproject and its like; undefined where nothing says. */
  readonly pythonVersion: readonly [number, number] | undefined;
  /** What the project imports by its own names, as ruff and isort are told. */
  readonly firstPartyNames: readonly string[];
  readonly testImports: TestImports;
  /** The state of a file at git's HEAD; undefined where there is no repository or the file is new. */
  atHead(path: string): string | undefined;
  readonly hasRepository: boolean;
  /** What only reading many files together can tell: models, queries, who calls whom. */
  readonly facts: Facts;
}
