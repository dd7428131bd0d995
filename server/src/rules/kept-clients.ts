// HTTP clients, and whether one that a function makes outlives the call.

import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosing, enclosingFunction, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** What makes one, by its dotted name. */
export const httpClients =
  /^(httpx\.(Async)?Client|aiohttp(\.client)?\.ClientSession|requests(\.sessions)?\.Session|requests\.session|urllib3\.PoolManager)$/;

/** Stored where it outlives the call, or handed back to whoever keeps it. */
export function isKept(file: PythonFile, call: SyntaxNode, around: SyntaxNode): boolean {
  for (let at = call.parent; at && at !== around; at = at.parent) {
    // Used on the spot: what is handed back is something else.
    if (at.type === "attribute") return false;
    if (/^(return_statement|yield)$/.test(at.type)) return true;
    if (at.type === "assignment") {
      const left = at.field("left");
      if (left?.type === "attribute" || left?.type === "subscript") return true;
      if (left?.type === "identifier") return isGlobal(file, left) || isPassedOut(file, left, around);
    }
    if (at.type === "as_pattern") {
      const name = [...withinScope(at)].findLast((node) => node.type === "identifier");
      return name !== undefined && isYielded(file, name, around);
    }
    // A factory keeps it no longer than it is kept itself: `sessionmaker(create_engine(url))()`.
    if (at.type === "call" && factories.test(calleeName(file, at))) {
      if (at.parent?.type === "call" && at.parent.field("function") === at) return false;
      continue;
    }
    // Handed to something that keeps it: `Service(httpx.AsyncClient())`.
    if (at.type === "call" && at !== call && at.field("function") && !at.field("function")?.text.startsWith(call.text))
      return (at.field("arguments")?.start ?? call.end) <= call.start;
  }
  return false;
}

const factories = /(^|\.)(sessionmaker|async_sessionmaker|scoped_session|async_scoped_session|Session|AsyncSession)$/;

function isGlobal(file: PythonFile, name: SyntaxNode): boolean {
  return file.scopes.bindingOf(name)?.scope.kind === "module";
}

/** Returned, yielded, stored on an object, or given to a maker of something that lives on. */
function isPassedOut(file: PythonFile, name: SyntaxNode, around: SyntaxNode): boolean {
  for (const reference of file.scopes.bindingOf(name)?.references ?? []) {
    if (enclosingFunction(reference) !== around) {
      // A function inside that uses it, as in a factory.
      if (enclosing(reference, "function_definition") !== around) return true;
      continue;
    }
    const above = reference.parent;
    if (above?.type === "return_statement" || above?.type === "yield") return true;
    if (above?.type === "expression_list" && above.parent?.type === "return_statement") return true;
    if (
      above?.type === "assignment" &&
      above.field("right") === reference &&
      above.field("left")?.type !== "identifier"
    )
      return true;
    const call =
      above?.type === "argument_list"
        ? above.parent
        : above?.type === "keyword_argument"
          ? above.parent?.parent
          : undefined;
    if (
      call?.type === "call" &&
      (enclosing(call, "return_statement") !== undefined ||
        /(sessionmaker|async_sessionmaker|scoped_session)$/.test(calleeName(file, call)))
    )
      return true;
  }
  return false;
}

function isYielded(file: PythonFile, name: SyntaxNode, around: SyntaxNode): boolean {
  return isPassedOut(file, name, around) && /\byield\b/.test(around.text);
}
