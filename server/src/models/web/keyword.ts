// Finds the argument that a call gives by name.

import type { Argument, Expr } from "../code/syntax.ts";

export function keyword(args: readonly Argument[], name: string): Expr | undefined {
  return args.find((argument) => argument.name === name)?.value;
}
