// The functions of a file, with the class that each is a method of and the functions around it.

import type { ClassCode, FunctionCode, Stmt } from "./syntax.ts";

export interface FunctionPlace {
  readonly code: FunctionCode;
  readonly class: ClassCode | undefined;
  /** Innermost last. */
  readonly outer: readonly FunctionCode[];
}

const known = new WeakMap<readonly Stmt[], readonly FunctionPlace[]>();

/** Asked of the same code by many rules. */
export function functionsIn(body: readonly Stmt[]): readonly FunctionPlace[] {
  let places = known.get(body);
  if (places === undefined) {
    const found: FunctionPlace[] = [];
    addFunctions(body, undefined, [], found);
    known.set(body, (places = found));
  }
  return places;
}

function addFunctions(
  body: readonly Stmt[],
  owner: ClassCode | undefined,
  outer: readonly FunctionCode[],
  into: FunctionPlace[],
): void {
  for (const statement of body) {
    if (statement.kind === "function") {
      into.push({ code: statement.function, class: owner, outer });
      addFunctions(statement.function.body, undefined, [...outer, statement.function], into);
    } else if (statement.kind === "class") addFunctions(statement.class.body, statement.class, outer, into);
    else for (const block of blocksOf(statement)) addFunctions(block, owner, outer, into);
  }
}

/** The statement lists inside a statement, not those of functions and classes that it defines. */
export function blocksOf(statement: Stmt): readonly (readonly Stmt[])[] {
  switch (statement.kind) {
    case "for":
    case "while":
      return [statement.body, statement.otherwise];
    case "if":
      return [statement.then, statement.otherwise];
    case "with":
      return [statement.body];
    case "try":
      return [
        statement.body,
        ...statement.handlers.map((handler) => handler.body),
        statement.otherwise,
        statement.last,
      ];
    case "match":
      return statement.cases;
    default:
      return [];
  }
}

/** Every statement of a function itself, those of nested blocks included, without nested functions. */
export function* statementsIn(body: readonly Stmt[]): Iterable<Stmt> {
  for (const statement of body) {
    yield statement;
    for (const block of blocksOf(statement)) yield* statementsIn(block);
  }
}
