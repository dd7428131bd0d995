// What pydantic's configuration of a class says, through constants, dicts, `class Config` and inheritance.

import type { Expr } from "../code/syntax.ts";
import type { ClassFacts, Program } from "../program.ts";
import { lastName } from "./answers.ts";
import { keyword } from "./keyword.ts";

/** What a setting is, where it is written as a plain value. */
export type Setting = string | number | boolean | null;

/** The nearest setting of one of these names; `unread` where a value or a whole configuration cannot be read. */
export function settingOf(
  program: Program,
  from: ClassFacts,
  names: readonly string[],
): Setting | typeof unread | undefined {
  for (const one of [from, ...program.ancestors(from)]) {
    const found = ownSetting(program, one, names);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a setting is there, or what it is, cannot be told. */
export const unread: { readonly isUnread: true } = { isUnread: true };

type Found = Setting | typeof unread | undefined;

function ownSetting(program: Program, { code, attributes, path }: ClassFacts, names: readonly string[]): Found {
  for (const { name, value } of code.keywords) if (names.includes(name)) return valueOf(value);
  const config = attributes.get("model_config")?.value;
  const found = config && settingIn(program, path, config, names, 0);
  if (found !== undefined) return found;
  for (const statement of code.body) {
    if (statement.kind !== "class" || statement.class.name !== "Config") continue;
    for (const one of statement.class.body) {
      if (one.kind === "assign" && one.target.kind === "name" && names.includes(one.target.name) && one.value)
        return valueOf(one.value);
    }
    // `class Config(Shared)` has what the other one says.
    if (statement.class.bases.length > 0) return unread;
  }
  return undefined;
}

/** `ConfigDict(from_attributes=True)`, `{"from_attributes": True}`, a constant, or some of them joined by `|`. */
function settingIn(program: Program, path: string, expr: Expr, names: readonly string[], depth: number): Found {
  if (depth > 4) return unread;
  const inner = (part: Expr): Found => settingIn(program, path, part, names, depth + 1);
  if (expr.kind === "binary") return inner(expr.right) ?? inner(expr.left);
  if (expr.kind === "dict") {
    const at = expr.keys.findIndex((key) => key.kind === "literal" && names.includes(String(key.value)));
    const value = expr.values[at];
    return value ? valueOf(value) : expr.isOpen ? unread : undefined;
  }
  if (expr.kind === "call") {
    for (const name of names) {
      const given = keyword(expr.args, name);
      if (given) return valueOf(given);
    }
    for (const { star, value } of expr.args) {
      const found = star === "**" || value.kind === "dict" ? inner(value) : undefined;
      if (found !== undefined) return found;
    }
    return /^(?:Settings)?ConfigDict$|^dict$/.test(lastName(expr.callee)) ? undefined : unread;
  }
  const meant = program.expression(path, expr);
  if (meant?.kind === "value" && meant.value.value)
    return settingIn(program, meant.path, meant.value.value, names, depth + 1);
  // `Base.model_config`
  const owner = expr.kind === "attribute" ? program.expression(path, expr.of) : undefined;
  return owner?.kind === "class" ? settingOf(program, owner.class, names) : unread;
}

function valueOf(expr: Expr): Setting | typeof unread {
  return expr.kind === "literal" ? expr.value : unread;
}
