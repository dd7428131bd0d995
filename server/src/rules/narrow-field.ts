// Whether a model's field lets only some texts through: `Field(pattern="^[a-z]+$")`, `Literal["a", "b"]`.

import type { Expr } from "../models/code/syntax.ts";
import { walkExpression } from "../models/code/walk.ts";
import type { Program } from "../models/program.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** `attribute` is `body.name` where the type of `body` is a class of the workspace. */
export function isNarrowField(file: PythonFile, workspace: Workspace, attribute: SyntaxNode): boolean {
  const object = attribute.field("object");
  const type = (object && file.typeOf(object)) ?? "";
  const cut = type.lastIndexOf(".");
  const path = type.startsWith(".") ? file.path : workspace.moduleFile(type.slice(0, cut), file.path);
  const { program } = workspace.facts;
  const owner = path === undefined ? undefined : program.name(path, type.slice(cut + 1));
  if (owner?.kind !== "class") return false;
  const member = program.member(owner.class, attribute.field("attribute")?.text ?? "");
  return [member?.attribute?.value, member?.attribute?.annotation].some(
    (part) => part !== undefined && member !== undefined && isNarrow(program, member.owner.path, part, 0),
  );
}

function isNarrow(program: Program, path: string, expr: Expr, depth: number): boolean {
  return walkExpression(expr).some((one) => {
    if (one.kind === "call") return one.args.some(({ name }) => /^(pattern|regex)$/.test(name));
    if (one.kind !== "name" || depth > 3) return false;
    if (one.name === "Literal") return true;
    const meant = program.expression(path, one);
    const value = meant?.kind === "value" ? meant.value.value : undefined;
    return meant?.kind === "value" && value !== undefined && isNarrow(program, meant.path, value, depth + 1);
  });
}
