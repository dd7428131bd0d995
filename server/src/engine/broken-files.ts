// Says of a file that cannot be read or parsed why so little is found in it.

import type { PythonFile } from "../python/python-file.ts";
import type { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "./finding.ts";
import type { PythonFiles } from "./python-files.ts";

/** Said once, at the first error. */
export function brokenFindings(
  path: string,
  file: PythonFile,
  report: ReturnType<PythonFiles["report"]>,
): readonly Finding[] {
  const first = report?.syntaxErrors[0];
  const failure = report?.failure;
  if ((!first && failure === undefined) || isTemplate(file.text)) return [];
  const what = first ? first.message : `ruff gave up on it (${failure})`;
  const message = `This file does not parse as Python 3, so only some of the rules could look at it: ${what.replace(/\.$/, "")}.`;
  return [about(path, placeOf(first?.span, file.lines), message)];
}

/** What a program is made from is none yet: `{% if fields %}`, `from app.{{ name }} import x`. */
export function isTemplate(text: string): boolean {
  return /^\s*\{%-?\s*\w|\w\.\{\{\s*\w|^\s*(?:class|def|from|import)\s+[\w.]*\{\{/m.test(text);
}

/** Within one line; the last line with code where the error is that the file ends. */
function placeOf(span: Span | undefined, lines: LineIndex): Span {
  const start = lines.position(span?.start ?? 0).line;
  let line = start;
  while (line > 0 && lines.lineText(line).trim() === "") line--;
  const { end } = lines.lineSpan(line);
  if (span && line === start) return { start: Math.min(span.start, end), end: Math.min(span.end, end) };
  return { start: end - lines.lineText(line).trimStart().length, end };
}

export function unreadable(path: string): Finding {
  return about(
    path,
    { start: 0, end: 0 },
    "This file is not text that Python could read, so no rule looked at it; save it as UTF-8 or take it out.",
  );
}

function about(path: string, span: Span, message: string): Finding {
  return {
    path,
    span,
    rule: "syntax-error",
    severity: "information",
    message,
    directive: undefined,
    fix: undefined,
    choices: [],
    related: [],
  };
}
