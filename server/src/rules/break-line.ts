// Breaks a line that is too long, in the ways of formatters, without a change to what the code does.

import type { PythonFile } from "../python/python-file.ts";
import type { Span } from "../text/span.ts";
import { breakCode } from "./break-code.ts";
import type { Fix } from "./rule.ts";
import { wrapComment, wrapDocstring } from "./wrap-text.ts";

/** `at` is the part of the line that stands past the limit; undefined where no way of breaking makes it shorter. */
export function breakLine(file: PythonFile, at: Span, limit: number): Fix | undefined {
  const line = file.lines.position(at.start).line;
  const comment = file.nodes("comment").find(({ start, end }) => start < at.end && at.end <= end);
  if (comment !== undefined) {
    const edits = wrapComment(file, comment, limit);
    return edits && { title: "Break the comment", safe: true, edits };
  }
  const text = file.nodes("string").find(({ start, end }) => start < at.start && at.start < end);
  if (text !== undefined && file.lines.position(text.end).line > file.lines.position(text.start).line) {
    const edits = wrapDocstring(file, text, line, limit);
    return edits && { title: "Break the line of the docstring; look at how it reads", safe: false, edits };
  }
  const edits = breakCode(file, line, limit);
  if (edits !== undefined) return { title: "Break the line", safe: true, edits };
  const single = text && wrapDocstring(file, text, line, limit);
  return single && { title: "Break the docstring; look at how it reads", safe: false, edits: single };
}
