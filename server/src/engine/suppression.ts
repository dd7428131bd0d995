// Comments that allow a finding: `# heed: allow RULE — reason` and `# noqa` for the ruff code that means the same.

import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "./finding.ts";

interface Allowance {
  readonly rule: string;
  /** The rule's name in the comment. */
  readonly span: Span;
  readonly comment: AllowComment;
}

interface AllowComment {
  /** From its # to the end of the line. */
  readonly span: Span;
  readonly rules: readonly string[];
  readonly reason: string;
  /** The lines it speaks of; undefined where it speaks of the whole file. */
  readonly lines: Lines | undefined;
}

/** The last one included. */
interface Lines {
  readonly first: number;
  readonly last: number;
}

export interface SuppressionContext {
  /** The ruff codes that a rule stands on. */
  readonly codesOf: (rule: string) => readonly string[];
  readonly isKnownRule: (rule: string) => boolean;
  /** True where rules could not do their work on this text, so that a silent suppression proves nothing. */
  readonly isBroken: boolean;
}

const allowPattern = /#\s*heed:\s*allow(?<file>-file)?\b[ \t]*(?<rules>[\w-]+(?:\s*,\s*[\w-]+)*)?(?<rest>.*)$/;
const noqaPattern = /#\s*noqa\b(?::?\s*(?<codes>[A-Z]+[0-9]+(?:[\s,]+[A-Z]+[0-9]+)*))?/i;
const fileNoqaPattern = /^#\s*(?:ruff|flake8):\s*noqa(?::\s*(?<codes>[A-Z]+[0-9]+(?:[\s,]+[A-Z]+[0-9]+)*))?\s*$/i;

/** The findings that no comment allows, and the findings about the comments themselves. */
export function suppress(
  file: PythonFile,
  findings: readonly Finding[],
  context: SuppressionContext,
): readonly Finding[] {
  if (!/heed:|noqa/i.test(file.text)) return findings;
  const comments = file.nodes("comment");
  const allowances = comments.flatMap((comment) => allowancesOf(file, comment));
  const used = new Set<Allowance>();
  const isNoqa = noqaOf(file, comments);
  const kept = findings.filter((finding) => {
    const first = file.lines.position(finding.span.start).line;
    const last = file.lines.position(finding.span.end).line;
    const allowing = allowances.filter(({ rule, comment }) => {
      return rule === finding.rule && (comment.lines === undefined || reaches(comment.lines, first, last));
    });
    for (const allowance of allowing) used.add(allowance);
    return allowing.length === 0 && !isNoqa(first, last, context.codesOf(finding.rule));
  });
  const about = [...new Set(allowances.map(({ comment }) => comment))].flatMap((comment) => {
    const unused = allowances.filter((allowance) => allowance.comment === comment && !used.has(allowance));
    return [...missingReason(file, comment), ...unusedFindings(file, comment, unused, context)];
  });
  return [...kept, ...about];
}

function missingReason(file: PythonFile, comment: AllowComment): readonly Finding[] {
  if (comment.reason !== "") return [];
  return [
    finding(file, "suppression-reason", "information", comment.span, {
      message: `This comment allows ${list(comment.rules)} without saying why; add the reason after a dash.`,
    }),
  ];
}

function unusedFindings(
  file: PythonFile,
  comment: AllowComment,
  unused: readonly Allowance[],
  context: SuppressionContext,
): readonly Finding[] {
  return unused.flatMap((allowance) => {
    const isKnown = context.isKnownRule(allowance.rule);
    if (isKnown && context.isBroken) return [];
    const where = comment.lines === undefined ? "in this file" : "here";
    const message = isKnown
      ? `\`${allowance.rule}\` finds nothing ${where}, so this comment allows nothing; remove it.`
      : `There is no rule \`${allowance.rule}\`, so this comment allows nothing; \`heed rules\` lists the rules.`;
    const title =
      unused.length === comment.rules.length ? "Remove the comment" : `Remove \`${allowance.rule}\` from the comment`;
    const edit =
      unused.length === comment.rules.length
        ? { span: wholeComment(file, comment.span), text: "" }
        : { span: withoutRule(file, allowance), text: "" };
    return [
      finding(file, "unused-suppression", "warning", allowance.span, {
        message,
        fix: { title, safe: true, edits: [{ path: file.path, ...edit }] },
      }),
    ];
  });
}

/** With the white space before it, and with its whole line where nothing else stands on it. */
function wholeComment(file: PythonFile, span: Span): Span {
  const line = file.lines.position(span.start).line;
  const start = file.lines.lineStart(line);
  const before = file.text.slice(start, span.start);
  if (before.trim() === "") return { start, end: Math.max(file.lines.lineStart(line + 1), span.end) };
  return { start: start + before.trimEnd().length, end: span.end };
}

