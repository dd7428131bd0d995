// Gives each instance its own value of what its class holds for all: the attribute moves into `__init__`, made where there is none.

import type { PythonFile } from "../python/python-file.ts";
import type { Place } from "../python/scopes.ts";
import { indentOf, lineEnd, namedChildren, statements, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { removeWithGap } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** Undefined where somebody reads it of the class, or where a base's `__init__` would have to be called. */
export function setInInit(file: PythonFile, owner: SyntaxNode, place: Place): Fix | undefined {
  const assignment = place.node.type === "assignment" ? place.node : undefined;
  const statement = assignment?.parent;
  const body = owner.field("body");
  const name = place.name.text;
  const isPlain = assignment?.field("left") === place.name && assignment.field("right")?.type !== "assignment";
  if (!statement || !isPlain || statement.parent?.start !== body?.start || isReadOfClass(file, owner, name))
    return undefined;
  const members = statements(body);
  const comment = commentBehind(file, statement);
  const line = `self.${assignment.text}${comment}`;
  const own = members.map(undecorated).find((one) => one.field("name")?.text === "__init__");
  const bases = owner.field("superclasses");
  const isHeir = bases !== undefined && namedChildren(bases).length > 0;
  if (own === undefined && (hasOtherInit(file, owner) || (isHeir && !needsNothing(file, owner)))) return undefined;
  const taken = comment === "" ? removeWithGap(file, statement) : removeLine(file, members, statement);
  const lines = isHeir ? ["super().__init__()", line] : [line];
  const added = own ? intoInit(file, own, name, line) : newInit(file, members, statement, lines);
  if (!taken || !added) return undefined;
  return {
    title: `Set \`${name}\` in \`__init__\`; look whether all instances are to share it`,
    safe: false,
    edits: [taken, added],
  };
}

/** `  # by line`, behind the statement on its line. */
function commentBehind(file: PythonFile, statement: SyntaxNode): string {
  const rest = file.text.slice(statement.end, file.lines.lineSpan(file.lines.position(statement.end).line).end);
  return /^\s*#/.test(rest) ? rest.trimEnd() : "";
}

function removeLine(file: PythonFile, members: readonly SyntaxNode[], statement: SyntaxNode): FixEdit | undefined {
  const { lines } = file;
  const first = lines.position(statement.start).line;
  const start = lines.lineStart(first);
  if (members.length < 2 || file.text.slice(start, statement.start).trim() !== "") return undefined;
  return { span: { start, end: lines.lineStart(lines.position(statement.end).line + 1) }, text: "" };
}

/** The `__init__` of each class above, where there is one, stands in this file and takes nothing. */
function needsNothing(file: PythonFile, owner: SyntaxNode, depth = 0): boolean {
  const bases = namedChildren(owner.field("superclasses") ?? owner).filter(() => owner.field("superclasses"));
  return bases.every((base) => {
    const above = file.nodes("class_definition").filter((one) => one.field("name")?.text === base.text);
    const [only] = above;
    if (base.type !== "identifier" || above.length !== 1 || only === undefined || only.start >= owner.start)
      return false;
    const init = statements(only.field("body"))
      .map(undecorated)
      .find((one) => one.field("name")?.text === "__init__");
    if (init !== undefined) return namedChildren(init.field("parameters") ?? init).length === 1;
    return depth < 5 && needsNothing(file, only, depth + 1);
  });
}

/** `Jobs.seen`, `cls.seen`, `type(self).seen`, or the bare name in the class's own body. */
function isReadOfClass(file: PythonFile, owner: SyntaxNode, name: string): boolean {
  const binding = file.scopes.opened(owner)?.bindings.get(name);
  if (binding === undefined || binding.references.length > 0 || binding.places.length > 1) return true;
  return file.nodes("attribute").some((one) => {
    const object = one.field("object");
    if (one.field("attribute")?.text !== name || object === undefined) return false;
    return /^type\(|__class__$/.test(object.text) || isClass(file, owner, object);
  });
}

function isClass(file: PythonFile, owner: SyntaxNode, object: SyntaxNode): boolean {
  if (object.text === "cls" || object.text === owner.field("name")?.text) return true;
  return file.scopes.bindingOf(object)?.places.some(({ kind }) => kind === "class" || kind === "import") ?? false;
}

/** In a class that inherits from this one, whose `__init__` would hide a new one here. */
function hasOtherInit(file: PythonFile, owner: SyntaxNode): boolean {
  return file.nodes("class_definition").some((one) => {
    const isHeir = namedChildren(one.field("superclasses") ?? one.field("name") ?? one).some(
      (base) => base.text === owner.field("name")?.text,
    );
    const init = isHeir ? file.scopes.opened(one)?.bindings.get("__init__")?.places[0]?.name.parent : undefined;
    return init !== undefined && !/\bsuper\(\)\.__init__\(\)/.test(init.text);
  });
}

function undecorated(member: SyntaxNode): SyntaxNode {
  return member.type === "decorated_definition" ? (member.field("definition") ?? member) : member;
}

/** Below the first lines of `__init__` that set attributes too, but above whatever needs this one. */
function intoInit(file: PythonFile, init: SyntaxNode, name: string, line: string): FixEdit | undefined {
  const [first, ...rest] = statements(init.field("body"));
  if (first === undefined || file.lines.position(first.start).line === file.lines.position(init.start).line)
    return undefined;
  const isSetting = (one: SyntaxNode) => /^self\.\w+\s*(:[^=]*)?=/.test(one.text);
  const needs = (one: SyntaxNode) =>
    [one, ...withinScope(one)].some((node) => node.type === "attribute" && node.text === `self.${name}`);
  const isDocstring = first.type === "expression_statement" && first.children[0]?.type === "string";
  const lines = isDocstring ? rest : [first, ...rest];
  const next = lines.find((one) => !isSetting(one) || needs(one));
  const end = lineEnd(file);
  if (next !== undefined)
    return { span: { start: next.start, end: next.start }, text: `${line}${end}${indentOf(file, next)}` };
  const last = lines.at(-1) ?? first;
  const at = file.lines.lineSpan(file.lines.position(last.end).line).end;
  return { span: { start: at, end: at }, text: `${end}${indentOf(file, first)}${line}` };
}

/** In front of the first method, else at the end of the class. */
function newInit(
  file: PythonFile,
  members: readonly SyntaxNode[],
  statement: SyntaxNode,
  lines: readonly string[],
): FixEdit {
  const end = lineEnd(file);
  const indent = indentOf(file, statement);
  const step = indent.includes("\t") ? "\t" : "    ";
  const isTyped = file.nodes("function_definition").some((one) => one.field("return_type") !== undefined);
  const body = lines.map((line) => `${end}${indent}${step}${line}`).join("");
  const made = `def __init__(self)${isTyped ? " -> None" : ""}:${body}`;
  const method = members.find((one) => /^(decorated|function)_definition$/.test(one.type));
  if (method !== undefined)
    return { span: { start: method.start, end: method.start }, text: `${made}${end}${end}${indent}` };
  const last = members.at(-1) ?? statement;
  const at = file.lines.lineSpan(file.lines.position(last.end).line).end;
  return { span: { start: at, end: at }, text: `${end}${end}${indent}${made}` };
}
