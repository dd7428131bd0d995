// Temporary files and folders: where a function makes one, under which names it holds it, who removes it.

import { argumentsOf, methodCall } from "../python/call.ts";
import { findCarried } from "../python/carried.ts";
import { fileSink } from "../python/file-sinks.ts";
import { calleeName, nameOf } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Binding } from "../python/scopes.ts";
import { stringValue } from "../python/string-value.ts";
import {
  ancestors,
  descendants,
  enclosing,
  enclosingFunction,
  namedChildren,
  statementOf,
} from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface TemporaryFile {
  /** The call that makes it. */
  readonly call: SyntaxNode;
  /** The local that holds its path; undefined where nothing does. */
  readonly name: SyntaxNode | undefined;
  readonly isFolder: boolean;
}

/** The temporary files and folders that functions of a file make and that nothing removes by itself. */
export function* temporaryFiles(file: PythonFile): Generator<TemporaryFile> {
  for (const call of file.nodes("call")) {
    if (enclosingFunction(call) === undefined) continue;
    const name = calleeName(file, call);
    const isNamed =
      name === "tempfile.NamedTemporaryFile" && argumentsOf(call).keywords.get("delete")?.text === "False";
    if (isNamed || /^tempfile\.mk[ds]temp$/.test(name)) {
      if (isInManagedFolder(file, call)) continue;
      yield { call, name: holderOf(call, name === "tempfile.mkstemp"), isFolder: name === "tempfile.mkdtemp" };
    } else {
      const path = writtenPath(file, call, name);
      if (path !== undefined && isTemporary(file, path)) yield { call, name: rootName(path), isFolder: false };
    }
  }
}

/** `dir=` is a folder that a context manager removes, or one of pytest's. */
function isInManagedFolder(file: PythonFile, call: SyntaxNode): boolean {
  const folder = argumentsOf(call).keywords.get("dir");
  const place = folder && file.scopes.bindingOf(folder)?.places.at(-1);
  return place?.kind === "with" || (place?.kind === "parameter" && /^tmp_?(path|dir)/.test(place.name.text));
}

/** The local that takes what the call gives, also through `with … as`, `await` and `Path(…)`. */
function holderOf(call: SyntaxNode, isPair: boolean): SyntaxNode | undefined {
  const statement = statementOf(call);
  for (const above of ancestors(call)) {
    if (above === statement.parent) break;
    const target =
      above.type === "assignment"
        ? above.field("left")
        : above.type === "as_pattern"
          ? above.field("alias")
          : undefined;
    if (target === undefined) continue;
    if (target.type === "as_pattern_target") return namedChildren(target)[0];
    if (!isPair) return target.type === "identifier" ? target : undefined;
    const [, path] = namedChildren(target);
    return target.type === "identifier" ? target : path?.type === "identifier" ? path : undefined;
  }
  return undefined;
}

function rootName(path: SyntaxNode): SyntaxNode | undefined {
  const inner = path.type === "call" ? argumentsOf(path).positional[0] : path;
  return inner?.type === "identifier" ? inner : undefined;
}

/** The path that a call writes to. */
function writtenPath(file: PythonFile, call: SyntaxNode, name: string): SyntaxNode | undefined {
  const { positional, keywords } = argumentsOf(call);
  const target = methodCall(call);
  if (/^(open|io\.open|codecs\.open|aiofiles\.open|anyio\.open_file)$/.test(name)) {
    const mode = stringValue(keywords.get("mode") ?? positional[1]);
    return mode !== undefined && /[wxa]/.test(mode) ? (positional[0] ?? keywords.get("file")) : undefined;
  }
  if (target === undefined || fileSink(file, call) === undefined) return undefined;
  if (/^write_(text|bytes)$/.test(target.method)) return target.receiver;
  const mode = target.method === "open" ? stringValue(keywords.get("mode") ?? positional[0]) : undefined;
  return mode !== undefined && /[wxa]/.test(mode) ? target.receiver : undefined;
}

