// Whether a private function is only ever called with what the program itself writes down: constants and settings.

import { argumentNodes } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** All calls of it stand in its file, and none passes what comes from elsewhere. */
export function hasFixedCalls(file: PythonFile, definition: SyntaxNode): boolean {
  const name = definition.field("name");
  const binding = name && file.scopes.bindingOf(name);
  if (!name?.text.startsWith("_") || binding?.scope.kind !== "module") return false;
  const uses = binding.references.filter((use) => use.start !== name.start);
  return uses.length > 0 && uses.every((use) => isFixedCall(file, use));
}

function isFixedCall(file: PythonFile, use: SyntaxNode): boolean {
  const call = use.parent;
  if (call?.type !== "call" || call.field("function") !== use) return false;
  const given = argumentNodes(call).map((one) => (one.type === "keyword_argument" ? one.field("value") : one));
  return given.every((one) => one !== undefined && isWrittenDown(file, one));
}

/** "tides", `TIDES`, `settings.tides`, and a name that is given one of these and nothing else. */
function isWrittenDown(file: PythonFile, value: SyntaxNode): boolean {
  if (/^(integer|float|true|false|none)$/.test(value.type)) return true;
  if (value.type === "string") return !value.children.some((part) => part.type === "interpolation");
  if (value.type === "attribute") return file.resolve(value) !== undefined;
  if (value.type !== "identifier") return false;
  if (/^[A-Z][A-Z0-9_]*$/.test(value.text)) return true;
  const places = file.scopes.bindingOf(value)?.places ?? [];
  const [only] = places;
  return (
    places.length === 1 && only?.kind === "assignment" && only.value !== undefined && isWrittenDown(file, only.value)
  );
}
