// Turns a test that does all its work in a loop over fixed cases into a parametrized one.

import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, enclosingClass, indentOf, lineEnd, namedChildren, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { addItem } from "./call-edits.ts";
import { insertImport } from "./insert-import.ts";
import { bodyInstead } from "./move-out.ts";
import type { Fix } from "./rule.ts";

/** Undefined where the loop is not all of the test, or where its cases are made when it runs. */
export function parametrizedTest(file: PythonFile, test: SyntaxNode, loop: SyntaxNode): Fix | undefined {
  const body = statements(test.field("body")).filter(({ children }) => children[0]?.type !== "string");
  const [target, cases, list] = [loop.field("left"), loop.field("right"), test.field("parameters")];
  if (loop.type !== "for_statement" || body.length !== 1 || body[0] !== loop || loop.field("alternative"))
    return undefined;
  if (!target || !cases || !list || !isFixed(file, cases) || cases.text.includes("#")) return undefined;
  if (enclosingClass(test)?.field("superclasses") !== undefined) return undefined;
  if ([...descendants(loop)].some(({ type }) => /^(?:break|continue|async)/.test(type))) return undefined;
  const names = target.text.split(/,\s*/);
  const known = new Set(parametersOf(test).map(({ name }) => name));
  if (!names.every((name) => /^[a-z]\w*$/.test(name) && !known.has(name))) return undefined;
  const inside = bodyInstead(file, loop, statements(loop.field("body")));
  const inserted = insertImport(file, "pytest");
  const top = test.parent?.type === "decorated_definition" ? test.parent : test;
  if (inside === undefined || namedChildren(list).some(({ type }) => /splat|keyword/.test(type))) return undefined;
  const mark = `@${inserted.name}.mark.parametrize("${names.join(", ")}", ${cases.text})${lineEnd(file)}${indentOf(file, top)}`;
  return {
    title: "Parametrize the test with the cases of its loop",
    safe: false,
    edits: [
      ...inserted.edits,
      { span: { start: top.start, end: top.start }, text: mark },
      addItem(file, list, ...names),
      inside,
    ],
  };
}

/** A list of literals, or a name of the module for one thing. */
function isFixed(file: PythonFile, node: SyntaxNode): boolean {
  if (node.type === "identifier") {
    const binding = file.scopes.bindingOf(node);
    const [place, ...others] = binding?.places ?? [];
    const isMade = binding?.scope.kind === "module" && others.length === 0 && place?.kind === "assignment";
    return isMade && place.value !== undefined && /^(?:list|tuple|set)$/.test(place.value.type);
  }
  if (/^range\((?:\d+(?:, )?)+\)$/.test(node.text)) return true;
  if (!/^(?:list|tuple)$/.test(node.type) || !/^[[(]/.test(node.text)) return false;
  return [...descendants(node)].every(
    ({ type, isNamed }) =>
      !isNamed ||
      /^(?:list|tuple|dictionary|pair|string|string_\w+|escape_sequence|integer|float|true|false|none|unary_operator)$/.test(
        type,
      ),
  );
}
