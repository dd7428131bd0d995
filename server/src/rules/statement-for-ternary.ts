// Writes a conditional expression that is returned or assigned as an `if` statement.

import type { PythonFile } from "../python/python-file.ts";
import { indentOf, lineEnd, statementOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Fix } from "./rule.ts";

/** Expressions without the brackets around them. */
export function unwrapped(node: SyntaxNode): SyntaxNode {
  const inner = node.type === "parenthesized_expression" ? node.children.find(({ isNamed }) => isNamed) : undefined;
  return inner === undefined ? node : unwrapped(inner);
}

/** Undefined where it is only a part of its statement, or where a comment or a value over several lines is in the way. */
export function statementForTernary(file: PythonFile, ternary: SyntaxNode): Fix | undefined {
  const statement = statementOf(ternary);
  const head = headOf(file, statement, ternary);
  const { text, lines } = file;
  const [first, last] = [lines.position(statement.start).line, lines.position(statement.end).line];
  const indent = indentOf(file, statement);
  const isAlone =
    text.slice(lines.lineStart(first), statement.start) === indent &&
    text.slice(statement.end, lines.lineSpan(last).end).trim() === "";
  if (head === undefined || !isAlone || statement.text.includes("#")) return undefined;
  const declared = annotated(statement);
  const around = statement.parent?.type === "block" ? statement.parent.parent : undefined;
  const step = around === undefined ? "" : indent.slice(indentOf(file, around).length);
  const written = new Branches(head, step === "" ? "    " : step).of(ternary, "", "if");
  return (
    written && {
      title: "Write an `if` statement",
      safe: true,
      edits: [
        {
          span: { start: statement.start, end: statement.end },
          text: [...declared, ...written].join(lineEnd(file) + indent),
        },
      ],
    }
  );
}

/** "return " or "total = " */
function headOf(file: PythonFile, statement: SyntaxNode, ternary: SyntaxNode): string | undefined {
  const [only] = statement.children.filter(({ isNamed }) => isNamed);
  const isReturn = statement.type === "return_statement";
  const assignment = only && /^(?:augmented_)?assignment$/.test(only.type) ? only : undefined;
  const whole = isReturn ? only : assignment?.field("right");
  if (whole === undefined || unwrapped(whole) !== ternary) return undefined;
  // A name that is annotated is annotated once, in front of the branches.
  const [name, type] = [assignment?.field("left"), assignment?.field("type")];
  if (type !== undefined && name?.type !== "identifier") return undefined;
  const head = type === undefined ? file.text.slice(statement.start, whole.start) : `${name?.text} = `;
  return head.includes("\n") ? undefined : head;
}

/** `total: int` of `total: int = …` */
function annotated(statement: SyntaxNode): readonly string[] {
  const assignment = statement.children.find(({ type }) => type === "assignment");
  const [name, type] = [assignment?.field("left"), assignment?.field("type")];
  return name && type ? [`${name.text}: ${type.text}`] : [];
}

class Branches {
  readonly #head: string;
  readonly #step: string;

  constructor(head: string, step: string) {
    this.#head = head;
    this.#step = step;
  }

  /** The lines of a value: branches where it is a condition that holds another one or takes several lines. */
  of(value: SyntaxNode, indent: string, word: "if" | "elif"): readonly string[] | undefined {
    const node = unwrapped(value);
    const [yes, condition, no] = node.children.filter(({ isNamed }) => isNamed);
    if (!isTangled(node) || !yes || !condition || !no) {
      return node.text.includes("\n") ? undefined : [`${indent}${this.#head}${node.text}`];
    }
    const asked = unwrapped(condition);
    if (asked.type === "conditional_expression" || asked.text.includes("\n")) return undefined;
    const then = this.of(yes, indent + this.#step, "if");
    const isReturn = this.#head === "return ";
    const rest = isReturn
      ? this.of(no, indent, "if")
      : isTangled(unwrapped(no))
        ? this.of(no, indent, "elif")
        : this.of(no, indent + this.#step, "if");
    if (then === undefined || rest === undefined) return undefined;
    const other = isReturn || isTangled(unwrapped(no)) ? [] : [`${indent}else:`];
    return [`${indent}${word} ${asked.text}:`, ...then, ...other, ...rest];
  }
}

/** More than `a if b else c` on one line. */
export function isTangled(node: SyntaxNode): boolean {
  return (
    node.type === "conditional_expression" &&
    (node.text.includes("\n") ||
      node.children.some((part) => part.isNamed && unwrapped(part).type === "conditional_expression"))
  );
}
