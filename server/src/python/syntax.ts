// The syntax tree that rules read: plain objects made from tree-sitter's, so that no rule holds on to the parser's memory.

import type { Span } from "../text/span.ts";

export interface SyntaxNode extends Span {
  /** tree-sitter-python's name of the node: "call", "function_definition", "identifier", … */
  readonly type: string;
  readonly isNamed: boolean;
  /** An ERROR node or one that the parser invented. */
  readonly isBroken: boolean;
  readonly parent: SyntaxNode | undefined;
  readonly children: readonly SyntaxNode[];
  readonly text: string;
  /** The field of the parent that the node stands in: "body", "condition", … */
  readonly fieldName: string | undefined;
  /** The first child in that field. */
  field(name: string): SyntaxNode | undefined;
  fields(name: string): readonly SyntaxNode[];
}

/** All of a tree in a few numbers a node: to be kept for every file and handed from thread to thread. */
export type PackedTree = Int32Array;

/** Turns text into a tree; the host brings the parser. It never throws: what cannot be parsed is one broken node. */
export interface PythonParser {
  pack(text: string): PackedTree;
  /** The tree that was packed, of the same text. */
  unpack(tree: PackedTree, text: string): SyntaxNode;
  /** Both at once. */
  parse(text: string): SyntaxNode;
}
