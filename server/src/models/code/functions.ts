// The functions of a file, with the class that each is a method of and the functions around it.

import type { ClassCode, FunctionCode, Stmt } from "./syntax.ts";

export interface FunctionPlace {
  readonly code: FunctionCode;
  readonly class: ClassCode | undefined;
  /** Innermost last. */
  readonly outer: readonly FunctionCode[];
}

export function* functionsIn(
  body: readonly Stmt[],
  owner?: ClassCode,
  outer: readonly FunctionCode[] = [],
): Iterable<FunctionPlace> {
  for (const statement of body) {
    if (statement.kind === "function") {
      yield { code: statement.function, class: owner, outer };
      yield* functionsIn(statement.function.body, undefined, [...outer, statement.function]);
    } else if (statement.kind === "class") yield* functionsIn(statement.class.body, statement.class, outer);
    else for (const block of blocksOf(statement)) yield* functionsIn(block, owner, outer);
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
