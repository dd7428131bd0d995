// A code block of a guide: cut at its good and bad markers, with the comments in it that give instructions.

import type { Code } from "mdast";
import type { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";
import type { Example, Polarity } from "./directive.ts";
import { type Marker, readMarker } from "./markers.ts";

/** A comment in a block that says something, and the code that it speaks of. */
export interface CodeComment {
  readonly text: string;
  readonly span: Span;
  readonly marker: Polarity | undefined;
  readonly example: Example;
}

export interface CodeBlock {
  readonly kind: "code" | "structure";
  readonly language: string;
  readonly span: Span;
  readonly line: number;
  readonly endLine: number;
  readonly examples: readonly Example[];
  readonly comments: readonly CodeComment[];
  /** For a folder tree or a diagram: its lines without lines and arrows. */
  readonly entries: readonly string[];
}

interface Line {
  readonly text: string;
  readonly number: number;
  readonly span: Span;
}

/** `polarity` comes from what stands around the block, and holds where nothing inside says otherwise. */
export function readCodeBlock(
  node: Code,
  source: string,
  lines: LineIndex,
  polarity: Polarity | undefined,
  label: string,
): CodeBlock {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const line = lines.position(start).line;
  const endLine = lines.position(end).line;
  const language = (/^[^\s{:,]*/.exec(node.lang ?? "")?.[0] ?? "").toLowerCase();
  const rows = rowsOf(node, source, lines);
  const base = { language, span: { start, end }, line, endLine };
  const entries = structureEntries(rows, language);
  if (entries) {
    const example = exampleOf({ rows: [...rows], marker: undefined, headers: [] }, language, polarity, label);
    return { ...base, kind: "structure", examples: example ? [example] : [], comments: [], entries };
  }
  const stretches = split(rows);
  const examples: Example[] = [];
  const comments: CodeComment[] = [];
  for (const stretch of stretches) {
    const marked = stretch.marker;
    const example = exampleOf(stretch, language, marked?.polarity ?? polarity, marked ? marked.label : label);
    if (!example) continue;
    examples.push(example);
    comments.push(...commentsOf(stretch, example));
  }
  return { ...base, kind: "code", examples, comments, entries: [] };
}

/** The lines of the block, each with its place in the source: nesting in lists and quotes has moved them. */
function rowsOf(node: Code, source: string, lines: LineIndex): Line[] {
  const first = node.position?.start;
  const startLine = lines.position(first?.offset ?? 0).line;
  const isFenced = /^(?:`{3}|~{3})/.test(source.slice(first?.offset ?? 0, (first?.offset ?? 0) + 3));
  return node.value.split(/\r\n|\n|\r/).map((text, index) => {
    const number = startLine + index + (isFenced ? 1 : 0);
    const whole = lines.lineSpan(number);
    const kept = source.slice(whole.start, whole.end).endsWith(text) ? text.length : text.trimStart().length;
    return { text, number, span: { start: Math.max(whole.end - kept, whole.start), end: whole.end } };
  });
}

interface Stretch {
  rows: Line[];
  marker: Marker | undefined;
  /** "class Menu:" over a stretch that begins inside it: without it the code would mean something else. */
  headers: readonly string[];
}

/** Cuts at comment lines that are markers; without any, at lines that end in one. */
function split(rows: readonly Line[]): Stretch[] {
  const markers = rows.map((row) => ({ row, marker: lineMarker(row.text) }));
  const polarities = new Set(markers.flatMap(({ marker }) => (marker?.isRelative ? [marker.polarity] : [])));
  const usable = (marker: Marker | undefined): marker is Marker =>
    marker !== undefined && (!marker.isRelative || polarities.size === 2);
  const stretches: Stretch[] = [{ rows: [], marker: undefined, headers: [] }];
  let indent = 0;
  for (const { row, marker } of markers) {
    const current = stretches.at(-1);
    const depth = indentOf(row.text);
    const isDeeper = current?.marker !== undefined && depth > indent;
    if (usable(marker) && !(isDeeper && current?.marker?.polarity === marker.polarity)) {
      const opened = current ? takeHeaders(current.rows, depth) : [];
      const headers = opened.length > 0 ? opened : depth > 0 && depth === indent ? (current?.headers ?? []) : [];
      indent = depth;
      stretches.push({ rows: [row], marker, headers });
    } else {
      current?.rows.push(row);
    }
  }
  const filled = stretches.filter((stretch) => stretch.rows.some(({ text }) => text.trim()));
  return filled.some(({ marker }) => marker) ? filled : filled.flatMap(splitAtTrailing);
}

/** Takes the lines that open the block in which a marker at this depth stands. */
function takeHeaders(rows: Line[], depth: number): readonly string[] {
  const headers: string[] = [];
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    if (last.text.trim() && !(/:\s*$/.test(last.text) && indentOf(last.text) < depth && !commentSign.test(last.text)))
      break;
    if (last.text.trim()) headers.unshift(last.text);
    else if (headers.length > 0) break;
    rows.pop();
  }
  return headers;
}

const commentSign = /^\s*(?:#+|\/\/+|--|<!--|;+|%+|\/?\*+)\s*/;

/** A comment alone on its line, or a line that begins with a sign that no language knows. */
function lineMarker(text: string): Marker | undefined {
  const comment = commentSign.exec(text);
  const marker = readMarker(comment ? text.slice(comment[0].length).replace(/\s*(?:-->|\*\/)\s*$/, "") : text);
  return marker && (comment || marker.isSign) ? marker : undefined;
}

/** `x = f()  # ❌ why` on lines of their own, each marked at its end. */
function splitAtTrailing(stretch: Stretch): Stretch[] {
  const marked = stretch.rows.map((row) => ({ row, marker: trailingMarker(row.text) }));
  if (!marked.some(({ marker }) => marker)) return [stretch];
  const result: Stretch[] = [];
  let paragraph: typeof marked = [];
  const flush = (): void => {
    const polarities = new Set(paragraph.flatMap(({ marker }) => (marker ? [marker.polarity] : [])));
    if (polarities.size <= 1) {
      const marker = paragraph.find((line) => line.marker)?.marker;
      if (paragraph.length > 0) result.push({ rows: paragraph.map(({ row }) => row), marker, headers: [] });
    } else {
      for (const { row, marker } of paragraph) {
        const last = result.at(-1);
        if (marker || !last) result.push({ rows: [row], marker, headers: [] });
        else last.rows.push(row);
      }
    }
    paragraph = [];
  };
  for (const line of marked) {
    if (line.row.text.trim()) paragraph.push(line);
    else flush();
  }
  flush();
  return result;
}

function trailingMarker(text: string): Marker | undefined {
  const at = text.search(/\S\s+(?:#|\/\/)\s*\S/);
  if (at < 0) return undefined;
  const marker = readMarker(text.slice(at + 1).replace(commentSign, ""));
  return marker?.isSign ||
    (marker && /^(?:\s*#\s*)?(?:good|bad|wrong|correct|incorrect)\b/i.test(text.slice(at + 1).trim()))
    ? marker
    : undefined;
}

function exampleOf(
  stretch: Stretch,
  language: string,
  polarity: Polarity | undefined,
  label: string,
): Example | undefined {
  const { rows, headers } = stretch;
  let from = 0;
  let to = rows.length;
  while (from < to && !rows[from]?.text.trim()) from++;
  while (to > from && !rows[to - 1]?.text.trim()) to--;
  const kept = rows.slice(from, to);
  const first = kept[0];
  const last = kept.at(-1);
  if (!first || !last) return undefined;
  // A marker that is no comment, such as a bare "❌ Bad:", is no code.
  const code = kept.filter(({ text }, at) => at > 0 || commentSign.test(text) || !readMarker(text)?.isSign);
  return {
    polarity,
    language,
    code: withoutComments(dedent([...headers, ...code.map(({ text }) => text)])),
    label,
    span: { start: first.span.start, end: last.span.end },
    line: first.number,
    endLine: last.number,
  };
}

function dedent(lines: readonly string[]): string[] {
  const depth = Math.min(...lines.filter((line) => line.trim()).map(indentOf));
  return Number.isFinite(depth) && depth > 0
    ? lines.map((line) => line.slice(Math.min(depth, indentOf(line))))
    : [...lines];
}

/** Bad code is often commented out, so that the whole block stays harmless: it is read as if it were not. */
function withoutComments(lines: readonly string[]): string {
  const rest = lines.slice(1).filter((line) => line.trim());
  const isAllComments =
    rest.length > 0 && lines[0]?.startsWith("#") === true && rest.every((line) => line.startsWith("#"));
  if (!isAllComments || !rest.some(looksLikeCode)) return lines.join("\n");
  return [lines[0] ?? "", ...lines.slice(1).map((line) => line.replace(/^# ?/, ""))].join("\n");
}

function looksLikeCode(comment: string): boolean {
  const text = comment.replace(/^#\s*/, "");
  return /^(?:from\s+[\w.]+\s+import\b|import\s+[\w.]+|(?:async\s+)?(?:def|for|with)\s.*:|class\s+\w+.*:|(?:if|while)\s.*:|return\b.*\(|[\w.[\]"']+\s*[-+*/|]?=\s*\S|[\w.]+\(.*\))/.test(
    text,
  );
}

const modal =
  /^(?:always|never|must|do not|don['’]?t|avoid|prefer|preferred|use|ensure|make sure|should|note: always|important:|critical:|required:)\s/iu;

/** The marker's own words, and other comments at the stretch's margin that ask for something. */
function commentsOf(stretch: Stretch, example: Example): CodeComment[] {
  const found: CodeComment[] = [];
  const margin = Math.min(...stretch.rows.filter(({ text }) => text.trim()).map(({ text }) => indentOf(text)));
  stretch.rows.forEach((row, index) => {
    const sign = commentSign.exec(row.text);
    // A mark at the end of a line of code says nothing of the comment on the first line.
    const marker = index === 0 && lineMarker(row.text) ? stretch.marker : undefined;
    if (!sign && !marker) return;
    const words = row.text
      .slice(sign?.[0].length ?? 0)
      .replace(/\s*(?:-->|\*\/)\s*$/, "")
      .trim();
    if (!marker && (indentOf(row.text) > margin || !modal.test(words))) return;
    if (!words) return;
    const start = row.span.end - row.text.trimStart().length;
    found.push({ text: words, span: { start, end: row.span.end }, marker: marker?.polarity, example });
  });
  return found;
}

const glyphs = /[├└│┌┐┘┬┴┼─╭╰╮╯▼▲]|→|↓|←|↑|⟶|⇒/u;

/** The lines of a folder tree or a diagram; undefined for code. */
function structureEntries(rows: readonly Line[], language: string): string[] | undefined {
  if (!["", "text", "txt", "plain", "plaintext", "tree", "bash", "console", "mermaid", "ascii"].includes(language))
    return undefined;
  const filled = rows.map(({ text }) => text).filter((text) => text.trim());
  const drawn = filled.filter((text) => glyphs.test(text)).length;
  const folders = filled.filter((text) => /^[\s|+`-]*[\w.@{}<>*-]+\/(?:\s|$)/.test(text)).length;
  const isShell = language === "bash" || language === "console";
  const isStructure =
    language === "tree" ||
    language === "mermaid" ||
    (drawn > 0 && drawn * 3 >= filled.length) ||
    (folders > 0 && folders * 3 >= filled.length);
  if (!isStructure || (isShell && drawn * 2 < filled.length)) return undefined;
  return filled
    .map((text) =>
      text
        .replaceAll(/[├└│┌┐┘┬┴┼─╭╰╮╯]+/gu, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter(Boolean);
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
