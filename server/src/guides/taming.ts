// Blanks the few lines that would make a Markdown parser slow: no person writes them, and every offset stays.
//
// Parsers take quadratic time over a paragraph with thousands of emphasis marks, over headings underlined without
// end, and deep recursion over nested quotes. Blanking a line ends the paragraph, so each part stays small. Time over
// a whole document is quadratic too, so it is read in sections.

/** In one line, in characters. */
const longestLine = 20_000;
/** Small enough that a parser stays quick. */
const sectionSize = 3_000;
/** Only a list longer than this is cut between its items. */
const longestList = 12_000;
/** In lines without a blank one between them, in characters. */
const longestRun = 30_000;
/** Stars, underscores and brackets in one paragraph or item. */
const mostEmphasis = 400;
/** In lines without a blank one between them. */
const mostUnderlines = 40;
/** Quotes and lists in each other; and the columns that nested lists indent by. */
const deepest = 30;
const widestIndent = 80;

const nested = new RegExp(`^(?:[ \\t]*(?:>|[*+-](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${deepest}}`);
const startsBlock = /^[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\|)/;
const fenceMark = /^[ \t]*(?:>[ \t]?){0,9}(?:[*+-][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})(.*)$/;

export function tame(text: string): string {
  const blanked: { readonly start: number; readonly end: number }[] = [];
  let fence: string | undefined;
  let run = 0;
  let emphasis = 0;
  let underlines = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + longestLine + 1));
    const mark = fenceMark.exec(line);
    if (fence !== undefined) {
      if (mark?.[1]?.startsWith(fence) && !mark[2]?.trim()) fence = undefined;
      else if (line.length > longestLine) blanked.push({ start, end });
      run = 0;
    } else if (mark && !(mark[1]?.startsWith("`") && mark[2]?.includes("`"))) {
      fence = mark[1];
    } else if (!line.trim()) {
      run = 0;
      emphasis = 0;
      underlines = 0;
      if (line.length > longestLine) blanked.push({ start, end });
    } else {
      if (startsBlock.test(line)) emphasis = 0;
      run += line.length + 1;
      emphasis += count(line, "*") + count(line, "_") + count(line, "[");
      if (/^[ \t]{0,3}(?:=+|-+)\s*$/.test(line)) underlines++;
      const isTooMuch = run > longestRun || emphasis > mostEmphasis || underlines > mostUnderlines;
      const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
      if (isTooMuch || line.length > longestLine || indent > widestIndent || nested.test(line)) {
        blanked.push({ start, end });
        run = 0;
        emphasis = 0;
        underlines = 0;
      }
    }
    start = end + 1;
  }
  return blanked.length === 0 ? text : blank(text, blanked);
}

/** Where a section begins: the parser may start afresh there, since no list, quote or fence goes on. */
export function sectionStarts(text: string): readonly number[] {
  const starts = [0];
  let last = 0;
  let underlines = 0;
  let fence: string | undefined;
  let isComment = false;
  let afterBlank = false;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + longestLine));
    const size = start - last;
    const isFull = size > sectionSize || underlines > mostUnderlines;
    if (isFull && fence === undefined && !isComment) {
      const isLate = size > 2 * sectionSize || underlines > mostUnderlines;
      if (beginsSection(line, afterBlank, isLate, size > longestList)) {
        starts.push(start);
        last = start;
        underlines = 0;
      }
    }
    const mark = fenceMark.exec(line);
    if (fence !== undefined) {
      if (mark?.[1]?.startsWith(fence) && !mark[2]?.trim()) fence = undefined;
    } else if (mark && !(mark[1]?.startsWith("`") && mark[2]?.includes("`"))) {
      fence = mark[1];
    } else {
      const open = line.lastIndexOf("<!--");
      const close = line.lastIndexOf("-->");
      if (open > close) isComment = true;
      else if (close >= 0) isComment = false;
    }
    if (/^[ \t]{0,3}(?:=+|-+)\s*$/.test(line)) underlines++;
    afterBlank = !line.trim();
    start = end + 1;
  }
  return starts;
}

/** A heading is the best place; plain text at the margin serves where none comes, and a new item in an endless list. */
function beginsSection(line: string, afterBlank: boolean, isLate: boolean, isEndless: boolean): boolean {
  if (afterBlank && /^#{1,6}[ \t]/.test(line)) return true;
  if (!isLate) return false;
  return (
    (isEndless && /^[*+-][ \t]/.test(line)) ||
    (afterBlank && /^[\p{L}\p{N}`"'(]/u.test(line) && !startsBlock.test(line))
  );
}

function blank(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of places) {
    const isCrLf = text[end - 1] === "\r" && end > start;
    const last = isCrLf ? end - 1 : end;
    parts.push(text.slice(from, start), " ".repeat(last - start));
    from = last;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

function count(line: string, char: string): number {
  let found = 0;
  for (let at = line.indexOf(char); at >= 0; at = line.indexOf(char, at + 1)) found++;
  return found;
}