/** A path below /tmp or `tempfile.gettempdir()` that the function itself has made up. */
function isTemporary(file: PythonFile, path: SyntaxNode): boolean {
  const isRoot = (node: SyntaxNode) =>
    (node.type === "call" && calleeName(file, node) === "tempfile.gettempdir") ||
    (node.type === "string" && /^[rRbBfF]*["']{1,3}(\/var)?\/tmp\//.test(node.text)) ||
    stringValue(node) === "/tmp";
  const found = findCarried(file, path, { isSource: isRoot });
  return found !== undefined && enclosingFunction(found) === enclosingFunction(path);
}

/** The locals that hold the path, the file object or something made of them. */
export function namesOf(file: PythonFile, name: SyntaxNode): ReadonlySet<Binding> {
  const names = new Set<Binding>();
  const pending = [file.scopes.bindingOf(name)];
  for (let binding = pending.pop(); binding; binding = pending.pop()) {
    if (names.has(binding)) continue;
    names.add(binding);
    for (const use of binding.references) {
      const assignment = enclosing(use, "assignment", "as_pattern", "block");
      const target = assignment?.type === "assignment" ? assignment.field("left") : undefined;
      if (target?.type === "identifier" && isSamePath(file, use, assignment?.field("right")))
        pending.push(file.scopes.bindingOf(target));
    }
  }
  return names;
}

const RESTATING = /^(resolve|absolute|expanduser|as_posix)$/;

/** `tmp.name`, `Path(tmp).resolve()`, `str(path)`: the path itself in other clothes. */
export function isSamePath(file: PythonFile, use: SyntaxNode, whole: SyntaxNode | undefined): boolean {
  let node = use;
  while (node !== whole) {
    const { parent } = node;
    if (parent === undefined) return false;
    const isName = parent.type === "attribute" && parent.field("attribute")?.text === "name";
    const call = parent.type === "argument_list" ? parent.parent : undefined;
    const isPathCall =
      call?.type === "call" &&
      /^(pathlib\.Path|str|os\.fspath|os\.path\.(abspath|realpath)|anyio\.Path)$/.test(calleeName(file, call));
    const method = parent.type === "attribute" && RESTATING.test(parent.field("attribute")?.text ?? "");
    const restated = method && parent.parent?.type === "call" ? parent.parent : undefined;
    if (isName || parent.type === "parenthesized_expression") node = parent;
    else if (isPathCall && call) node = call;
    else if (restated && parent.field("object") === node) node = restated;
    else return false;
  }
  return true;
}

const removing =
  /^(os\.(remove|unlink|rmdir|removedirs|replace|rename|renames)|aiofiles\.os\.(remove|unlink|rmdir|replace|rename)|shutil\.(rmtree|move)|anyio\.Path\.unlink)$/;

/** True for a call that removes or moves away what its arguments or its receiver name. */
export function isRemoval(file: PythonFile, call: SyntaxNode): boolean {
  const name = calleeName(file, call);
  if (removing.test(name)) return true;
  const target = methodCall(call);
  if (target && /^(unlink|rmdir|rename|replace|remove|rmtree)$/.test(target.method)) return true;
  // `to_thread(os.remove, path)` names the function that removes.
  if (
    argumentsOf(call).positional.some(
      (one) => /^(identifier|attribute)$/.test(one.type) && removing.test(nameOf(file, one)),
    )
  )
    return true;
  return /(^|_)(clean|cleanup|remove|delete|unlink|rmtree|discard|purge|dispose|rm)(_|$|up)/i.test(
    name.split(".").at(-1) ?? "",
  );
}

/** True where the node reads one of the names. */
export function reads(file: PythonFile, node: SyntaxNode, names: ReadonlySet<Binding>): boolean {
  for (const inner of descendants(node)) {
    if (inner.type !== "identifier") continue;
    const binding = file.scopes.bindingOf(inner);
    if (binding !== undefined && names.has(binding)) return true;
  }
  return false;
}
