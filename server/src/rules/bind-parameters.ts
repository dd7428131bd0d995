// Turns values in the text of SQL into bound parameters: SQLAlchemy's by name, those of a driver by its own marks.

import { argumentNodes, argumentsOf, methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { messageParts } from "./message-parts.ts";
import type { FixEdit } from "./rule.ts";

/** A value follows one of these; after FROM, JOIN, INTO and the like follows a name. */
export const valuePosition =
  /(?:=|<|>|!=|<>|\blike|\bilike|\bin\s*\(|\bvalues\s*\(.*|\bbetween|\band|\blimit|\boffset|\bthen|\belse|['"%]|\binterval)\s*\(?\s*['"%]*$/is;

/**
 * For `session.execute(text(…))`, `session.execute(…)` and `cursor.execute(…)` of a known driver, also through locals
 * that nothing else uses; undefined where the call already binds something.
 */
export function bindParameters(
  file: PythonFile,
  call: SyntaxNode,
  argument: SyntaxNode,
  assumed?: "?" | "%s",
): readonly FixEdit[] | undefined {
  const sql = argument.type === "identifier" ? soleValue(file, argument) : argument;
  if (sql === undefined) return undefined;
  const isText = /(^|\.)text$/.test(calleeName(file, call));
  const execute = isText ? executionOf(file, call) : call;
  const receiver = execute && methodCall(execute)?.receiver;
  const last = execute && argumentsOf(execute).positional[0];
  if (!receiver || !last || !/^(execute|scalars|scalar)$/.test(methodCall(execute)?.method ?? "")) return undefined;
  if (argumentNodes(execute).length !== 1) return undefined;
  const isOrm = isText || /^sqlalchemy\b|^sqlmodel\b/.test(file.typeOf(receiver) ?? "");
  const style = isOrm ? "named" : (driverStyle(file, receiver) ?? assumed);
  const bound = style && boundText(sql, style);
  if (!bound) return undefined;
  const { text, values } = bound;
  const parameters = isOrm
    ? `{${values.map(([name, value]) => `"${name}": ${value}`).join(", ")}}`
    : `(${values.map(([, value]) => value).join(", ")}${values.length === 1 ? "," : ""})`;
  const added = { span: { start: last.end, end: last.end }, text: `, ${parameters}` };
  const span = { start: sql.start, end: sql.end };
  if (isText || !isOrm) return [{ span, text }, added];
  const inserted = insertImport(file, "sqlalchemy", "text");
  if (sql !== last) return undefined;
  return [{ span, text: `${inserted.name}(${text}), ${parameters}` }, ...inserted.edits];
}

/** What a local is given, where it is given once and read once. */
function soleValue(file: PythonFile, name: SyntaxNode): SyntaxNode | undefined {
  const binding = file.scopes.bindingOf(name);
  const [place] = binding?.places ?? [];
  const isSole = binding?.places.length === 1 && binding.references.length === 1 && place?.kind === "assignment";
  return isSole && place.node.start < name.start ? place.value : undefined;
}

/** The call that `text(…)` is handed to, at once or through a local. */
function executionOf(file: PythonFile, call: SyntaxNode): SyntaxNode | undefined {
  if (call.parent?.type === "argument_list") return call.parent.parent;
  const target = call.parent?.type === "assignment" ? call.parent.field("left") : undefined;
  const binding = target?.type === "identifier" ? file.scopes.bindingOf(target) : undefined;
  const [use] = binding?.references ?? [];
  const isSole = binding?.places.length === 1 && binding.references.length === 1;
  return isSole && use?.parent?.type === "argument_list" ? use.parent.parent : undefined;
}

type Style = "named" | "?" | "%s";

/** The marks of the one driver that the receiver belongs to, or that the file imports. */
function driverStyle(file: PythonFile, receiver: SyntaxNode): Style | undefined {
  const type = file.typeOf(receiver);
  const imported = new Set(
    [
      ...file.text.matchAll(
        /^\s*(?:import|from)\s+(sqlite3|aiosqlite|psycopg2?|pymysql|MySQLdb|asyncpg|mysql|oracledb|duckdb)\b/gm,
      ),
    ].map(([, name = ""]) => name),
  );
  const driver = type?.split(".")[0] ?? (imported.size === 1 ? [...imported][0] : undefined);
  if (driver === "sqlite3" || driver === "aiosqlite") return "?";
  return /^(psycopg2?|pymysql|MySQLdb)$/.test(driver ?? "") ? "%s" : undefined;
}

function boundText(sql: SyntaxNode, style: Style): { text: string; values: (readonly [string, string])[] } | undefined {
  const parts = messageParts(sql);
  const values: (readonly [string, string])[] = [];
  let text = "";
  for (const [index, part] of parts.entries()) {
    if (part.kind === "text") {
      // The quotes around a bound value go, as the driver quotes it.
      let piece = part.text;
      if (parts[index - 1]?.kind === "value") piece = piece.replace(/^['"]/, "");
      if (parts[index + 1]?.kind === "value" && valuePosition.test(text + piece)) piece = piece.replace(/['"]$/, "");
      text += piece;
      continue;
    }
    // A name of a table or column cannot be bound.
    if (part.isFormatted || /%['"]?$/.test(text) || !valuePosition.test(text)) return undefined;
    if (style !== "named") {
      values.push(["", part.text]);
      text += style;
      continue;
    }
    const base = (part.text.match(/\w+/g)?.at(-1) ?? "value").toLowerCase();
    const name = values.some(([taken, value]) => taken === base && value !== part.text)
      ? `${base}_${values.length + 1}`
      : base;
    if (!values.some(([taken]) => taken === name)) values.push([name, part.text]);
    text += `:${name}`;
  }
  if (/[\\{}]|"""/.test(text) || values.length === 0) return undefined;
  // A `%` of the text itself would be taken for a mark.
  if (style === "%s" && /%(?!s)/.test(text)) return undefined;
  const isLong = text.includes("\n");
  if (!isLong && text.includes('"')) return undefined;
  return { text: isLong ? `"""${text}"""` : `"${text}"`, values };
}
