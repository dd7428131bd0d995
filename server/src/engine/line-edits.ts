// The edits that turn one text into another, line by line, so that an editor keeps its cursor, folds and marks.

import type { TextEdit } from "../text/edits.ts";
import { diffLines, splitLines } from "./unified-diff.ts";

export function lineEdits(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let start: number | undefined;
  let text = "";
  const close = () => {
    if (start !== undefined) edits.push({ span: { start, end: at }, text });
    start = undefined;
    text = "";
  };
  for (const { kind, lines } of diffLines(splitLines(before), splitLines(after))) {
    const part = lines.join("");
    if (part === "") continue;
    if (kind === " ") {
      close();
      at += part.length;
      continue;
    }
    start ??= at;
    if (kind === "-") at += part.length;
    else text += part;
  }
  close();
  return edits;
}
