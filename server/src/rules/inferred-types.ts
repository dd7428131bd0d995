// Infers what a function returns and what its parameters take, where all that is known of it agrees.

import type { Workspace } from "../models/workspace.ts";
import { calledFunction, matched } from "../python/handed-over.ts";
import type { Parameter } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import {
  blockOf,
  enclosingClass,
  enclosingFunction,
  namedChildren,
  statements,
  withinScope,
} from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { noneType, type ValueType } from "../python/value-type.ts";
import { importersOf, knowsNameOf } from "./importers.ts";
import { injectedType } from "./injected-types.ts";
import { objectByUse, typeByUse } from "./usage-types.ts";
import { type WrittenAnnotation, writtenAnnotation } from "./written-annotation.ts";

const mostFiles = 20;

/** Undefined where one of the values is not known. */
export function inferredReturn(
  file: PythonFile,
  definition: SyntaxNode,
  workspace: Workspace,
): WrittenAnnotation | undefined {
  const body = definition.field("body");
  if (body === undefined) return undefined;
  const inside = [...withinScope(body)];
  if (inside.some(({ type }) => type === "yield")) return undefined;
  const values = inside.filter(({ type }) => type === "return_statement").map((one) => namedChildren(one)[0]);
  const types = values.map((value) => (value === undefined ? none : file.valueTypeOf(value)));
  const end = endOf(statements(body));
  if (end === undefined || types.length === 0) return undefined;
  return joined(file, end ? types : [...types, none], definition, workspace);
}

/** From its default, from the calls that are known, and else from what is called on it; undefined where they do not say. */
export function inferredParameter(
  file: PythonFile,
  definition: SyntaxNode,
  parameter: Parameter,
  workspace: Workspace,
): WrittenAnnotation | undefined {
  if (parameter.kind === "**") return undefined;
  if (parameter.kind === "*") {
    const used = objectByUse(file, parameter.nameNode);
    return used && joined(file, [used], definition, workspace);
  }
  const injected = injectedType(file, definition, parameter, workspace);
  const isCalled = injected !== undefined && givenTypes(file, definition, parameter, workspace).length > 0;
  if (injected !== undefined && !isCalled) return joined(file, [injected], definition, workspace);
  const fallback = parameter.default && file.valueTypeOf(parameter.default);
  if (parameter.default !== undefined && fallback === undefined) return undefined;
  const given = givenTypes(file, definition, parameter, workspace);
  const isUnsaid = given.length === 0 && fallback === undefined;
  const used = isUnsaid ? (typeByUse(file, parameter.nameNode) ?? objectByUse(file, parameter.nameNode)) : undefined;
  const types = [...given, ...(fallback === undefined ? [] : [fallback]), ...(used === undefined ? [] : [used])];
  if (types.every(({ name }) => name === noneType)) return undefined;
  const written = joined(file, types, definition, workspace);
  // What two callers pass may be all of two types or the first of many.
  return written !== undefined && unionParts(written.text) > 1 ? undefined : written;
}

const none: ValueType = { name: noneType, args: [] };

/** The type of all of them: one, or one and None, or a few. */
function joined(
  file: PythonFile,
  types: readonly (ValueType | undefined)[],
  at: SyntaxNode,
  workspace: Workspace,
): WrittenAnnotation | undefined {
  const written = types.map((type) => type && writtenAnnotation(file, type, at, workspace));
  if (written.includes(undefined)) return undefined;
  const texts = [...new Set(written.map((one) => one?.text ?? ""))];
  const edits = [...new Map(written.flatMap((one) => (one?.edits ?? []).map((edit) => [edit.defines, edit]))).values()];
  const bare = texts.filter((text) => !texts.some((other) => other.startsWith(`${text}[`)));
  const ordered = [...bare.filter((text) => text !== "None"), ...bare.filter((text) => text === "None")];
  const [first] = ordered;
  if (first === undefined || ordered.length > 3) return undefined;
  if (ordered.length === 1) return { text: first, edits };
  const version = workspace.pythonVersion;
  const isOld = version !== undefined && version[0] === 3 && version[1] < 10;
  if (isOld && !/^from __future__ import .*\bannotations\b/m.test(file.text)) return undefined;
  return ordered.some((text) => text.startsWith('"')) ? undefined : { text: ordered.join(" | "), edits };
}

