// Which exceptions a piece of code speaks of, and whether their texts are written for users.

import type { Workspace } from "../models/workspace.ts";
import { nameOf } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** These often carry a text that the team itself wrote for whoever sent the wrong value. */
const ABOUT_INPUT =
  /^(ValueError|LookupError|PermissionError|UnicodeDecodeError|json\.(decoder\.)?JSONDecodeError|binascii\.Error|pydantic(\.\w+)*\.ValidationError|fastapi(\.\w+)*\.(RequestValidationError|WebSocketRequestValidationError))$/;
const FOR_USERS = /(^|\.)(HTTPException|RequestValidationError|RateLimitExceeded)$/;
const OF_DATABASES =
  /^(sqlalchemy|sqlmodel|psycopg2?|asyncpg|aiosqlite|sqlite3|pymysql|MySQLdb|pymongo|motor|redis|databases)\b/;
const BUILTIN = /^[A-Z]\w*(Error|Exception|Interrupt|Exit|Warning|Iteration|Group)$/;

/** True where the text of such an exception says what only the team should read. */
export function isInternal(
  file: PythonFile,
  workspace: Workspace,
  types: readonly SyntaxNode[],
  status: number | undefined,
): boolean {
  return types.length === 0 || types.some((type) => isInternalType(file, workspace, type, status));
}

function isInternalType(file: PythonFile, workspace: Workspace, type: SyntaxNode, status: number | undefined): boolean {
  if (/^(integer)$/.test(type.type)) return Number(type.text) >= 500;
  const name = nameOf(file, type);
  if (/^(Exception|BaseException)$/.test(name)) return true;
  if (FOR_USERS.test(name)) return false;
  const isClientError = status !== undefined && status >= 400 && status < 500;
  if (isOwn(file, workspace, name)) return status !== undefined && status >= 500;
  if (OF_DATABASES.test(name)) return true;
  if (ABOUT_INPUT.test(name)) return !isClientError && status !== undefined;
  if (BUILTIN.test(name) || /^(subprocess|asyncio|os|shutil|socket|ssl|concurrent)\./.test(name)) return true;
  return status !== undefined && status >= 500;
}

/** Defined in the workspace, or in a package of it whose file is not there. */
function isOwn(file: PythonFile, workspace: Workspace, name: string): boolean {
  if (name.startsWith(".")) return true;
  const [head = ""] = name.split(".");
  if (!name.includes(".")) return !BUILTIN.test(name);
  return (
    workspace.moduleFile(head, file.path) !== undefined ||
    workspace.pythonFiles.some((path) => `/${path}`.includes(`/${head}/`))
  );
}
