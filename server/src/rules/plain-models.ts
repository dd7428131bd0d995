// Tells pydantic models from other classes, and those that stand for themselves from generic ones and bases for others.

import type { ClassFacts, Program } from "../models/program.ts";

const MODEL = /^pydantic(\.\w+)*\.(BaseModel|GenericModel)$/;
const KNOWN = /^(pydantic|typing|typing_extensions|abc|enum|builtins)\b/;

/** A pydantic model all of whose bases are known. */
export function isModel(program: Program, one: ClassFacts): boolean {
  const isUnknown = [one, ...program.ancestors(one)].some(({ code, path }) =>
    code.bases.some((base) => program.expression(path, base.kind === "subscript" ? base.of : base) === undefined),
  );
  const bases = program.externalBases(one);
  return !isUnknown && bases.some((base) => MODEL.test(base)) && bases.every((base) => KNOWN.test(base));
}

/** A pydantic model that is neither generic nor a base for others by its name. */
export function isPlainModel(program: Program, one: ClassFacts): boolean {
  return (
    isModel(program, one) &&
    !/^(_|Base|Abstract|Generic)/.test(one.code.name) &&
    !program.externalBases(one).some((base) => /(^|\.)(Generic|Protocol)$/.test(base))
  );
}
