// Which names a file calls, told from its text alone so that a file need not be parsed for it, and which functions loop.

import type { Stmt } from "./syntax.ts";
import { containsKind } from "./walk.ts";

const LOOPS = new Set(["for", "comprehension", "lambda"]);

/** Every name that stands before a bracket; where something else is called, such as `(f)(x)`, every name. Sorted. */
export function calledNames(text: string): readonly string[] {
  const names = new Set<string>();
  for (let bracket = text.indexOf("("); bracket >= 0; bracket = text.indexOf("(", bracket + 1)) {
    let end = bracket;
    while (isGap(text.charCodeAt(end - 1))) end--;
    let start = end;
    while (isOfWord(text.charCodeAt(start - 1))) start--;
    if (start < end) names.add(text.slice(start, end));
    else if (text.charAt(end - 1) === ")") return [...new Set(text.match(/[\w\u0080-\uffff]+/g))].toSorted();
  }
  return [...names].toSorted();
}

/** White space, and the backslash at the end of a line. */
function isGap(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 92;
}

/** Beyond ASCII everything counts as a letter; a name too many only costs a look at a file. */
function isOfWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code > 127
  );
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
