// The constant that takes a number's place: one of equal value that is there, else a new one in the file.

import type { PythonFile } from "../python/python-file.ts";
import { lineEnd, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Workspace } from "../models/workspace.ts";
import type { Fix } from "./rule.ts";

export interface NumberPlace {
  readonly node: SyntaxNode;
  readonly name: string;
  /** The constants module of the text, as a path; "" for the file itself. */
  readonly module: string;
  readonly groups: readonly string[];
}

export interface ConstantFix {
  readonly fix: Fix;
  /** The constant of equal value that is there already, in code. */
  readonly existing: string | undefined;
}

/** Within one file for now: `workspace` is asked where constants of other files are to be offered. */
export function constantFor(file: PythonFile, _workspace: Workspace, place: NumberPlace): ConstantFix | undefined {
  if (place.module !== "") return undefined;
  const existing = moduleConstants(file).find(
    (constant) =>
      constant.value === place.node.text && constant.name.includes(place.name.split("_").at(-1) ?? place.name),
  );
  const use = { span: { start: place.node.start, end: place.node.end }, text: existing?.name ?? place.name };
  if (existing !== undefined) {
    const title = `Use ${existing.name}; look whether it means the same`;
    return { existing: `\`${existing.name}\``, fix: { title, safe: false, edits: [use] } };
  }
  const name = freeName(file, place.name);
  const at = afterImports(file);
  const end = lineEnd(file);
  const lead = at === 0 ? "" : end + end;
  const tail = at === 0 ? end + end + end : "";
  const text = `${lead}${name} = ${place.node.text}${tail}`;
  return {
    existing: undefined,
    fix: {
      title: `Extract the constant ${name}; look at its name`,
      safe: false,
      edits: [
        { ...use, text: name },
        { span: { start: at, end: at }, text },
      ],
    },
  };
}

function moduleConstants(file: PythonFile): readonly { name: string; value: string }[] {
  return statements(file.root).flatMap((statement) => {
    const assignment = statement.children.find((child) => child.type === "assignment");
    const name = assignment?.field("left")?.text ?? "";
    const value = assignment?.field("right")?.text;
    return value !== undefined && /^[A-Z][A-Z0-9_]*$/.test(name) ? [{ name, value }] : [];
  });
}

function freeName(file: PythonFile, wanted: string): string {
  let name = wanted;
  for (let number = 2; new RegExp(String.raw`\b${name}\b`).test(file.text); number++) name = `${wanted}_${number}`;
  return name;
}

/** The end of the last import, of the constants after it, or of the docstring; 0 where there is none. */
function afterImports(file: PythonFile): number {
  let last: SyntaxNode | undefined;
  for (const [index, statement] of statements(file.root).entries()) {
    const [only] = statement.children;
    const isDocstring = index === 0 && statement.type === "expression_statement" && only?.type === "string";
    if (/import/.test(statement.type) || isDocstring) last = statement;
    else break;
  }
  return last === undefined ? 0 : file.lines.lineSpan(file.lines.position(last.end).line).end;
}
