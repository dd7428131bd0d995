// What pydantic's configuration of a class says, through constants, dicts, `class Config` and inheritance.

import type { Expr } from "../code/syntax.ts";
import type { ClassFacts, Program } from "../program.ts";
import { keyword } from "./keyword.ts";

/** The nearest setting of this name; undefined where no class says anything. */
export function configured(program: Program, from: ClassFacts, names: readonly string[]): boolean | undefined {
  for (const one of [from, ...program.ancestors(from)]) {
    const found = ownSetting(program, one, names);
    if (found !== undefined) return found;
  }
  return undefined;
}

function ownSetting(
  program: Program,
  { code, attributes, path }: ClassFacts,
  names: readonly string[],
): boolean | undefined {
  for (const { name, value } of code.keywords) if (names.includes(name)) return isTrue(value);
  const config = attributes.get("model_config")?.value;
  const found = config && settingIn(program, path, config, names, 0);
  if (found !== undefined) return found;
  for (const statement of code.body) {
    if (statement.kind !== "class" || statement.class.name !== "Config") continue;
    for (const one of statement.class.body) {
      if (one.kind === "assign" && one.target.kind === "name" && names.includes(one.target.name) && one.value)
        return isTrue(one.value);
    }
  }
  return undefined;
}

/** `ConfigDict(from_attributes=True)`, `{"from_attributes": True}`, a constant, or some of them joined by `|`. */
function settingIn(
  program: Program,
  path: string,
  expr: Expr,
  names: readonly string[],
  depth: number,
): boolean | undefined {
  if (depth > 4) return undefined;
  const inner = (part: Expr): boolean | undefined => settingIn(program, path, part, names, depth + 1);
  if (expr.kind === "binary") return inner(expr.right) ?? inner(expr.left);
  if (expr.kind === "dict") {
    const at = expr.keys.findIndex((key) => key.kind === "literal" && names.includes(String(key.value)));
    return isTrue(expr.values[at]);
  }
  if (expr.kind === "call") {
    for (const name of names) {
      const given = keyword(expr.args, name);
      if (given) return isTrue(given);
    }
    for (const { star, value } of expr.args) {
      const found = star === "**" || value.kind === "dict" ? inner(value) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const meant = program.expression(path, expr);
  if (meant?.kind === "value" && meant.value.value)
    return settingIn(program, meant.path, meant.value.value, names, depth + 1);
  // `Base.model_config`
  const owner = expr.kind === "attribute" ? program.expression(path, expr.of) : undefined;
  return owner?.kind === "class" ? configured(program, owner.class, names) : undefined;
}

function isTrue(expr: Expr | undefined): boolean | undefined {
  return expr?.kind === "literal" && typeof expr.value === "boolean" ? expr.value : undefined;
}
