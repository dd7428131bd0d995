// Finds values that outlive a call, of a module or a class, and the places in functions that change them.

import { methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Binding } from "../python/scopes.ts";
import { enclosingFunction } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

const containers = /^(dict|list|set|bytearray|collections\.(defaultdict|deque|OrderedDict|Counter))$/;

/** A dict, list or set that is made on the spot: it can grow. */
export function isMutable(file: PythonFile, value: SyntaxNode | undefined): boolean {
  if (value === undefined) return false;
  if (/^(dictionary|list|set)(_comprehension)?$/.test(value.type)) return true;
  if (value.type !== "call" || !containers.test(calleeName(file, value))) return false;
  return !/\bmaxlen\s*=/.test(value.text);
}

/** `deque(maxlen=50)`, or a dict that a function shortens once `len(cache)` passes a number. */
export function isBounded(binding: Binding, value: SyntaxNode | undefined): boolean {
  if (value?.type === "call" && /\bmaxlen\s*=\s*[^\sN)]/.test(value.text)) return true;
  const measured = binding.references.filter((one) => {
    const call = one.parent?.type === "argument_list" ? one.parent.parent : undefined;
    return call?.field("function")?.text === "len" && call.parent?.type === "comparison_operator";
  });
  return measured.some((one) => {
    const around = enclosingFunction(one);
    return binding.references.some((other) => {
      const change = changeThrough(other);
      return (
        change && enclosingFunction(other) === around && /^del\b|\.(pop|popitem|popleft|clear)\(/.test(change.text)
      );
    });
  });
}

const changing =
  /^(append|appendleft|extend|extendleft|insert|add|update|setdefault|pop|popleft|popitem|remove|discard|clear|sort|reverse|subtract|intersection_update|difference_update|symmetric_difference_update)$/;

/** What changes the value through this reference: an item set or deleted, a changing method called, or a new value assigned. */
export function changeThrough(reference: SyntaxNode): SyntaxNode | undefined {
  const above = reference.parent;
  if (above === undefined) return undefined;
  if (above.type === "attribute" && above.field("object") === reference) {
    const call = above.parent;
    const isCalled = call?.type === "call" && call.field("function") === above;
    return isCalled && changing.test(methodCall(call)?.method ?? "") ? call : undefined;
  }
  if (above.type === "augmented_assignment") return above.field("left") === reference ? above : undefined;
  if (above.type === "assignment") return above.field("left") === reference ? above : undefined;
  if (above.type !== "subscript" || above.field("value") !== reference) return undefined;
  const holder = above.parent;
  if (holder?.type === "delete_statement") return holder;
  if (/^(augmented_)?assignment$/.test(holder?.type ?? "")) return holder?.field("left") === above ? holder : undefined;
  // `cache[key][name] = value`, `groups[key].append(value)`
  return changeThrough(above);
}

/** The places in functions that change a module's value. */
export function changesOf(binding: Binding): readonly SyntaxNode[] {
  const changed = binding.references.flatMap((reference) => {
    const change = changeThrough(reference);
    return change && enclosingFunction(change) ? [change] : [];
  });
  // `global counter` and then an assignment.
  const rebound = binding.places
    .filter(({ kind, scope }) => scope !== binding.scope && /^(assignment|augmented|delete)$/.test(kind))
    .map(({ node }) => node);
  return [...changed, ...rebound];
}
