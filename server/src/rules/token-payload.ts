// Tells whether the payload of a JSON web token has an `exp`, through locals, copies, models and helpers.

import type { Workspace } from "../models/workspace.ts";
import { argumentsOf, methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Place } from "../python/scopes.ts";
import { stringValue } from "../python/string-value.ts";
import { descendants, enclosingFunction, namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** True where the payload has `exp`, false where it surely has none, undefined where that cannot be known. */
export function expires(
  file: PythonFile,
  payload: SyntaxNode,
  call: SyntaxNode,
  workspace: Workspace,
  depth = 0,
): boolean | undefined {
  if (depth > 6) return undefined;
  const again = (node: SyntaxNode | undefined) => node && expires(file, node, call, workspace, depth + 1);
  switch (payload.type) {
    case "dictionary": {
      let isKnown: boolean | undefined = false;
      for (const entry of namedChildren(payload)) {
        if (entry.type === "pair") {
          const key = entry.field("key");
          if (stringValue(key) === "exp") return true;
          if (stringValue(key) === undefined) isKnown = undefined;
        } else if (entry.type === "dictionary_splat") {
          const inner = again(namedChildren(entry)[0]);
          if (inner !== false) isKnown = isKnown === false ? inner : isKnown;
          if (inner === true) return true;
        }
      }
      return isKnown;
    }
    case "parenthesized_expression":
      return again(namedChildren(payload)[0]);
    case "binary_operator": {
      const sides = [again(payload.field("left")), again(payload.field("right"))];
      return sides.includes(true) ? true : sides.includes(undefined) ? undefined : false;
    }
    case "call":
      return ofCall(file, payload, call, workspace, depth);
    case "identifier":
      return ofName(file, payload, call, workspace, depth);
    default:
      return undefined;
  }
}

function ofCall(
  file: PythonFile,
  made: SyntaxNode,
  call: SyntaxNode,
  workspace: Workspace,
  depth: number,
): boolean | undefined {
  const name = calleeName(file, made);
  const { positional, keywords, hasSplat } = argumentsOf(made);
  const target = methodCall(made);
  if (name === "dict") {
    if (keywords.has("exp")) return true;
    const [first] = positional;
    if (hasSplat) return undefined;
    return first ? expires(file, first, call, workspace, depth + 1) : false;
  }
  if (/^(copy\.(deep)?copy)$/.test(name) && positional[0])
    return expires(file, positional[0], call, workspace, depth + 1);
  if (target?.method === "copy") return expires(file, target.receiver, call, workspace, depth + 1);
  if (target && /^(model_dump|dict|to_dict|as_dict)$/.test(target.method))
    return ofObject(file, target.receiver, workspace);
  if (name === "dataclasses.asdict" && positional[0]) return ofObject(file, positional[0], workspace);
  return undefined;
}

/** A model's fields are known where its class is. */
function ofObject(file: PythonFile, node: SyntaxNode, workspace: Workspace): boolean | undefined {
  const type = file.typeOf(node);
  if (type === undefined) return undefined;
  const name = type.slice(type.lastIndexOf(".") + 1);
  const path = type.startsWith(".") ? file.path : workspace.moduleFile(type.slice(0, type.lastIndexOf(".")), file.path);
  const { program } = workspace.facts;
  const owner = path === undefined ? undefined : program.module(path)?.classes.get(name);
  if (owner === undefined) return undefined;
  return [owner, ...program.ancestors(owner)].some(({ attributes }) => attributes.has("exp"));
}

function ofName(
  file: PythonFile,
  name: SyntaxNode,
  call: SyntaxNode,
  workspace: Workspace,
  depth: number,
): boolean | undefined {
  const binding = file.scopes.bindingOf(name);
  const definition = enclosingFunction(call);
  if (binding === undefined) return undefined;
  if (setsLater(file, name.text, definition ?? file.root)) return true;
  const answers = binding.places.map((place): boolean | undefined => {
    if (place.kind === "parameter") return ofParameter(file, place, call, workspace);
    if (place.kind === "augmented") return place.value && expires(file, place.value, call, workspace, depth + 1);
    if (place.kind !== "assignment" || place.value === undefined || place.isPart) return undefined;
    return place.value.type === "identifier" && place.value.text === name.text
      ? false
      : expires(file, place.value, call, workspace, depth + 1);
  });
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

/** `payload["exp"] = …`, `payload.update(exp=…)`, `payload.setdefault("exp", …)`, or a helper that is handed the payload. */
function setsLater(file: PythonFile, name: string, scope: SyntaxNode): boolean {
  for (const node of descendants(scope)) {
    if (
      node.type === "subscript" &&
      node.field("value")?.text === name &&
      stringValue(node.field("subscript")) === "exp"
    )
      return true;
    if (node.type !== "call") continue;
    const target = methodCall(node);
    const { positional, keywords } = argumentsOf(node);
    if (target?.receiver.text === name && /^(update|setdefault)$/.test(target.method)) {
      if (keywords.has("exp") || /["']exp["']/.test(node.text)) return true;
      // What is put in cannot be read.
      if (positional.some(({ type }) => type !== "dictionary" && type !== "string" && type !== "identifier"))
        return true;
    } else if (
      positional.some(({ text }) => text === name) &&
      !encoders.test(calleeName(file, node)) &&
      !/^(dict|len|str|copy\.\w+|print)$/.test(calleeName(file, node)) &&
      !/log/i.test(target?.receiver.text ?? "")
    ) {
      return true;
    }
  }
  return false;
}

/** What callers hand in: known only where one of them is seen to set it. */
function ofParameter(file: PythonFile, place: Place, call: SyntaxNode, workspace: Workspace): boolean | undefined {
  const name = enclosingFunction(call)?.field("name")?.text;
  if (
    name === undefined || place.annotation === undefined
      ? false
      : !/\b([dD]ict|Mapping|Any)\b/.test(place.annotation.text)
  )
    return ofObject(file, place.name, workspace);
  const calls = new RegExp(`\\b${name}\\s*\\(`);
  const setters = workspace.pythonFiles.filter((path) => {
    const text =
      path === file.path ? file.text.replace(enclosingFunction(call)?.text ?? "", "") : (workspace.text(path) ?? "");
    return calls.test(text) && /["']exp["']|\bexp\s*=/.test(text);
  });
  return setters.length > 0;
}

/** The functions that sign a payload. */
export const encoders = /^(jwt(\.api_jwt)?|jose\.jwt|authlib\.jose\.(jwt|JsonWebToken))\.encode$/;
