// Tells what in a test only stands in for an object of the code or of a library.

import type { PythonFile } from "../python/python-file.ts";
import { enclosing, enclosingClass } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** A parameter of a double's method: the double takes what the real object is given, by the same names. */
export function isOfTestDouble(file: PythonFile, parameter: SyntaxNode): boolean {
  const method = file.isTest ? enclosing(parameter, "function_definition") : undefined;
  const owner = method && enclosingClass(method);
  return owner !== undefined && !/^_*Test|Tests?$/.test(owner.field("name")?.text ?? "");
}
