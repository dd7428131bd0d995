// The name that an expression stands for, in the way in which a person would write it.

import type { PythonFile } from "./python-file.ts";
import type { SyntaxNode } from "./syntax.ts";

/** "asyncio.CancelledError" after `from asyncio import CancelledError`, "ValueError" for the builtin, else as written. */
export function nameOf(file: PythonFile, node: SyntaxNode): string {
  return knownName(file, node) ?? node.text;
}

/** What a call calls, by the same name; "" where it calls no name. */
export function calleeName(file: PythonFile, call: SyntaxNode): string {
  const callee = call.field("function");
  if (callee === undefined || (callee.type !== "identifier" && callee.type !== "attribute")) return "";
  return nameOf(file, callee);
}

/**
 * The dotted name without "builtins."; undefined where it stands for a local value or cannot be known. A name that the text
 * binds nowhere, as in an example of a guide or in half-typed code, is taken for what it usually is imported as.
 */
export function knownName(file: PythonFile, node: SyntaxNode): string | undefined {
  const resolved = file.resolve(node);
  if (resolved !== undefined) return resolved.replace(/^builtins\./, "");
  const head = headOf(node);
  if (head === undefined || !isFree(file, head)) return undefined;
  const rest = node.text.slice(head.text.length);
  if (head.text === "datetime" && !/^\.(datetime|date|time|timedelta|timezone)\b/.test(rest))
    return `datetime.datetime${rest}`;
  return (usualImports.get(head.text) ?? head.text) + rest;
}

/** True for an identifier that nothing in the file binds and that is no builtin. */
export function isFree(file: PythonFile, identifier: SyntaxNode): boolean {
  if (file.scopes.bindingOf(identifier) !== undefined || file.scopes.hasStarImport) return false;
  return file.scopes.lookUp(identifier.text, file.scopes.scopeOf(identifier)) === undefined;
}

/** The identifier that an attribute chain begins with. */
export function headOf(node: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = node;
  while (at?.type === "attribute") at = at.field("object");
  return at?.type === "identifier" ? at : undefined;
}

const usualImports: ReadonlyMap<string, string> = new Map([
  ["date", "datetime.date"],
  ["timedelta", "datetime.timedelta"],
  ["timezone", "datetime.timezone"],
  ["Path", "pathlib.Path"],
  ["Enum", "enum.Enum"],
  ["HTTPException", "fastapi.HTTPException"],
  ["FastAPI", "fastapi.FastAPI"],
  ["APIRouter", "fastapi.APIRouter"],
  ["Depends", "fastapi.Depends"],
  ["CORSMiddleware", "fastapi.middleware.cors.CORSMiddleware"],
  ["BaseModel", "pydantic.BaseModel"],
  ["Field", "pydantic.Field"],
  ["ConfigDict", "pydantic.ConfigDict"],
  ["validator", "pydantic.validator"],
  ["root_validator", "pydantic.root_validator"],
  ["BaseSettings", "pydantic_settings.BaseSettings"],
  ["TTLCache", "cachetools.TTLCache"],
  ["LRUCache", "cachetools.LRUCache"],
  ["text", "sqlalchemy.text"],
  ["select", "sqlalchemy.select"],
  ["np", "numpy"],
  ["pd", "pandas"],
]);
