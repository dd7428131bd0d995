// Turns a session that a service makes into a parameter, and hands one in wherever the service is called.

import type { Expr, FunctionCode } from "../models/code/syntax.ts";
import { SESSION_TYPE } from "../models/db/sessions.ts";
import type { Workspace } from "../models/workspace.ts";
import { argumentsOf } from "../python/call.ts";
import { calledFunction } from "../python/handed-over.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { isTestPath } from "../python/source-file.ts";
import { decoratorsOf, enclosingFunction } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { addItem } from "./call-edits.ts";
import { importersOf } from "./importers.ts";
import { openedSession } from "./inject-session.ts";
import { insertImport } from "./insert-import.ts";
import type { Fix, FixEdit } from "./rule.ts";

const title = "Take the session as a parameter; look at who calls it, and at who commits and closes";

/** Undefined where a caller has no session at hand, or where nobody can tell who calls it. */
export function sessionParameterFix(
  file: PythonFile,
  code: FunctionCode,
  call: Expr,
  workspace: Workspace,
): Fix | undefined {
  const opened = openedSession(file, code, call);
  const definition = file.nodes("function_definition").find(({ start }) => start === code.start);
  const parameters = definition?.field("parameters");
  if (!opened || !definition || !parameters || decoratorsOf(definition).length > 0) return undefined;
  const own = parametersOf(definition);
  // An earlier fix brought the parameter already.
  const given = own.find(({ name }) => name === opened.name);
  if (given && /^(Async)?Session$/.test(given.annotation?.text ?? ""))
    return { title, safe: false, edits: [opened.edit] };
  if (given || own.some(({ kind }) => kind === "**")) return undefined;
  if (/\bsqlmodel\b/.test(file.text)) return undefined;
  const callers = callersOf(file, definition, workspace);
  if (callers === undefined) return undefined;
  const handed = callers.map(({ other, call: called }) => sessionAt(other, called));
  if (handed.includes(undefined)) return undefined;
  const body = file.text.slice(code.start, code.end);
  const isAsync = new RegExp(String.raw`\bawait ${opened.name}\.|\basync with [^\n]* as ${opened.name}\b`).test(body);
  const [module, type] = isAsync ? ["sqlalchemy.ext.asyncio", "AsyncSession"] : ["sqlalchemy.orm", "Session"];
  const inserted = insertImport(file, module, type, workspace);
  if (inserted.name !== type) return undefined;
  const parameter = `${opened.name}: ${type}`;
  // Behind parameters with defaults only one by name may go without.
  const needsStar = own.some(({ default: value, kind }) => value !== undefined && kind !== "keyword only");
  const hasStar = own.some(({ kind }) => kind === "keyword only" || kind === "*");
  const edits: FixEdit[] = [
    ...inserted.edits,
    addItem(file, parameters, ...(needsStar && !hasStar ? ["*", parameter] : [parameter])),
    opened.edit,
    ...callers.flatMap(({ other, call: called }, at) => {
      const list = called.field("arguments");
      return list ? [{ ...addItem(other, list, `${opened.name}=${handed[at]}`), path: other.path }] : [];
    }),
  ];
  return { title, safe: false, edits };
}

interface Caller {
  readonly other: PythonFile;
  readonly call: SyntaxNode;
}

/** All calls of it; undefined where something else of that name is called or it is handed around. */
function callersOf(file: PythonFile, definition: SyntaxNode, workspace: Workspace): readonly Caller[] | undefined {
  const name = definition.field("name")?.text ?? "";
  const word = new RegExp(String.raw`\b${name}\b`);
  const found: Caller[] = [];
  const elsewhere = [...importersOf(file.path, [name], workspace), ...workspace.facts.filesCalling(name)];
  for (const path of [...new Set([file.path, ...elsewhere])].toSorted()) {
    if (!word.test(workspace.text(path) ?? "")) continue;
    const other = path === file.path ? file : workspace.python(path);
    if (other === undefined) return undefined;
    for (const node of other.nodes("identifier")) {
      if (node.text !== name || isNameOf(node, definition, other === file)) continue;
      const call = calledBy(node);
      if (/import|dotted_name|aliased/.test(node.parent?.type ?? "")) continue;
      if (call === undefined || !calls(other, call, file, definition, workspace) || isTestPath(path)) return undefined;
      found.push({ other, call });
    }
  }
  return found;
}

/** The definition's own name, a parameter, keyword or attribute of that name that is no call. */
function isNameOf(node: SyntaxNode, definition: SyntaxNode, isOwn: boolean): boolean {
  return (isOwn && node.start === definition.field("name")?.start) || node.parent?.type === "keyword_argument";
}

function calledBy(node: SyntaxNode): SyntaxNode | undefined {
  const callee = node.parent?.type === "attribute" && node.fieldName === "attribute" ? node.parent : node;
  return callee.parent?.type === "call" && callee.fieldName === "function" ? callee.parent : undefined;
}

function calls(
  other: PythonFile,
  call: SyntaxNode,
  file: PythonFile,
  definition: SyntaxNode,
  workspace: Workspace,
): boolean {
  if (argumentsOf(call).hasSplat) return false;
  if (other === file) return calledFunction(file, call)?.start === definition.start;
  const callee = call.field("function");
  const dotted = callee ? other.resolve(callee) : undefined;
  const module = dotted?.slice(0, dotted.lastIndexOf("."));
  return module !== undefined && workspace.moduleFile(module, other.path) === file.path;
}

/** A session that the caller holds, by its annotation or by how it is made. */
function sessionAt(file: PythonFile, call: SyntaxNode): string | undefined {
  const around = enclosingFunction(call);
  const held = around
    ? parametersOf(around).find(({ nameNode }) => SESSION_TYPE.test(file.typeOf(nameNode) ?? ""))
    : undefined;
  return held?.name;
}
