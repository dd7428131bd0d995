// Which names a file calls, told from its text alone so that a file need not be parsed for it, and which functions loop.

import type { Stmt } from "./syntax.ts";
import { containsKind } from "./walk.ts";

const LOOPS = new Set(["for", "comprehension", "lambda"]);

/** Every name that stands before a bracket; where something else is called, such as `(f)(x)`, every name. Sorted. */
export function calledNames(text: string): readonly string[] {
  const pattern = /\)\s*\(/.test(text) ? /[\p{L}\p{N}_]+/gu : /[\p{L}\p{N}_]+(?=\s*\\?\s*\()/gu;
  return [...new Set(text.match(pattern))].toSorted();
}

/** For each name the files that call it, in the order of the files. */
export function callersByName(
  paths: readonly string[],
  called: (path: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const path of paths) {
    for (const name of called(path)) {
      const known = files.get(name);
      if (known) known.push(path);
      else files.set(name, [path]);
    }
  }
  return files;
}

/** Names of the functions with parameters and a loop. */
export function loopingFunctions(body: readonly Stmt[]): string[] {
  const names: string[] = [];
  for (const statement of body) {
    if (statement.kind === "class") names.push(...loopingFunctions(statement.class.body));
    if (
      statement.kind === "function" &&
      statement.function.params.length > 0 &&
      containsKind(statement.function.body, LOOPS)
    )
      names.push(statement.function.name);
  }
  return names;
}
