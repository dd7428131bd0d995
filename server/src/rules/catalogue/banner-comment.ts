// Flags comments that draw a line or a box: `# ======`, `# --- Helpers ---`.

import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { type Fix, fileRule } from "../rule.ts";

export const bannerComment = fileRule({
  id: "banner-comment",
  scope: "file",
  summary: "Comments that divide a file by a drawn line: `# =====`, `# --- Helpers ---`.",
  why: "A line of signs says nothing, and a file that needs dividing is two. The license header at the top, and cells such as `# %%`, are left alone.",
  severity: "information",
  fix: "safe",
  tests: true,
  generated: false,
  options: {},
  answers: ["No banner comments such as `# =======`.", "Do not divide files with separator comments."],
  means: [
    {
      stance: "avoid",
      says: [
        "(banner|separator|divider|decorative|section header|section divider|section separator|ascii art|box drawing) ... comment",
        "section comment",
        "comment (banner|separator|divider|box|ruler)",
        "(divide|separate|section) ... (file|module|code) ... (with|by|using) ... comment",
        "comment ... (`#\\*--*`|`#\\*==*`|`*---*`|`*===*`|`*###*`|`*\\*\\*\\**`|`*───*`)",
        "(`===*`|`---*`|`####*`) ... (comment|heading|separator|divider)",
        "`# --*`",
        "`# ==*`",
        "`#--*`",
        "`#==*`",
        "`####*`",
        "`# ──*`",
      ],
      unless: ["(html|css|markdown|readme|yaml|changelog|sql)", "(license|toml|`*.toml`|commit|pull request)"],
    },
  ],
  examples: [
    {
      bad: "# ---- Helpers ----\n\n\ndef lift():\n    pass\n",
      good: "# Helpers\n\n\ndef lift():\n    pass\n",
    },
  ],
  *check(file) {
    const first = file.root.children.find(({ type }) => type !== "comment")?.start ?? 0;
    for (const comment of file.nodes("comment")) {
      // Behind code it divides nothing.
      if (!isAlone(file, comment) || !isDrawn(comment.text) || (comment.start < first && isHeader(file, first)))
        continue;
      yield {
        span: comment,
        message: "This comment draws a line through the file; the guide wants none.",
        fix: plain(file, comment),
      };
    }
  },
});

const line = String.raw`(?:[-=~*_─═━—]\s?){4,}|#{5,}`;
const rule = String.raw`(?:[-=~_─═━—#]){3,}`;
/** Nothing but a line, or words with a line on either side or before them. */
const drawn = new RegExp(String.raw`^#+\s*(?:(?:${line})\s*#*$|${rule}\s*\S.*$|\S.*?\s+${rule}\s*#*$)|^#{5,}$`, "u");

function isDrawn(text: string): boolean {
  // Arrows, tables and keys are drawn for what they show.
  if (/[-=]>|<[-=]|[|+]|-----(?:BEGIN|END)\b/.test(text)) return false;
  return drawn.test(text.trimEnd()) && !/^#\s*%%|^#\s*(?:---|\+\+\+)\s+[ab]?\//.test(text);
}

/** What stands above all code may be the frame of a license. */
function isHeader(file: PythonFile, end: number): boolean {
  return /copyright|licen[sc]e|spdx|all rights reserved/i.test(file.text.slice(0, end));
}

function isAlone(file: PythonFile, { start }: SyntaxNode): boolean {
  return file.text.slice(file.lines.lineStart(file.lines.position(start).line), start).trim() === "";
}

/** The words that the line stands around, or nothing at all where it has none. */
function plain(file: PythonFile, comment: SyntaxNode): Fix {
  const words = comment.text
    .replace(/^[#\s\-=~*_─═━—]+/u, "")
    .replace(/[\s\-=~*_─═━—#]+$/u, "")
    .trim();
  const { lines } = file;
  const at = lines.position(comment.start).line;
  const start = lines.lineStart(at);
  const title = words === "" ? "Remove the line" : "Keep the words alone";
  const edit =
    words === ""
      ? { span: { start, end: lines.lineStart(at + 1) }, text: "" }
      : { span: { start: comment.start, end: comment.end }, text: `# ${words}` };
  return { title, safe: true, edits: [edit] };
}
