// What the local names of a file's functions are given: the values assigned to them, and what is put into lists under them.

import type { Span } from "../../text/span.ts";
import { functionsIn, statementsIn } from "../code/functions.ts";
import type { Expr, FunctionCode, ModuleCode } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";

interface Given {
  readonly name: string;
  readonly value: Expr;
  readonly isAdded: boolean;
  /** The function in which the name means this. */
  readonly within: Span;
}

export class LocalNames {
  readonly #given: readonly Given[];
  readonly #functions: readonly FunctionCode[];

  constructor(code: ModuleCode) {
    this.#functions = [...functionsIn(code.body)].map(({ code: one }) => one);
    this.#given = [...functionsIn(code.body)].flatMap(({ code: one }) => givenIn(one));
  }

  /** What is assigned to the name in the innermost function around it that assigns to it. */
  values(name: Expr & { kind: "name" }): readonly Expr[] {
    return this.#of(name).flatMap(({ value, isAdded }) => (isAdded ? [] : [value]));
  }

  /** The items of a list that is filled under the name, or the single value that it has. */
  gathered(name: Expr & { kind: "name" }): readonly Expr[] {
    return this.#of(name).flatMap(({ value }) => (value.kind === "sequence" ? value.items : [value]));
  }

  /** The type of the parameter that the name is in the innermost function around it. */
  annotation(name: Expr & { kind: "name" }): Expr | undefined {
    const around = this.#functions.findLast(({ start, end }) => start <= name.start && name.end <= end);
    return around?.params.find((param) => param.name === name.name)?.annotation;
  }

  #of(name: Expr & { kind: "name" }): readonly Given[] {
    const around = this.#given.filter(
      (one) => one.name === name.name && one.within.start <= name.start && name.end <= one.within.end,
    );
    const innermost = Math.max(...around.map(({ within }) => within.start));
    return around.filter(({ within }) => within.start === innermost);
  }
}

function givenIn(within: Span & { readonly body: ModuleCode["body"] }): readonly Given[] {
  const found: Given[] = [];
  for (const statement of statementsIn(within.body)) {
    if (statement.kind === "assign" && statement.target.kind === "name" && statement.value)
      found.push({ name: statement.target.name, value: statement.value, isAdded: false, within });
    else if (statement.kind === "augment" && statement.target.kind === "name")
      found.push({ name: statement.target.name, value: statement.value, isAdded: true, within });
    else if (statement.kind === "expression") {
      for (const call of walkCode([statement])) {
        if (call.kind !== "call" || call.callee.kind !== "attribute" || call.callee.of.kind !== "name") continue;
        if (!/^(append|extend|insert)$/.test(call.callee.name)) continue;
        const value = call.args.at(-1)?.value;
        if (value) found.push({ name: call.callee.of.name, value, isAdded: true, within });
      }
    }
  }
  return found;
}
