// Tells pydantic models that stand for themselves from generic ones, and from bases for others.

import type { ClassFacts, Program } from "../models/program.ts";

const MODEL = /^pydantic(\.\w+)*\.(BaseModel|GenericModel)$/;
const KNOWN = /^(pydantic|typing|typing_extensions|abc|enum|builtins)\b/;

/** A pydantic model that is neither generic nor a base for others by its name. */
export function isPlainModel(program: Program, one: ClassFacts): boolean {
  const bases = program.externalBases(one);
  const isUnknown = one.code.bases.some(
    (base) => program.expression(one.path, base.kind === "subscript" ? base.of : base) === undefined,
  );
  if (isUnknown || !bases.some((base) => MODEL.test(base)) || bases.some((base) => !KNOWN.test(base))) return false;
  return (
    !/^(_|Base|Abstract|Generic)/.test(one.code.name) && !bases.some((base) => /(^|\.)(Generic|Protocol)$/.test(base))
  );
}
