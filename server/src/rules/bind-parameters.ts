// Turns values in the text of SQL into bound parameters of SQLAlchemy.

import { argumentNodes, argumentsOf, methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { messageParts } from "./message-parts.ts";
import type { FixEdit } from "./rule.ts";

/** For `session.execute(text(f"…"))` and `session.execute(f"…")`; undefined where the call already binds something. */
export function bindParameters(file: PythonFile, call: SyntaxNode, sql: SyntaxNode): readonly FixEdit[] | undefined {
  if (sql.type !== "string" || sql.text.includes("\n") || /^[rRbBfF]*("""|''')/.test(sql.text)) return undefined;
  const isText = /(^|\.)text$/.test(calleeName(file, call));
  const execute = isText ? call.parent?.parent : call;
  if (execute?.type !== "call" || methodCall(execute)?.method !== "execute" || argumentNodes(execute).length !== 1)
    return undefined;
  if (!isText && !/^sqlalchemy\b|^sqlmodel\b/.test(file.typeOf(methodCall(execute)?.receiver ?? execute) ?? ""))
    return undefined;
  const bound = boundText(sql);
  if (bound === undefined) return undefined;
  const { text, values } = bound;
  const parameters = `{${values.map(([name, value]) => `"${name}": ${value}`).join(", ")}}`;
  const last = argumentsOf(execute).positional[0];
  if (last === undefined) return undefined;
  if (isText) {
    return [
      { span: { start: sql.start, end: sql.end }, text },
      { span: { start: last.end, end: last.end }, text: `, ${parameters}` },
    ];
  }
  const inserted = insertImport(file, "sqlalchemy", "text");
  return [
    { span: { start: sql.start, end: sql.end }, text: `${inserted.name}(${text}), ${parameters}` },
    ...inserted.edits,
  ];
}

function boundText(sql: SyntaxNode): { text: string; values: (readonly [string, string])[] } | undefined {
  const parts = messageParts(sql);
  const values: (readonly [string, string])[] = [];
  let text = "";
  for (const [index, part] of parts.entries()) {
    if (part.kind === "text") {
      // The quotes around a bound value go, as the driver quotes it.
      let piece = part.text;
      if (parts[index - 1]?.kind === "value") piece = piece.replace(/^['"]/, "");
      if (parts[index + 1]?.kind === "value") piece = piece.replace(/['"]$/, "");
      text += piece;
      continue;
    }
    if (part.isFormatted || /%['"]?$/.test(text)) return undefined;
    const base = (part.text.match(/\w+/g)?.at(-1) ?? "value").toLowerCase();
    const name = values.some(([taken, value]) => taken === base && value !== part.text)
      ? `${base}_${values.length + 1}`
      : base;
    if (!values.some(([taken]) => taken === name)) values.push([name, part.text]);
    text += `:${name}`;
  }
  if (/["\\{}]/.test(text)) return undefined;
  return { text: `"${text}"`, values };
}