function unionParts(text: string): number {
  return text.split(" | ").filter((part) => part !== "None").length;
}

/** True where the end of the statements is never reached; undefined where that cannot be told. */
function endOf(body: readonly SyntaxNode[]): boolean | undefined {
  const last = body.at(-1);
  switch (last?.type) {
    case "return_statement":
    case "raise_statement":
      return true;
    case "if_statement": {
      const clauses = last.fields("alternative");
      const rest = clauses.map((clause) => endOf(statements(blockOf(clause))));
      const all = [endOf(statements(last.field("consequence"))), ...rest];
      return all.includes(undefined) ? undefined : clauses.at(-1)?.type === "else_clause" && all.every(Boolean);
    }
    case "with_statement":
      return endOf(statements(last.field("body")));
    case "while_statement":
      return /^while\s+(True|1)\s*:/.test(last.text) ? (/\bbreak\b/.test(last.text) ? undefined : true) : false;
    case "try_statement": {
      const clauses = last.children.filter(({ type }) => type.endsWith("_clause"));
      const final = clauses.find(({ type }) => type === "finally_clause");
      const otherwise = clauses.find(({ type }) => type === "else_clause");
      if (final && endOf(statements(blockOf(final)))) return true;
      const main = endOf(statements(otherwise ? blockOf(otherwise) : last.field("body")));
      const handlers = clauses.filter(({ type }) => type.startsWith("except"));
      const all = [main, ...handlers.map((handler) => endOf(statements(blockOf(handler))))];
      return all.includes(undefined) ? undefined : all.every(Boolean);
    }
    case "match_statement":
      return undefined;
    case undefined:
      return undefined;
    default:
      return false;
  }
}

/** The types of what known callers pass. */
function givenTypes(
  file: PythonFile,
  definition: SyntaxNode,
  parameter: Parameter,
  workspace: Workspace,
): readonly ValueType[] {
  const name = definition.field("name")?.text ?? "";
  const types: ValueType[] = [];
  const add = (other: PythonFile, call: SyntaxNode): void => {
    for (const [node, value] of matched(call, definition)) {
      const given = node.start === parameter.nameNode.start ? other.valueTypeOf(value) : undefined;
      // A stand-in of a test says nothing of what it stands for.
      const type = given !== undefined && /^unittest\.mock\./.test(given.name) ? undefined : given;
      // A class of another file has another name there.
      if (type !== undefined && (other === file || !JSON.stringify(type).includes('".'))) types.push(type);
    }
  };
  for (const call of callsOf(file, name)) if (calledFunction(file, call)?.start === definition.start) add(file, call);
  if (enclosingClass(definition) !== undefined || enclosingFunction(definition) !== undefined) return types;
  for (const path of callersElsewhere(file, name, workspace)) {
    const other = workspace.python(path);
    for (const call of other ? callsOf(other, name) : []) {
      const callee = call.field("function");
      const dotted = callee && other?.resolve(callee);
      const module = dotted?.slice(0, -(name.length + 1));
      if (other && module && dotted?.endsWith(`.${name}`) && workspace.moduleFile(module, other.path) === file.path)
        add(other, call);
    }
  }
  return types;
}

/** Files that call something of the name and know it from this one; others are not opened. */
function callersElsewhere(file: PythonFile, name: string, workspace: Workspace): readonly string[] {
  const importing = importersOf(file.path, [name], workspace);
  const calling = workspace.facts.filesCalling(name).filter((path) => importing.has(path));
  return calling.filter((path) => knowsNameOf(path, file.path, name, workspace)).slice(0, mostFiles);
}

const calls = new WeakMap<PythonFile, ReadonlyMap<string, readonly SyntaxNode[]>>();

/** The calls of a file by the last name of what is called, for many names one after the other. */
function callsOf(file: PythonFile, name: string): readonly SyntaxNode[] {
  let known = calls.get(file);
  if (known === undefined) {
    const found = new Map<string, SyntaxNode[]>();
    for (const call of file.nodes("call")) {
      const callee = call.field("function");
      const last = (callee?.field("attribute") ?? callee)?.text ?? "";
      const same = found.get(last);
      if (same) same.push(call);
      else found.set(last, [call]);
    }
    calls.set(file, (known = found));
  }
  return known.get(name) ?? [];
}
