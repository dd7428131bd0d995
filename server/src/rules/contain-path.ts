// Tests that a path stays in its folder, in front of the statement that uses it.

import { argumentNodes } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosing, indentOf, lineEnd, namedChildren, statementOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import type { Fix } from "./rule.ts";

/** Undefined where the code does not say in which folder the path should be. */
export function containFix(file: PythonFile, path: SyntaxNode): Fix | undefined {
  const folder = folderOf(file, path);
  const statement = statementOf(path);
  const line = file.lines.lineStart(file.lines.position(statement.start).line);
  if (folder === undefined || path.text.includes("\n") || /\bawait\b/.test(path.text)) return undefined;
  // In front of the statement the names of a comprehension or a lambda stand for nothing.
  const own = enclosing(path, ...withOwnNames);
  if (own !== undefined && own.start >= statement.start) return undefined;
  if (file.text.slice(line, statement.start).trim() !== "" || /^(function|class|decorated)_/.test(statement.type))
    return undefined;
  const inserted = insertImport(file, "pathlib", "Path", undefined, { at: path });
  const whole = (text: string, isPath: boolean) => (isPath ? text : `${inserted.name}(${text})`);
  const inner = path.type === "parenthesized_expression" ? (namedChildren(path)[0] ?? path) : path;
  const isPath = file.typeOf(inner) === "pathlib.Path";
  const tested = isPath && inner.type !== "identifier" ? `(${inner.text})` : whole(inner.text, isPath);
  const end = lineEnd(file);
  const indent = indentOf(file, statement);
  const step = indent.includes("\t") ? "\t" : "    ";
  const condition = `not ${tested}.resolve().is_relative_to(${whole(folder.text, folder.isPath)}.resolve())`;
  const text = `if ${condition}:${end}${indent}${step}raise ValueError("The path leads out of its folder")${end}${indent}`;
  return {
    title: `Test that it stays in ${folder.text}; look at the error and who deals with it`,
    safe: false,
    edits: [...inserted.edits, { span: { start: statement.start, end: statement.start }, text }],
  };
}

const withOwnNames = [
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
  "generator_expression",
  "lambda",
];

interface Folder {
  readonly text: string;
  readonly isPath: boolean;
}

/** What the path begins with: `ROOT` of `ROOT / name`, "/srv" of `os.path.join("/srv", name)` and of an f-string. */
function folderOf(file: PythonFile, path: SyntaxNode, depth = 0): Folder | undefined {
  if (depth > 4) return undefined;
  switch (path.type) {
    case "parenthesized_expression":
      return folderOf(file, namedChildren(path)[0] ?? path, depth + 1);
    case "identifier": {
      const places = file.scopes.bindingOf(path)?.places ?? [];
      const value = places.length === 1 && places[0]?.kind === "assignment" ? places[0].value : undefined;
      return value && folderOf(file, value, depth + 1);
    }
    case "binary_operator": {
      const [left, operator] = [path.field("left"), path.field("operator")?.text];
      if (left === undefined) return undefined;
      if (operator === "/") return left.type === "binary_operator" ? folderOf(file, left, depth) : simple(file, left);
      return operator === "+" && left.type === "string" ? ofText(left.text) : undefined;
    }
    case "string":
      return ofText(path.text);
    case "call": {
      const [first, ...others] = argumentNodes(path);
      const name = calleeName(file, path);
      if (first === undefined) return undefined;
      if (/^os\.path\.join$/.test(name) && others.length > 0) return simple(file, first);
      return /^(os\.path\.(abspath|realpath|normpath)|pathlib\.Path|builtins\.str|str)$/.test(name) &&
        others.length === 0
        ? folderOf(file, first, depth + 1)
        : undefined;
    }
    default:
      return undefined;
  }
}

function simple(file: PythonFile, node: SyntaxNode): Folder | undefined {
  if (node.type === "string") return node.text.includes("{") ? undefined : { text: node.text, isPath: false };
  if (node.type === "call" && calleeName(file, node) === "pathlib.Path") return { text: node.text, isPath: true };
  if (!/^(identifier|attribute)$/.test(node.type)) return undefined;
  return { text: node.text, isPath: file.typeOf(node) === "pathlib.Path" };
}

/** The folder in front of the first gap of a text. */
function ofText(text: string): Folder | undefined {
  const folder = /^[rf]{0,2}["'](\/[\w./-]*)\//i.exec(text)?.[1] ?? /^["'](\/[\w.-]+)\/?["']$/.exec(text)?.[1];
  return folder === undefined ? undefined : { text: `"${folder}"`, isPath: false };
}
