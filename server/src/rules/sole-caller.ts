// Finds the one call of a function, where a file has exactly one.

import type { PythonFile } from "../python/python-file.ts";
import { enclosingClass } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** The only call of a function or method in its file; undefined where there are several, or none. */
export function soleCall(file: PythonFile, definition: SyntaxNode): SyntaxNode | undefined {
  const name = definition.field("name")?.text;
  const isMethod = enclosingClass(definition) !== undefined;
  const calls = file.nodes("call").filter((call) => {
    const callee = call.field("function");
    return isMethod
      ? callee?.type === "attribute" && callee.field("attribute")?.text === name
      : callee?.type === "identifier" && callee.text === name;
  });
  return calls.length === 1 ? calls[0] : undefined;
}
