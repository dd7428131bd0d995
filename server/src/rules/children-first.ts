// Puts the deletion of child rows in front of their parent's: new statements, or the parent's own moved behind those that are there.

import type { Deletion } from "../models/flow/flow-run.ts";
import type { Column, Entity } from "../models/orm/entity.ts";
import type { Workspace } from "../models/workspace.ts";
import { argumentsOf, methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { ancestors, enclosingFunction, indentOf, lineEnd, statementOf, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImports } from "./insert-imports.ts";
import { importedEntity } from "./loader-fix.ts";
import { type QueryChain, queryChain } from "./query-chain.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

export interface Child {
  readonly entity: Entity;
  readonly column: Column;
}

/** For a statement of its own that deletes one object, or the rows of a condition, or all of them. */
export function deleteChildrenFix(
  file: PythonFile,
  deletion: Deletion,
  children: readonly Child[],
  workspace: Workspace,
): Fix | undefined {
  const call = callOf(file, deletion);
  const run = call && statementRun(file, call);
  if (!run) return undefined;
  const line = file.text.lastIndexOf("\n", run.start) + 1;
  const indent = file.text.slice(line, run.start);
  if (indent.trim() !== "") return undefined;
  const edits: FixEdit[] = [];
  const add = (more: readonly FixEdit[]) => {
    for (const edit of more)
      if (edit.defines === undefined || edits.every(({ defines }) => defines !== edit.defines)) edits.push(edit);
  };
  // In a file of the older style the statement is written like its neighbours.
  const isOld = run.wait === "" && !/\bselect\(|\bdelete\(\s*[A-Z]/.test(file.text);
  const rowsOfChild = children.map(({ column }) => run.rowsOf(column.foreignKey?.split(".").at(-1) ?? "id"));
  const needed = rowsOfChild.some((rows) => rows?.kind === "some") ? ["sqlalchemy.select"] : [];
  const made = insertImports(file, isOld ? [] : ["sqlalchemy.delete", ...needed], workspace);
  add(made.edits);
  const [remove, select] = ["delete", "select"].map((name) => made.names.get(`sqlalchemy.${name}`));
  const lines: string[] = [];
  for (const [at, { entity, column }] of children.entries()) {
    const imported = importedEntity(file, entity, workspace);
    const rows = rowsOfChild[at];
    if (!imported || rows === undefined) return undefined;
    add(imported.edits);
    const own = `${imported.name}.${column.name}`;
    let condition = rows.kind === "one" ? `${own} == ${rows.value}` : "";
    if (rows.kind === "some" && isOld)
      condition = `${own}.in_(${run.session}.query(${rows.key}).filter(${rows.condition}))`;
    if (rows.kind === "some" && !isOld) condition = `${own}.in_(${select}(${rows.key}).where(${rows.condition}))`;
    const where = condition === "" ? "" : isOld ? `.filter(${condition})` : `.where(${condition})`;
    // A session cannot find the rows of a subquery among its objects by itself.
    const sync = rows.kind === "some" ? "synchronize_session=False" : "";
    lines.push(
      remove
        ? `${run.wait}${run.session}.execute(${remove}(${imported.name})${where})`
        : `${run.session}.query(${imported.name})${where}.delete(${sync})`,
    );
  }
  const names = children.map(({ entity }) => entity.name).join(" and ");
  const text = lines.map((one) => `${one}${lineEnd(file)}${indent}`).join("");
  return {
    title: `Delete the ${names} rows first; look at what else belongs to them`,
    safe: false,
    edits: [...edits, { span: { start: run.start, end: run.start }, text }],
  };
}

/** The parent's deletion goes behind the last of theirs, in the same block. */
export function deleteLaterFix(file: PythonFile, deletion: Deletion, others: readonly Deletion[]): Fix | undefined {
  const call = callOf(file, deletion);
  const last = others.toSorted((a, b) => a.place.start - b.place.start).at(-1);
  const lastCall = last && callOf(file, last);
  if (call === undefined || lastCall === undefined) return undefined;
  const statement = statementOf(call);
  const behind = [lastCall, ...ancestors(lastCall)].find((one) => one.parent === statement.parent);
  if (statement.type !== "expression_statement" || statement.children[0]?.type === "assignment" || !behind)
    return undefined;
  // Whoever leaves in between would leave without it.
  const between = [...withinScope(enclosingFunction(call) ?? file.root)].filter(
    ({ start, end }) => start >= statement.end && end <= behind.end,
  );
  if (between.some(({ type }) => /^(return|break|continue|raise|yield)(_statement)?$/.test(type))) return undefined;
  const taken = removeStatement(file, statement);
  const end = lineEnd(file);
  const at = file.lines.lineSpan(file.lines.position(behind.end).line).end;
  if (!taken || taken.span.end > at) return undefined;
  return {
    title: `Delete \`${deletion.entity.name}\` behind its children; look whether what comes between needs it gone`,
    safe: false,
    edits: [taken, { span: { start: at, end: at }, text: `${end}${indentOf(file, statement)}${statement.text}` }],
  };
}

function callOf(file: PythonFile, { place }: Deletion): SyntaxNode | undefined {
  return file.nodes("call").find((node) => node.start === place.start && node.end === place.end);
}

/** The parent rows that go: all, that of one key, or those of a condition. */
type Rows =
  | { readonly kind: "all" }
  | { readonly kind: "one"; readonly value: string }
  | { readonly kind: "some"; readonly key: string; readonly condition: string };

interface Run {
  readonly start: number;
  readonly session: string;
  /** "await " where the session is asynchronous. */
  readonly wait: string;
  /** Undefined where that cannot be told. */
  readonly rowsOf: (key: string) => Rows | undefined;
}

/** `session.delete(x)`, `session.query(X).filter(…).delete()` and `session.execute(delete(X).where(…))`, alone or assigned. */
function statementRun(file: PythonFile, call: SyntaxNode): Run | undefined {
  let outer = call;
  // The flow tells of the inner `delete(…)` too.
  while (outer.parent && /^(argument_list|call|attribute)$/.test(outer.parent.type)) outer = outer.parent;
  const isAwaited = outer.parent?.type === "await";
  let statement = isAwaited ? outer.parent?.parent : outer.parent;
  if (statement?.type === "assignment") statement = statement.parent;
  const target = methodCall(outer);
  const { positional } = argumentsOf(outer);
  const [argument] = positional;
  if (statement?.type !== "expression_statement" || !target) return undefined;
  const run = { start: statement.start, session: target.receiver.text, wait: isAwaited ? "await " : "" };
  if (target.method === "delete" && positional.length === 0) {
    const chain = queryChain(target.receiver);
    const session = chain && methodCall(chain.root);
    if (!chain || session?.method !== "query") return undefined;
    return { ...run, session: session.receiver.text, rowsOf: (key) => rowsOf(chain, key) };
  }
  if (positional.length !== 1) return undefined;
  if (target.method === "delete" && argument?.type === "identifier")
    return { ...run, rowsOf: (key) => ({ kind: "one", value: `${argument.text}.${key}` }) };
  if (!/^(execute|exec)$/.test(target.method) || argument?.type !== "call") return undefined;
  const chain = queryChain(argument);
  const made = chain?.root.field("function");
  const isDelete = made !== undefined && /^(?:sqlalchemy|sqlmodel)\b.*\.delete$/.test(file.resolve(made) ?? "");
  return chain && isDelete ? { ...run, rowsOf: (key) => rowsOf(chain, key) } : undefined;
}

function rowsOf({ entity, conditions }: QueryChain, key: string): Rows | undefined {
  if (conditions.length === 0) return { kind: "all" };
  const condition = conditions.join(", ");
  if (condition.includes("#")) return undefined;
  const equal = /^[\w.]+\.(\w+)\s*==\s*([\w.]+)$/.exec(condition);
  if (equal?.[1] === key && equal[2] !== undefined) return { kind: "one", value: equal[2] };
  return { kind: "some", key: `${entity}.${key}`, condition };
}
