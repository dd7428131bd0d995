// Writes a type that is known as an annotation, with the imports that it needs.

import type { Workspace } from "../models/workspace.ts";
import { isBuiltinName } from "../python/builtins.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingClass, enclosingFunction } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { noneType, type ValueType } from "../python/value-type.ts";
import { insertImport } from "./insert-import.ts";
import { closesCircle } from "./move-import-up.ts";
import type { FixEdit } from "./rule.ts";

export interface WrittenAnnotation {
  readonly text: string;
  readonly edits: readonly FixEdit[];
}

/** `at` is where the annotation will stand; undefined where the type has no name that can be written there. */
export function writtenAnnotation(
  file: PythonFile,
  type: ValueType,
  at: SyntaxNode,
  workspace: Workspace,
): WrittenAnnotation | undefined {
  const written = nameOfType(file, type, at, workspace);
  return written && readAt(file, written, at);
}

/** In quotes where the name is bound further down; undefined where it is something else there, or goes again. */
function readAt(file: PythonFile, written: WrittenAnnotation, at: SyntaxNode): WrittenAnnotation | undefined {
  const head = /^\w+/.exec(written.text)?.[0];
  const binding = head === undefined ? undefined : file.scopes.lookUp(head, file.scopes.scopeOf(at));
  if (head === undefined || binding === undefined) return written;
  const { scope, places } = binding;
  if (scope.kind !== "module" || isBuiltinName(head) || places.some(({ kind }) => kind === "delete")) return undefined;
  const isLate = enclosingFunction(at) === undefined && places.every(({ node }) => node.start > at.start);
  const isWithin = enclosingClass(at)?.field("name")?.text === head;
  return (isLate || isWithin) && !isLazy(file) ? { ...written, text: `"${written.text}"` } : written;
}

function isLazy(file: PythonFile): boolean {
  return /^from __future__ import .*\bannotations\b/m.test(file.text);
}

function nameOfType(
  file: PythonFile,
  type: ValueType,
  at: SyntaxNode,
  workspace: Workspace,
): WrittenAnnotation | undefined {
  const { name, args } = type;
  if (name === noneType) return { text: "None", edits: [] };
  const builtin = /^builtins\.(\w+)$/.exec(name)?.[1];
  if (builtin !== undefined) return ofBuiltin(file, builtin, args, at, workspace);
  if (name.startsWith(".")) return ofThisFile(file, name.slice(1));
  if (
    args.some((one) => one !== undefined) ||
    !/^[a-z]\w*(\.[a-z]\w*)*\.[A-Za-z]\w*$/.test(name) ||
    /^(typing|types|collections)\./.test(name)
  )
    return undefined;
  const cut = name.lastIndexOf(".");
  const [module, own] = [name.slice(0, cut), name.slice(cut + 1)];
  const isClass = /^[A-Z]/.test(own) || /^datetime\.(datetime|date|time|timedelta)$/.test(name);
  if (!isClass) return undefined;
  const inserted = insertImport(file, module, own, workspace);
  if (inserted.edits.length === 0) return { text: inserted.name, edits: [] };
  const known = dottedImport(file, module, own);
  if (known !== undefined) return { text: known, edits: [] };
  if (file.scopes.module.bindings.has(own) || closesCircle(file, module, workspace)) return undefined;
  return { text: inserted.name, edits: inserted.edits };
}

const plain =
  /^(str|int|float|bool|bytes|bytearray|complex|object|range|slice|memoryview|[A-Z]\w*(Error|Exception|Warning))$/;

function ofBuiltin(
  file: PythonFile,
  name: string,
  args: readonly (ValueType | undefined)[],
  at: SyntaxNode,
  workspace: Workspace,
): WrittenAnnotation | undefined {
  if (plain.test(name)) return { text: name, edits: [] };
  if (!/^(list|set|frozenset|dict|tuple)$/.test(name)) return undefined;
  const version = workspace.pythonVersion;
  const isOld = version !== undefined && version[0] === 3 && version[1] < 9;
  const inner = args.map((one) => one && writtenAnnotation(file, one, at, workspace));
  const isKnown = inner.length > 0 && inner.every((one) => one !== undefined && one.text !== "None");
  if (!isKnown || isOld || (name === "dict" && inner.length !== 2)) return { text: name, edits: [] };
  const texts = inner.map((one) => one?.text ?? "");
  const rest = name === "tuple" && texts.length === 1 ? ", ..." : "";
  return { text: `${name}[${texts.join(", ")}${rest}]`, edits: inner.flatMap((one) => one?.edits ?? []) };
}

/** A class of this file. */
function ofThisFile(file: PythonFile, name: string): WrittenAnnotation | undefined {
  const isClass = file.scopes.module.bindings.get(name)?.places[0]?.kind === "class";
  return isClass ? { text: name, edits: [] } : undefined;
}

/** `models.Boat` where the file has `from app import models`. */
function dottedImport(file: PythonFile, module: string, name: string): string | undefined {
  for (const [local, binding] of file.scopes.module.bindings) {
    const identifier = binding.places[0]?.kind === "import" ? binding.places[0].name : undefined;
    if (identifier !== undefined && file.resolve(identifier) === module) return `${local}.${name}`;
  }
  return undefined;
}
