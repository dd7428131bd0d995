// Whether a read inside a loop happens once at most, because the loop is left right after it.

import type { Span } from "../../text/span.ts";
import type { Stmt } from "../code/syntax.ts";
import type { Loop } from "./values.ts";

export function happensOnce(loop: Loop, at: Span): boolean {
  if (loop.once) return true;
  return loop.body !== undefined && leavesAfter(loop.body, at, true);
}

/** True where, from the statement that holds the place, the block always goes on to leave the loop. */
function leavesAfter(body: readonly Stmt[], at: Span, breakLeaves: boolean): boolean {
  const index = body.findIndex((statement) => statement.start <= at.start && at.end <= statement.end);
  if (index < 0) return false;
  const holder = body[index];
  if (holder === undefined) return false;
  for (const statement of body.slice(index)) {
    if (statement.kind === "return" || statement.kind === "raise") return true;
    if (statement.kind === "leave") {
      if (statement.how === "break") return breakLeaves;
      if (statement.how === "continue") return false;
    }
    if (statement !== holder && mayContinue(statement)) return false;
  }
  return innerBlocks(holder).some(({ block, isLoop }) => leavesAfter(block, at, breakLeaves && !isLoop));
}

function mayContinue(statement: Stmt): boolean {
  if (statement.kind === "leave") return statement.how === "continue";
  return innerBlocks(statement).some(({ block, isLoop }) => !isLoop && block.some(mayContinue));
}

function innerBlocks(statement: Stmt): { block: readonly Stmt[]; isLoop: boolean }[] {
  const plain = (block: readonly Stmt[]): { block: readonly Stmt[]; isLoop: boolean } => ({ block, isLoop: false });
  switch (statement.kind) {
    case "if":
      return [plain(statement.then), plain(statement.otherwise)];
    case "with":
      return [plain(statement.body)];
    case "try":
      return [
        plain(statement.body),
        ...statement.handlers.map((handler) => plain(handler.body)),
        plain(statement.otherwise),
        plain(statement.last),
      ];
    case "for":
    case "while":
      return [{ block: statement.body, isLoop: true }, plain(statement.otherwise)];
    case "match":
      return statement.cases.map(plain);
    default:
      return [];
  }
}
