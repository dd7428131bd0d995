// Imports the logger from the module that a team keeps it in, in the place of a library's or one that a file makes.

import type { Workspace } from "../models/workspace.ts";
import { argumentsOf } from "../python/call.ts";
import type { Imported } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import { statementOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { loggerCall, loggerLibrary } from "./logging.ts";
import { closesCircle } from "./move-import-up.ts";
import { removeImport } from "./remove-import.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** `from loguru import logger` becomes the import from the team's module. */
export function ownImport(
  file: PythonFile,
  { statement, item, name, local }: Imported,
  module: string,
  workspace: Workspace,
): { fix?: Fix } {
  const [, ...others] = statement.fields("name");
  const from = statement.field("module_name");
  if (name === undefined || from === undefined || file.source(statement).includes("#")) return {};
  if (!fits(file, file.scopes.module.bindings.get(local)?.places[0]?.name, name, module, workspace)) return {};
  if (others.length === 0) return fixOf(name, module, [{ span: { start: from.start, end: from.end }, text: module }]);
  const gone = removeImport(file, statement, item);
  const added = insertImport(file, module, name, workspace, { instead: item });
  const isApart = added.edits.every(({ span }) => gone && (span.end < gone.span.start || span.start > gone.span.end));
  return gone && isApart && added.name === local ? fixOf(name, module, [...added.edits, gone]) : {};
}

/** `logger = logging.getLogger(__name__)` becomes the import; so does the import of what made it, where nothing else needs that. */
export function ownInstead(
  file: PythonFile,
  assignment: SyntaxNode,
  module: string,
  workspace: Workspace,
): { fix?: Fix } {
  const left = assignment.field("left");
  const gone = removeStatement(file, statementOf(assignment));
  if (left === undefined || gone === undefined || !fits(file, left, left.text, module, workspace)) return {};
  const maker = makerImport(file, assignment);
  const text = `from ${module} import ${left.text}`;
  if (maker) {
    return fixOf(left.text, module, [{ span: { start: maker.start, end: maker.end }, text }, gone]);
  }
  const added = insertImport(file, module, left.text, workspace, { instead: left });
  return added.name === left.text ? fixOf(left.text, module, [...added.edits, gone]) : {};
}

function fixOf(name: string, module: string, edits: readonly FixEdit[]): { fix?: Fix } {
  return { fix: { title: `Import \`${name}\` from \`${module}\`; look whether it does the same`, safe: false, edits } };
}

/** The import statement that brings nothing but what the assignment calls. */
function makerImport(file: PythonFile, assignment: SyntaxNode): SyntaxNode | undefined {
  const callee = assignment.field("right")?.field("function");
  const root = callee?.type === "attribute" ? callee.field("object") : callee;
  const binding = root?.type === "identifier" ? file.scopes.bindingOf(root) : undefined;
  const statement = binding?.places[0]?.node;
  if (binding?.places.length !== 1 || binding.references.length !== 1 || statement?.parent?.type !== "module")
    return undefined;
  const isImport = /^import(?:_from)?_statement$/.test(statement.type);
  return isImport && statement.fields("name").length === 1 && !file.source(statement).includes("#")
    ? statement
    : undefined;
}

/** The team's module has the name, does not load this file, and what it has there takes the same calls. */
function fits(
  file: PythonFile,
  here: SyntaxNode | undefined,
  name: string,
  module: string,
  workspace: Workspace,
): boolean {
  const path = workspace.moduleFile(module, file.path);
  const home = path === undefined ? undefined : workspace.python(path);
  const places = home?.scopes.module.bindings.get(name)?.places ?? [];
  if (home === undefined || places.length === 0 || here === undefined || closesCircle(file, module, workspace))
    return false;
  const binding = file.scopes.bindingOf(here);
  if (binding?.places.length !== 1) return false;
  const there = places[0]?.name;
  const library = loggerLibrary(file, here);
  if (library === undefined) return false;
  return (
    (there !== undefined && loggerLibrary(home, there) === library) ||
    binding.references.every((use) => isPlain(file, use))
  );
}

/** A record of a message and nothing else, which every library takes. */
function isPlain(file: PythonFile, use: SyntaxNode): boolean {
  const call = use.parent?.parent;
  const record = call?.type === "call" ? loggerCall(file, call) : undefined;
  if (call === undefined || record === undefined || record.receiver !== use) return false;
  const { positional, keywords } = argumentsOf(call);
  const isCommon = /^(?:debug|info|warning|error|exception|critical)$/.test(record.method);
  return isCommon && positional.length === 1 && keywords.size === 0;
}
