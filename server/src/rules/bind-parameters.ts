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
  // A part of a statement brings its values itself.
  if (isText && !/^(execute|scalars|scalar)$/.test((execute && methodCall(execute)?.method) ?? "")) {
    const own = call.parent?.type === "assignment" ? undefined : boundText(sql, "named");
    const given = own?.values.map(([name, value]) => `${name}=${value}`).join(", ");
    if (own === undefined || argumentNodes(call).length !== 1) return undefined;
    return [
      { span: { start: sql.start, end: sql.end }, text: own.text },
      { span: { start: call.end, end: call.end }, text: `.bindparams(${given})` },
    ];
  }
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

/** A text of SQL that is being read: what stands in it, and the values that are written into it. */
type Literal = ({ readonly text: string } | { readonly value: string })[];

function boundText(sql: SyntaxNode, style: Style): { text: string; values: (readonly [string, string])[] } | undefined {
  const values: (readonly [string, string])[] = [];
  let text = "";
  let literal: Literal | undefined;
  let quote = "";
  const bind = (value: string): void => {
    if (style !== "named") {
      values.push(["", value]);
      text += style;
      return;
    }
    const base = (
      value
        .replace(/^f"(.*)"$/, "$1")
        .match(/[A-Za-z_]\w*/g)
        ?.at(-1) ?? "value"
    ).toLowerCase();
    const name = values.some(([taken, other]) => taken === base && value !== other)
      ? `${base}_${values.length + 1}`
      : base;
    if (!values.some(([taken]) => taken === name)) values.push([name, value]);
    text += `:${name}`;
  };
  for (const part of messageParts(sql)) {
    if (part.kind === "value") {
      // A name of a table or column cannot be bound.
      if (part.isFormatted || (literal === undefined && !valuePosition.test(text))) return undefined;
      if (literal) literal.push({ value: part.text });
      else bind(part.text);
      continue;
    }
    for (const char of part.text) {
      if (literal === undefined && (char === "'" || char === '"')) [literal, quote] = [[], char];
      else if (literal === undefined) text += char;
      else if (char !== quote) literal.push({ text: char });
      else {
        const value = literalValue(literal);
        if (value === undefined || (value !== "" && !valuePosition.test(text))) return undefined;
        // Quotes around a bound value go, as the driver quotes it.
        if (value === "") text += quote + literal.map((one) => ("text" in one ? one.text : "")).join("") + quote;
        else bind(value);
        literal = undefined;
      }
    }
  }
  if (literal !== undefined || /[\\{}]|"""/.test(text) || values.length === 0) return undefined;
  // A `%` of the text itself would be taken for a mark.
  if (style === "%s" && /%(?!s)/.test(text)) return undefined;
  const isLong = text.includes("\n");
  if (!isLong && text.includes('"')) return undefined;
  return { text: isLong ? `"""${text}"""` : `"${text}"`, values };
}

/** "" where no value is written into it; an f-string where it holds more than the value. */
function literalValue(literal: Literal): string | undefined {
  const found = literal.flatMap((one) => ("value" in one ? [one.value] : []));
  if (found.length === 0) return "";
  if (literal.length === 1) return found[0];
  const written = literal.map((one) => ("value" in one ? `{${one.value}}` : one.text)).join("");
  return /["\\]/.test(written) || literal.some((one) => "text" in one && /[{}]/.test(one.text))
    ? undefined
    : `f"${written}"`;
}
