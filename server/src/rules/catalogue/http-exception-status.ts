// Flags HTTPException with a 5xx status.

import { argument } from "../../python/call.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { ownInsteadOfHttp } from "../new-exception.ts";
import { isHealthPath } from "../route-places.ts";
import { fileRule, option } from "../rule.ts";

export const httpExceptionStatus = fileRule({
  id: "http-exception-status",
  scope: "file",
  summary: "`HTTPException` with a 5xx status.",
  why: "HTTPException is for what the client did wrong; a failure of the server belongs to the exception handlers, which log it and answer for it. A status that the text allows, such as 503 for a dependency that is down, is left alone.",
  severity: "warning",
  fix: "unsafe",
  options: { allowed: option.strings([], "5xx statuses that are right.") },
  tests: false,
  mentions: ["HTTPException"],
  allowances: ["allowed"],
  answers: ["Use HTTPException only for client errors (4xx).", "Never raise HTTPException with a 5xx status."],
  means: [
    {
      stance: "want",
      says: ["`HTTPException` ... (4xx|client error|`4xx`|client)", "(4xx|client error) ... `HTTPException`"],
      unless: ["(descriptive|clear|meaningful|helpful|structured|detail|message)"],
      options: ({ clause, sentence, exceptions }) =>
        allowedIn([clause, ...exceptions, ...allowancesIn(sentence)].join(" ")),
    },
    {
      // "`HTTPException` is for 4xx only"
      stance: "avoid",
      says: ["`HTTPException`"],
      options: ({ exceptions }) =>
        exceptions.some((one) => /\b4\d\d\b|\b4xx\b|\bclient/i.test(one)) ? allowedIn(exceptions.join(" ")) : undefined,
    },
    {
      stance: "avoid",
      says: [
        "`HTTPException` ... (5xx|500|server error|internal error|`500`|`5xx`)",
        "(5xx|500|server error) ... `HTTPException`",
        "raise ... (5xx|`5xx`)",
        "(5xx|`5xx`) ... raised",
        "`*HTTPException(5*`",
        "`*HTTPException(status_code=5*`",
      ],
      options: ({ sentence, exceptions }) => allowedIn([...exceptions, ...allowancesIn(sentence)].join(" ")),
    },
  ],
  examples: [
    {
      bad: 'from fastapi import HTTPException\n\n\ndef find(item):\n    raise HTTPException(status_code=500, detail="broken")\n',
      good: 'from fastapi import HTTPException\n\n\nclass ModuleError(Exception):\n    pass\n\n\ndef find(item):\n    raise ModuleError("broken")\n',
    },
  ],
  *check(file, { allowed }, { workspace }) {
    const probes = workspace.facts
      .routes(file.path)
      .routes.filter(({ functionPath, ownPath }) => functionPath === file.path && isHealthPath(ownPath ?? ""));
    for (const call of file.nodes("call")) {
      const callee = call.field("function");
      if (callee === undefined || !isHttpException(file, callee)) continue;
      const status = argument(call, 0, "status_code");
      const code = status === undefined ? undefined : statusOf(file, status);
      if (status === undefined || code === undefined || code < 500 || code > 599 || allowed.includes(String(code)))
        continue;
      // Whoever asks whether the service is well is told so by the status.
      if (code === 503 && probes.some(({ function: one }) => one.start <= call.start && call.end <= one.end)) continue;
      const fix = call.parent?.type === "raise_statement" ? ownInsteadOfHttp(file, call, workspace) : undefined;
      yield {
        ...(fix && { fix }),
        span: status,
        message: `HTTPException is for the client's errors, and ${code} is the server's; raise an exception of the project's own and let the exception handler answer.`,
      };
    }
  },
});

/** "Only for 4xx; 503 is allowed when the database is down." */
function allowancesIn(sentence: string): readonly string[] {
  return sentence.match(/[^.;,]*\b5\d\d\b[^.;,]*\b(?:allowed|fine|ok|okay|acceptable|permitted)\b/gi) ?? [];
}

function allowedIn(text: string): { allowed?: string[] } {
  const allowed = [...text.matchAll(/\b5\d\d\b/g)].map((found) => found[0]).filter((code) => code !== "500");
  return allowed.length > 0 ? { allowed } : {};
}

function isHttpException(file: PythonFile, callee: SyntaxNode): boolean {
  const name = file.resolve(callee);
  return name === undefined ? callee.text === "HTTPException" : /^(fastapi|starlette)\b.*\.HTTPException$/.test(name);
}

/** 500, `status.HTTP_500_INTERNAL_SERVER_ERROR` or `HTTPStatus.INTERNAL_SERVER_ERROR`. */
function statusOf(file: PythonFile, node: SyntaxNode): number | undefined {
  if (node.type === "integer") return Number(node.text);
  const name = file.resolve(node) ?? node.text;
  const number = /HTTP_(\d{3})_/.exec(name)?.[1];
  if (number !== undefined) return Number(number);
  return serverErrors.get(name.split(".").at(-1) ?? "");
}

const serverErrors: ReadonlyMap<string, number> = new Map([
  ["INTERNAL_SERVER_ERROR", 500],
  ["NOT_IMPLEMENTED", 501],
  ["BAD_GATEWAY", 502],
  ["SERVICE_UNAVAILABLE", 503],
  ["GATEWAY_TIMEOUT", 504],
]);
