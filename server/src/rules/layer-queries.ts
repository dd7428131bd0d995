// Queries that code of a layer makes itself, where another layer is there for them.

import type { Workspace } from "../models/workspace.ts";
import { argumentsOf } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingFunction } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { type Layer, type LayerFolders, layerOf } from "./layers.ts";
import { moveQueryFix } from "./move-query.ts";
import type { Problem } from "./rule.ts";

const SESSIONS =
  /^(sqlalchemy\.(orm|ext\.asyncio)(\.\w+)*\.(Session|AsyncSession|scoped_session|async_scoped_session)|sqlmodel(\.\w+)*\.(Session|AsyncSession))$/;
const QUERYING = new Set([
  "query",
  "execute",
  "scalars",
  "scalar",
  "get",
  "get_one",
  "exec",
  "stream",
  "stream_scalars",
  "merge",
]);

export function* queriesOf(
  file: PythonFile,
  layer: Layer,
  home: string,
  folders: LayerFolders,
  workspace: Workspace,
  isBeside = (_call: SyntaxNode): boolean => false,
): Iterable<Problem> {
  for (const call of file.nodes("call")) {
    const callee = call.field("function");
    const receiver = callee?.type === "attribute" ? callee.field("object") : undefined;
    if (!callee || !receiver || !QUERYING.has(callee.field("attribute")?.text ?? "")) continue;
    if (!SESSIONS.test(file.typeOf(receiver) ?? "") || isProbe(file, call) || isBeside(call)) continue;
    const around = enclosingFunction(call)?.field("name")?.text;
    const who = around === undefined ? `This module of ${layer}` : `\`${around}\`, which belongs to the ${layer},`;
    const fix = moveQueryFix(file, call, (path) => layerOf(path, folders) === home, workspace);
    yield {
      span: callee,
      ...(fix && { fix }),
      message: `${who} asks the database itself. Move the query into ${home === "services" ? "a service" : "a repository"} and call that from here.`,
    };
  }
}

/** `SELECT 1` of a health check. */
function isProbe(file: PythonFile, call: SyntaxNode): boolean {
  const [statement, ...others] = argumentsOf(call).positional;
  if (statement?.type !== "call" || others.length > 0) return false;
  const [only, ...more] = argumentsOf(statement).positional;
  const isMade = /(^|\.)(text|select)$/.test(calleeName(file, statement) || (statement.field("function")?.text ?? ""));
  return isMade && more.length === 0 && /^(["']\s*select\s+1;?\s*["']|1)$/i.test(only?.text ?? "");
}
