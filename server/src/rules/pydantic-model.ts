// Whether a class is a pydantic model, also through bases in other files of the workspace.

import type { Workspace } from "../models/workspace.ts";
import { knownName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** Models of `pydantic.v1` are not among them: they keep the old forms. */
const roots =
  /^(pydantic((?!\.v1\.)\.\w+)*\.(BaseModel|GenericModel|RootModel)|pydantic(_settings)?((?!\.v1\.)\.\w+)*\.BaseSettings|sqlmodel(\.\w+)*\.SQLModel)$/;

/** `BaseModel` itself, and what the libraries make of it. */
export function isPydanticRoot(name: string): boolean {
  return roots.test(name);
}

export function isPydanticClass(file: PythonFile, definition: SyntaxNode, workspace: Workspace, depth = 0): boolean {
  const bases =
    definition.field("superclasses")?.children.filter((child) => child.isNamed && child.type !== "keyword_argument") ??
    [];
  return bases.some((base) => {
    const name = knownName(file, base.type === "subscript" ? (base.field("value") ?? base) : base);
    return name !== undefined && isPydanticName(file, name, workspace, depth);
  });
}

/** "pydantic.BaseModel", ".User" of this file, "app.schemas.User" of another. */
export function isPydanticName(file: PythonFile, name: string, workspace: Workspace, depth = 0): boolean {
  if (roots.test(name)) return true;
  if (depth > 8) return false;
  const className = name.split(".").at(-1) ?? "";
  const home = name.startsWith(".") ? file : moduleHolding(file, name, workspace);
  if (home === undefined) return false;
  const definition = home.nodes("class_definition").find((candidate) => candidate.field("name")?.text === className);
  if (definition !== undefined) return isPydanticClass(home, definition, workspace, depth + 1);
  if (home === file) return false;
  // The package re-exports it from another module.
  const imported = home
    .nodes("identifier")
    .find((node) => node.text === className && /import/.test(node.parent?.parent?.type ?? ""));
  const again = imported === undefined ? undefined : home.resolve(imported);
  return again !== undefined && again !== name && isPydanticName(home, again, workspace, depth + 1);
}

function moduleHolding(file: PythonFile, name: string, workspace: Workspace): PythonFile | undefined {
  const path = workspace.moduleFile(name.split(".").slice(0, -1).join("."), file.path);
  return path === undefined ? undefined : workspace.python(path);
}
