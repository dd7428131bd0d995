// Wraps comments and docstrings that reach past the limit, word by word.

import type { PythonFile } from "../python/python-file.ts";
import { lineEnd } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { widthOf, withoutPragma } from "./long-lines.ts";
import type { FixEdit } from "./rule.ts";

/** On lines of its own, or above the code that it stands behind. */
export function wrapComment(file: PythonFile, comment: SyntaxNode, limit: number): readonly FixEdit[] | undefined {
  const { line } = file.lines.position(comment.start);
  const start = file.lines.lineStart(line);
  const before = file.text.slice(start, comment.start);
  const indent = /^\s*/.exec(before)?.[0] ?? "";
  const found = /^(#+:?\s*)((?:[-*]|\d+\.)\s+)?(.*)$/.exec(comment.text);
  const [, hash = "# ", bullet = "", words = ""] = found ?? [];
  if (isDrawn.test(comment.text)) return undefined;
  const lines = wrapped(words, limit - widthOf(indent + hash + bullet));
  if (lines === undefined) return undefined;
  const end = lineEnd(file);
  const written = lines.map((one, at) => `${indent}${hash}${at === 0 ? bullet : " ".repeat(bullet.length)}${one}`);
  if (before.trim() === "") {
    if (lines.length < 2) return undefined;
    const whole = bullet === "" ? intoNextLines(file, { line, lead: indent + hash, words }, limit) : undefined;
    return [whole ?? { span: { start, end: comment.end }, text: written.join(end) }];
  }
  const code = before.trimEnd();
  // Behind a backslash or in a text over several lines there is no place for a line of its own.
  if (widthOf(code) > limit || insideText(file, start) || file.lines.lineText(line - 1).endsWith("\\"))
    return undefined;
  return [
    { span: { start, end: start }, text: `${written.join(end)}${end}` },
    { span: { start: start + code.length, end: comment.end }, text: "" },
  ];
}

/** A ruled line, a table, or code that is only commented out would be spoilt. */
const isDrawn =
  /^#!|[|+]\s*$|[-=*#~]{4}|^#\s*(?:>>>|\||@|def |class |import |from \w+ import|return |if .*:$)|[;{}]\s*$|\s{3,}/;

/** What does not fit goes to the start of the next line where the sentence goes on there, and so on. */
function intoNextLines(
  file: PythonFile,
  { line, lead, words }: { readonly line: number; readonly lead: string; readonly words: string },
  limit: number,
): FixEdit | undefined {
  let all = words;
  for (let count = 1; ; count++) {
    const lines = wrapped(all, limit - widthOf(lead));
    if (lines === undefined) return undefined;
    const text = file.lines.lineText(line + count);
    const next = text.startsWith(lead) ? text.slice(lead.length) : "";
    const goesOn = /^[a-z(]/.test(next) && !/[.:;!?]$/.test(all.trimEnd()) && !isDrawn.test(text.trim());
    if (lines.length > count && goesOn && withoutPragma(text) === text) {
      all = `${all.trimEnd()} ${next}`;
      continue;
    }
    if (count === 1) return undefined;
    const span = { start: file.lines.lineStart(line), end: file.lines.lineSpan(line + count - 1).end };
    return { span, text: lines.map((one) => lead + one).join(lineEnd(file)) };
  }
}

function insideText(file: PythonFile, offset: number): boolean {
  return file.nodes("string").some(({ start, end }) => start < offset && offset < end);
}

/** A line of a docstring; its first line only where a sentence ends before the limit. */
export function wrapDocstring(
  file: PythonFile,
  text: SyntaxNode,
  line: number,
  limit: number,
): readonly FixEdit[] | undefined {
  if (!isDocstring(text) || /^\w*r/i.test(text.text)) return undefined;
  const first = file.lines.position(text.start).line;
  const last = file.lines.position(text.end).line;
  const indent = /^\s*/.exec(file.lines.lineText(first))?.[0] ?? "";
  const end = lineEnd(file);
  if (line === first) return first === last ? brokenSummary(file, text, indent, limit) : undefined;
  const span = file.lines.lineSpan(line);
  const source = file.text.slice(span.start, Math.min(span.end, line === last ? text.end - 3 : span.end));
  const lead = /^\s*(?:(?:[-*]|\d+\.)\s+)?/.exec(source)?.[0] ?? "";
  const words = source.slice(lead.length).trimEnd();
  if (/^(?:>>>|\.\.\.|\||\.\. |:\w+|\+)|\s{3,}|::$/.test(words)) return undefined;
  const isField = /^\s*\*{0,2}\w+(?:\s*\([^)]*\))?:\s/.test(source);
  const hang = lead.replace(/\S/g, " ") + (isField ? "    " : "");
  const lines = wrapped(words, limit - widthOf(lead), limit - widthOf(hang) - (line === last ? 3 : 0));
  if (lines === undefined || lines.length < 2) return undefined;
  const written = lines.map((one, at) => (at === 0 ? lead : hang) + one).join(end);
  return [{ span: { start: span.start, end: span.start + lead.length + words.length }, text: written }];
}

/** The first sentence stays on the line of the quotes; the rest follows below a blank line. */
function brokenSummary(
  file: PythonFile,
  text: SyntaxNode,
  indent: string,
  limit: number,
): readonly FixEdit[] | undefined {
  const quotes = /^\w*("""|''')/.exec(text.text);
  if (quotes === null) return undefined;
  const open = quotes[0];
  const content = text.text.slice(open.length, -3).trim();
  const cut = [...content.matchAll(/[.!?] (?=[A-Z`])/g)].map(({ index }) => index + 1);
  const at = cut.findLast((offset) => widthOf(indent + open + content.slice(0, offset)) <= limit);
  if (at === undefined) return undefined;
  const rest = wrapped(content.slice(at).trim(), limit - widthOf(indent));
  if (rest === undefined) return undefined;
  const end = lineEnd(file);
  const lines = [open + content.slice(0, at), "", ...rest.map((one) => indent + one), indent + open.slice(-3)];
  return [{ span: { start: text.start, end: text.end }, text: lines.join(end) }];
}

function isDocstring(text: SyntaxNode): boolean {
  const statement = text.parent;
  const block = statement?.parent;
  const [first] = block?.children.filter(({ isNamed, type }) => isNamed && type !== "comment") ?? [];
  return (
    statement?.type === "expression_statement" &&
    first?.start === statement.start &&
    /^(block|module)$/.test(block?.type ?? "")
  );
}

/** Undefined where a single word does not fit. */
function wrapped(words: string, firstWidth: number, width = firstWidth): readonly string[] | undefined {
  const lines: string[] = [];
  let current = "";
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = current === "" ? word : `${current} ${word}`;
    const most = lines.length === 0 ? firstWidth : width;
    if (widthOf(longer) <= most) {
      current = longer;
      continue;
    }
    if (current === "") return undefined;
    lines.push(current);
    current = word;
    if (widthOf(word) > width) return undefined;
  }
  return current === "" ? undefined : [...lines, current];
}
