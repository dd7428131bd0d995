// Reads what a query asks for that answers with one row: of which class, under which conditions, in which session.

import { argumentsOf, methodCall } from "../python/call.ts";
import { namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { queryChain } from "./query-chain.ts";

const ends = /^(first|one|one_or_none|scalar_one|scalar_one_or_none|scalars|get)$/;

/** With what takes the one row out of the result: `(await db.scalars(…)).first()`. */
export function wholeOf(call: SyntaxNode): SyntaxNode {
  let at = call;
  for (;;) {
    const above = at.parent;
    const outer = above?.type === "attribute" && above.field("object") === at ? above.parent : undefined;
    if (outer?.type === "call" && outer.field("function") === above && ends.test(above?.field("attribute")?.text ?? ""))
      at = outer;
    else if (above?.type === "await" || (above?.type === "parenthesized_expression" && at.type === "await")) at = above;
    else return at;
  }
}

export interface Asked {
  readonly session: string;
  /** `scalars`, or `exec` of SQLModel. */
  readonly runs: string;
  readonly wait: string;
  readonly entity: string;
  readonly isOld: boolean;
  /** Raises where there is no such row. */
  readonly isStrict: boolean;
  readonly conditions: readonly string[];
  /** The value of the primary key, in `get(Order, key)`. */
  readonly primary: string | undefined;
}

export function askedFor(whole: SyntaxNode): Asked | undefined {
  const text = whole.text;
  const wait = /^\(?await\b/.test(text) ? "await " : "";
  const outer = bare(whole);
  const last = methodCall(outer);
  if (last === undefined) return undefined;
  const base = { wait, runs: "scalars", isOld: false, conditions: [], primary: undefined };
  const { positional, keywords } = argumentsOf(outer);
  if (/^get(_one)?$/.test(last.method) && keywords.size === 0) {
    const [first, second] = positional;
    const isStrict = last.method === "get_one";
    const root = queryChain(last.receiver);
    if (root && first && !second && root.conditions.length === 0)
      return queried(root.root, { ...base, isOld: true, isStrict, entity: root.entity, primary: first.text });
    if (!first || !second || positional.length > 2 || !isName(last.receiver) || !isName(first)) return undefined;
    return { ...base, isStrict, session: last.receiver.text, entity: first.text, primary: second.text };
  }
  const isStrict = /^(scalar_)?one$/.test(last.method);
  if (last.method === "scalar") return selected(outer, { ...base, isStrict: false });
  if (!/^(first|one|one_or_none|scalar_one|scalar_one_or_none)$/.test(last.method) || positional.length > 0)
    return undefined;
  const inner = bare(last.receiver);
  const chain = queryChain(inner);
  if (chain && methodCall(chain.root)?.method === "query")
    return queried(chain.root, { ...base, isOld: true, isStrict, entity: chain.entity, conditions: chain.conditions });
  const run = methodCall(inner);
  const executed = run?.method === "scalars" && argumentsOf(inner).positional.length === 0 ? bare(run.receiver) : inner;
  const isOfRows = /^scalar_/.test(last.method) || executed !== inner;
  const method = methodCall(executed)?.method;
  if (method === "execute" ? !isOfRows : method !== "scalars" && method !== "exec") return undefined;
  return selected(executed, { ...base, isStrict, runs: method === "exec" ? "exec" : "scalars" });
}

/** `session.scalars(select(Order).where(…))` */
function selected(call: SyntaxNode, base: Omit<Asked, "session" | "entity">): Asked | undefined {
  const target = methodCall(call);
  const { positional, keywords } = argumentsOf(call);
  const chain = positional[0] && queryChain(positional[0]);
  const isSelect = /(^|\.)select$/.test(chain?.root.field("function")?.text ?? "");
  if (!target || !isName(target.receiver) || !chain || !isSelect || positional.length > 1 || keywords.size > 0)
    return undefined;
  return { ...base, session: target.receiver.text, entity: chain.entity, conditions: chain.conditions };
}

/** `session.query(Order)` */
function queried(root: SyntaxNode, base: Omit<Asked, "session">): Asked | undefined {
  const target = methodCall(root);
  return target?.method === "query" && isName(target.receiver) ? { ...base, session: target.receiver.text } : undefined;
}

export function bare(node: SyntaxNode): SyntaxNode {
  if (node.type !== "await" && node.type !== "parenthesized_expression") return node;
  const [inner] = namedChildren(node);
  return inner === undefined ? node : bare(inner);
}

export function isName(node: SyntaxNode): boolean {
  return /^\w+(\.\w+)*$/.test(node.text);
}
