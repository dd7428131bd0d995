// Reads annotations of ORM attributes and parameters as lists of names, quotes and wrappers included.

import type { Expr } from "../code/syntax.ts";

const COLLECTIONS = new Set([
  "list",
  "List",
  "set",
  "Set",
  "Sequence",
  "Collection",
  "Iterable",
  "tuple",
  "Tuple",
  "dict",
  "Dict",
  "frozenset",
  "AppenderQuery",
  "WriteOnlyCollection",
  "DynamicMapped",
  "WriteOnlyMapped",
  "InstrumentedList",
]);
const WRAPPERS = new Set([
  "Mapped",
  "Optional",
  "Union",
  "Annotated",
  "None",
  "SkipValidation",
  "ClassVar",
  "Final",
  "declared_attr",
  "InstrumentedAttribute",
]);

export interface AnnotationNames {
  /** Every name, outermost first, without modules. */
  readonly names: readonly string[];
  /** The innermost name that is a class of somebody's own. */
  readonly last: string | undefined;
  /** Undefined where there is no annotation. */
  readonly isCollection: boolean | undefined;
}

/** The same names in the same order, with the modules that they are reached by: `schemas.Item`. */
export function annotationParts(annotation: Expr): readonly (string | Expr)[] {
  const parts: (string | Expr)[] = [];
  gather(annotation, parts, true);
  return parts;
}

export function annotationNames(annotation: Expr | undefined): AnnotationNames {
  const names: string[] = [];
  if (annotation) gather(annotation, names);
  const own = names.filter((name) => !COLLECTIONS.has(name) && !WRAPPERS.has(name));
  return {
    names,
    last: own.at(-1),
    isCollection: names.length === 0 ? undefined : names.some((name) => COLLECTIONS.has(name)),
  };
}

function gather(expr: Expr, into: string[]): void;
function gather(expr: Expr, into: (string | Expr)[], withModules: true): void;
function gather(expr: Expr, into: (string | Expr)[], withModules?: true): void {
  const visit = (inner: Expr) => (withModules ? gather(inner, into, true) : gather(inner, into as string[]));
  switch (expr.kind) {
    case "name":
      into.push(expr.name);
      return;
    case "attribute":
      into.push(withModules ? expr : expr.name);
      return;
    case "literal":
      if (typeof expr.value === "string")
        into.push(...(expr.value.match(/[A-Za-z_][\w.]*/g) ?? []).map((name) => name.split(".").at(-1) ?? name));
      return;
    case "subscript":
      visit(expr.of);
      for (const item of expr.of.kind === "name" && expr.of.name === "Annotated" ? expr.index.slice(0, 1) : expr.index)
        visit(item);
      return;
    case "binary":
      visit(expr.left);
      visit(expr.right);
      return;
    case "sequence":
      for (const item of expr.items) visit(item);
      return;
    default:
      return;
  }
}
