// Renames a method together with its calls, where the type of whatever it is called on is known.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { decoratorsOf, enclosingClass, enclosingFunction, namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { FixEdit } from "./rule.ts";

/** Undefined where a base or a decorator may have given the name, or where one use is in doubt. */
export function renameMethod(
  file: PythonFile,
  definition: SyntaxNode,
  to: string,
  workspace: Workspace,
): readonly FixEdit[] | undefined {
  const name = definition.field("name");
  const owner = enclosingClass(definition);
  const className = owner?.field("name")?.text;
  if (name === undefined || owner === undefined || className === undefined || enclosingFunction(owner))
    return undefined;
  if (owner.field("superclasses") !== undefined || owner.parent?.type === "block") return undefined;
  if (decoratorsOf(definition).some(({ text }) => !/^@\s*(staticmethod|classmethod|property)\s*$/.test(text)))
    return undefined;
  const isTaken = new RegExp(String.raw`\b${to}\b`).test(owner.text);
  const isTwice = file
    .nodes("function_definition")
    .some(
      (other) => other !== definition && other.field("name")?.text === name.text && enclosingClass(other) === owner,
    );
  if (isTaken || isTwice || isOverridden(file, owner, name.text, workspace)) return undefined;
  const inClass = file.scopes.bindingOf(name)?.references ?? [];
  const edits: FixEdit[] = [name, ...inClass].map(({ start, end }) => ({ span: { start, end }, text: to }));
  const paths = new Set([
    file.path,
    ...workspace.facts.filesCalling(name.text),
    ...workspace.facts.filesImporting(className),
  ]);
  for (const path of paths) {
    const other = path === file.path ? file : workspace.python(path);
    if (other === undefined || !other.text.includes(name.text)) continue;
    // By its name in a text it may be patched or looked up.
    if (other.nodes("string_content").some(({ text }) => new RegExp(String.raw`^[\w.]*\b${name.text}$`).test(text)))
      return undefined;
    for (const node of other.nodes("attribute")) {
      const attribute = node.field("attribute");
      const object = node.field("object");
      if (attribute?.text !== name.text || object === undefined) continue;
      if (!isOf(other, object, owner, { file, className, workspace })) return undefined;
      edits.push({
        ...(path === file.path ? {} : { path }),
        span: { start: attribute.start, end: attribute.end },
        text: to,
      });
    }
  }
  return edits;
}

/** A class below, in this file or in one that imports it, has the name too, and would no longer stand in for this one. */
function isOverridden(file: PythonFile, owner: SyntaxNode, name: string, workspace: Workspace): boolean {
  const families = new Set([owner.field("name")?.text ?? ""]);
  for (const family of families) {
    for (const path of new Set([file.path, ...workspace.facts.filesImporting(family)])) {
      const other = path === file.path ? file : workspace.python(path);
      for (const definition of other?.nodes("class_definition") ?? []) {
        const bases = definition.field("superclasses");
        const own = definition.field("name")?.text;
        if (other === undefined || bases === undefined || own === undefined || families.has(own)) continue;
        if (!inherits(other, bases, family)) continue;
        if (other.scopes.opened(definition)?.bindings.has(name)) return true;
        families.add(own);
      }
    }
  }
  return false;
}

function inherits(file: PythonFile, bases: SyntaxNode, family: string): boolean {
  return namedChildren(bases).some((base) => (file.resolve(base) ?? base.text).split(".").at(-1) === family);
}

interface Home {
  readonly file: PythonFile;
  readonly className: string;
  readonly workspace: Workspace;
}

/** `self` in the class, the class itself, or what is known to be an object of it. */
function isOf(other: PythonFile, object: SyntaxNode, owner: SyntaxNode, { file, className, workspace }: Home): boolean {
  const isHere = other === file;
  if (isHere && /^(self|cls)$/.test(object.text)) return enclosingClass(object)?.start === owner.start;
  return [other.typeOf(object), other.resolve(object)].some((name) => {
    if (name === undefined || !name.endsWith(`.${className}`)) return false;
    if (isHere) return name === `.${className}`;
    return workspace.moduleFile(name.slice(0, -(className.length + 1)), other.path) === file.path;
  });
}
