// What a service knows of HTTP: its classes, its errors, its numbers.

import type { Workspace } from "../models/workspace.ts";
import { importsOf } from "../python/imported.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { ancestors } from "../python/surroundings.ts";
import { raisedHttp, raiseOwnFix, withoutHttpImport } from "./http-free.ts";
import type { Problem } from "./rule.ts";
import { loosenImport } from "./unneeded-import.ts";

const HTTP =
  /^(fastapi|starlette)(\.\w+)*\.(HTTPException|Request|\w*Response|APIRouter|Depends|Header|Cookie|Query|Body|Form|Path|status)$/;
/** What each layer must not import. */

export function* httpOf(file: PythonFile, workspace: Workspace): Iterable<Problem> {
  if (readsRequests(file)) return;
  const told = new Set<number>();
  const known = importsOf(file).filter(
    ({ module, name, isForTyping }) => !isForTyping && name !== undefined && HTTP.test(`${module}.${name}`),
  );
  // Numbers that are only compared serve to read what a client of the web is answered.
  const isReader = known.every(({ name }) => name === "status") && onlyCompares(file, "status");
  for (const { statement, name } of isReader ? [] : known) {
    if (told.has(statement.start)) continue;
    told.add(statement.start);
    const fix = withoutHttpImport(file, statement, workspace) ?? loosenImport(file, statement, workspace);
    yield {
      span: statement,
      ...(fix && { fix }),
      message: `A service that knows \`${name}\` can only be called from the web. Take plain values and raise an exception of your own; let the route speak HTTP.`,
    };
  }
  yield* httpErrors(file, workspace);
}

/** `answer.status_code == status.HTTP_404_NOT_FOUND` */
function onlyCompares(file: PythonFile, name: string): boolean {
  const uses = file.nodes("attribute").filter((one) => one.field("object")?.text === name);
  return uses.every((one) => [...ancestors(one)].some(({ type }) => type === "comparison_operator"));
}

export function* httpErrors(file: PythonFile, workspace: Workspace): Iterable<Problem> {
  for (const node of file.nodes("raise_statement")) {
    if (raisedHttp(file, node) === undefined) continue;
    const fix = raiseOwnFix(file, node, workspace);
    yield {
      span: node,
      ...(fix && { fix }),
      message:
        "A service that raises `HTTPException` decides what the web answers. Raise an exception of your own and let the route turn it into a status.",
    };
  }
}

/** Functions that take a header or a cookie are what routes depend on, whatever folder they lie in. */
export function readsRequests(file: PythonFile): boolean {
  return file
    .nodes("call")
    .some(
      (call) =>
        /^fastapi(\.params?|\.param_functions)?\.(Header|Cookie|Security)$/.test(calleeName(file, call)) &&
        [...ancestors(call)].some(({ type }) => type === "parameters"),
    );
}
