// Puts the cleanup that a project has into its start: before the first request, and before anything is recovered.

import type { FunctionCode } from "../models/code/syntax.ts";
import type { StartStep } from "../models/web/startup.ts";
import type { Workspace } from "../models/workspace.ts";
import { isAsync } from "../python/definitions.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { decoratorsOf, indentOf, lineEnd, statementOf, statements, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { importNamed } from "./import-named.ts";
import { moduleImportName } from "./module-import-name.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** A call of the one function that cleans up, before the lifespan hands over or at the end of the start-up function. */
export function callCleanup(
  workspace: Workspace,
  steps: readonly StartStep[],
  paths: readonly string[],
  cleans: (name: string, code: FunctionCode) => boolean,
): Fix | undefined {
  const start = steps.find(({ function: code, call }) => code?.nameSpan.start === call.start);
  const file = start && workspace.python(start.path);
  const definition = file && functionAt(file, start.call.start);
  const [found, ...others] = paths.flatMap((path) =>
    [...(workspace.facts.program.module(path)?.functions ?? [])]
      .filter(([name, code]) => cleans(name, code))
      .map(([name, code]) => ({ path, name, code })),
  );
  const home = found && workspace.python(found.path);
  const cleanup = home && functionAt(home, found.code.nameSpan.start);
  if (!file || !definition || !cleanup || others.length > 0 || cleanup === definition) return undefined;
  if (parametersOf(cleanup).some(({ default: value }) => value === undefined)) return undefined;
  if (decoratorsOf(cleanup).length > 0 || (isAsync(cleanup) && !isAsync(definition))) return undefined;
  const module = found.path === file.path ? undefined : moduleImportName(file, found.path, workspace);
  if (module === undefined && found.path !== file.path) return undefined;
  const usable = importNamed(file, module === undefined ? found.name : `${module}.${found.name}`, workspace);
  const place = lastStep(definition);
  if (usable === undefined || place === undefined) return undefined;
  const call = `${isAsync(cleanup) ? "await " : ""}${usable.text}()`;
  const indent = indentOf(file, place.statement);
  const edit = place.isBefore
    ? { span: at(place.statement.start), text: `${call}${lineEnd(file)}${indent}` }
    : { span: at(endOfLine(file, place.statement)), text: `${lineEnd(file)}${indent}${call}` };
  return {
    title: `Call ${found.name} on the way up; look whether it leaves alone what other processes run`,
    safe: false,
    edits: [...usable.edits, edit].map((one) => ({ ...one, path: file.path })),
  };
}

/** Two statements of one block, with nothing between them that the later one needs. */
export function cleanUpFirst(workspace: Workspace, recovery: StartStep, cleanup: StartStep): Fix | undefined {
  const file = recovery.path === cleanup.path ? workspace.python(recovery.path) : undefined;
  const [first, second] = [recovery, cleanup].map((step) => file && statementAt(file, step.call));
  if (!file || !first || !second || first.parent === undefined || first.parent !== second.parent) return undefined;
  const steps = statements(first.parent).filter(({ start }) => first.start <= start && start < second.start);
  if (
    [...steps, second].some((step) => step.type !== "expression_statement" || step.children[0]?.type === "assignment")
  )
    return undefined;
  const removal = removeStatement(file, second);
  if (removal === undefined) return undefined;
  const text = `${file.source(second)}${lineEnd(file)}${indentOf(file, first)}`;
  const edits: FixEdit[] = [{ span: at(first.start), text }, removal].map((edit) => ({ ...edit, path: file.path }));
  return { title: `Call ${cleanup.name} before ${recovery.name}`, safe: false, edits };
}

/** The `yield` of a lifespan, or the last statement; undefined where a function may end or hand over elsewhere. */
function lastStep(definition: SyntaxNode): { statement: SyntaxNode; isBefore: boolean } | undefined {
  const body = statements(definition);
  const inside = [...withinScope(definition)];
  const [handOver, ...others] = inside.filter(({ type }) => type === "yield");
  if (others.length > 0) return undefined;
  if (handOver !== undefined) return { statement: statementOf(handOver), isBefore: true };
  const last = body.at(-1);
  return last === undefined || inside.some(({ type }) => type === "return_statement")
    ? undefined
    : { statement: last, isBefore: false };
}

function functionAt(file: PythonFile, name: number): SyntaxNode | undefined {
  return file.nodes("function_definition").find((one) => one.field("name")?.start === name);
}

function statementAt(file: PythonFile, { start, end }: { start: number; end: number }): SyntaxNode | undefined {
  const call = file.nodes("call").find((one) => one.start === start && one.end === end);
  return call && statementOf(call);
}

function endOfLine(file: PythonFile, statement: SyntaxNode): number {
  return file.lines.lineSpan(file.lines.position(statement.end).line).end;
}

function at(offset: number): { start: number; end: number } {
  return { start: offset, end: offset };
}
