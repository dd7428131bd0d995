// The name that an expression stands for, in the way in which a person would write it.

import type { PythonFile } from "./python-file.ts";
import type { SyntaxNode } from "./syntax.ts";

/** "asyncio.CancelledError" after `from asyncio import CancelledError`, "ValueError" for the builtin, else as written. */
export function nameOf(file: PythonFile, node: SyntaxNode): string {
  return (file.resolve(node) ?? node.text).replace(/^builtins\./, "");
}

/** What a call calls, by the same name; "" where it calls no name. */
export function calleeName(file: PythonFile, call: SyntaxNode): string {
  const callee = call.field("function");
  if (callee === undefined || (callee.type !== "identifier" && callee.type !== "attribute")) return "";
  return nameOf(file, callee);
}
