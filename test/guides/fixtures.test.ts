// Guides of our own and the directives that must be cut from them, each in a file that a person can read.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Directive, Example } from "../../server/src/guides/directive.ts";
import type { Guide } from "../../server/src/guides/guide.ts";
import { parseGuide } from "../../server/src/guides/parse-guide.ts";

const folder = join(import.meta.dirname, "fixtures");
const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
const path = ".github/instructions/shop.instructions.md";

/** One line a directive: lines, kind, marker, then its text; below it what surrounds it. */
function render(guide: Guide): string {
  return `${guide.directives.map(renderDirective).join("\n")}\n`;
}

function renderDirective(directive: Directive): string {
  const { line, endLine, kind, marker, text, marks, lead, parents, headings, checked, examples, row } = directive;
  const lines = [`${range(line, endLine)} ${kind}${marker ? ` (${marker})` : ""}: ${text}`];
  const note = (name: string, value: string): void => void (value && lines.push(`    ${name}: ${value}`));
  note("under", [...headings, ...parents].join(" > "));
  note("lead", lead);
  note("marks", marks.map((mark) => `${mark.kind} ${mark.value}`).join(", "));
  note("row", row ? row.header.map((title, at) => `${title}=${row.cells[at] ?? ""}`).join(", ") : "");
  note("checked", checked === undefined ? "" : String(checked));
  for (const example of examples) note("example", renderExample(example));
  return lines.join("\n");
}

function renderExample({ polarity, language, code, label, line, endLine }: Example): string {
  return `${range(line, endLine)} ${polarity ?? "neutral"} ${language || "-"}${label ? ` "${label}"` : ""} ${JSON.stringify(code)}`;
}

function range(line: number, endLine: number): string {
  return line === endLine ? `${line + 1}` : `${line + 1}-${endLine + 1}`;
}

const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, "");

describe.each(names)("%s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const expected = join(folder, name.replace(/\.md$/, ".expected.txt"));

  test("gives the directives that its neighbour lists", () => {
    const found = render(parseGuide(path, text));
    // A new fixture gets its list written once, for a person to read and correct.
    if (!existsSync(expected) && process.env["WRITE_EXPECTED"]) writeFileSync(expected, found);
    expect(found).toBe(readFileSync(expected, "utf8"));
  });

  test.each([
    ["as it is", text],
    ["with CRLF", text.replaceAll("\n", "\r\n")],
    ["with a byte order mark", `\ufeff${text}`],
    ["without a last newline", text.trimEnd()],
    ["garbled as Mac Roman", garble(text)],
  ])("reads the same, with places in the original, %s", (_, variant) => {
    const guide = parseGuide(path, variant);
    expect(render(guide)).toBe(readFileSync(expected, "utf8"));
    for (const directive of guide.directives) {
      const { span, line, endLine, kind } = directive;
      expect([guide.lines.position(span.start).line, guide.lines.position(span.end).line]).toEqual([line, endLine]);
      if (kind === "structure" || kind === "row" || variant === garble(text)) continue;
      // A link's target stands in the source only.
      const source = variant.slice(span.start, span.end).replaceAll(/\]\([^)]*\)/g, "");
      expect(letters(source)).toContain(letters(directive.text));
    }
    for (const { span, line, endLine, code } of guide.examples) {
      expect([guide.lines.position(span.start).line, guide.lines.position(span.end).line]).toEqual([line, endLine]);
      if (variant === garble(text)) continue;
      // What opens the block around an example stands above it.
      const last = code.split("\n").at(-1) ?? "";
      expect(letters(variant.slice(span.start, span.end))).toContain(letters(last));
    }
  });
});

/** What an editor shows that takes UTF-8 for Mac Roman. */
function garble(text: string): string {
  const table =
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
  return [...new TextEncoder().encode(text)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (Array.from(table)[byte - 0x80] ?? "")))
    .join("");
}
