// Tells whether a dict's key, or an argument, can only have so many values.

import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** An enum, a boolean, a class, a `Literal`: there are only so many. */
export function isFixedKey(file: PythonFile, key: SyntaxNode): boolean {
  const parts = key.type === "tuple" ? key.children.filter((child) => child.isNamed) : [key];
  return parts.every((part) => isFixed(file, part));
}

/** The same for one part of it. */
export function isFixed(file: PythonFile, part: SyntaxNode): boolean {
  if (part.type === "attribute" && /^(value|name)$/.test(part.field("attribute")?.text ?? "")) {
    const object = part.field("object");
    if (object && isFixed(file, object)) return true;
  }
  if (file.isInstance(part, "enum.Enum", "builtins.bool")) return true;
  if (part.type !== "identifier") return /^(string|integer)$/.test(part.type) && !part.text.startsWith("f");
  return (
    file.scopes.bindingOf(part)?.places.some(({ annotation, value, kind }) => {
      if (annotation && (/\b(Literal\[|bool\b|\w*Enum\b)/.test(annotation.text) || ofClasses.test(annotation.text)))
        return true;
      return (
        kind === "for" &&
        value !== undefined &&
        (/^(list|tuple|set)$/.test(value.type) || /^[A-Z][A-Z0-9_]*$/.test(value.text))
      );
    }) ?? false
  );
}

const ofClasses = /^(?:typing\.)?[tT]ype(?:\[|$)/;

/** A parameter that takes a class: what is found out about classes is found out once for each of them. */
export function isClass(file: PythonFile, parameter: SyntaxNode): boolean {
  const places = file.scopes.bindingOf(parameter)?.places ?? [];
  return places.some(({ annotation }) => annotation !== undefined && ofClasses.test(annotation.text));
}
