// Writes the type of a value as an annotation, where built-in types say it.

import type { PythonFile } from "../python/python-file.ts";
import { namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** `["a"]` is `list[str]`, `{}` is `dict`, `1` is `int`; undefined for `None` and for what cannot be known. */
export function writtenType(file: PythonFile, value: SyntaxNode): string | undefined {
  const items = namedChildren(value);
  switch (value.type) {
    case "list":
      return container("list", [agreedType(file, items)]);
    case "set":
      return container("set", [agreedType(file, items)]);
    case "tuple": {
      const types = items.map((item) => writtenType(file, item));
      return types.length > 0 && types.length < 5 ? container("tuple", types) : "tuple";
    }
    case "dictionary": {
      const pairs = items.filter(({ type }) => type === "pair");
      if (pairs.length !== items.length) return "dict";
      const sides = ["key", "value"].map((side) =>
        agreedType(
          file,
          pairs.flatMap((pair) => pair.field(side) ?? []),
        ),
      );
      return container("dict", sides);
    }
    case "list_comprehension":
      return "list";
    case "set_comprehension":
      return "set";
    case "dictionary_comprehension":
      return "dict";
    default:
      return named(file.typeOf(value));
  }
}

/** A type of a value that has a name of its own: built in, or of this file. */
function named(type: string | undefined): string | undefined {
  const plain = /^builtins\.(str|int|float|bool|bytes|list|dict|set|frozenset|tuple)$/.exec(type ?? "")?.[1];
  return plain ?? /^\.([A-Za-z_]\w*)$/.exec(type ?? "")?.[1];
}

function container(name: string, types: readonly (string | undefined)[]): string {
  return types.includes(undefined) ? name : `${name}[${types.join(", ")}]`;
}

function agreedType(file: PythonFile, items: readonly SyntaxNode[]): string | undefined {
  const types = new Set(items.map((item) => writtenType(file, item)));
  return types.size === 1 ? [...types][0] : undefined;
}
