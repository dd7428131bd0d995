// Tells whether a function looks at the content of what it was given: signatures, libmagic, libraries that read the format.

import type { Workspace } from "../models/workspace.ts";
import { methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

const libraries =
  /^(magic|filetype|puremagic|imghdr|sndhdr|fleep|magika|PIL\.Image\.open|cv2\.imdecode|zipfile\.(is_zipfile|ZipFile)|tarfile\.(is_tarfile|open)|pypdf|PyPDF2|fitz|pdfplumber|pymupdf|docx|openpyxl|imageio|pillow_heif|wand|pyvips|av|mutagen|soundfile|pandas\.read_\w+|json\.loads|csv\.\w+)(\.|$)/;
const telling = /magic|signature|sniff|mime|detect|file_?type|content_?type|image_?type|header_?bytes/i;
const deepest = 2;

export function looksAtContent(file: PythonFile, definition: SyntaxNode, workspace: Workspace, depth = 0): boolean {
  for (const node of descendants(definition.field("body") ?? definition)) {
    if (node.type === "comparison_operator" && namedChildren(node).some(isBytes)) return true;
    if (node.type === "comparison_operator" && comparesBytes(file, node)) return true;
    if (node.type !== "call") continue;
    const target = methodCall(node);
    if (target && /^(startswith|find|endswith)$/.test(target.method) && isBytesValue(file, node, target.receiver))
      return true;
    if (target && isLookedUp(file, node, target.method)) return true;
    const name = calleeName(file, node);
    if (libraries.test(name)) return true;
    if (depth >= deepest || name === "" || /^mimetypes\./.test(name)) continue;
    const called = definitionOf(file, node, workspace);
    if (called === undefined) {
      // What cannot be read, and is called after the content's type, is taken at its word.
      if (telling.test(name.split(".").at(-1) ?? "") && !/^(typing|builtins|mimetypes)\./.test(name)) return true;
    } else if (
      called.definition !== definition &&
      looksAtContent(called.file, called.definition, workspace, depth + 1)
    ) {
      return true;
    }
  }
  return false;
}

/** `SIGNATURES.get(head)` */
function isLookedUp(file: PythonFile, call: SyntaxNode, method: string): boolean {
  const [key] = namedChildren(call.field("arguments") ?? call);
  return method === "get" && key !== undefined && file.typeOf(key) === "builtins.bytes";
}

function isBytes(node: SyntaxNode): boolean {
  return node.type === "string" && /^[rR]?[bB]/.test(node.text);
}

function comparesBytes(file: PythonFile, comparison: SyntaxNode): boolean {
  return namedChildren(comparison).some((side) => file.typeOf(side) === "builtins.bytes");
}

function isBytesValue(file: PythonFile, call: SyntaxNode, receiver: SyntaxNode): boolean {
  if (file.typeOf(receiver) === "builtins.bytes") return true;
  return namedChildren(call.field("arguments") ?? call).some((one) => isBytes(one) || namedChildren(one).some(isBytes));
}

function definitionOf(
  file: PythonFile,
  call: SyntaxNode,
  workspace: Workspace,
): { readonly file: PythonFile; readonly definition: SyntaxNode } | undefined {
  const callee = call.field("function");
  const resolved = callee && file.resolve(callee);
  if (callee === undefined || resolved === undefined) return undefined;
  const name = resolved.split(".").at(-1) ?? "";
  const path = resolved.startsWith(".")
    ? file.path
    : workspace.moduleFile(resolved.slice(0, resolved.lastIndexOf(".")), file.path);
  const holder = path === undefined ? undefined : path === file.path ? file : workspace.python(path);
  const definition = holder?.nodes("function_definition").find((one) => one.field("name")?.text === name);
  return holder && definition && { file: holder, definition };
}
