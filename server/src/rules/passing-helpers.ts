// Helpers of the workspace that hand a path on as they got it: joined and made absolute, but never looked at.

import type { Workspace } from "../models/workspace.ts";
import { findCarried } from "../python/carried.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, enclosing, namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { isCut } from "./path-cuts.ts";

/** What can keep a path in its folder begins with a question about it, or with another call that may ask it. */
const asking = /^(if_statement|raise_statement|assert_statement|try_statement|comparison_operator|match_statement)$/;

/** True for `under_root(name)` where that function only puts its argument behind a folder. */
export function handsPathOn(file: PythonFile, call: SyntaxNode, workspace: Workspace): boolean {
  const callee = call.field("function");
  const resolved = callee?.type === "identifier" ? file.resolve(callee) : undefined;
  if (resolved === undefined) return false;
  const cut = resolved.lastIndexOf(".");
  const path = workspace.moduleFile(resolved.slice(0, cut), file.path);
  const holder = path === file.path ? file : path === undefined ? undefined : workspace.python(path);
  const name = resolved.slice(cut + 1);
  const definition = holder?.nodes("function_definition").find((one) => one.field("name")?.text === name);
  const body = definition?.field("body");
  if (!holder || !definition || !body || [...descendants(body)].some(({ type }) => asking.test(type))) return false;
  const results = [...descendants(body)].filter(({ type }) => type === "return_statement");
  return (
    results.length > 0 &&
    results.every((result) => {
      const [value] = namedChildren(result);
      return (
        value !== undefined &&
        findCarried(holder, value, {
          isSource: () => false,
          isEnd: (one) => isCut(holder, one),
          isSourceParameter: ({ name: parameter }) => enclosing(parameter, "function_definition") === definition,
        }) !== undefined
      );
    })
  );
}
