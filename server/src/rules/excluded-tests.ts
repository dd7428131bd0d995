// Tells two tests that never hold together while the name they ask about stays what it is.

import { dottedName } from "../models/code/dotted-name.ts";
import type { Expr } from "../models/code/syntax.ts";

/** The name that the two tests ask to be two different things. */
export function excludedBy(test: Expr, other: Expr): string | undefined {
  const [one, two] = [askedOf(test), askedOf(other)];
  const isOfOne = one !== undefined && two !== undefined && one.name === two.name && one.value !== two.value;
  return isOfOne ? one.name : undefined;
}

/** `boat`, `not boat`, `boat is None`, `kind == Kind.BOAT` */
function askedOf(test: Expr): { readonly name: string; readonly value: string } | undefined {
  if (test.kind === "not") {
    const name = dottedName(test.of);
    return name === undefined ? undefined : { name, value: "false" };
  }
  if (test.kind !== "compare") {
    const name = dottedName(test);
    return name === undefined ? undefined : { name, value: "true" };
  }
  const [left, right] = test.items;
  const name = left && dottedName(left);
  if (test.items.length !== 2 || test.ops[0] !== "==" || name === undefined || !right) return undefined;
  const value = right.kind === "literal" ? JSON.stringify(right.value) : dottedName(right);
  return value?.includes(".") || right.kind === "literal" ? { name, value: value ?? "" } : undefined;
}
