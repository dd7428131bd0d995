// Tells a path whose last part is made unique by a generated identifier beside the name that somebody else chose.

import { calleeName, nameOf } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** The same part of the path also holds a generated identifier: `f"{uuid4()}_{file.filename}"`. */
export function isMadeUnique(file: PythonFile, place: SyntaxNode, holdsName: (part: SyntaxNode) => boolean): boolean {
  const pending = [place];
  const seen = new Set<SyntaxNode>();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (
      node.type === "string" &&
      holdsName(node) &&
      /\{[^{}/]*(\([^{}]*\))?[^{}/]*\}[^/{}]*\{[^{}]*\}[^/]*["']$/.test(node.text)
    ) {
      if (holdsUnique(file, node)) return true;
    }
    if (
      node.type === "binary_operator" &&
      node.field("operator")?.text === "+" &&
      holdsUnique(file, node) &&
      !/["']\/["']/.test(node.text)
    )
      return true;
    for (const inner of descendants(node)) {
      if (inner !== node && /^(string|binary_operator)$/.test(inner.type)) pending.push(inner);
      if (inner.type !== "identifier") continue;
      for (const one of file.scopes.bindingOf(inner)?.places ?? [])
        if (one.kind === "assignment" && one.value !== undefined) pending.push(one.value);
    }
  }
  return false;
}

const unique =
  /^(uuid\.uuid\d|uuid\.UUID|secrets\.token_\w+|nanoid\.generate|ulid\.\w+|shortuuid\.\w+|time\.time_ns|cuid2?\.\w+|ksuid\.\w+|bson\.ObjectId)\b/;

function holdsUnique(file: PythonFile, node: SyntaxNode): boolean {
  return [...descendants(node)].some((inner) => {
    if (inner.type === "call") return unique.test(calleeName(file, inner));
    if (inner.type !== "identifier") return false;
    if (file.typeOf(inner) === "uuid.UUID") return true;
    const places = file.scopes.bindingOf(inner)?.places ?? [];
    return places.some(
      ({ kind, value }) =>
        kind === "assignment" &&
        value !== undefined &&
        [...descendants(value)].some(
          (one) => one.type === "call" && unique.test(nameOf(file, one.field("function") ?? one)),
        ),
    );
  });
}
