// Whether all who call a function read nothing but columns of the rows that it hands out.

import { flatStatements } from "../models/code/statements.ts";
import type { Expr, FunctionCode } from "../models/code/syntax.ts";
import { walkCode } from "../models/code/walk.ts";
import { fieldsOf, isSchema, responseSchema, type Schema } from "../models/flow/schemas.ts";
import type { Entity } from "../models/orm/entity.ts";
import type { ClassFacts, Program } from "../models/program.ts";
import { calledFunction, type Place } from "../models/web/called-function.ts";
import type { Workspace } from "../models/workspace.ts";
import { callsInWorkspace, methodCallsInWorkspace } from "./workspace-callers.ts";

/** How far rows are followed into functions that they are handed to. */
const MAX_DEPTH = 2;
/** What counts, sorts or copies rows and reads nothing of them. */
const PLAIN = /^(len|list|tuple|sorted|reversed|enumerate|bool|any|all|isinstance|next|iter)$/;

export function onlyColumnsAreRead(workspace: Workspace, path: string, name: string, entity: Entity): boolean {
  const { facts } = workspace;
  const { program } = facts;
  const isMethod = [...(program.module(path)?.classes.values() ?? [])].some(({ methods }) => methods.has(name));
  const calls = isMethod ? methodCallsInWorkspace(facts, path, name) : callsInWorkspace(facts, path, name);
  return (
    calls !== undefined &&
    calls.length > 0 &&
    calls.every(({ path: from, by: code, owner, call }) =>
      readsColumns(program, entity, { path: from, code, owner }, { call, names: [] }),
    )
  );
}

interface Start {
  /** The call that gives the rows, or names that stand for them from the beginning. */
  readonly call: Expr | undefined;
  readonly names: readonly string[];
}

function readsColumns(program: Program, entity: Entity, place: Place, start: Start, depth = 0): boolean {
  const { path, code } = place;
  const names = new Set(start.names);
  const isRows = (expr: Expr): boolean => {
    if (expr === start.call || (expr.kind === "name" && names.has(expr.name))) return true;
    if (expr.kind === "await" || expr.kind === "subscript") return isRows(expr.of);
    if (expr.kind === "boolean") return isRows(expr.left) || isRows(expr.right);
    // `[row for row in rows if …]`
    if (expr.kind === "comprehension") return expr.elements.length === 1 && expr.elements.every(isRows);
    return expr.kind === "call" && expr.callee.kind === "name" && PLAIN.test(expr.callee.name)
      ? expr.callee.name !== "len" && expr.args.some(({ value }) => isRows(value))
      : false;
  };
  const all = walkCode(code.body);
  const statements = flatStatements(code.body);
  /** Where rows are taken up by a name, and where they may stand without being read. */
  const fits = new Set<Expr>();
  const take = (target: Expr, value: Expr | undefined): void => {
    if (value === undefined || !isRows(value) || target.kind !== "name") return;
    names.add(target.name);
    fits.add(target).add(value);
    if (value.kind === "comprehension") for (const element of value.elements) fits.add(element);
  };
  // A name may stand for rows that an earlier name stood for.
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const one of statements) {
      if (one.kind === "assign") take(one.target, one.value);
      if (one.kind === "for") take(one.target, one.iterable);
    }
    for (const one of all) {
      if (one.kind !== "comprehension") continue;
      for (const { target, iterable } of one.clauses) take(target, iterable);
    }
  }
  for (const one of statements) {
    if (one.kind === "if" || one.kind === "while") fits.add(one.test);
    if (one.kind === "expression") fits.add(one.value);
    const schema = one.kind === "return" ? responseSchema(program, path, code) : undefined;
    if (one.kind === "return" && one.value && schema && showsColumns(schema)) fits.add(one.value);
  }
  for (const one of all) for (const part of harmlessParts(one)) fits.add(part);
  return all.every((one) => !isBare(one, start.call, names) || fits.has(one));

  function isBare(one: Expr, call: Expr | undefined, known: ReadonlySet<string>): boolean {
    return one === call || (one.kind === "name" && known.has(one.name));
  }

  function harmlessParts(one: Expr): readonly Expr[] {
    switch (one.kind) {
      case "attribute":
        return entity.columns.has(one.name) ? [one.of] : [];
      case "await":
      case "not":
        return [one.of];
      case "subscript":
        return isRows(one) ? [one.of] : [];
      case "compare":
        return one.items;
      case "boolean":
        return [one.left, one.right];
      case "conditional":
        return [one.test];
      case "comprehension":
        return one.clauses.flatMap(({ conditions }) => conditions);
      case "call":
        return one.args.flatMap(({ value }, at) => (isRows(value) && takesColumns(one, at) ? [value] : []));
      default:
        return [];
    }
  }

  function takesColumns(call: Expr & { kind: "call" }, at: number): boolean {
    if (call.callee.kind === "name" && PLAIN.test(call.callee.name)) return true;
    if (fillsSchema(call)) return true;
    const called = calledFunction(program, place, call.callee);
    const given = call.args[at];
    if (called === undefined || depth >= MAX_DEPTH || given === undefined || given.star !== "") return false;
    const first = called.owner !== undefined && !isStatic(called.code) ? 1 : 0;
    const param = given.name === "" ? called.code.params[at + first]?.name : given.name;
    return param !== undefined && readsColumns(program, entity, called, { call: undefined, names: [param] }, depth + 1);
  }

  /** `OrderOut.model_validate(order)`, `OrderOut.adapter().validate_python(orders)` */
  function fillsSchema({ callee }: Expr & { kind: "call" }): boolean {
    if (callee.kind !== "attribute" || !/^(model_validate|from_orm|validate_python|parse_obj)$/.test(callee.name))
      return false;
    let root: Expr = callee.of;
    while (root.kind === "call" || (root.kind === "attribute" && root.of.kind !== "name"))
      root = root.kind === "call" ? root.callee : root.of;
    const meant =
      program.expression(path, root) ?? (root.kind === "attribute" ? program.expression(path, root.of) : undefined);
    const owner = meant?.kind === "class" ? meant.class : root.kind === "attribute" ? classNamed(root.of) : undefined;
    return owner !== undefined && isSchema(program, owner) && showsColumns({ class: owner, of: undefined });
  }

  function classNamed(expr: Expr): ClassFacts | undefined {
    const meant = program.expression(path, expr);
    return meant?.kind === "class" ? meant.class : undefined;
  }

  /** None of its fields is called like a relationship of the rows. */
  function showsColumns(schema: Schema): boolean {
    const fields = [...fieldsOf(program, schema.class).keys()];
    return !fields.some((name) => entity.relationships.has(name)) && (!schema.of || showsColumns(schema.of));
  }
}

function isStatic({ decorators }: FunctionCode): boolean {
  return decorators.some((one) => one.kind === "name" && one.name === "staticmethod");
}
