// Puts an import that only annotations need below `if TYPE_CHECKING:`, so that nothing is loaded when the code runs.

import type { Workspace } from "../models/workspace.ts";
import { importsOf } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import {
  ancestors,
  decoratorName,
  decoratorsOf,
  enclosing,
  enclosingFunction,
  indentOf,
  lineEnd,
  statements,
} from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertBelowImports } from "./insert-below-imports.ts";
import { insertImport } from "./insert-import.ts";
import { inPlaceOf } from "./remove-import.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** Undefined where something else than the annotations of plain functions needs one of its names. */
export function importForTyping(file: PythonFile, statement: SyntaxNode, workspace: Workspace): Fix | undefined {
  if (statement.parent?.type !== "module" || statement.type !== "import_from_statement") return undefined;
  const locals = importsOf(file).flatMap((one) => (one.statement.start === statement.start ? [one.local] : []));
  const bindings = locals.map((name) => file.scopes.module.bindings.get(name));
  if (bindings.some((binding) => binding === undefined || binding.places.length !== 1)) return undefined;
  const references = bindings.flatMap((binding) => binding?.references ?? []);
  const annotations = new Set<SyntaxNode>();
  for (const reference of references) {
    const annotation = plainAnnotation(file, reference);
    if (annotation === undefined) return undefined;
    annotations.add(annotation);
  }
  if (annotations.size === 0) return undefined;
  const quoted = isLate(file) ? [] : [...annotations].map(inQuotes);
  const moved = movedBelow(file, statement, workspace);
  if (quoted.includes(undefined) || moved === undefined) return undefined;
  return {
    title: "Import it for type checking alone; look whether something reads the annotations at run time",
    safe: false,
    edits: [...moved, ...quoted.filter((edit) => edit !== undefined)],
  };
}

/** The whole annotation of a parameter, return value or local variable whose function nobody asks for its annotations. */
function plainAnnotation(file: PythonFile, reference: SyntaxNode): SyntaxNode | undefined {
  const above = [reference, ...ancestors(reference)];
  const type = above.findLast((one) => one.type === "type" && one.parent?.type !== "generic_type");
  const holder = type?.parent;
  if (type === undefined || holder === undefined || above.some(({ type: kind }) => kind === "call")) return undefined;
  if (holder.type === "assignment") return enclosingFunction(holder) || isOfPlainClass(holder) ? type : undefined;
  const definition =
    holder.type === "function_definition" ? holder : enclosing(holder, "function_definition", "lambda");
  if (definition?.type !== "function_definition") return undefined;
  const isPlain = decoratorsOf(definition).every((one) =>
    /^(classmethod|staticmethod|property|abstractmethod|abc\.abstractmethod|override|\w+\.setter|overload)$/.test(
      decoratorName(one)?.text ?? "",
    ),
  );
  // What others take by name may be asked for its parameters, as a dependency is.
  const isHandedOver = file.scopes
    .bindingOf(definition.field("name") ?? definition)
    ?.references.some((one) => one.parent?.type === "argument_list" || one.parent?.type === "keyword_argument");
  return isPlain && isHandedOver !== true ? type : undefined;
}

/** A class without bases and decorators, which nobody makes fields of. */
function isOfPlainClass(assignment: SyntaxNode): boolean {
  const owner = assignment.parent?.parent?.parent;
  return (
    owner?.type === "class_definition" && owner.field("superclasses") === undefined && decoratorsOf(owner).length === 0
  );
}

/** Annotations that nothing evaluates. */
function isLate(file: PythonFile): boolean {
  return file.nodes("future_import_statement").some((one) => /\bannotations\b/.test(one.text));
}

function inQuotes(annotation: SyntaxNode): FixEdit | undefined {
  if (/["'\n]/.test(annotation.text)) return undefined;
  return { span: { start: annotation.start, end: annotation.end }, text: `"${annotation.text}"` };
}

function movedBelow(file: PythonFile, statement: SyntaxNode, workspace: Workspace): readonly FixEdit[] | undefined {
  const marker = insertImport(file, "typing", "TYPE_CHECKING", workspace);
  const end = lineEnd(file);
  const text = file.source(statement);
  const block = typingBlock(file);
  const own = statements(block?.field("consequence"));
  const last = own.at(-1);
  const taken = removeStatement(file, statement);
  if (taken === undefined || text.includes("\n")) return undefined;
  if (block !== undefined) {
    if (last === undefined || last.start < statement.start) return undefined;
    const next = own.find((one) => one.type === "import_from_statement" && one.text > text);
    if (next !== undefined)
      return [taken, { span: { start: next.start, end: next.start }, text: `${text}${end}${indentOf(file, next)}` }];
    const at = file.lines.lineSpan(file.lines.position(last.end).line).end;
    return [taken, { span: { start: at, end: at }, text: `${end}${indentOf(file, last)}${text}` }];
  }
  const lines = `if ${marker.name}:${end}    ${text}`;
  const imports = file.root.children.filter(({ type }) => /^(future_)?import(_from)?_statement$/.test(type));
  const below = imports.at(-1);
  const isLast = below === undefined || below.start === statement.start;
  if (isLast) {
    // It stands where it stood, set apart from the imports above.
    const isAlone = imports.length === 1 || /\n[ \t]*\r?\n[ \t]*$/.test(file.text.slice(0, statement.start));
    const here = { span: { start: statement.start, end: statement.end }, text: `${isAlone ? "" : end}${lines}` };
    return meets(marker.edits, here) ? undefined : [...marker.edits, here];
  }
  const at = file.lines.lineSpan(file.lines.position(below.end).line).end;
  const there = { span: { start: at, end: at }, text: `${end}${end}${lines}`, defines: `for typing ${text}` };
  const edits = inPlaceOf(file, taken, marker.edits);
  return edits === undefined || meets(marker.edits, there) ? undefined : [...edits, there];
}

/** A new import below `if TYPE_CHECKING:`, which is made where the module has none; undefined where there is no place for it. */
export function insertForTyping(file: PythonFile, line: string, workspace: Workspace): readonly FixEdit[] | undefined {
  const end = lineEnd(file);
  const last = statements(typingBlock(file)?.field("consequence")).at(-1);
  if (last !== undefined) {
    const at = file.lines.lineSpan(file.lines.position(last.end).line).end;
    return [
      { span: { start: at, end: at }, text: `${end}${indentOf(file, last)}${line}`, defines: `for typing ${line}` },
    ];
  }
  const marker = insertImport(file, "typing", "TYPE_CHECKING", workspace);
  return insertBelowImports(file, `if ${marker.name}:${end}    ${line}`, marker.edits);
}

/** The module's `if TYPE_CHECKING:`. */
function typingBlock(file: PythonFile): SyntaxNode | undefined {
  return file
    .nodes("if_statement")
    .find((one) => one.parent?.type === "module" && /^(\w+\.)?TYPE_CHECKING$/.test(one.field("condition")?.text ?? ""));
}

function meets(edits: readonly FixEdit[], { span }: FixEdit): boolean {
  const isInsertion = span.start === span.end;
  return edits.some(({ span: { start } }) =>
    isInsertion ? start === span.start : start > span.start && start < span.end,
  );
}
