// A Python file as rules see it: text, syntax tree, names and what they stand for, and ruff's findings.

import { LineIndex } from "../text/line-index.ts";
import type { RuffFinding, RuffRequest } from "./ruff.ts";
import type { Scopes } from "./scopes.ts";
import type { SyntaxNode } from "./syntax.ts";
import type { ValueType } from "./value-type.ts";

/** The shape that rules program against; see the classes beside this file for how it is made. */
export interface PythonFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** The module node. Parsed when first asked for. */
  readonly root: SyntaxNode;
  /** Every node of these types, in order of the text; from an index made once. */
  nodes(...types: readonly string[]): readonly SyntaxNode[];
  /** The node's source. */
  source(node: { start: number; end: number }): string;
  /** Scopes, bindings, and the references of a name. */
  readonly scopes: Scopes;
  /**
   * The dotted name that an identifier or attribute chain stands for after imports and aliases:
   * `sleep` after `from time import sleep` is "time.sleep"; relative imports are made absolute by the file's path;
   * `print` that nothing shadows is "builtins.print"; what this file defines at module level is ".Name" or ".Name.method".
   * Undefined where it is a local value or cannot be known.
   */
  resolve(node: SyntaxNode): string | undefined;
  /**
   * The dotted name of the class that an expression's value is an instance of, from annotations, assignments,
   * constructors and known factories; undefined where that cannot be known.
   */
  typeOf(node: SyntaxNode): string | undefined;
  /** The same with what it is made of: list of str; None is a type of its own here. */
  valueTypeOf(node: SyntaxNode): ValueType | undefined;
  /** True where the expression's type is one of these classes or inherits from one, as far as bases are known. */
  isInstance(node: SyntaxNode, ...classes: readonly string[]): boolean;
  /** The findings of one request; the engine has run the union of all requests once. */
  ruff(request: RuffRequest): readonly RuffFinding[];
  /** A test file by its place or name. */
  readonly isTest: boolean;
  /** Made by a tool, as its header says. */
  readonly isGenerated: boolean;
}
