// How the code of a file uses a dict: what it writes under which key, looks up, and removes.

import { argumentsOf, methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface KeyWrite {
  readonly key: SyntaxNode;
  readonly value: SyntaxNode | undefined;
  readonly node: SyntaxNode;
}

export interface KeyUses {
  readonly writes: readonly KeyWrite[];
  readonly lookups: readonly { readonly key: string; readonly node: SyntaxNode }[];
  /** Something is taken out, its size is watched, or it is made anew. */
  readonly isEvicted: boolean;
  /** All of its entries are gone through somewhere: it is a collection, of which each counts. */
  readonly isGoneThrough: boolean;
}

const removing = /^(pop|popitem|clear|__delitem__|move_to_end)$/;

/** All uses within a class or module of what is spelt like the target: `self.seen`, `prices`. */
export function uses(file: PythonFile, target: SyntaxNode, scope: SyntaxNode): KeyUses {
  const writes: KeyWrite[] = [];
  const lookups: { key: string; node: SyntaxNode }[] = [];
  let isEvicted = false;
  let isGoneThrough = false;
  const nodes =
    target.type === "identifier" ? (file.scopes.bindingOf(target)?.references ?? []) : file.nodes("attribute");
  for (const node of nodes) {
    if (node.text !== target.text || node.start < scope.start || node.end > scope.end || node === target) continue;
    const above = node.parent;
    if (above?.type === "subscript" && above.field("value") === node) {
      const key = above.field("subscript");
      const holder = above.parent;
      if (
        holder?.type === "delete_statement" ||
        (holder?.type === "expression_list" && holder.parent?.type === "delete_statement")
      )
        isEvicted = true;
      else if (key && holder?.type === "assignment" && holder.field("left") === above)
        writes.push({ key, value: holder.field("right"), node: above });
      else if (key) lookups.push({ key: key.text, node: above });
    } else if (above?.type === "attribute" && above.field("object") === node) {
      const call = above.parent?.type === "call" ? above.parent : undefined;
      const method = call && methodCall(call)?.method;
      const [key, value] = call ? argumentsOf(call).positional : [];
      if (method !== undefined && removing.test(method)) isEvicted = true;
      else if (/^(values|items|keys|copy)$/.test(method ?? "")) isGoneThrough = true;
      else if (method === "get" && key && call) lookups.push({ key: key.text, node: call });
      else if (method === "setdefault" && key && call) {
        writes.push({ key, value, node: call });
        lookups.push({ key: key.text, node: call });
      }
    } else if (above?.type === "comparison_operator" && /\bin\b/.test(above.text)) {
      lookups.push({ key: above.children[0]?.text ?? "", node: above });
    } else if (/^for_(statement|in_clause)$/.test(above?.type ?? "") && above?.field("right") === node) {
      isGoneThrough = true;
    } else if (above?.type === "argument_list") {
      // Whoever it is handed to may empty it; `len` is how a bound is watched.
      if (!/^(sorted|list|str|repr|print|iter|isinstance|id|bool)\(/.test(above.parent?.text ?? "")) isEvicted = true;
    } else if (/^(augmented_)?assignment$/.test(above?.type ?? "") || above?.type === "return_statement") {
      if (above?.field("left") === node || above?.field("right") === node) isEvicted = true;
    }
  }
  // A second assignment, in `reset()` or under `global`, empties it.
  if (target.type === "identifier" && (file.scopes.bindingOf(target)?.places.length ?? 0) > 1) isEvicted = true;
  return { writes, lookups, isEvicted, isGoneThrough };
}
