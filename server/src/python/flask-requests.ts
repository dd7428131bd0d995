// Flask's requests: what of `request` and of a view's parameters comes from outside.

import { argumentsOf, methodCall } from "./call.ts";
import { nameOf } from "./name-of.ts";
import { parametersOf } from "./parameters.ts";
import type { PythonFile } from "./python-file.ts";
import { decoratorsOf, namedChildren } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";

const requestName = /^(flask|quart)(\.\w+)*\.request$/;
const holders = /^(args|form|values|headers|cookies|view_args|json)$/;

/** The `request` that Flask sets for each call of a view. */
export function isFlaskRequest(file: PythonFile, node: SyntaxNode): boolean {
  return node.type === "identifier" && requestName.test(nameOf(file, node));
}

/** `request.args`, `request.form`, `request.get_json()`: what is read of these by key comes from outside. */
export function holdsFlaskData(file: PythonFile, node: SyntaxNode): boolean {
  const object = node.type === "attribute" ? node.field("object") : undefined;
  if (object && isFlaskRequest(file, object)) return holders.test(node.field("attribute")?.text ?? "");
  const target = node.type === "call" ? methodCall(node) : undefined;
  return target?.method === "get_json" && isFlaskRequest(file, target.receiver);
}

/** A file that was sent along: `request.files["scan"]`, also under a name. */
export function isFlaskUpload(file: PythonFile, node: SyntaxNode): boolean {
  if (node.type === "identifier") {
    const places = file.scopes.bindingOf(node)?.places ?? [];
    const [place] = places;
    return places.length === 1 && place?.kind === "assignment" && place.value !== undefined && !place.isPart
      ? place.value.type !== "identifier" && isFlaskUpload(file, place.value)
      : file.isInstance(node, "werkzeug.datastructures.FileStorage");
  }
  const target = node.type === "call" ? methodCall(node) : undefined;
  const holder =
    node.type === "subscript" ? node.field("value") : target?.method === "get" ? target.receiver : undefined;
  const object = holder?.type === "attribute" && holder.field("attribute")?.text === "files" && holder.field("object");
  return object ? isFlaskRequest(file, object) : file.isInstance(node, "werkzeug.datastructures.FileStorage");
}

/** The parameters of views that take a text of the path: `<name>`, `<path:name>`, but not `<int:number>`. */
export function flaskPathParameters(file: PythonFile): readonly SyntaxNode[] {
  return file.nodes("function_definition").flatMap((view) => {
    const texts = decoratorsOf(view).flatMap((decorator) => textsOfRoute(file, decorator));
    return texts.length === 0
      ? []
      : parametersOf(view)
          .filter(({ name }) => texts.includes(name))
          .map(({ nameNode }) => nameNode);
  });
}

function textsOfRoute(file: PythonFile, decorator: SyntaxNode): readonly string[] {
  const call = namedChildren(decorator).find(({ type }) => type === "call");
  const target = call ? methodCall(call) : undefined;
  if (!call || !target || !/^(route|get|post|put|patch|delete)$/.test(target.method)) return [];
  if (!file.isInstance(target.receiver, "flask.Flask", "flask.Blueprint")) return [];
  const path = argumentsOf(call).positional[0]?.text ?? "";
  return [...path.matchAll(/<(?:(?:string|path)(?:\([^)]*\))?:)?(\w+)>/g)].map(([, name = ""]) => name);
}
