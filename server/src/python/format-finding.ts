// Says where a text differs from what the formatter makes of it, as one finding with the edit that makes them equal.

import type { RuffFinding } from "./ruff.ts";

/** Asked for beside ruff's codes; no code of ruff's looks like it. */
export const formatCode = "format";

/** One finding on the first line that differs; none where the texts are equal. */
export function formatFindings(text: string, formatted: string): readonly RuffFinding[] {
  if (text === formatted) return [];
  const before = linesOf(text);
  const after = linesOf(formatted);
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last++;
  const start = lengthOf(before.slice(0, first));
  const end = text.length - lengthOf(last === 0 ? [] : before.slice(-last));
  const line = before[first] ?? "";
  const indent = /^\s*/.exec(line)?.[0].replace(/[\r\n].*/s, "").length ?? 0;
  return [
    {
      code: formatCode,
      message: "The file is not formatted.",
      span: { start: start + indent, end: Math.max(start + indent, start + line.trimEnd().length) },
      fix: {
        title: "Format the file",
        edits: [{ span: { start, end }, text: after.slice(first, after.length - last).join("") }],
      },
    },
  ];
}

/** With their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
