// Names the parameters that a function takes by `**kwargs`, where it asks that only for fixed keys.

import type { Workspace } from "../models/workspace.ts";
import { argumentNodes } from "../python/call.ts";
import { isKeyword } from "../python/keywords.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Place } from "../python/scopes.ts";
import { enclosingClass } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { removeWithGap } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** `pattern` is `**kwargs`. Undefined where a caller passes something else, or where what is missing cannot be told by a default. */
export function namedKeywords(
  file: PythonFile,
  definition: SyntaxNode,
  pattern: SyntaxNode,
  workspace: Workspace,
): Fix | undefined {
  const name = pattern.children.find(({ type }) => type === "identifier")?.text ?? "";
  const scope = file.scopes.opened(definition);
  const uses = (scope?.bindings.get(name)?.references ?? []).map(readOf);
  const reads = uses.filter((use) => use !== undefined);
  const keys = [...new Set(reads.map(({ key }) => key))];
  if (reads.length === 0 || reads.length < uses.length) return undefined;
  const parameters: string[] = [];
  const removals: FixEdit[] = [];
  const known = new Set<SyntaxNode>();
  const typed = pattern.parent?.type === "typed_parameter" ? pattern.parent : undefined;
  const type = typed?.field("type")?.text;
  for (const key of keys) {
    const all = reads.filter((read) => read.key === key);
    const [first] = all;
    const isOne = first && all.every(({ fallback }) => fallback === first.fallback);
    if (!isOne || (all.length > 1 && all.some(({ takes }) => takes))) return undefined;
    if (!/^[a-z_]\w*$/i.test(key) || isKeyword(key)) return undefined;
    const places = scope?.bindings.get(key)?.places ?? [];
    if (places.length > 0) {
      const line = places.length === 1 && all.length === 1 ? ownLine(definition, places[0], first.node) : undefined;
      const gone = line && removeWithGap(file, line);
      if (gone === undefined) return undefined;
      removals.push(gone);
      known.add(first.node);
    }
    const annotated = type === undefined ? key : `${key}: ${type}${first.fallback === "None" ? " | None" : ""}`;
    const equals = type === undefined ? "=" : " = ";
    parameters.push(first.fallback === undefined ? annotated : `${annotated}${equals}${first.fallback}`);
  }
  if (!callersPassOnly(file, definition, keys, workspace)) return undefined;
  const hasStar = parametersOf(definition).some(({ kind }) => kind === "*" || kind === "keyword only");
  const whole = typed ?? pattern;
  return {
    title: `Name ${keys.length === 1 ? "it" : "them"} in place of \`${pattern.text}\`; look at callers elsewhere`,
    safe: false,
    edits: [
      { span: { start: whole.start, end: whole.end }, text: (hasStar ? "" : "*, ") + parameters.join(", ") },
      ...removals,
      ...reads
        .filter(({ node }) => !known.has(node))
        .map(({ key, node }) => ({ span: { start: node.start, end: node.end }, text: key })),
    ],
  };
}

/** `lines = kwargs["lines"]` among the first statements of the function itself, which the parameter makes needless. */
function ownLine(definition: SyntaxNode, place: Place | undefined, read: SyntaxNode): SyntaxNode | undefined {
  const statement = read.parent?.parent;
  const isOwn = statement?.parent === definition.field("body") && statement?.type === "expression_statement";
  return isOwn && place?.kind === "assignment" && place.value === read && !place.isPart ? statement : undefined;
}

interface Read {
  readonly key: string;
  /** What there is where nobody passes it; undefined where somebody must. */
  readonly fallback: string | undefined;
  /** It is taken out, so that a second look finds none. */
  readonly takes: boolean;
  readonly node: SyntaxNode;
}

/** `kwargs["lines"]`, `kwargs.get("lines")`, `kwargs.pop("lines", 4)` */
function readOf(use: SyntaxNode): Read | undefined {
  const above = use.parent;
  if (above?.type === "subscript") {
    const isWritten = /^(?:left|target)$/.test(above.fieldName ?? "") || above.parent?.type === "delete_statement";
    const key = keyOf(above.field("subscript"));
    return isWritten || key === undefined ? undefined : { key, fallback: undefined, takes: false, node: above };
  }
  const method = above?.type === "attribute" ? above.field("attribute")?.text : undefined;
  const call = above?.parent;
  if (call?.type !== "call" || (method !== "get" && method !== "pop")) return undefined;
  const [first, second, third] = argumentNodes(call);
  const key = keyOf(first);
  if (key === undefined || third !== undefined) return undefined;
  if (second !== undefined && !/^(?:string|integer|float|true|false|none)$/.test(second.type)) return undefined;
  return {
    key,
    fallback: second?.text ?? (method === "get" ? "None" : undefined),
    takes: method === "pop",
    node: call,
  };
}

function keyOf(node: SyntaxNode | undefined): string | undefined {
  return node?.type === "string" ? /^["'](\w+)["']$/.exec(node.text)?.[1] : undefined;
}

/** By name, and nothing that is unpacked. */
function callersPassOnly(
  file: PythonFile,
  definition: SyntaxNode,
  keys: readonly string[],
  workspace: Workspace,
): boolean {
  const own = definition.field("name")?.text ?? "";
  const owner = enclosingClass(definition)?.field("name")?.text;
  const called = own === "__init__" ? (owner ?? own) : own;
  const known = new Set([...keys, ...parametersOf(definition).map(({ name }) => name)]);
  const paths = new Set([
    file.path,
    ...workspace.facts.filesCalling(called),
    ...workspace.facts.filesImporting(owner ?? called),
  ]);
  for (const path of paths) {
    const other = path === file.path ? file : workspace.python(path);
    // A class that inherits it may pass on what it likes.
    if (owner !== undefined && new RegExp(String.raw`^\s*class\s+\w+\([^)]*\b${owner}\b`, "m").test(other?.text ?? ""))
      return false;
    for (const call of other?.nodes("call") ?? []) {
      const callee = call.field("function");
      if ((callee?.field("attribute")?.text ?? callee?.text) !== called) continue;
      const passed = call.field("arguments")?.children ?? [];
      if (passed.some(({ type }) => type === "dictionary_splat")) return false;
      const names = passed.flatMap((one) => (one.type === "keyword_argument" ? (one.field("name")?.text ?? "") : []));
      if (!names.every((name) => known.has(name))) return false;
    }
  }
  return true;
}
