// Finds the imports of typing's old names: those that built-in types replace, and those that nothing uses any more.

import type { Workspace } from "../models/workspace.ts";
import { docstringNode } from "../python/docstring.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { RuffFinding } from "../python/ruff.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { removeImport } from "./remove-import.ts";
import type { Fix, Problem } from "./rule.ts";

const generics: Readonly<Record<string, string>> = {
  List: "list",
  Dict: "dict",
  Set: "set",
  FrozenSet: "frozenset",
  Tuple: "tuple",
  Type: "type",
  Deque: "collections.deque",
  DefaultDict: "collections.defaultdict",
};

/** `replaced` are ruff's findings about uses, with the edits that make them modern. */
export function* oldTypingImports(
  file: PythonFile,
  workspace: Workspace,
  wanted: { readonly generics: boolean; readonly unions: boolean; readonly optional: boolean },
  replaced: readonly RuffFinding[],
): Generator<Problem> {
  const knows = (minor: number) => isAtLeast(workspace.pythonVersion, minor);
  for (const statement of file.nodes("import_from_statement")) {
    if (!/^typing(_extensions)?$/.test(statement.field("module_name")?.text ?? "")) continue;
    for (const item of statement.fields("name")) {
      const name = item.type === "aliased_import" ? (item.field("name")?.text ?? "") : item.text;
      const local = item.field("alias")?.text ?? name;
      const modern = Object.hasOwn(generics, name) ? generics[name] : undefined;
      if (modern !== undefined && wanted.generics && knows(9)) {
        const fix = fixOf(file, statement, item, local, modern, replaced);
        const message = `\`${name}\` from typing is the old spelling; write \`${modern}\` and take it out of the import.`;
        yield { span: item, message, ...(fix === undefined ? {} : { fix }) };
      } else if (((name === "Union" && wanted.unions) || (name === "Optional" && wanted.optional)) && knows(10)) {
        const isLeft = usesOf(file, item, local)?.length === 0;
        const edit = isLeft && !isReexport(file, item) ? removeImport(file, statement, item) : undefined;
        if (edit === undefined) continue;
        const message = `\`${name}\` is the old spelling, and nothing uses it any more; take it out of the import.`;
        yield { span: item, message, fix: { title: `Take ${name} out of the import`, safe: true, edits: [edit] } };
      }
    }
  }
}

function isAtLeast(version: readonly [number, number] | undefined, minor: number): boolean {
  return version === undefined || version[0] > 3 || (version[0] === 3 && version[1] >= minor);
}

/** Every use is replaced and the import goes, as one edit; only where ruff knows how to replace each of them. */
function fixOf(
  file: PythonFile,
  statement: SyntaxNode,
  item: SyntaxNode,
  local: string,
  modern: string,
  replaced: readonly RuffFinding[],
): Fix | undefined {
  const uses = usesOf(file, item, local);
  if (uses === undefined || isReexport(file, item)) return undefined;
  const removal = removeImport(file, statement, item);
  const edits = uses.map(
    (use) =>
      replaced.find(({ span, code }) => code === "UP006" && span.start === use.start && span.end === use.end)?.fix
        ?.edits,
  );
  if (removal === undefined || edits.some((edit) => edit?.length !== 1)) return undefined;
  const title =
    uses.length === 0 ? `Take ${local} out of the import` : `Write ${modern} and take ${local} out of the import`;
  return { title, safe: true, edits: [...edits.flatMap((edit) => edit ?? []), removal] };
}

/** Undefined where a text may be an annotation that uses it, or another import brings the same name. */
function usesOf(file: PythonFile, item: SyntaxNode, local: string): readonly SyntaxNode[] | undefined {
  const binding = file.scopes.bindingOf(item.field("alias") ?? lastIdentifier(item));
  if (binding?.places.length !== 1) return undefined;
  const word = new RegExp(String.raw`\b${local}\b`);
  const isNamed = file.nodes("string").some((text) => word.test(text.text) && !isDocstring(text));
  return isNamed ? undefined : binding.references;
}

function lastIdentifier(item: SyntaxNode): SyntaxNode {
  return item.children.findLast(({ type }) => type === "identifier") ?? item;
}

function isDocstring(text: SyntaxNode): boolean {
  const statement = text.parent;
  const body = statement?.parent;
  const owner = body?.type === "block" ? body.parent : body;
  return owner !== undefined && docstringNode(owner)?.start === text.start;
}

function isReexport(file: PythonFile, item: SyntaxNode): boolean {
  return (
    /(^|\/)__init__\.pyi?$/.test(file.path) ||
    (item.field("alias")?.text === item.field("name")?.text && item.type === "aliased_import")
  );
}
