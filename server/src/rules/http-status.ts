// Reads a status code as FastAPI code writes it: 404, `status.HTTP_404_NOT_FOUND`, `HTTPStatus.NOT_FOUND`.

import { knownName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

const NAMED: Readonly<Record<string, number>> = {
  OK: 200,
  CREATED: 201,
  ACCEPTED: 202,
  NO_CONTENT: 204,
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  GONE: 410,
  UNPROCESSABLE_ENTITY: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  BAD_GATEWAY: 502,
  SERVICE_UNAVAILABLE: 503,
  GATEWAY_TIMEOUT: 504,
};

export function statusNumber(file: PythonFile, node: SyntaxNode | undefined): number | undefined {
  if (!node) return undefined;
  if (node.type === "integer") return Number(node.text);
  const name = knownName(file, node) ?? node.text;
  const digits = /HTTP_(\d{3})(_|$)/.exec(name)?.[1];
  if (digits !== undefined) return Number(digits);
  const last = name.split(".").at(-1) ?? "";
  return /HTTPStatus\./.test(name) && Object.hasOwn(NAMED, last) ? NAMED[last] : undefined;
}
