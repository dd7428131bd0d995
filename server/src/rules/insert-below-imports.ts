// Adds a module-level line right below a file's imports, together with the imports that it needs.

import type { PythonFile } from "../python/python-file.ts";
import { enclosingFunction, lineEnd } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { FixEdit } from "./rule.ts";

const importTypes = /^(future_)?import(_from)?_statement$/;

/** `imports` are the edits that `insertImport` gave for the same fix. */
export function insertBelowImports(
  file: PythonFile,
  line: string,
  imports: readonly FixEdit[],
  use?: SyntaxNode,
): readonly FixEdit[] {
  const end = lineEnd(file);
  const early = use && statementAbove(file, use);
  if (early) {
    const isTall = /^\s*(class|def)\b/.test(line);
    const text = `${isTall && early.start > 0 ? end : ""}${line.trim()}${end}${end}${isTall ? end : ""}`;
    return [...imports, { span: { start: early.start, end: early.start }, text, defines: line }];
  }
  const last = lastOfHeader(file, line);
  const [edit, ...others] = imports;
  if (last === undefined && edit !== undefined) {
    // The import opens the module, so the line follows it in the same edit.
    const text = edit.text.replace(/((?:from|import) \S.*)/, (found) => `${found}${end}${end}${line}`);
    return [{ ...edit, text, defines: `${edit.defines} ${line}` }, ...others];
  }
  if (last === undefined) return [moduleStart(file, line)];
  const at = file.lines.lineSpan(file.lines.position(last.end).line).end;
  const own = imports.find(({ span }) => span.start === at);
  if (own !== undefined) {
    const rest = imports.filter((one) => one !== own);
    return [{ ...own, text: `${own.text}${end}${end}${line}`, defines: `${own.defines} ${line}` }, ...rest];
  }
  return [...imports, { span: { start: at, end: at }, text: `${end}${end}${line}`, defines: line }];
}

/** The last import above the first function or class, or the `if TYPE_CHECKING:` that follows it. */
function lastOfHeader(file: PythonFile, line: string): SyntaxNode | undefined {
  const { children } = file.root;
  const definition = children.findIndex(({ type }) => /^(function|class|decorated)_definition$/.test(type));
  const all = children.filter(({ type }) => importTypes.test(type));
  const header = definition < 0 ? all : all.filter(({ start }) => start < (children[definition]?.start ?? 0));
  // What the line reads has to be imported above it.
  const read = all.slice(header.length).findLast((one) =>
    one.fields("name").some((item) => {
      const local = item.field("alias")?.text ?? item.text.split(".")[0] ?? "";
      return new RegExp(String.raw`(?<!["'])\b${local}\b`).test(line);
    }),
  );
  const last = read ?? header.at(-1) ?? all.at(-1);
  const next = children
    .filter(({ isNamed, type }) => isNamed && type !== "comment")
    .find(({ start }) => start > (last?.start ?? 0));
  const isForTyping =
    next?.type === "if_statement" &&
    /^(\w+\.)?TYPE_CHECKING$/.test(next.field("condition")?.text ?? "") &&
    next.field("alternative") === undefined;
  return isForTyping ? next : last;
}

/** The module's statement with a use that runs before the last import is reached. */
function statementAbove(file: PythonFile, use: SyntaxNode): SyntaxNode | undefined {
  const last = file.root.children.filter(({ type }) => importTypes.test(type)).at(-1);
  if (last === undefined || use.start > last.start || enclosingFunction(use) !== undefined) return undefined;
  return file.root.children.find(({ start, end }) => start <= use.start && use.end <= end);
}

/** Below the docstring, else on top, set apart from what follows. */
function moduleStart(file: PythonFile, line: string): FixEdit {
  const end = lineEnd(file);
  const first = file.root.children.find(({ isNamed, type }) => isNamed && type !== "comment");
  const isDocstring = first?.type === "expression_statement" && first.children[0]?.type === "string";
  if (isDocstring) {
    const at = file.lines.lineSpan(file.lines.position(first.end).line).end;
    return { span: { start: at, end: at }, text: `${end}${end}${line}`, defines: line };
  }
  const at = first?.start ?? 0;
  const gap = /definition$/.test(first?.type ?? "") ? `${end}${end}${end}` : `${end}${end}`;
  return { span: { start: at, end: at }, text: `${line.trimStart()}${gap}`, defines: line };
}
