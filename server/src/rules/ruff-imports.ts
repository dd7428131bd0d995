// Puts the imports that ruff's fixes bring where they belong: ruff adds them below all others.

import type { Workspace } from "../models/workspace.ts";
import { nodeAt, nodeOfTypeAt } from "../python/node-at.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { TextEdit } from "../text/edits.ts";
import { insertImport } from "./insert-import.ts";
import type { FixEdit } from "./rule.ts";

/** The same edits, with our own place and order for each `from module import name` that is new. */
export function withOwnImports(file: PythonFile, edits: readonly TextEdit[], workspace: Workspace): readonly FixEdit[] {
  const wanted = edits.map((edit) => importOf(file, edit));
  const others = edits.filter((_, at) => wanted[at] === undefined);
  const first = others.toSorted((a, b) => a.span.start - b.span.start)[0];
  const at = first && nodeAt(file.root, first.span.start);
  const own = wanted.map((one) => one && insertImport(file, one.module, one.name, workspace, at ? { at } : {}));
  const isOurs = own.every(
    (one, at) => one === undefined || (one.name === wanted[at]?.name && fits(one.edits, others)),
  );
  return isOurs ? edits.flatMap((edit, at) => own[at]?.edits ?? [edit]) : edits;
}

/** What the edit imports and nothing else: a line of its own, or one more name of a statement. */
function importOf(file: PythonFile, { span, text }: TextEdit): { module: string; name: string } | undefined {
  const line = /^\s*from ([\w.]+) import (\w+)\s*$/.exec(text);
  if (line && span.start === span.end) return { module: line[1] ?? "", name: line[2] ?? "" };
  const statement = nodeOfTypeAt(file.root, span.start, "import_from_statement");
  const module = statement?.field("module_name")?.text;
  if (statement === undefined || module === undefined || span.end > statement.end) return undefined;
  const before = file.source(statement);
  const after = before.slice(0, span.start - statement.start) + text + before.slice(span.end - statement.start);
  const added = after.startsWith(before) ? /^, (\w+)$/.exec(after.slice(before.length)) : null;
  return added ? { module, name: added[1] ?? "" } : undefined;
}

function fits(edits: readonly FixEdit[], others: readonly TextEdit[]): boolean {
  return edits.every(({ span }) => others.every((one) => span.start < one.span.start || span.start >= one.span.end));
}
