// Names a variable of one letter after what it is given: a class, what a function gets, an attribute, a key.

import type { Workspace } from "../models/workspace.ts";
import { isBuiltinName } from "../python/builtins.ts";
import { isKeyword } from "../python/keywords.ts";
import type { PythonFile } from "../python/python-file.ts";
import { stringValue } from "../python/string-value.ts";
import { enclosing } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { toCasing } from "./casing.ts";
import { renameWithin } from "./rename.ts";
import { renameParameter } from "./rename-parameter.ts";
import type { Fix } from "./rule.ts";

/** Undefined where its value says nothing, or where the better name is taken. */
export function tellingName(file: PythonFile, name: SyntaxNode, workspace: Workspace): Fix | undefined {
  const around = enclosing(name, "function_definition");
  const binding = file.scopes.bindingOf(name);
  const [place] = binding?.places ?? [];
  if (around === undefined || place === undefined || binding?.places.length !== 1 || place.isPart) return undefined;
  const isParameter = place.kind === "parameter";
  if (!isParameter && place.kind !== "assignment") return undefined;
  const better =
    (place.annotation && ofType(place.annotation.text)) ?? (isParameter ? undefined : ofValue(place.value));
  if (better === undefined || better.length < 3 || isKeyword(better) || isBuiltinName(better)) return undefined;
  const isKnown = file.scopes.lookUp(better, file.scopes.scopeOf(name)) !== undefined;
  const edits = isKnown
    ? undefined
    : isParameter
      ? renameParameter(file, around, name.text, better, workspace)
      : renameWithin(file, around, name.text, better);
  return edits && { title: `Rename to ${better}; look whether that is what it stands for`, safe: false, edits };
}

/** `Order` and `models.Order | None`, but not `str`. */
function ofType(text: string): string | undefined {
  const name = /^["']?(?:\w+\.)*([A-Z]\w+?)(?:\s*\|\s*None)?["']?$/.exec(text)?.[1];
  return name === undefined || /^(?:Any|None|Self|Path)$/.test(name) ? undefined : toCasing(name, "snake_case");
}

function ofValue(value: SyntaxNode | undefined): string | undefined {
  const inner = value?.type === "await" ? value.children.at(-1) : value;
  if (inner?.type === "attribute") return ofWords(inner.field("attribute")?.text);
  if (inner?.type === "subscript") return ofWords(stringValue(inner.field("subscript")));
  if (inner?.type !== "call") return undefined;
  const callee = inner.field("function");
  const called = (callee?.type === "attribute" ? callee.field("attribute") : callee)?.text ?? "";
  // A class, or what a function says that it gets.
  return ofType(called) ?? ofWords(/^_?(?:get|load|fetch|find|read)_([a-z]\w*)$/.exec(called)?.[1]);
}

/** A name in lower case as it is; not `by_id`, which says how it was found. */
function ofWords(word: string | undefined): string | undefined {
  return word !== undefined &&
    /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(word) &&
    !/^(?:by|or|from|all|one|for)(?:_|$)|_(?:by|or|from|for)_/.test(word)
    ? word
    : undefined;
}
