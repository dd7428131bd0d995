// Turns the text of an instruction file into a guide: whom it speaks of, what it says, and what is wrong with it.

import { LineIndex } from "../text/line-index.ts";
import { cutDirectives } from "./cut-directives.ts";
import type { Directive, Example } from "./directive.ts";
import { formatOf, formatWithId } from "./discover.ts";
import { type FormatContext, word } from "./formats/format.ts";
import { misplacedFrontMatter, readFrontMatter } from "./front-matter.ts";
import { keyProblems } from "./front-matter-keys.ts";
import type { FormatId, Guide, GuideProblem } from "./guide.ts";
import { findImports } from "./imports.ts";
import { parseMarkdown } from "./markdown.ts";
import { type Decoded, decodeMojibake } from "./mojibake.ts";

export interface ParseOptions {
  /** By the path's name where it is left out. */
  readonly format?: FormatId;
  /** Reads other files of the workspace, for `@path` imports; without it imports are not followed. */
  readonly read?: (path: string) => string | undefined;
  /** The guide whose `@path` brings this file in: it then speaks of the files that its importer speaks of. */
  readonly importer?: Guide;
}

/** Markdown beyond this is not read: no person wrote it, and no assistant takes it in. */
export const longestGuide = 500_000;

export function parseGuide(path: string, text: string, options: ParseOptions = {}): Guide {
  const problems: GuideProblem[] = [];
  const report = (problem: GuideProblem): void => void problems.push(problem);
  const format = formatWithId(options.format ?? formatOf(path));
  const lines = new LineIndex(text);
  const matter = readFrontMatter(text, { bareGlobs: format.bareGlobs });
  for (const problem of matter?.problems ?? misplacedFrontMatter(text)) report(problem);
  const context: FormatContext = { path, matter, report };
  if (matter && format.keys) problems.push(...keyProblems(matter, format.keys));
  const applicability = options.importer?.applicability ?? format.applicability(context);
  const { directives, examples } = readBodySafely(text, matter?.span.end ?? 0, lines, report);
  const imports =
    options.read && (format.id === "claude" || format.id === "gemini")
      ? findImports(path, text, options.read, report)
      : [];
  const priority = word(context, "priority");
  return {
    path,
    format: format.id,
    text,
    lines,
    applicability,
    severityStep: priority === "high" || priority === "critical" ? 1 : priority === "low" ? -1 : 0,
    directives,
    examples,
    imports,
    problems: problems.toSorted((a, b) => a.span.start - b.span.start),
  };
}

interface Body {
  readonly directives: readonly Directive[];
  readonly examples: readonly Example[];
}

/** Whatever a file holds, the other guides are still read. */
function readBodySafely(
  text: string,
  bodyStart: number,
  lines: LineIndex,
  report: (problem: GuideProblem) => void,
): Body {
  try {
    return readBody(text, bodyStart, lines, report);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Nothing could be read from this guide (${reason}). Simplify its structure, above all its nesting.`;
    report({ rule: "front-matter", span: { start: bodyStart, end: bodyStart }, message });
    return { directives: [], examples: [] };
  }
}

function readBody(text: string, bodyStart: number, lines: LineIndex, report: (problem: GuideProblem) => void): Body {
  if (isBinary(text)) {
    report({
      rule: "front-matter",
      span: { start: 0, end: 0 },
      message: "This is no text, so nothing is read from it. Save it as UTF-8.",
    });
    return { directives: [], examples: [] };
  }
  const kept =
    text.length > longestGuide ? text.slice(0, text.lastIndexOf("\n", longestGuide) + 1 || longestGuide) : text;
  if (kept.length < text.length) {
    const line = lines.position(kept.length).line;
    report({
      rule: "front-matter",
      span: { start: kept.length, end: Math.min(kept.length + 1, text.length) },
      message: `The guide is too long to be read whole: lines from ${line + 1} on are left out. Split it into several guides.`,
    });
  }
  const decoded = decodeMojibake(kept);
  if (decoded.charset) reportMojibake(decoded, report);
  // The front matter is blanked, not cut off, so that every offset stays.
  const start = decodedOffset(decoded, bodyStart);
  const blanked = decoded.text.slice(0, start).replace(/[^\r\n]/g, " ") + decoded.text.slice(start);
  const markdown = parseMarkdown(blanked.charCodeAt(0) === 0xfeff ? ` ${blanked.slice(1)}` : blanked);
  const cut = cutDirectives(markdown.root, markdown.text, new LineIndex(markdown.text));
  return decoded.charset ? inOriginal(cut, decoded) : cut;
}

function reportMojibake(decoded: Decoded, report: (problem: GuideProblem) => void): void {
  const first = decoded.edits[0];
  if (!first) return;
  report({
    rule: "mojibake",
    span: first.span,
    message: `This file was saved after reading UTF-8 as ${decoded.charset}: \`${first.text}\` and ${decoded.edits.length - 1} other characters are garbled. Repair it, so that assistants read what you wrote.`,
    fix: { title: "Repair the whole file", safe: true, edits: decoded.edits },
  });
}

/** Lines are the same in both texts, since no repair touches a line's end; only offsets move. */
function inOriginal(cut: Body, decoded: Decoded): Body {
  const place = <T extends Directive | Example>(thing: T): T => ({
    ...thing,
    span: { start: decoded.original(thing.span.start), end: decoded.original(thing.span.end) },
  });
  const moved = new Map(cut.examples.map((example) => [example, place(example)]));
  const directives = cut.directives.map((directive) => ({
    ...place(directive),
    examples: directive.examples.map((example) => moved.get(example) ?? place(example)),
  }));
  return { directives, examples: [...moved.values()] };
}

function decodedOffset(decoded: Decoded, original: number): number {
  let shift = 0;
  for (const { span, text } of decoded.edits) {
    if (span.end > original) break;
    shift += text.length - (span.end - span.start);
  }
  return original + shift;
}

/** Control characters other than white space are in no text that a person wrote. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4000);
  let strange = 0;
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code === 0) return true;
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12)) strange++;
  }
  return strange * 10 > head.length;
}
