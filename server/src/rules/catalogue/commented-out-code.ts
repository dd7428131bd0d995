// Flags code that was commented out.

import type { PythonFile } from "../../python/python-file.ts";
import { ruffRule } from "../ruff-rule.ts";

export const commentedOutCode = ruffRule({
  id: "commented-out-code",
  summary: "Code that was commented out.",
  why: "Nobody dares to delete it later, and it rots; version control keeps it better. What a comment shows as an example is left alone.",
  severity: "information",
  codes: ["ERA001"],
  fixes: "unsafe",
  fixTitle: "Remove the comment; look whether it is code",
  mentions: ["#"],
  message: ({ span }, _options, file) =>
    isExample(file, span.start) ||
    isLegend(file, span.start) ||
    isHeading(file, span.start) ||
    isProse(file, span.start)
      ? undefined
      : "This comment is code that was switched off; delete it, version control keeps it.",
  generated: false,
  options: {},
  answers: ["Never leave commented-out code.", "Delete commented-out code."],
  means: [
    {
      stance: "avoid",
      says: [
        "(old|dead|unused|disabled) code ... (in|as) comment",
        "leave ... code ... (in|as) comment",
        "code ... (left|kept|parked|hidden|stored) ... (in|as) comment",
        "(commented out|commented-out) (code|line|block)",
        "comment out ... code",
        "code ... comment out",
        "commented out (code|line|block|function)",
        "commented (code|line)",
        "comment ... code out",
      ],
      unless: [
        "(obvious|redundant|helpful|inline) code comment",
        "(remove|delete|drop|strip|clean) ... (code|line|block)",
      ],
      // "Comments are a code smell" speaks of comments.
      options: ({ clause }) =>
        /\bcomment(?:ed|ing)\b|\bcomments?[- ]?out\b|\b(?:in|as) (?:a )?comments?\b|\bcode out\b/i.test(clause)
          ? {}
          : undefined,
    },
    {
      stance: "want",
      says: [
        "(delete|remove|clean up) ... (commented out|commented-out) (code|line|block)?",
        "(delete|remove) ... (code|it) ... (instead of|rather than|not) comment",
        "delete code ... (instead|rather)",
      ],
      // "Remove or comment out debug logs" allows both.
      unless: ["or comment (it|them|this)? out", "or comment out"],
    },
  ],
  examples: [
    { bad: "def add(a, b):\n    # return a - b\n    return a + b\n", good: "def add(a, b):\n    return a + b\n" },
  ],
});

/** One line that says what the code below it means: `# (name, size)`, `# shifted: 3 << 0 = 3`, `# page.read(...)`. */
function isLegend(file: PythonFile, start: number): boolean {
  const { line } = file.lines.position(start);
  const isComment = (at: number) => at >= 0 && file.lines.lineText(at).trim().startsWith("#");
  if (isComment(line - 1) || isComment(line + 1)) return false;
  const text = file.lines
    .lineText(line)
    .trim()
    .replace(/^#+\s*/, "");
  return (
    /^\(?\w+(?:, ?\w+)+,?\)?$/.test(text) ||
    /\(\s*\.\.\.\s*\)|[,(]\s*\.\.\.|\.\.\.$/.test(text) ||
    /^\w+: ?[\d(]/.test(text) ||
    /^[\w.]+ (?:==|!=|<|>|<=|>=) [\w.]+$/.test(text) ||
    /\w \w+ @\w/.test(text)
  );
}

/**
 * A label with a word, names that a bracket sets against each other, a text, or the way in which the constant below was
 * worked out: `# Berth: north`, `# (not Hull/Keel)`, `# sum(WEIGHTS)` above `TOTAL = 12`.
 */
function isProse(file: PythonFile, start: number): boolean {
  const { line } = file.lines.position(start);
  const text = file.lines
    .lineText(line)
    .trim()
    .replace(/^#+\s*/, "");
  return (
    /^[A-Z]\w*: \w+$/.test(text) ||
    /^\((?:not |and |or )*\w+(?:(?: ?[/|&] ?| (?:and|or|not) )(?:not )?[\w.]+)*\)$/.test(text) ||
    /^\w+ is \d+ \([\d+*/ -]+\)/.test(text) ||
    /^(["'])[^"']*\s[^"']*\1$/.test(text) ||
    isDerivation(file, line, text)
  );
}

/** An expression right above the constant whose value it gives. */
function isDerivation(file: PythonFile, line: number, text: string): boolean {
  const above = line > 0 ? file.lines.lineText(line - 1).trim() : "";
  return (
    !above.startsWith("#") &&
    /^[\w.]+\([^=]*\)(?:\.\w+\([^=]*\))*$/.test(text) &&
    /^[A-Z][A-Z0-9_]*\s*(?::[^=]+)?=\s*(?:\(\s*$|["'\d-])/.test(file.lines.lineText(line + 1).trim())
  );
}

/** `# title: Hello` and its like at the head of a file, for whoever publishes or runs it. */
function isHeading(file: PythonFile, start: number): boolean {
  const { line } = file.lines.position(start);
  let first = line;
  while (
    first > 0 &&
    file.lines
      .lineText(first - 1)
      .trim()
      .startsWith("#")
  )
    first--;
  if (first > 2) return false;
  const lines: string[] = [];
  for (let at = first; file.lines.lineText(at).trim().startsWith("#"); at++) lines.push(file.lines.lineText(at));
  const pairs = lines.filter((one) => /^#\s*[\w-]+:(?:\s|$)|^#\s*[\w-]+ = |^#\s*(?:---|\/\/\/)/.test(one));
  return lines.length > 2 && pairs.length * 2 > lines.length;
}

/** A line above in the same comment says that it shows how something is used. */
function isExample(file: PythonFile, start: number): boolean {
  for (let line = file.lines.position(start).line; line >= 0; line--) {
    const text = file.lines.lineText(line).trim();
    if (!text.startsWith("#")) return false;
    if (/^#+\s*(for )?(examples?|usage|e\.g\.|sample)\b/i.test(text)) return true;
  }
  return false;
}
