// Adds several imports to a file at once, in order, so that those that go to the same place form one block.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { lineEnd } from "../python/surroundings.ts";
import type { Use } from "./free-name.ts";
import { insertImport } from "./insert-import.ts";
import type { FixEdit } from "./rule.ts";

/** Takes dotted names, "app.context.get_context"; one without a dot needs no import. `names` says how each is called in the file. */
export function insertImports(
  file: PythonFile,
  dotted: readonly string[],
  workspace?: Workspace,
  use?: Use,
): { readonly names: ReadonlyMap<string, string>; readonly edits: readonly FixEdit[] } {
  const names = new Map<string, string>();
  const edits: FixEdit[] = [];
  const blank = lineEnd(file).repeat(2);
  for (const one of dotted.toSorted()) {
    const cut = one.lastIndexOf(".");
    const made = cut < 0 ? undefined : insertImport(file, one.slice(0, cut), one.slice(cut + 1), workspace, use);
    names.set(one, made?.name ?? one);
    for (const edit of made?.edits ?? []) {
      // Two names of one module that the file does not import yet come in one statement.
      const module = /^(from \S+ import )/.exec(edit.defines ?? "")?.[1];
      const at = module === undefined ? -1 : edits.findIndex(({ defines }) => defines?.startsWith(module));
      const before = edits[at];
      if (before?.defines !== undefined) {
        const both = `${before.defines}, ${edit.defines?.slice(module?.length)}`;
        edits[at] = { ...before, text: before.text.replace(before.defines, both), defines: both };
        continue;
      }
      // The blank line before a new group stands there already.
      const isNext =
        edit.text.startsWith(blank) &&
        edits.some(({ span, text }) => span.start === edit.span.start && text.startsWith(blank));
      edits.push(isNext ? { ...edit, text: edit.text.slice(lineEnd(file).length) } : edit);
    }
  }
  return { names, edits };
}
