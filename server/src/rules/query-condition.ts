// Comparisons that build a condition of a query, for which an ORM overloads `==`.

import { methodCall } from "../python/call.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export function isQueryCondition(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | undefined = node; at !== undefined && at.type !== "function_definition"; at = at.parent) {
    const method = at.type === "call" ? methodCall(at)?.method : undefined;
    if (
      method !== undefined &&
      /^(filter|where|having|join|outerjoin|exclude|and_|or_|update|values|case|when)$/.test(method)
    )
      return true;
    const name = at.type === "call" ? at.field("function")?.text : undefined;
    if (name !== undefined && /^(and_|or_|not_|case|exists|select|join|Index|CheckConstraint)$/.test(name)) return true;
  }
  return false;
}
