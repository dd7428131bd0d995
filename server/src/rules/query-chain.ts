// Reads a query of one class that is only narrowed: `select(X).where(…)`, `session.query(X).filter(…)`, `delete(X).where(…)`.

import { argumentsOf, methodCall } from "../python/call.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface QueryChain {
  /** The call that names the class. */
  readonly root: SyntaxNode;
  readonly entity: string;
  /** As they are written, those by name as comparisons. */
  readonly conditions: readonly string[];
}

/** Undefined where something else is done with the query than narrowing it. */
export function queryChain(node: SyntaxNode): QueryChain | undefined {
  const target = node.type === "call" ? methodCall(node) : undefined;
  const { positional, keywords } = argumentsOf(node);
  if (target && /^(where|filter|filter_by)$/.test(target.method)) {
    const inner = queryChain(target.receiver);
    const isByName = target.method === "filter_by";
    if (!inner || (isByName ? positional.length > 0 : keywords.size > 0)) return undefined;
    const named = [...keywords].map(([name, value]) => `${inner.entity}.${name} == ${value.text}`);
    return { ...inner, conditions: [...inner.conditions, ...positional.map(({ text }) => text), ...named] };
  }
  const [entity] = positional;
  const isRoot = node.type === "call" && positional.length === 1 && keywords.size === 0;
  if (!isRoot || (target && !/^(query|delete|select)$/.test(target.method))) return undefined;
  return /^[\w.]+$/.test(entity?.text ?? "") ? { root: node, entity: entity?.text ?? "", conditions: [] } : undefined;
}
