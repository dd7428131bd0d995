// A row that is fetched anew by its own key, as a sentence writes it: `order = Order.one(order.id)`, whatever the names are.

import { argumentsOf } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Remedy } from "./remedy.ts";
import type { Problem } from "./rule.ts";

export interface Reload {
  readonly method: string;
  readonly key: string;
}

/** What the code fetches by; undefined where it is something else. */
export function readReload(code: string): Reload | undefined {
  const [, , method, key] = /^([a-z_]\w*)\s*=\s*(?:await\s+)?[A-Z]\w*\.(\w+)\(\1\.(\w+)\)$/.exec(code.trim()) ?? [];
  return method === undefined || key === undefined ? undefined : { method, key };
}

/** How the options of `banned-name` write it. */
export function reloadName({ method, key }: Reload): string {
  return `x = X.${method}(x.${key})`;
}

/** The assignments of that kind, each with the name that is assigned. */
function* reloadsIn(file: PythonFile, { method, key }: Reload): Iterable<{ node: SyntaxNode; name: string }> {
  for (const node of file.nodes("assignment")) {
    const [left, right] = [node.field("left"), node.field("right")];
    const call = right?.type === "await" ? right.children.find((child) => child.isNamed) : right;
    const callee = call?.type === "call" ? call.field("function") : undefined;
    if (left?.type !== "identifier" || !call || callee?.type !== "attribute") continue;
    const owner = callee.field("object");
    if (callee.field("attribute")?.text !== method || owner?.type !== "identifier" || !/^[A-Z]/.test(owner.text))
      continue;
    const { positional, keywords } = argumentsOf(call);
    if (positional.length === 1 && keywords.size === 0 && positional[0]?.text === `${left.text}.${key}`)
      yield { node, name: left.text };
  }
}

/** What is used instead is said of the row by the name that the guide gives it. */
export function* reloadUses(file: PythonFile, reload: Reload, { instead, advice }: Remedy): Iterable<Problem> {
  const call = /^[a-z_]\w*(\.\w+\(\))$/.exec(instead ?? "")?.[1];
  for (const { node, name } of reloadsIn(file, reload)) {
    const better = call === undefined ? undefined : `${name}${call}`;
    const isAwaited = node.field("right")?.type === "await";
    const title = `Write ${better}; look whether it reads what is needed`;
    const text = `${isAwaited ? "await " : ""}${better}`;
    yield {
      span: node,
      message: `\`${name}\` is fetched anew by its own \`${reload.key}\`; ${better === undefined ? advice : `use \`${better}\`.`}`,
      ...(better !== undefined && { fix: { title, safe: false, edits: [{ span: node, text }] } }),
    };
  }
}
