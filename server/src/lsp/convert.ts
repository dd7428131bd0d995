// Turns what the engine says into the protocol's terms; the only place where a finding becomes a diagnostic.

import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type Range,
  type SnippetTextEdit,
  StringValue,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { ConfigurationProblem } from "../engine/configuration-file.ts";
import type { DirectiveRef, Finding } from "../engine/finding.ts";
import type { FixEdit, Severity } from "../rules/rule.ts";
import type { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";
import type { ClientSupport } from "./client-support.ts";

/** Where the engine's paths and offsets are in the editor. */
export interface Places {
  readonly client: ClientSupport;
  uriOf(path: string): string;
  linesOf(path: string): LineIndex;
  /** False for a file that an edit is to make. */
  has(path: string): boolean;
  /** The version of an open document; null where the file is only on disk. */
  versionOf(path: string): number | null;
}

export function toDiagnostic(finding: Finding, places: Places): Diagnostic {
  const { directive } = finding;
  const diagnostic: Diagnostic = {
    range: toRange(finding.span, places.linesOf(finding.path)),
    severity: severities[finding.severity],
    source: "heed",
    code: finding.rule,
    message: messageOf(finding),
  };
  if (directive && places.client.codeDescription) {
    diagnostic.codeDescription = { href: linkToDirective(directive, places) };
  }
  if (fadedRules.has(finding.rule) && places.client.diagnosticTags) diagnostic.tags = [DiagnosticTag.Unnecessary];
  if (places.client.relatedInformation) {
    const related = relatedOf(finding, places);
    if (related.length > 0) diagnostic.relatedInformation = related;
  }
  return diagnostic;
}

/** On the line that is wrong, without the white space around it. */
export function toConfigurationDiagnostic({ path, line, message }: ConfigurationProblem, places: Places): Diagnostic {
  const lines = places.linesOf(path);
  const text = lines.lineText(line);
  const start = text.length - text.trimStart().length;
  return {
    range: { start: { line, character: start }, end: { line, character: Math.max(start, text.trimEnd().length) } },
    severity: DiagnosticSeverity.Error,
    source: "heed",
    code: "configuration",
    message,
  };
}

/** What is wrong, and the team's own sentence that says so. */
function messageOf({ message, directive }: Finding): string {
  if (!directive) return message;
  const file = directive.guide.slice(directive.guide.lastIndexOf("/") + 1);
  return `${message} — "${shortened(directive.text)}" (${file}:${directive.line + 1})`;
}

/** A sentence that fits into a tooltip; the whole of it is one click away. */
export function shortened(sentence: string, length = 300): string {
  if (sentence.length <= length) return sentence;
  const cut = sentence.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2)).trimEnd()}…`;
}

function relatedOf(finding: Finding, places: Places): DiagnosticRelatedInformation[] {
  const related: DiagnosticRelatedInformation[] = finding.related.map(({ path, span, message }) => ({
    location: toLocation(path, span, places),
    message,
  }));
  if (finding.directive) {
    related.push({
      location: toLocation(finding.directive.guide, finding.directive.span, places),
      message: "The directive in your guide.",
    });
  }
  return related;
}

/** The guide's address with the line, in the form that editors open there. */
export function linkToDirective(directive: DirectiveRef, places: Places): string {
  return `${places.uriOf(directive.guide)}#L${directive.line + 1}`;
}

export function toLocation(path: string, span: Span, places: Places): Location {
  return { uri: places.uriOf(path), range: toRange(span, places.linesOf(path)) };
}

export function toRange(span: Span, lines: LineIndex): Range {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

export function toSpan(range: Range, lines: LineIndex): Span {
  return {
    start: lines.offset({ line: range.start.line, column: range.start.character }),
    end: lines.offset({ line: range.end.line, column: range.end.character }),
  };
}

/** An edit with a part that the user is to type over. */
export interface Placeholder {
  readonly text: string;
}

/**
 * `main` is the file of the edits that name none. Where the editor can, the edit is bound to the documents' versions,
 * and the placeholder becomes a snippet's.
 */
export function toWorkspaceEdit(
  edits: readonly FixEdit[],
  main: string,
  places: Places,
  placeholder?: Placeholder,
): WorkspaceEdit {
  const byPath = new Map<string, (TextEdit | SnippetTextEdit)[]>();
  const gone = new Set<string>();
  for (const edit of edits) {
    const path = edit.path ?? main;
    if (edit.removesFile) {
      gone.add(path);
      continue;
    }
    const range = toRange(edit.span, places.linesOf(path));
    const isSnippet = placeholder !== undefined && places.client.snippetEdits && edit.text.includes(placeholder.text);
    const converted = isSnippet
      ? { range, snippet: StringValue.createSnippet(toSnippet(edit.text, placeholder.text)) }
      : { range, newText: edit.text };
    const group = byPath.get(path);
    if (group) group.push(converted);
    else byPath.set(path, [converted]);
  }
  if (places.client.versionedEdits) {
    return {
      documentChanges: [
        ...[...byPath].flatMap(([path, changes]) => {
          const uri = places.uriOf(path);
          const edit = { textDocument: { uri, version: places.versionOf(path) }, edits: changes };
          const create = { kind: "create", uri, options: { ignoreIfExists: true } } as const;
          return places.has(path) ? [edit] : [create, edit];
        }),
        ...[...gone].map((path) => ({ kind: "delete", uri: places.uriOf(path) }) as const),
      ],
    };
  }
  return {
    changes: Object.fromEntries(
      [...byPath].map(([path, changes]) => [places.uriOf(path), changes.filter((change) => "newText" in change)]),
    ),
  };
}

function toSnippet(text: string, placeholder: string): string {
  const at = text.indexOf(placeholder);
  const escaped = (part: string) => part.replace(/[\\$}]/g, "\\$&");
  return `${escaped(text.slice(0, at))}\${1:${escaped(placeholder)}}${escaped(text.slice(at + placeholder.length))}`;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Rules whose findings can simply be deleted; editors fade them. */
const fadedRules: ReadonlySet<string> = new Set([
  "commented-out-code",
  "unused-import",
  "unused-suppression",
  "unused-variable",
]);
