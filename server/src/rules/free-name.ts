// Tells whether a name that a fix imports is free in a file, and what to call it where it is not.

import { importsOf } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Binding } from "../python/scopes.ts";
import { isModuleLevel } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** What `import module` or `from module import name` brings. */
export interface Wanted {
  readonly module: string;
  readonly name: string | undefined;
}

/** What the module calls it already, by an import that is not its own statement at the top: below `try` or `if`, or by a relative name. */
export function importedElsewhere(file: PythonFile, { module, name }: Wanted): string | undefined {
  return importsOf(file).find(
    (one) =>
      one.module === module &&
      one.name === name &&
      !one.isForTyping &&
      (name !== undefined || one.item.type === "aliased_import" || !module.includes(".")) &&
      isModuleLevel(one.statement),
  )?.local;
}

export interface Use {
  /** Where the name will be read; without it, a name that any function has for something else counts as taken. */
  readonly at?: SyntaxNode;
  /** The item of an import that goes with the same fix, so that its name is free again. */
  readonly instead?: SyntaxNode | undefined;
}

/** The name itself where nothing else has it, else an alias. */
export function freeName(file: PythonFile, wanted: Wanted, use: Use = {}): string {
  const own = wanted.name ?? wanted.module.split(".")[0] ?? "";
  if (!isTaken(file, own, wanted, use)) return wanted.name ?? wanted.module;
  let alias = aliasOf(wanted);
  while (mentions(file, alias)) alias += "_";
  return alias;
}

function isTaken(file: PythonFile, name: string, wanted: Wanted, { at, instead }: Use): boolean {
  if (!mentions(file, name)) return false;
  const same = new Set(
    importsOf(file)
      .filter((one) => isSame(one, wanted))
      .map(({ item }) => item.start),
  );
  if (instead !== undefined) same.add(instead.start);
  return (
    (at !== undefined && isBoundLater(file, name, at)) ||
    bindingsOf(file, name, at).some(({ places }) => places.some((place) => !isItem(place.name, same)))
  );
}

/** The function binds the name further down, so that up here it has no value, whatever the module gives it. */
export function isBoundLater(file: PythonFile, name: string, at: SyntaxNode): boolean {
  const binding = file.scopes.lookUp(name, file.scopes.scopeOf(at));
  return binding?.scope.kind === "function" && binding.places.every((place) => place.name.start >= at.end);
}

function bindingsOf(file: PythonFile, name: string, at: SyntaxNode | undefined): readonly Binding[] {
  const { scopes } = file;
  const found = at
    ? [scopes.module.bindings.get(name), scopes.lookUp(name, scopes.scopeOf(at))]
    : file.nodes("identifier").map((node) => (node.text === name ? scopes.bindingOf(node) : undefined));
  // What a class binds, nothing but its own body sees.
  return [...new Set(found)]
    .flatMap((one) => one ?? [])
    .filter((one) => at !== undefined || one.scope.kind !== "class");
}

/** `import a.b` brings the same `a` as `import a.c`. */
function isSame(
  one: { readonly module: string; readonly name: string | undefined; readonly item: SyntaxNode },
  { module, name }: Wanted,
): boolean {
  if (name !== undefined || one.name !== undefined) return one.module === module && one.name === name;
  return one.item.type !== "aliased_import" && one.module.split(".")[0] === module.split(".")[0];
}

function isItem(name: SyntaxNode, items: ReadonlySet<number>): boolean {
  const above = name.parent;
  return [name, above, above?.parent].some((node) => node !== undefined && items.has(node.start));
}

function mentions(file: PythonFile, name: string): boolean {
  return new RegExp(String.raw`\b${name}\b`).test(file.text);
}

/** `time_module`, `sqlalchemy_text`, `PathlibPath` */
function aliasOf({ module, name }: Wanted): string {
  const last = (module.split(".").at(-1) ?? module).replace(/^_+/, "");
  if (name === undefined) return `${last}_module`;
  if (/^[A-Z\d_]+$/.test(name)) return `${last.toUpperCase()}_${name}`;
  if (!/^[A-Z]/.test(name)) return `${last}_${name}`;
  const words = last.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join("") + name;
}
