// A tree of tree-sitter in a few numbers a node, after which the parser's own tree can be deleted; and the plain objects that
// rules read, made of those numbers when they are wanted.
//
// Packing costs as much as parsing, and objects take ten times the room: so every file is packed once and kept, and the objects
// of those that are looked at are made anew, which costs next to nothing.
//
// A cursor costs half of what parsing costs; reading `children` node by node costs more and needs a call per field name.

import type { Language, Tree } from "web-tree-sitter";
import type { PackedTree, SyntaxNode } from "./syntax.ts";

/** What a node is (see `kindOf`), where it starts and ends, and the place of its parent in the list, which stands before it. */
const numbersPerNode = 4;
const fieldShift = 16;
const brokenBit = 1 << 30;
const errorSymbol = 65535;

/** Grows to the largest tree there has been. */
let draft = new Int32Array(1 << 16);

export function packTree(tree: Tree): PackedTree {
  const cursor = tree.walk();
  try {
    let parent = -1;
    for (let at = 0; ; at += numbersPerNode) {
      if (at === draft.length) {
        const larger = new Int32Array(2 * draft.length);
        larger.set(draft);
        draft = larger;
      }
      const start = cursor.startIndex;
      const end = cursor.endIndex;
      const symbol = cursor.nodeTypeId;
      // Only a node without text can be one that the parser invented, so that the others need not be asked.
      const isBroken = symbol === errorSymbol || (start === end && cursor.nodeIsMissing);
      draft[at] = symbol | (cursor.currentFieldId << fieldShift) | (isBroken ? brokenBit : 0);
      draft[at + 1] = start;
      draft[at + 2] = end;
      draft[at + 3] = parent;
      if (cursor.gotoFirstChild()) {
        parent = at;
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) return draft.slice(0, at + numbersPerNode);
        parent = draft[parent + 3] as number;
      }
    }
  } finally {
    cursor.delete();
  }
}

/** The tree of a text that the parser could not take: a module with one broken node over the whole text. */
export function brokenTree(text: string): PackedTree {
  const broken = errorSymbol | brokenBit;
  const root = [broken, 0, text.length, -1];
  return new Int32Array(text === "" ? root : [...root, broken, 0, text.length, 0]);
}

export function unpackTree(tree: PackedTree, text: string, language: Language): SyntaxNode {
  const kinds = kindsOf(language);
  const nodes: PlainNode[] = [];
  for (let at = 0; at < tree.length; at += numbersPerNode) {
    const what = tree[at] as number;
    // A file with errors can be one ERROR node from end to end; its root is a module all the same, and broken.
    const kind = at === 0 ? moduleKind : (kinds.byId[what & errorSymbol] ?? kinds.error);
    const field = kinds.fields[(what & ~brokenBit) >> fieldShift];
    const parent = at === 0 ? undefined : nodes[(tree[at + 3] as number) / numbersPerNode];
    const isBroken = (what & brokenBit) !== 0;
    const node = new PlainNode(text, kind, tree[at + 1] as number, tree[at + 2] as number, isBroken, field, parent);
    parent?.adopt(node);
    nodes.push(node);
  }
  return nodes[0] as SyntaxNode;
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

const noChildren: readonly SyntaxNode[] = [];
const moduleKind: Kind = { type: "module", isNamed: true };

class PlainNode implements SyntaxNode {
  readonly #text: string;
  readonly type: string;
  readonly isNamed: boolean;
  readonly start: number;
  readonly end: number;
  readonly isBroken: boolean;
  readonly fieldName: string | undefined;
  readonly parent: PlainNode | undefined;
  children: readonly SyntaxNode[] = noChildren;

  constructor(
    text: string,
    kind: Kind,
    start: number,
    end: number,
    isBroken: boolean,
    fieldName: string | null | undefined,
    parent: PlainNode | undefined,
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
