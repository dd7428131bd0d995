// The function that a call runs: one of a module, or a method of an object whose class can be told.

import { statementsIn } from "../code/functions.ts";
import { flatStatements } from "../code/statements.ts";
import type { Expr, FunctionCode } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { ClassFacts, Program } from "../program.ts";

export interface Place {
  readonly path: string;
  readonly code: FunctionCode;
  readonly owner: ClassFacts | undefined;
}

/** Also of a method, on an object whose class can be told. */
export function calledFunction(program: Program, place: Place, callee: Expr): Place | undefined {
  const meant = program.expression(place.path, callee);
  if (meant?.kind === "function") return { path: meant.path, code: meant.function, owner: undefined };
  if (callee.kind !== "attribute") return undefined;
  const owner = classOf(program, place, callee.of);
  const method = owner && program.member(owner, callee.name);
  return method?.method && { path: method.owner.path, code: method.method, owner };
}

/** The class of which an expression is an instance, or which it is itself. */
export function classOf(program: Program, place: Place, expr: Expr, depth = 0): ClassFacts | undefined {
  if (depth > 4) return undefined;
  const named = (type: Expr | undefined, path: string): ClassFacts | undefined => {
    if (!type) return undefined;
    if (type.kind === "binary") return named(type.left, path) ?? named(type.right, path);
    if (type.kind === "subscript") return type.index[0] && named(type.index[0], path);
    if (type.kind === "call") {
      // `Depends(Service)`, `Depends(get_service)`, `Service(db)`
      const callee = program.expression(path, type.callee);
      if (callee?.kind === "class") return callee.class;
      if (callee?.kind === "function") return named(callee.function.returns, callee.path);
      const [first] = type.args;
      if (callee?.kind !== "external" || !first) return undefined;
      const given = program.expression(path, first.value);
      return given?.kind === "function" ? named(given.function.returns, given.path) : named(first.value, path);
    }
    const meant = program.expression(path, type);
    if (meant?.kind === "class") return meant.class;
    return meant?.kind === "value" ? named(meant.value.annotation ?? meant.value.value, meant.path) : undefined;
  };
  if (expr.kind === "await") return classOf(program, place, expr.of, depth + 1);
  if (expr.kind === "call") return named(expr, place.path);
  if (expr.kind === "attribute") {
    const owner = classOf(program, place, expr.of, depth + 1);
    const init = owner && program.member(owner, "__init__");
    const assigned = flatStatements(init?.method?.body ?? []).find(
      (one) => one.kind === "assign" && one.target.kind === "attribute" && one.target.name === expr.name,
    );
    if (init?.method && assigned?.kind === "assign" && assigned.value)
      return classOf(program, { path: init.owner.path, code: init.method, owner }, assigned.value, depth + 1);
    const attribute = owner && program.member(owner, expr.name);
    return (
      attribute?.attribute && named(attribute.attribute.annotation ?? attribute.attribute.value, attribute.owner.path)
    );
  }
  if (expr.kind !== "name") return undefined;
  const { params } = place.code;
  if (place.owner && params[0]?.name === expr.name && /^(self|cls)$/.test(expr.name)) return place.owner;
  const param = params.find(({ name }) => name === expr.name);
  if (param) return named(param.annotation, place.path) ?? named(param.fallback, place.path);
  const local = flatStatements(place.code.body).findLast(
    (one) => one.kind === "assign" && one.target.kind === "name" && one.target.name === expr.name,
  );
  if (local?.kind === "assign" && local.value && local.value !== expr)
    return classOf(program, place, local.value, depth + 1);
  return openedBy(program, place, expr.name) ?? named(expr, place.path);
}

/** `with Service.opened() as service`, a class method that hands out `cls(…)`. */
function openedBy(program: Program, { path, code }: Place, name: string): ClassFacts | undefined {
  for (const one of statementsIn(code.body)) {
    if (one.kind !== "with") continue;
    const value = one.items.find(({ target }) => target?.kind === "name" && target.name === name)?.value;
    if (value?.kind !== "call") continue;
    const made = program.expression(path, value.callee);
    if (made?.kind === "class") return made.class;
    if (value.callee.kind !== "attribute") continue;
    const owner = program.expression(path, value.callee.of);
    const method = owner?.kind === "class" ? program.member(owner.class, value.callee.name)?.method : undefined;
    const makesOwn = walkCode(method?.body ?? []).some(
      (part) => part.kind === "call" && part.callee.kind === "name" && part.callee.name === "cls",
    );
    if (owner?.kind === "class" && makesOwn) return owner.class;
  }
  return undefined;
}
