// Renames what a module defines, in its own file and in all files that import it, where every use can be told.

import type { Workspace } from "../models/workspace.ts";
import { isBuiltinName } from "../python/builtins.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Binding } from "../python/scopes.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { importersOf } from "./importers.ts";
import type { FixEdit } from "./rule.ts";

/** `name` is where a module, or a function, binds it; undefined where the new name is taken or a use is in doubt. */
export function renameDefinition(
  file: PythonFile,
  name: SyntaxNode,
  to: string,
  workspace: Workspace,
): readonly FixEdit[] | undefined {
  const binding = file.scopes.bindingOf(name);
  if (binding === undefined || !/^[^\d\W]\w*$/u.test(to) || to === name.text) return undefined;
  if (binding.scope.kind !== "module" && binding.scope.kind !== "function") return undefined;
  const own = editsOf(file, binding, to);
  if (own === undefined) return undefined;
  if (binding.scope.kind === "function") return own;
  const texts = textEdits(file, name.text, to);
  const edits = [...own, ...texts];
  for (const path of [...importersOf(file.path, [name.text], workspace)].toSorted()) {
    const other = workspace.python(path);
    if (other === undefined) continue;
    const found = editsElsewhere(other, file.path, name.text, to, workspace);
    if (found === undefined) return undefined;
    edits.push(...found);
  }
  return edits;
}

/** Every place and use of a binding; undefined where the new name means something there already. */
function editsOf(file: PythonFile, binding: Binding, to: string): readonly FixEdit[] | undefined {
  const first = Math.min(...binding.places.map(({ name }) => name.start));
  const nodes = [
    ...binding.places.map(({ name }) => name),
    ...binding.references.filter((node) => !isBuiltinYet(node, binding, first)),
  ];
  if (binding.places.some(({ scope, node }) => scope !== binding.scope || /global|nonlocal/.test(node.type)))
    return undefined;
  if (binding.places.some(({ kind, name }) => kind === "import" && name.parent?.type !== "aliased_import"))
    return undefined;
  for (const node of nodes) if (file.scopes.lookUp(to, file.scopes.scopeOf(node)) !== undefined) return undefined;
  if (file.scopes.lookUp(to, binding.scope) !== undefined) return undefined;
  return nodes.map((node) => ({ span: { start: node.start, end: node.end }, text: to }));
}

/** Above a module's own `list`, what runs when the module is loaded means the builtin. */
function isBuiltinYet(node: SyntaxNode, { name, scope, places }: Binding, first: number): boolean {
  const value = places[0]?.value;
  const isOwnValue = value !== undefined && value.start <= node.start && node.end <= value.end;
  if ((node.start > first && !isOwnValue) || scope.kind !== "module" || !isBuiltinName(name)) return false;
  for (let at = node; at.parent !== undefined; at = at.parent)
    if (at.fieldName === "body" && /^(function_definition|lambda)$/.test(at.parent.type)) return false;
  return true;
}

/** `__all__`, and annotations in quotes: texts that are nothing but code. */
function textEdits(file: PythonFile, from: string, to: string): readonly FixEdit[] {
  const word = new RegExp(String.raw`(?<![\w.])${from}(?!\w)`, "g");
  return file.nodes("string_content").flatMap((node) => {
    if (!node.text.includes(from) || !/^[\w.[\], |]+$/.test(node.text) || !isCode(node)) return [];
    return [...node.text.matchAll(word)].map((match) => ({
      span: { start: node.start + match.index, end: node.start + match.index + from.length },
      text: to,
    }));
  });
}

function isCode(content: SyntaxNode): boolean {
  for (let at = content.parent; at !== undefined; at = at.parent) {
    if (at.type === "type") return true;
    if (at.type === "assignment" || at.type === "augmented_assignment") return at.field("left")?.text === "__all__";
    if (at.type === "call")
      return /^__all__\.(append|extend)$|(^|\.)(cast|relationship|ForwardRef|Mapped|TypeVar)$/.test(
        at.field("function")?.text ?? "",
      );
    if (/_statement$|^block$/.test(at.type) && at.type !== "expression_statement") return false;
  }
  return false;
}

function editsElsewhere(
  other: PythonFile,
  home: string,
  from: string,
  to: string,
  workspace: Workspace,
): readonly FixEdit[] | undefined {
  if (!new RegExp(String.raw`\b${from}\b`).test(other.text)) return [];
  const edits: FixEdit[] = [];
  const add = (node: SyntaxNode): void => {
    edits.push({ path: other.path, span: { start: node.start, end: node.end }, text: to });
  };
  for (const statement of other.nodes("import_from_statement")) {
    const module = statement.field("module_name")?.text ?? "";
    if (!leadsTo(other, module, home, from, workspace)) continue;
    // Which names a star brings cannot be renamed in place.
    if (statement.children.some(({ type }) => type === "wildcard_import")) return undefined;
    for (const item of statement.fields("name")) {
      const imported = item.type === "aliased_import" ? item.field("name") : item;
      if (imported?.text !== from) continue;
      add(imported);
      if (item.type === "aliased_import") continue;
      const identifier = imported.children.find(({ type }) => type === "identifier") ?? imported;
      const binding = other.scopes.bindingOf(identifier);
      if (binding === undefined) return undefined;
      for (const { name } of binding.places) if (name.start !== identifier.start) add(name);
      for (const reference of binding.references) {
        if (other.scopes.lookUp(to, other.scopes.scopeOf(reference)) !== undefined) return undefined;
        add(reference);
      }
      for (const edit of textEdits(other, from, to)) edits.push({ ...edit, path: other.path });
    }
  }
  for (const node of other.nodes("attribute")) {
    const attribute = node.field("attribute");
    if (attribute?.text !== from) continue;
    const dotted = other.resolve(node);
    const module = dotted?.slice(0, -(from.length + 1));
    if (module !== undefined && module !== "" && leadsTo(other, module, home, from, workspace)) add(attribute);
  }
  return unique(edits);
}

/** The module is the name's home, or hands it on from there. */
function leadsTo(other: PythonFile, module: string, home: string, name: string, workspace: Workspace): boolean {
  const path = workspace.moduleFile(module, other.path);
  if (path === undefined) return false;
  if (path === home) return true;
  const meant = workspace.facts.program.name(path, name);
  return meant !== undefined && meant.kind !== "external" && meant.path === home;
}

function unique(edits: readonly FixEdit[]): readonly FixEdit[] {
  const seen = new Set<number>();
  return edits.filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}
