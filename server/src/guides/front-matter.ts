// Reads the front matter of a guide as data, however broken it is, and says where it is wrong.
//
// gray-matter runs `---js` fences as code unless its engines are replaced, and caches what it is asked without options;
// so it always gets options here, and only ever the block itself.

import matter from "gray-matter";
import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, visit } from "yaml";
import type { Span } from "../text/span.ts";
import { type Block, blockBelow, endOfLine, findBlock, lateBlock } from "./front-matter-block.ts";
import type { FrontMatterEntry, FrontMatterItem } from "./front-matter-entry.ts";
import { readLines } from "./front-matter-lines.ts";
import type { GuideProblem } from "./guide.ts";
import { endOfError, firstOfEachLine, fixOf, messageOf } from "./yaml-errors.ts";

export interface FrontMatter {
  /** From the opening `---` to the end of the closing line. */
  readonly span: Span;
  readonly entries: ReadonlyMap<string, FrontMatterEntry>;
  readonly problems: readonly GuideProblem[];
}

export interface FrontMatterDialect {
  /** True where the assistant reads `globs: *.py` without quotes, which is no valid YAML. */
  readonly bareGlobs: boolean;
}

/** More than this is no front matter that anybody wrote by hand. */
const mostYaml = 20_000;

export function readFrontMatter(text: string, dialect: FrontMatterDialect): FrontMatter | undefined {
  const block = findBlock(text);
  if (!block) return undefined;
  const problems: GuideProblem[] = [];
  const report = (span: Span, message: string, fix?: GuideProblem["fix"]): void => {
    problems.push(fix ? { rule: "front-matter", span, message, fix } : { rule: "front-matter", span, message });
  };
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  if (!block.isClosed) {
    const at = block.inner.end;
    report(
      { start: block.span.start, end: block.span.start + 3 },
      "The front matter is never closed, so assistants read it as plain text. Close it with a line of `---`.",
      { title: "Close the front matter", safe: true, edits: [{ span: { start: at, end: at }, text: `---${newline}` }] },
    );
  }
  if (block.language && !/^ya?ml$/i.test(block.language)) {
    report(
      block.languageSpan,
      `Front matter in \`${block.language}\` is not read and never run. Write it in YAML, after a plain \`---\`.`,
    );
    return { span: block.span, entries: new Map(), problems };
  }
  const entries = readEntries(text, block, dialect, report);
  const below = block.isClosed && isTemplate(entries) ? blockBelow(text, block) : undefined;
  if (!below) return { span: block.span, entries, problems };
  report(
    block.span,
    "Assistants read the first block of front matter only, and this one says nothing; the block below it becomes plain text. Take this one out.",
    {
      title: "Remove the empty block",
      safe: false,
      edits: [{ span: { start: block.span.start, end: below.span.start }, text: "" }],
    },
  );
  return {
    span: { start: block.span.start, end: below.span.end },
    entries: readEntries(text, below, dialect, report),
    problems,
  };
}

/** What an editor writes into a new file: keys without values, and switches. */
function isTemplate(entries: ReadonlyMap<string, FrontMatterEntry>): boolean {
  return [...entries.values()].every(({ value }) => value === "empty" || value === "boolean");
}

/** What looks like front matter and begins below the first line, where no assistant looks for it. */
export function misplacedFrontMatter(text: string): readonly GuideProblem[] {
  const start = lateBlock(text);
  if (start === undefined) return [];
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return [
    {
      rule: "front-matter",
      span: { start, end: start + 3 },
      message:
        "Front matter begins on the first line; assistants read this as plain text. Remove the empty lines above.",
      fix: { title: "Move it to the top", safe: true, edits: [{ span: { start: from, end: start }, text: "" }] },
    },
  ];
}

type Report = (span: Span, message: string, fix?: GuideProblem["fix"]) => void;

