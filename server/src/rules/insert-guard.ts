// Refuses a text that is empty or too long, at the beginning of the function that takes it.

import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { indentOf, lineEnd, statements } from "../python/surroundings.ts";
import type { Span } from "../text/span.ts";
import type { Fix } from "./rule.ts";

const longest = 255;

/** `at` is a place in the function. */
export function insertGuard(file: PythonFile, at: Span, param: string): Fix | undefined {
  const definition = file.nodes("function_definition").findLast(({ start, end }) => start <= at.start && at.end <= end);
  const body = statements(definition?.field("body"));
  const first = body.find(({ children }) => children[0]?.type !== "string") ?? body[0];
  if (definition === undefined || first === undefined) return undefined;
  if (file.lines.position(first.start).line === file.lines.position(definition.start).line) return undefined;
  const end = lineEnd(file);
  const indent = indentOf(file, first);
  const step = indent.includes("\t") ? "\t" : "    ";
  const parameter = parametersOf(definition).find(({ name }) => name === param);
  const isOptional = /\b(None|Optional)\b/.test(`${parameter?.annotation?.text} ${parameter?.default?.text}`);
  const lines = isOptional
    ? [`if ${param} is not None and not 0 < len(${param}.strip()) <= ${longest}:`]
    : [`${param} = ${param}.strip()`, `if not ${param} or len(${param}) > ${longest}:`];
  lines.push(`${step}raise ValueError("${param} must have 1 to ${longest} characters")`);
  const text = lines.map((line) => `${line}${end}${indent}`).join("");
  return {
    title: `Refuse an empty or very long \`${param}\`; look at the limit`,
    safe: false,
    edits: [{ span: { start: first.start, end: first.start }, text }],
  };
}
