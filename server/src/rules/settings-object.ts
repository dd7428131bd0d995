// Finds the settings of a workspace: the class over pydantic's BaseSettings, and the name under which its instance is had.

import type { Workspace } from "../models/workspace.ts";
import { nameOf } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface SettingsField {
  /** The module to import it from; undefined where the file itself has it. */
  readonly module: string | undefined;
  /** The instance: "settings". */
  readonly name: string;
  readonly field: string;
}

/** A field of the settings whose name fits; undefined where there are no settings or no such field. */
export function findSettings(file: PythonFile, workspace: Workspace, wanted: RegExp): SettingsField | undefined {
  for (const path of [file.path, ...workspace.pythonFiles.filter((other) => other !== file.path)]) {
    const text = path === file.path ? file.text : workspace.text(path);
    if (text === undefined || !text.includes("BaseSettings")) continue;
    const found = fieldIn(path === file.path ? file : workspace.python(path), wanted);
    if (found !== undefined) return { ...found, module: path === file.path ? undefined : moduleOf(path) };
  }
  return undefined;
}

/** The settings' class and instance, with the place below its last field; undefined where the workspace has none. */
export function findSettingsClass(file: PythonFile, workspace: Workspace): SettingsClass | undefined {
  for (const path of [file.path, ...workspace.pythonFiles.filter((other) => other !== file.path)]) {
    const text = path === file.path ? file.text : workspace.text(path);
    if (text === undefined || !text.includes("BaseSettings")) continue;
    const holder = path === file.path ? file : workspace.python(path);
    for (const definition of holder?.nodes("class_definition") ?? []) {
      if (holder === undefined || !isSettingsClass(holder, definition.field("superclasses")?.children ?? [])) continue;
      const fields = statements(definition).filter(
        (statement) =>
          statement.children[0]?.type === "assignment" && statement.children[0].field("type") !== undefined,
      );
      const instance = instanceOf(holder, definition);
      if (instance === undefined) continue;
      const module = path === file.path ? undefined : moduleOf(path);
      return { file: holder, module, name: instance, fields, prefix: prefixIn(definition) };
    }
  }
  return undefined;
}

export interface SettingsClass {
  readonly file: PythonFile;
  readonly module: string | undefined;
  readonly name: string;
  readonly fields: readonly SyntaxNode[];
  /** What the names of variables begin with; undefined where it cannot be told. */
  readonly prefix: string | undefined;
}

function prefixIn(definition: SyntaxNode): string | undefined {
  const found = /\benv_prefix\s*=\s*(.*)/.exec(definition.text)?.[1];
  return found === undefined ? "" : /^["'](\w*)["']/.exec(found)?.[1];
}

function instanceOf(file: PythonFile, definition: SyntaxNode): string | undefined {
  const className = definition.field("name")?.text ?? "";
  return statements(file.root)
    .map((statement) => statement.children.find((child) => child.type === "assignment"))
    .find((assignment) => assignment?.field("right")?.text.startsWith(`${className}(`))
    ?.field("left")?.text;
}

/** True where the file defines settings of its own. */
export function definesSettings(file: PythonFile): boolean {
  return file
    .nodes("class_definition")
    .some((definition) => isSettingsClass(file, definition.field("superclasses")?.children ?? []));
}

function isSettingsClass(file: PythonFile, bases: readonly SyntaxNode[]): boolean {
  return bases.some((base) => base.isNamed && /(^|\.)BaseSettings$/.test(nameOf(file, base)));
}

function fieldIn(file: PythonFile | undefined, wanted: RegExp): { name: string; field: string } | undefined {
  for (const definition of file?.nodes("class_definition") ?? []) {
    if (file === undefined || !isSettingsClass(file, definition.field("superclasses")?.children ?? [])) continue;
    const field = statements(definition)
      .map((statement) => statement.children.find((child) => child.type === "assignment")?.field("left")?.text)
      .find((name) => name !== undefined && wanted.test(name));
    const className = definition.field("name")?.text ?? "";
    const instance = statements(file.root)
      .map((statement) => statement.children.find((child) => child.type === "assignment"))
      .find((assignment) => assignment?.field("right")?.text.startsWith(`${className}(`));
    const name = instance?.field("left")?.text;
    if (field !== undefined && name !== undefined) return { name, field };
  }
  return undefined;
}

function moduleOf(path: string): string {
  return path
    .replace(/^src\//, "")
    .replace(/(\/__init__)?\.py$/, "")
    .replaceAll("/", ".");
}
