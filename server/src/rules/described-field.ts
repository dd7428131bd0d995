// Makes a field's description of the comment that stands behind it.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { addArgument } from "./call-edits.ts";
import { insertImport } from "./insert-import.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** Undefined where no comment says what it is, or where the field is written in another way than usual. */
export function describedByComment(file: PythonFile, assignment: SyntaxNode, workspace: Workspace): Fix | undefined {
  const { line } = file.lines.position(assignment.end);
  const rest = file.text.slice(assignment.end, file.lines.lineSpan(line).end);
  const said = /^\s*#+\s*(\S.*?)\s*$/.exec(rest)?.[1];
  if (said === undefined || !isDescription(said) || assignment.text.includes("#")) return undefined;
  const described = withDescription(file, assignment, `description="${said}"`, workspace);
  const gone = { span: { start: assignment.end, end: assignment.end + rest.trimEnd().length }, text: "" };
  return (
    described && {
      title: "Make a description of the comment; look whether it speaks to those who use the API",
      safe: false,
      edits: joined(described, gone),
    }
  );
}

/** Words about the field; not what a tool reads, what is yet to be done, or code. */
function isDescription(text: string): boolean {
  return (
    /^[A-Za-z].*[a-z]{2}/.test(text) &&
    !/["\\]/.test(text) &&
    !/^(?:noqa|type:|pragma|pyright|pylint|mypy|ruff|fmt|todo|fixme|xxx|hack|heed|nosec|deprecated)\b/i.test(text) &&
    !/^\w+\s*[=:([]\s*\S+$|^(?:from\s+[\w.]+\s+)?import\s/.test(text)
  );
}

function withDescription(
  file: PythonFile,
  assignment: SyntaxNode,
  description: string,
  workspace: Workspace,
): readonly FixEdit[] | undefined {
  const [type, value] = [assignment.field("type"), assignment.field("right")];
  const inType = [...descendants(type ?? assignment)].find(isFieldCall);
  const call = value && isFieldCall(value) ? value : inType;
  if (call !== undefined) {
    const edit = addArgument(file, call, description);
    return edit && [edit];
  }
  if (type === undefined || /\bAnnotated\b/.test(type.text)) return undefined;
  const { name, edits } = insertImport(file, "pydantic", "Field", workspace, { at: assignment });
  if (value === undefined) {
    return [...edits, { span: { start: type.end, end: type.end }, text: ` = ${name}(${description})` }];
  }
  return [...edits, { span: { start: value.start, end: value.end }, text: `${name}(${value.text}, ${description})` }];
}

function isFieldCall(node: SyntaxNode): boolean {
  return node.type === "call" && /^(?:\w+\.)?Field$/.test(node.field("function")?.text ?? "");
}

/** Edits that touch are one. */
function joined(edits: readonly FixEdit[], gone: FixEdit): readonly FixEdit[] {
  const last = edits.at(-1);
  if (last === undefined || last.span.end !== gone.span.start) return [...edits, gone];
  return [...edits.slice(0, -1), { ...last, span: { start: last.span.start, end: gone.span.end } }];
}
