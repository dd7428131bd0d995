// Takes another module's function in the place of one, and its import in the place of an import that nothing else needs.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { removeImport } from "./remove-import.ts";
import type { FixEdit } from "./rule.ts";

export interface Replacement {
  readonly module: string;
  readonly name: string;
  /** What follows the name. */
  readonly suffix?: string;
}

/** `random.choice` becomes `secrets.choice`, and `choice` that of `secrets`; `callee` is the whole of the old name. */
export function swapModule(
  file: PythonFile,
  callee: SyntaxNode,
  { module, name, suffix = "" }: Replacement,
  workspace?: Workspace,
): readonly FixEdit[] | undefined {
  const span = { start: callee.start, end: callee.end };
  if (callee.type === "identifier") {
    const imports = swapName(file, callee, module, name, workspace);
    return imports && [...imports, ...(name + suffix === callee.text ? [] : [{ span, text: name + suffix }])];
  }
  const known = insertImport(file, module, undefined, workspace);
  const item = known.edits.length > 0 ? loneImport(file, callee.field("object")) : undefined;
  if (item === undefined) return [...known.edits, { span, text: `${known.name}.${name}${suffix}` }];
  return [
    { span: { start: item.start, end: item.end }, text: module },
    { span, text: `${module}.${name}${suffix}` },
  ];
}

/** `from random import choice` becomes `from secrets import choice`; undefined where another use of the name is in the way. */
function swapName(
  file: PythonFile,
  callee: SyntaxNode,
  module: string,
  name: string,
  workspace: Workspace | undefined,
): readonly FixEdit[] | undefined {
  const binding = file.scopes.bindingOf(callee);
  const [place, ...others] = binding?.places ?? [];
  const statement = place?.node;
  const isOnly = binding?.references.length === 1 && others.length === 0 && statement?.type === "import_from_statement";
  const items = statement?.fields("name") ?? [];
  const item = place && items.find((one) => one.start <= place.name.start && place.name.end <= one.end);
  const inserted = insertImport(file, module, name, workspace, { at: callee, instead: isOnly ? item : undefined });
  if (inserted.name !== name) return undefined;
  if (!isOnly || !statement || !place) return name === callee.text ? undefined : inserted.edits;
  const from = statement.field("module_name");
  if (item === undefined || from === undefined) return undefined;
  if (inserted.edits.length > 0 && items.length === 1) {
    return [
      { span: { start: from.start, end: from.end }, text: module },
      { span: { start: item.start, end: item.end }, text: name },
    ];
  }
  const removal = removeImport(file, statement, item);
  const meets = inserted.edits.some(
    ({ span }) => removal !== undefined && span.start >= removal.span.start && span.start <= removal.span.end,
  );
  if (removal !== undefined && !meets) return [...inserted.edits, removal];
  return name === callee.text ? undefined : inserted.edits;
}

/** The name in `import random` where nothing but this one place reads it. */
export function loneImport(file: PythonFile, object: SyntaxNode | undefined): SyntaxNode | undefined {
  const binding = object?.type === "identifier" ? file.scopes.bindingOf(object) : undefined;
  const statement = binding?.places[0]?.node;
  if (binding?.places.length !== 1 || binding.references.length !== 1) return undefined;
  if (statement?.type !== "import_statement" || statement.parent?.type !== "module") return undefined;
  const [item, ...others] = statement.fields("name");
  return others.length === 0 && item?.type === "dotted_name" ? item : undefined;
}
