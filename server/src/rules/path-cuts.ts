// What takes out of a text whatever could lead out of a folder.

import { argumentsOf, methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

const cutting = /^(os\.path\.basename|werkzeug(\.\w+)*\.(secure_filename|safe_join))$/;

/** Behind these nothing is left that could leave a folder. */
export function isCut(file: PythonFile, node: SyntaxNode): boolean {
  if (node.type === "attribute") return /^(name|stem|suffix|suffixes|value)$/.test(node.field("attribute")?.text ?? "");
  return node.type === "call" && (cutting.test(calleeName(file, node)) || takesOutSeparators(node));
}

/** `ending.replace(".", "")`, `name.replace("/", "_")`: neither `..` in a name nor another folder is left. */
function takesOutSeparators(call: SyntaxNode): boolean {
  const target = methodCall(call);
  const [from, to] = argumentsOf(call).positional;
  return target?.method === "replace" && /^["'][./]["']$/.test(from?.text ?? "") && !/[./\\]/.test(to?.text ?? "/");
}
