// Imports a name in the place of another that nothing else in the file uses.

import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { type InsertedImport, insertImport } from "./insert-import.ts";
import { removeImport } from "./remove-import.ts";

/** `use` is the one place that is rewritten; what else reads the old name keeps its import. */
export function replaceImport(file: PythonFile, use: SyntaxNode, module: string, name: string): InsertedImport {
  const binding = use.type === "identifier" ? file.scopes.bindingOf(use) : undefined;
  const [place] = binding?.places ?? [];
  const isOnly = binding?.places.length === 1 && binding.references.length === 1;
  const statement = isOnly && place?.node.type === "import_from_statement" ? place.node : undefined;
  const item = statement
    ?.fields("name")
    .find(({ start, end }) => place && start <= place.name.start && place.name.end <= end);
  const inserted = insertImport(file, module, name, undefined, { at: use, instead: item });
  if (statement === undefined || item === undefined) return inserted;
  const span = { start: item.start, end: item.end };
  const removal = statement.fields("name").length > 1 ? removeImport(file, statement, item) : undefined;
  const meets = inserted.edits.some(
    (edit) =>
      edit.span.start >= (removal?.span.start ?? span.start) && edit.span.start <= (removal?.span.end ?? span.end),
  );
  if (inserted.edits.length > 0 && (removal === undefined || meets))
    return { name: inserted.name, edits: [{ span, text: inserted.name }] };
  return removal === undefined ? inserted : { name: inserted.name, edits: [...inserted.edits, removal] };
}