function withoutRule(file: PythonFile, { span }: Allowance): Span {
  const after = /^\s*,\s*/.exec(file.text.slice(span.end))?.[0].length ?? 0;
  if (after > 0) return { start: span.start, end: span.end + after };
  const before = /\s*,\s*$/.exec(file.text.slice(Math.max(0, span.start - 200), span.start))?.[0].length ?? 0;
  return { start: span.start - before, end: span.end };
}

function reaches(lines: Lines, first: number, last: number): boolean {
  return (lines.first <= first && first <= lines.last) || last === lines.last;
}

function allowancesOf(file: PythonFile, node: SyntaxNode): readonly Allowance[] {
  const text = file.text.slice(node.start, node.end);
  const match = allowPattern.exec(text);
  if (!match?.groups) return [];
  const { file: isFile, rules: names = "", rest = "" } = match.groups;
  if (names === "") return [];
  const start = node.start + match.index;
  const rules = names.split(",").map((name) => name.trim());
  const reason = rest.replace(/^[\s—–:-]+/, "").trim();
  const lines = isFile ? undefined : linesOfComment(file, node);
  const comment: AllowComment = { span: { start, end: node.end }, rules, reason, lines };
  let at = start + text.slice(match.index).indexOf(names);
  return rules.map((rule) => {
    at = file.text.indexOf(rule, at);
    const span = { start: at, end: at + rule.length };
    at += rule.length;
    return { rule, span, comment };
  });
}

/** The statement that the comment ends, on however many lines; the next line of code where it stands alone. */
function linesOfComment(file: PythonFile, comment: SyntaxNode): Lines {
  const { lines, text } = file;
  let line = lines.position(comment.start).line;
  if (text.slice(lines.lineStart(line), comment.start).trim() !== "") {
    const statement = statementBefore(comment);
    const isEnded = statement !== undefined && lines.position(statement.end).line === line;
    return { first: isEnded ? lines.position(statement.start).line : line, last: line };
  }
  do line++;
  while (line < lines.lineCount - 1 && lines.lineText(line).trimStart().startsWith("#"));
  return { first: line, last: line };
}

/** The simple statement in front of a comment: that of the innermost block, where a block ends there. */
function statementBefore(comment: SyntaxNode): SyntaxNode | undefined {
  let node = comment.parent?.children.findLast((child) => child.end <= comment.start);
  while (node && /^(block|module|.*_clause|(if|for|while|with|try|match)_statement|.*_definition)$/.test(node.type)) {
    node = node.children.findLast((child) => child.isNamed && child.type !== "comment");
  }
  return node?.type.endsWith("_statement") || node?.type.endsWith("assignment") ? node : undefined;
}

function noqaOf(file: PythonFile, comments: readonly SyntaxNode[]) {
  const byLine: { readonly lines: Lines; readonly codes: readonly string[] | "all" }[] = [];
  let wholeFile: readonly string[] | "all" = [];
  for (const comment of comments) {
    const onFile = fileNoqaPattern.exec(comment.text);
    if (onFile) {
      const codes = codesIn(onFile.groups?.["codes"]);
      if (wholeFile !== "all") wholeFile = codes === "all" ? codes : [...wholeFile, ...codes];
      continue;
    }
    const match = noqaPattern.exec(comment.text);
    if (match) byLine.push({ lines: linesOfComment(file, comment), codes: codesIn(match.groups?.["codes"]) });
  }
  // A rule that stands on a whole family of codes leaves the single ones to ruff, which reads these comments itself.
  const allows = (asked: readonly string[] | "all", codes: readonly string[]) =>
    asked === "all" || asked.some((given) => codes.includes(given));
  return (first: number, last: number, codes: readonly string[]): boolean =>
    codes.length > 0 &&
    (allows(wholeFile, codes) || byLine.some((noqa) => reaches(noqa.lines, first, last) && allows(noqa.codes, codes)));
}

function codesIn(text: string | undefined): readonly string[] | "all" {
  return text === undefined
    ? "all"
    : text
        .toUpperCase()
        .split(/[\s,]+/)
        .filter(Boolean);
}

function list(rules: readonly string[]): string {
  return rules.map((rule) => `\`${rule}\``).join(" and ");
}

function finding(
  file: PythonFile,
  rule: string,
  severity: Finding["severity"],
  span: Span,
  rest: { readonly message: string; readonly fix?: Finding["fix"] },
): Finding {
  return {
    path: file.path,
    span,
    rule,
    severity,
    message: rest.message,
    directive: undefined,
    fix: rest.fix,
    choices: [],
    related: [],
  };
}
