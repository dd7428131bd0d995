// Mirrors a tree of tree-sitter as plain objects, after which the parser's own tree can be deleted.
//
// A cursor costs half of what parsing costs; reading `children` node by node costs more and needs a call per field name.

import type { Language, Tree } from "web-tree-sitter";
import type { SyntaxNode } from "./syntax.ts";

const noChildren: readonly SyntaxNode[] = [];
const errorSymbol = 65535;

export function mirrorTree(tree: Tree, text: string): SyntaxNode {
  const kinds = kindsOf(tree.language);
  const cursor = tree.walk();
  try {
    let parent: MirroredNode | undefined;
    // A file with errors can be one ERROR node from end to end; its root is a module all the same, and broken.
    for (let isRoot = true; ; isRoot = false) {
      const start = cursor.startIndex;
      const end = cursor.endIndex;
      const symbol = cursor.nodeTypeId;
      const found = kinds.byId[symbol] ?? kinds.error;
      const kind = isRoot ? moduleKind : found;
      // Only a node without text can be one that the parser invented, so that the others need not be asked.
      const isBroken = found === kinds.error || (start === end && cursor.nodeIsMissing);
      const node = new MirroredNode(text, kind, start, end, isBroken, kinds.fields[cursor.currentFieldId], parent);
      parent?.adopt(node);
      if (cursor.gotoFirstChild()) {
        parent = node;
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) return rootOf(node);
        parent = parent?.parent;
      }
    }
  } finally {
    cursor.delete();
  }
}

/** The tree of a text that the parser could not take: a module with one broken node over the whole text. */
export function brokenTree(text: string): SyntaxNode {
  const root = new MirroredNode(text, moduleKind, 0, text.length, true, undefined, undefined);
  if (text !== "") {
    root.adopt(new MirroredNode(text, { type: "ERROR", isNamed: true }, 0, text.length, true, undefined, root));
  }
  return root;
}

interface Kind {
  readonly type: string;
  readonly isNamed: boolean;
}

interface Kinds {
  readonly byId: readonly Kind[];
  readonly fields: readonly (string | null | undefined)[];
  readonly error: Kind;
}

const moduleKind: Kind = { type: "module", isNamed: true };

class MirroredNode implements SyntaxNode {
  readonly #text: string;
  readonly type: string;
  readonly isNamed: boolean;
  readonly start: number;
  readonly end: number;
  readonly isBroken: boolean;
  readonly fieldName: string | undefined;
  readonly parent: MirroredNode | undefined;
  children: readonly SyntaxNode[] = noChildren;

  constructor(
    text: string,
    kind: Kind,
    start: number,
    end: number,
    isBroken: boolean,
    fieldName: string | null | undefined,
    parent: MirroredNode | undefined,
  ) {
    this.#text = text;
    this.type = kind.type;
    this.isNamed = kind.isNamed;
    this.start = start;
    this.end = end;
    this.isBroken = isBroken;
    this.fieldName = fieldName ?? undefined;
    this.parent = parent;
  }

  get text(): string {
    return this.#text.slice(this.start, this.end);
  }

  field(name: string): SyntaxNode | undefined {
    for (const child of this.children) if (child.fieldName === name) return child;
    return undefined;
  }

  fields(name: string): readonly SyntaxNode[] {
    return this.children.filter((child) => child.fieldName === name);
  }

  adopt(child: SyntaxNode): void {
    if (this.children === noChildren) this.children = [child];
    else (this.children as SyntaxNode[]).push(child);
  }
}

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (root.parent !== undefined) root = root.parent;
  return root;
}

const known = new WeakMap<Language, Kinds>();

function kindsOf(language: Language): Kinds {
  const made = known.get(language);
  if (made) return made;
  const byId: Kind[] = [];
  for (let id = 0; id < language.nodeTypeCount; id++) {
    byId.push({ type: language.nodeTypeForId(id) ?? "ERROR", isNamed: language.nodeTypeIsNamed(id) });
  }
  const error = { type: "ERROR", isNamed: true };
  byId[errorSymbol] = error;
  const kinds = { byId, fields: language.fields, error };
  known.set(language, kinds);
  return kinds;
}
