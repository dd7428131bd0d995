// What binding needs beside the guide itself.

import type { Workspace } from "../models/workspace.ts";
import type { Ruff } from "../python/ruff.ts";
import type { PythonParser } from "../python/syntax.ts";
import type { Rule } from "../rules/rule.ts";

export interface BindContext {
  readonly catalogue: readonly Rule[];
  readonly workspace: Workspace;
  readonly parser: PythonParser;
  readonly ruff: Ruff;
  /** What the guide's examples import, by name; read from the guide where it is left out. */
  readonly imports?: ReadonlyMap<string, string>;
}
