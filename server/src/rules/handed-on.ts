// Tells whether a value made in a function goes on to somebody else: returned, kept in an object, registered for later.

import { argumentNodes, argumentsOf } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Binding } from "../python/scopes.ts";
import { ancestors, enclosing } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { isSamePath } from "./temporary-files.ts";

/** `return mkdtemp()`, `self.folder = mkdtemp()`, `stack.enter_context(…)`. */
export function isHandedOn(file: PythonFile, call: SyntaxNode): boolean {
  for (const above of ancestors(call)) {
    if (/^(return_statement|yield)$/.test(above.type)) return isWhole(file, call, above);
    if (above.type === "assignment") {
      const left = above.field("left");
      // A `global` is there for later.
      if (left?.type === "identifier") return file.scopes.bindingOf(left)?.scope.kind === "module";
      return !/^(pattern_list|tuple_pattern)$/.test(left?.type ?? "");
    }
    if (above.type === "call" && (deferring.test(lastName(above)) || storing.test(lastName(above)))) return true;
    if (above.type === "block") return false;
  }
  return false;
}

/** `mkstemp(dir=folder)`: it lies in a folder of the caller's, who can remove that as a whole. */
export function liesInGiven(file: PythonFile, call: SyntaxNode): boolean {
  const folder = argumentsOf(call).keywords.get("dir");
  return (
    folder !== undefined && file.scopes.bindingOf(folder)?.places.some(({ kind }) => kind === "parameter") === true
  );
}

function lastName(call: SyntaxNode): string {
  return call.field("function")?.text.split(".").at(-1) ?? "";
}

/** The names with those of what was made around them: `reader = Reader(path)`, `inner = folder / "a"`. */
export function withHolders(file: PythonFile, names: ReadonlySet<Binding>): ReadonlySet<Binding> {
  const all = new Set(names);
  for (const binding of all) {
    for (const use of binding.references) {
      const assignment = enclosing(use, "assignment", "block");
      const target = assignment?.type === "assignment" ? assignment.field("left") : undefined;
      if (target?.type !== "identifier" || target.end > use.start || !assignment) continue;
      const holder = isWhole(file, use, assignment) ? file.scopes.bindingOf(target) : undefined;
      if (holder) all.add(holder);
    }
  }
  return all;
}

/** Returned, yielded, kept in an attribute or a collection, or registered: whoever has it then removes it. */
export function isStored(file: PythonFile, definition: SyntaxNode, names: ReadonlySet<Binding>): boolean {
  for (const binding of names) {
    for (const use of binding.references) {
      if (use.start < definition.start || use.end > definition.end) continue;
      for (const above of ancestors(use)) {
        if (above.type === "block" || above.type === "function_definition") break;
        if (/^(return_statement|yield)$/.test(above.type) && isWhole(file, use, above)) return true;
        const left = above.type === "assignment" ? above.field("left") : undefined;
        if (left && /^(attribute|subscript)$/.test(left.type) && left.end <= use.start && isWhole(file, use, above))
          return true;
        if (
          above.type === "call" &&
          (deferring.test(lastName(above)) || storing.test(lastName(above))) &&
          isArgument(above, use)
        )
          return true;
      }
    }
  }
  return false;
}

function isArgument(call: SyntaxNode, use: SyntaxNode): boolean {
  return argumentNodes(call).some((one) => one.start <= use.start && use.end <= one.end);
}

/** The value itself leaves, alone, in a collection or inside an object, not what a function made of it. */
function isWhole(file: PythonFile, use: SyntaxNode, outer: SyntaxNode): boolean {
  for (let node = use; node !== outer; ) {
    const { parent } = node;
    if (parent === undefined) return false;
    if (parent.type === "call") {
      const name = calleeName(file, parent);
      const makes =
        /(^|\.)_?[A-Z]\w*$/.test(name) ||
        /^(str|tuple|list|dict|os\.path\.(join|abspath|realpath|dirname)|os\.fspath)$/.test(name);
      if (!makes && !isSamePath(file, use, parent)) return false;
    }
    if (/^(comparison_operator|not_operator|subscript)$/.test(parent.type)) return false;
    if (parent.type === "attribute" && !/^(name|parent)$/.test(parent.field("attribute")?.text ?? "")) return false;
    node = parent;
  }
  return true;
}

export const deferring =
  /^(add_task|BackgroundTask|callback|push|push_async_callback|register|finalize|enter_context|addfinalizer|addCleanup|addAsyncCleanup|call_later|schedule\w*)$/;
const storing =
  /^(append|add|extend|insert|setdefault|put|put_nowait|send|delay|apply_async|submit|update|appendleft)$/;
