// Lists the statements of a body with those of its branches.

import type { Stmt } from "./syntax.ts";

/** Statements of a body and of the branches in it, without entering functions and classes. */
export function flatStatements(body: readonly Stmt[]): readonly Stmt[] {
  return body.flatMap((statement): readonly Stmt[] => {
    switch (statement.kind) {
      case "if":
        return [statement, ...flatStatements(statement.then), ...flatStatements(statement.otherwise)];
      case "for":
      case "while":
        return [statement, ...flatStatements(statement.body), ...flatStatements(statement.otherwise)];
      case "with":
        return [statement, ...flatStatements(statement.body)];
      case "try":
        return [
          statement,
          ...flatStatements(statement.body),
          ...statement.handlers.flatMap((handler) => flatStatements(handler.body)),
          ...flatStatements(statement.otherwise),
          ...flatStatements(statement.last),
        ];
      case "match":
        return [statement, ...statement.cases.flatMap(flatStatements)];
      default:
        return [statement];
    }
  });
}
