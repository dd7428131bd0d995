// Uploads: which expressions are one, which carry the name that the client gave, and which only its suffix.

import { argumentsOf, methodCall } from "./call.ts";
import { type Carrying, findCarried } from "./carried.ts";
import { isFlaskUpload } from "./flask-requests.ts";
import { parametersGiven } from "./handed-over.ts";
import { calleeName } from "./name-of.ts";
import type { PythonFile } from "./python-file.ts";
import type { Place } from "./scopes.ts";
import type { SyntaxNode } from "./syntax.ts";

const uploadClasses = ["starlette.datastructures.UploadFile", "fastapi.UploadFile"] as const;

export function isUpload(file: PythonFile, node: SyntaxNode): boolean {
  return file.isInstance(node, ...uploadClasses);
}

/** `file.filename` of an upload. */
export function isClientName(file: PythonFile, node: SyntaxNode): boolean {
  const object = node.type === "attribute" && node.field("attribute")?.text === "filename" && node.field("object");
  return object ? isUpload(file, object) || isFlaskUpload(file, object) : false;
}

/** The client's name in a text or path, where more than its suffix is left of it. */
export function clientNameIn(file: PythonFile, node: SyntaxNode, also?: Partial<Carrying>): SyntaxNode | undefined {
  return findCarried(file, node, {
    ...also,
    isSource: (one) => isClientName(file, one) || (also?.isSource?.(one) ?? false),
    isEnd: (one) => isSuffix(file, one),
  });
}

/** `Path(x).suffix`, `os.path.splitext(x)[1]`, `x.rsplit(".", 1)[-1]`: what follows the last dot. */
export function isSuffix(file: PythonFile, node: SyntaxNode): boolean {
  if (node.type === "attribute") return /^suffix(es)?$/.test(node.field("attribute")?.text ?? "");
  if (node.type !== "subscript") return false;
  const value = node.field("value");
  const key = node.field("subscript")?.text ?? "";
  if (value?.type !== "call") return value !== undefined && isSuffix(file, value);
  if (calleeName(file, value) === "os.path.splitext") return key === "1" || key === "-1";
  const isSplit = /^(split|rsplit|partition|rpartition)$/.test(methodCall(value)?.method ?? "");
  const separator = argumentsOf(value).positional[0]?.text ?? "";
  return isSplit && /^["']\.["']$/.test(separator) && key !== "0";
}

/** True for the parameters of this file's functions that are given the client's name. */
export function nameParameters(file: PythonFile): (place: Place) => boolean {
  let known = givenNames.get(file);
  if (known === undefined) {
    known = parametersGiven(
      file,
      (argument, isSourceParameter) => clientNameIn(file, argument, { isSourceParameter }) !== undefined,
    );
    givenNames.set(file, known);
  }
  return known;
}

const givenNames = new WeakMap<PythonFile, (place: Place) => boolean>();
