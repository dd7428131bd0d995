// Edits of a project's own files: a line more in a list, a key more in a table of TOML or INI.

import type { FixEdit } from "./rule.ts";

/** At the end of the file, on a line of its own. */
export function appendLine(path: string, text: string, line: string): FixEdit {
  const end = endOf(text);
  const lead = text === "" || text.endsWith("\n") ? "" : end;
  return { path, span: { start: text.length, end: text.length }, text: `${lead}${line}${end}` };
}

/** The key below the last line of its table; a table that is not there comes at the end of the file. */
export function setInTable(path: string, text: string, table: string, line: string): FixEdit {
  const end = endOf(text);
  const header = new RegExp(String.raw`^\[${escaped(table)}\][^\n]*(?:\n|$)`, "m").exec(text);
  if (header === null) {
    const lead = text.trim() === "" ? "" : `${text.endsWith("\n") ? "" : end}${end}`;
    return { path, span: { start: text.length, end: text.length }, text: `${lead}[${table}]${end}${line}${end}` };
  }
  const start = header.index + header[0].length;
  const rest = text.slice(start);
  const next = /^\[/m.exec(rest);
  const body = (next === null ? rest : rest.slice(0, next.index)).trimEnd();
  const at = start + body.length;
  const isOpen = at > 0 && text[at - 1] !== "\n";
  return { path, span: { start: at, end: at }, text: isOpen ? `${end}${line}` : `${line}${end}` };
}

/** One item more in `name = [ … ]` of a table; undefined where there is no such list. */
export function addToList(path: string, text: string, table: string, name: string, item: string): FixEdit | undefined {
  const header = new RegExp(String.raw`^\[${escaped(table)}\][^\n]*\n`, "m").exec(text);
  const start = header === null ? -1 : header.index + header[0].length;
  if (start < 0) return undefined;
  const rest = text.slice(start);
  const body = rest.slice(0, /^\[(?!.*\]\s*,?\s*$)|^\[[\w.-]+\]\s*$/m.exec(rest)?.index ?? rest.length);
  const list = new RegExp(String.raw`^${escaped(name)}\s*=\s*\[((?:[^\]"']|"[^"]*"|'[^']*')*)\]`, "m").exec(body);
  if (list === null || list[1] === undefined) return undefined;
  const inner = list[1];
  const close = start + list.index + list[0].length - 1;
  if (!inner.includes("\n")) {
    const lead = inner.trim() === "" ? "" : inner.trimEnd().endsWith(",") ? " " : ", ";
    const at = close - (inner.length - inner.trimEnd().length);
    return { path, span: { start: at, end: at }, text: `${lead}${item}` };
  }
  const indent = /\n([ \t]+)\S/.exec(inner)?.[1] ?? "    ";
  const kept = inner.trimEnd();
  const at = close - (inner.length - kept.length);
  const comma = kept === "" || kept.endsWith(",") ? "" : ",";
  return { path, span: { start: at, end: at }, text: `${comma}${endOf(text)}${indent}${item},` };
}

function endOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
