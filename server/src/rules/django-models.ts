// The relations that a Django model declares, by the name under which a file knows the model.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface DjangoRelations {
  /** Foreign keys and one-to-one fields. */
  readonly single: ReadonlySet<string>;
  readonly many: ReadonlySet<string>;
}

/** Undefined where the model cannot be found, or has a manager of its own, which may load what it likes. */
export function djangoRelations(
  file: PythonFile,
  model: SyntaxNode,
  workspace: Workspace,
): DjangoRelations | undefined {
  const found = definitionOf(file, model, workspace);
  if (!found?.file.text.includes("django.db")) return undefined;
  const single = new Set<string>();
  const many = new Set<string>();
  for (const statement of statements(found.definition.field("body"))) {
    const assignment = statement.children.find(({ type }) => type === "assignment");
    const name = assignment?.field("left")?.text ?? "";
    const made = assignment?.field("right")?.field("function")?.text ?? "";
    if (name === "objects" && !/^(?:models\.)?Manager$/.test(made)) return undefined;
    if (/(?:^|\.)(?:ForeignKey|OneToOneField)$/.test(made)) single.add(name);
    if (/(?:^|\.)ManyToManyField$/.test(made)) many.add(name);
  }
  return { single, many };
}

interface Definition {
  readonly file: PythonFile;
  readonly definition: SyntaxNode;
}

/** How many modules hand a name on, one to the next. */
const furthest = 4;

function definitionOf(file: PythonFile, model: SyntaxNode, workspace: Workspace): Definition | undefined {
  let at: PythonFile = file;
  let place = file.scopes.bindingOf(model)?.places.at(-1);
  for (let step = 0; step < furthest && place !== undefined; step++) {
    if (place.kind === "class") return { file: at, definition: place.node };
    const source = sourceOf(place.imported ?? "");
    const path = source && workspace.moduleFile(source.module, at.path);
    const next = path === undefined ? undefined : workspace.python(path);
    if (!source || !next) return undefined;
    at = next;
    place = next.scopes.module.bindings.get(source.name)?.places.at(-1);
  }
  return undefined;
}

/** ".models.Boat" as ".models" and "Boat"; "..Boat" is one of the package itself. */
function sourceOf(imported: string): { readonly module: string; readonly name: string } | undefined {
  const [, module = "", name = ""] = /^(\.*(?:\w+(?:\.\w+)*(?=\.))?)\.?(\w+)$/.exec(imported) ?? [];
  return module === "" || name === "" ? undefined : { module, name };
}
