// Says which rules mean nothing in a stub (`.pyi`): it has no docstrings and no code, and mirrors names and types that others chose.

import { isStubPath } from "../python/source-file.ts";

const MEANINGLESS = new Set(
  [
    // What a docstring or a body would say.
    "docstrings docstring-style missing-file-header missing-all several-classes long-file function-limits",
    // Names and signatures, which are those of the module that the stub describes.
    "boolean-name naming-convention name-pattern single-letter-name foreign-name constant-case module-name grab-bag-module",
    "boolean-argument too-many-arguments catch-all-parameter mutable-default dependency-as-default",
    "mutable-class-attribute mutable-dataclass integer-primary-key nullable-text-field undescribed-field",
    // What could not be typed is left open in a stub, and what runs nowhere needs no switch for it.
    "missing-type-hints any-type untyped-dict unannotated-attribute future-annotations missing-future-annotations",
    "annotation-import private-access test-exists unused-function",
    // No Python reads it, so neither the bar of a newer one nor the cost of an import is felt.
    "pipe-optional eager-heavy-import",
  ].flatMap((line) => line.split(" ")),
);

export function saysNothingOf(rule: string, path: string): boolean {
  return isStubPath(path) && MEANINGLESS.has(rule);
}
