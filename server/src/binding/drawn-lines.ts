// Tells which statements about a part of the code draw a line that it must not cross: "`domain` imports nothing from …".

import type { Token } from "../rules/tokens.ts";
import type { Verb } from "./sentence-verbs.ts";

const withholding = /^(?:keeps|holds|stores|imports|knows|touches|calls|contains|carries)$/;

export function drawsLine(words: readonly Token[], lower: readonly string[], start: number, verb: Verb): boolean {
  const predicate = lower.slice(verb.at + 1);
  const said = lower[verb.at] ?? "";
  // "`sqlalchemy` does not belong in `api/`"
  const belonging = lower.indexOf("belong");
  if (
    belonging > start + 1 &&
    lower[belonging - 1] === "not" &&
    /^(?:in|inside|into)$/.test(lower[belonging + 1] ?? "")
  )
    return true;
  // "`domain` imports nothing from …"
  if (verb.kind === "third" && predicate[0] === "nothing" && /^(?:imports|knows)$/.test(said)) return true;
  // "`types.py` has no internal imports"
  if (predicate[0] === "no" && /^imports?$/.test(lower.at(-1) ?? "")) return true;
  // "Code in `services/` keeps no state", "`domain/` knows nothing of HTTP"
  if (verb.kind === "third" && /^(?:no|nothing)$/.test(predicate[0] ?? "") && withholding.test(said)) return true;
  // "`domain/` stays free of `django`", "`domain/` has no dependency on `infra/`"
  const isOfPlace = words[start]?.kind === "path" && verb.at === start + 1;
  // "`.env` stays out of git"
  const isKeptOut = predicate[0] === "out" && predicate[1] === "of" && /^(?:stays|remains)$/.test(said);
  if (isKeptOut && verb.at === start + 1 && words[start]?.isCode) return true;
  return isOfPlace && (predicate[0] === "free" || (predicate[0] === "no" && /^dependenc/.test(predicate[1] ?? "")));
}
