// Where a node stands: the function, class, handler or statement around it, and the blocks inside it.

import type { PythonFile } from "./python-file.ts";
import type { SyntaxNode } from "./syntax.ts";

const functionTypes = ["function_definition", "lambda"] as const;

/** The nearest node of these types above, not the node itself. */
export function enclosing(node: SyntaxNode, ...types: readonly string[]): SyntaxNode | undefined {
  let above = node.parent;
  while (above !== undefined && !types.includes(above.type)) above = above.parent;
  return above;
}

/** The innermost function whose body runs the node; defaults and decorators belong to the function outside. */
export function enclosingFunction(node: SyntaxNode): SyntaxNode | undefined {
  let inner = node;
  let above = node.parent;
  while (above !== undefined) {
    if (above.type === "function_definition" && above.field("body")?.start === inner.start) return above;
    inner = above;
    above = above.parent;
  }
  return undefined;
}

/** The class whose body holds the node directly or through a method; undefined inside a nested function's own scope. */
export function enclosingClass(node: SyntaxNode): SyntaxNode | undefined {
  return enclosing(node, "class_definition");
}

/** True at module level, also below `if`, `try` and `with`; false in functions and classes. */
export function isModuleLevel(node: SyntaxNode): boolean {
  return enclosing(node, "function_definition", "class_definition", "lambda") === undefined;
}

/** The `except` clause whose body holds the node, without crossing into another function. */
export function enclosingHandler(node: SyntaxNode): SyntaxNode | undefined {
  let inner = node;
  let above = node.parent;
  while (above !== undefined && !functionTypes.some((type) => type === above?.type)) {
    if (isExceptClause(above) && inner.type === "block") return above;
    inner = above;
    above = above.parent;
  }
  return undefined;
}

export function isExceptClause(node: SyntaxNode): boolean {
  return node.type === "except_clause" || node.type === "except_group_clause";
}

/** The nodes above a node, nearest first. */
export function* ancestors(node: SyntaxNode): Generator<SyntaxNode> {
  for (let above = node.parent; above !== undefined; above = above.parent) yield above;
}

/**
 * The innermost loop that runs the node again and again: a `for` or `while` around it, or a comprehension, without crossing into
 * another function. What a `for` goes over, and the first iterable of a comprehension, run once.
 */
export function enclosingLoop(node: SyntaxNode): SyntaxNode | undefined {
  let inner = node;
  for (const above of ancestors(node)) {
    if (above.type === "function_definition" || above.type === "lambda" || above.type === "class_definition")
      return undefined;
    if (above.type === "while_statement" && inner.fieldName !== "alternative") return above;
    if (above.type === "for_statement" && inner.fieldName === "body") return above;
    if (comprehensions.has(above.type)) {
      const first = above.children.find(({ type }) => type === "for_in_clause");
      const iterable = first?.field("right");
      const isFirstIterable = iterable !== undefined && iterable.start <= node.start && node.end <= iterable.end;
      if (!isFirstIterable) return above;
    }
    inner = above;
  }
  return undefined;
}

const comprehensions: ReadonlySet<string> = new Set([
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
  "generator_expression",
]);

/** The `try` statements whose body holds the node, innermost first, without crossing into another function. */
export function enclosingTries(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  let inner = node;
  for (const above of ancestors(node)) {
    if (above.type === "function_definition" || above.type === "lambda") break;
    if (above.type === "try_statement" && inner.fieldName === "body") found.push(above);
    inner = above;
  }
  return found;
}

/** The statement that holds the node, a direct child of a block or of the module. */
export function statementOf(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.parent !== undefined && inner.parent.type !== "block" && inner.parent.type !== "module")
    inner = inner.parent;
  return inner;
}

/** The statements of a block, module or of whatever has a block as a child; comments left out. */
export function statements(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  if (node === undefined) return [];
  if (node.type !== "block" && node.type !== "module") return statements(blockOf(node));
  return node.children.filter((child) => child.isNamed && child.type !== "comment");
}

/** The body of a definition, handler, loop or branch. */
export function blockOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.field("body") ?? node.field("consequence") ?? node.children.find((child) => child.type === "block");
}

/** The definition itself under its decorators, and the decorators. */
export function decoratorsOf(definition: SyntaxNode): readonly SyntaxNode[] {
  const outer = definition.parent;
  return outer?.type === "decorated_definition" ? outer.children.filter((child) => child.type === "decorator") : [];
}

/** The expression of a decorator without its `@`, and without its arguments where it is called. */
export function decoratorName(decorator: SyntaxNode): SyntaxNode | undefined {
  const expression = decorator.children.find((child) => child.isNamed && child.type !== "comment");
  return expression?.type === "call" ? expression.field("function") : expression;
}

/** The white space in front of the line on which the node starts. */
export function indentOf(file: PythonFile, node: SyntaxNode): string {
  const line = file.lines.lineText(file.lines.position(node.start).line);
  return /^\s*/.exec(line)?.[0] ?? "";
}

/** The end-of-line characters that the file uses. */
export function lineEnd(file: PythonFile): string {
  return file.text.includes("\r\n") ? "\r\n" : "\n";
}

/** The parts of a node without punctuation, keywords and comments. */
export function namedChildren(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(({ isNamed, type }) => isNamed && type !== "comment");
}

/** Every named node below, in order of the text, without entering nested functions, lambdas and classes. */
export function* withinScope(node: SyntaxNode): Generator<SyntaxNode> {
  // Stacks of our own, here and below: code may be nested deeper than JavaScript's stack is.
  const pending: SyntaxNode[] = [];
  push(pending, node);
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    if (next.type !== "function_definition" && next.type !== "class_definition" && next.type !== "lambda")
      push(pending, next);
  }
}

/** The node and every named node below it, in order of the text. */
export function* descendants(node: SyntaxNode): Generator<SyntaxNode> {
  const pending = [node];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    push(pending, next);
  }
}

function push(pending: SyntaxNode[], node: SyntaxNode): void {
  const { children } = node;
  for (let at = children.length - 1; at >= 0; at--) {
    const child = children[at];
    if (child && (child.isNamed || child.children.length > 0)) pending.push(child);
  }
}