function readEntries(
  text: string,
  block: Block,
  dialect: FrontMatterDialect,
  report: Report,
): Map<string, FrontMatterEntry> {
  const inner = text.slice(block.inner.start, block.inner.end);
  const document = inner.length <= mostYaml ? parseYaml(inner) : undefined;
  if (!document) return readLines(text, block.inner);
  const offset = block.inner.start;
  const bare = bareGlobs(inner);
  for (const [line, value] of bare) {
    if (dialect.bareGlobs) continue;
    const span = { start: offset + line, end: offset + line + value.length };
    report(span, "A value that begins with `*` means something else in YAML. Put it in quotes.", {
      title: "Put the globs in quotes",
      safe: true,
      edits: [{ span, text: `"${value.replaceAll('"', '\\"')}"` }],
    });
  }
  const errors = firstOfEachLine(
    document.errors.filter((error) => !touchesBare(error.pos[0], bare, inner)),
    inner,
  );
  for (const error of errors) {
    const start = Math.min(offset + error.pos[0], block.inner.end);
    const end = Math.min(endOfError(error.code, text, start, offset + error.pos[1]), endOfLine(text, start));
    report({ start, end: Math.max(end, start) }, messageOf(error.code, error.message), fixOf(error.code, text, start));
  }
  if (document.errors.length > 0 || bare.length > 0 || hasAlias(document)) return readLines(text, block.inner);
  const contents = document.contents;
  if (contents === null) return new Map();
  if (!isMap(contents)) {
    report(
      { start: offset + (contents.range?.[0] ?? 0), end: offset + (contents.range?.[1] ?? 0) },
      "Front matter is a list of `key: value` lines; this is none, so it says nothing.",
    );
    return new Map();
  }
  const entries = new Map<string, FrontMatterEntry>();
  for (const pair of contents.items) {
    const entry = entryOf(pair, text, offset);
    if (entry) entries.set(entry.key, entry);
  }
  return entries;
}

/** The block through gray-matter, with `yaml` as the only engine. */
function parseYaml(inner: string): Document.Parsed | undefined {
  let document: Document.Parsed | undefined;
  const parse = (source: string): object => {
    // gray-matter hands over the block with the newline before it; the offsets must count from the block itself.
    document = parseDocument(source.startsWith("\n") ? source.slice(1) : source, {
      logLevel: "silent",
      prettyErrors: false,
    });
    return {};
  };
  const refuse = (): object => {
    throw new Error("front matter is never run");
  };
  try {
    matter(`---\n${inner}\n---\n`, {
      language: "yaml",
      engines: {
        yaml: { parse },
        javascript: { parse: refuse },
        js: { parse: refuse },
        coffee: { parse: refuse },
        cson: { parse: refuse },
      },
    });
  } catch {
    return undefined;
  }
  return document;
}

function entryOf(pair: Pair, text: string, offset: number): FrontMatterEntry | undefined {
  const key = pair.key;
  if (!isScalar(key) || !key.range) return undefined;
  const keySpan = { start: offset + key.range[0], end: offset + key.range[1] };
  const name = typeof key.value === "string" ? key.value : text.slice(keySpan.start, keySpan.end);
  const value = pair.value;
  const empty = { key: name, keySpan, items: [], span: { start: keySpan.end, end: keySpan.end } };
  if (isSeq(value)) {
    const items: FrontMatterItem[] = [];
    for (const member of value.items) {
      if (!isScalar(member) || !member.range) continue;
      items.push(itemOf(member.value, text, offset + member.range[0], offset + member.range[1]));
    }
    const range = value.range ?? [0, 0];
    return {
      ...empty,
      value: "list",
      items,
      span: { start: offset + range[0], end: trimEnd(text, offset + range[1]) },
    };
  }
  if (isScalar(value) && value.range) {
    const span = { start: offset + value.range[0], end: offset + value.range[1] };
    if (value.value === null || value.value === "") return { ...empty, value: "empty", span };
    const item = itemOf(value.value, text, span.start, span.end);
    return { ...empty, value: typeof value.value === "boolean" ? "boolean" : "text", items: [item], span };
  }
  return value === null ? { ...empty, value: "empty" } : { ...empty, value: "other" };
}

function itemOf(value: unknown, text: string, start: number, end: number): FrontMatterItem {
  const source = text.slice(start, end);
  const quoted = /^["']/.test(source);
  const span = quoted && source.length >= 2 ? { start: start + 1, end: end - 1 } : { start, end };
  return { text: typeof value === "string" ? value : source, span };
}

/** Values that begin with `*`, at their offset in the block: an alias to YAML, a glob to everybody who writes one. */
function bareGlobs(inner: string): [number, string][] {
  const found: [number, string][] = [];
  for (const match of inner.matchAll(/^([ \t]*(?:-[ \t]+|[A-Za-z_][\w-]*[ \t]*:[ \t]+))(\*[^\r\n]*)$/gm)) {
    const value = (match[2] ?? "").replace(/\s+#.*$/, "").trimEnd();
    found.push([match.index + (match[1] ?? "").length, value]);
  }
  return found;
}

/** Errors on the line of a bare glob come from it, and are reported once as that. */
function touchesBare(at: number, bare: readonly [number, string][], inner: string): boolean {
  return bare.some(([start, value]) => {
    const lineStart = inner.lastIndexOf("\n", start) + 1;
    return lineStart <= at && at <= start + value.length + 1;
  });
}

function hasAlias(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Alias(_, node) {
      if (isAlias(node)) found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function trimEnd(text: string, end: number): number {
  while (end > 0 && /\s/.test(text[end - 1] ?? "")) end--;
  return end;
}
