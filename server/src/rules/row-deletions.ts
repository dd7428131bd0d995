// Finds where code deletes rows and commits: on sessions known by type, by what else is called on them, or by running the flow.

import { lowerExpression } from "../models/code/lower-expression.ts";
import { committingCall, ownerOf } from "../models/db/committing-calls.ts";
import { SESSION_TYPE } from "../models/db/sessions.ts";
import type { Workspace } from "../models/workspace.ts";
import { argumentsOf, methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingFunction, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface RowDeletion {
  readonly call: SyntaxNode;
  /** The model or object, in code. */
  readonly what: string;
  /** The function itself deletes, not one that it calls. */
  readonly isOwn: boolean;
}

/** Calls that delete rows, in order. */
export function rowDeletions(file: PythonFile, workspace: Workspace): readonly RowDeletion[] {
  const found = new Map<number, RowDeletion>();
  // `statement = delete(X)` that is run below, or at once, is one deletion, told where it happens.
  const statements = new Set<number>();
  for (const call of file.nodes("call")) {
    const what = deletedBy(file, call);
    if (what === undefined) continue;
    found.set(call.start, { call, what, isOwn: true });
    const [first] = argumentsOf(call).positional;
    const made = first?.type === "identifier" ? assignedTo(file, first) : first;
    for (let at = made; at; at = at.type === "call" ? at.field("function") : at.field("object"))
      statements.add(at.start);
  }
  if (workspace.facts.registry.entities.length > 0) {
    for (const { place, entity, isOwn } of workspace.facts.flow(file.path).deletions) {
      if (place.path !== file.path || found.has(place.start) || statements.has(place.start)) continue;
      const call = file.nodes("call").find((node) => node.start === place.start && node.end === place.end);
      if (call) found.set(call.start, { call, what: entity.name, isOwn });
    }
  }
  return [...found.values()].toSorted((a, b) => a.call.start - b.call.start);
}

function deletedBy(file: PythonFile, call: SyntaxNode): string | undefined {
  const target = methodCall(call);
  const [first] = argumentsOf(call).positional;
  if (!target) return undefined;
  if (target.method === "delete") {
    // `session.query(X).filter(…).delete()`
    const query = queriedFrom(file, target.receiver);
    if (query !== undefined) return query;
    return first && !/^(concatenated_)?string$/.test(first.type) && isSession(file, target.receiver)
      ? first.text
      : undefined;
  }
  if (!/^(execute|exec|scalars)$/.test(target.method) || !first) return undefined;
  const statement = first.type === "identifier" ? assignedTo(file, first) : first;
  const made = statement && rootCall(statement);
  if (!made) return undefined;
  if (/^(sqlalchemy(\.\w+)*|sqlmodel)\.delete$/.test(calleeName(file, made)))
    return argumentsOf(made).positional[0]?.text ?? "row";
  if (!/(^|\.)text$/.test(calleeName(file, made))) return undefined;
  const sql = argumentsOf(made).positional[0]?.text ?? "";
  return /^["'frb]*\s*DELETE\s+FROM\s+(\w+)/i.exec(sql.replace(/^[frb]*("""|''')/i, ""))?.[1];
}

/** The call that a chain of calls begins with: `delete(X)` of `delete(X).where(…)`. */
function rootCall(node: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = node;
  let found: SyntaxNode | undefined;
  while (at) {
    if (at.type === "call") {
      found = at;
      at = at.field("function");
    } else if (at.type === "attribute") at = at.field("object");
    else break;
  }
  return found;
}

function queriedFrom(file: PythonFile, receiver: SyntaxNode): string | undefined {
  for (let at: SyntaxNode | undefined = receiver; at; ) {
    if (at.type === "call") {
      const target = methodCall(at);
      if (target?.method === "query" && isSession(file, target.receiver))
        return argumentsOf(at).positional[0]?.text ?? "row";
      at = at.field("function");
    } else if (at.type === "attribute") at = at.field("object");
    else if (at.type === "identifier") {
      const value: SyntaxNode | undefined = assignedTo(file, at);
      if (!value || value === at) return undefined;
      at = value;
    } else return undefined;
  }
  return undefined;
}

function assignedTo(file: PythonFile, name: SyntaxNode): SyntaxNode | undefined {
  const places = (file.scopes.bindingOf(name)?.places ?? []).filter(({ kind }) => kind === "assignment");
  const [only] = places;
  return places.length === 1 && only && only.name.start < name.start && only.value?.type === "call"
    ? only.value
    : undefined;
}

/** By its type; where that is unknown, by a commit or flush on the same thing in the function or class around. */
export function isSession(file: PythonFile, receiver: SyntaxNode): boolean {
  const type = file.typeOf(receiver);
  if (type !== undefined)
    return (
      SESSION_TYPE.test(type) ||
      file.isInstance(receiver, "sqlalchemy.orm.Session", "sqlalchemy.ext.asyncio.AsyncSession")
    );
  if (!/^(\w+)(\.\w+)*$/.test(receiver.text)) return false;
  const around = enclosingFunction(receiver);
  const scope = receiver.text.startsWith("self.") ? file.root : around;
  return (
    scope !== undefined &&
    new RegExp(`(?<![\\w.])${receiver.text.replaceAll(".", "\\.")}\\.(commit|flush|rollback|add|refresh)\\(`).test(
      scope.text,
    )
  );
}

/** Calls in a function of the workspace's own functions that commit the session of this one, in order. */
export function committingCallsIn(file: PythonFile, body: SyntaxNode, workspace: Workspace): readonly SyntaxNode[] {
  const { program } = workspace.facts;
  const owner = ownerOf(program, file.path, body);
  return [...withinScope(body)].filter((node) => {
    if (node.type !== "call" || node.field("function")?.field("attribute")?.text === "commit") return false;
    const found = committingCall(program, file.path, lowerExpression(node), owner);
    if (found === undefined) return false;
    const { argument } = found;
    if (argument === undefined) return true;
    const given = argumentsOf(node);
    const value = [...given.positional, ...given.keywords.values()].find(({ start }) => start === argument.start);
    return value !== undefined && isSession(file, value);
  });
}

/** The commits of a function itself, in order. */
export function commitsIn(file: PythonFile, body: SyntaxNode): readonly SyntaxNode[] {
  return [...withinScope(body)].filter((node) => {
    const target = node.type === "call" ? methodCall(node) : undefined;
    return target?.method === "commit" && isSession(file, target.receiver);
  });
}
