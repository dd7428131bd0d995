// Finds the names that a piece of code needs and that nothing binds at the place where it would go.

import { isBuiltinName } from "../python/builtins.ts";
import { isKeyword } from "../python/keywords.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export function unknownNames(file: PythonFile, at: SyntaxNode, code: string): readonly string[] {
  const bare = code.replace(texts, '""').replace(/#.*$/gm, "");
  const bound = new Set([...bare.matchAll(targets)].flatMap(([text]) => text.match(/\w+/g) ?? []));
  const scope = file.scopes.scopeOf(at);
  const used = bare.match(/(?<![\w.])[A-Za-z_]\w*/g) ?? [];
  return used.filter(
    (name) =>
      !isKeyword(name) && !bound.has(name) && !isBuiltinName(name) && file.scopes.lookUp(name, scope) === undefined,
  );
}

const texts = /[rbuf]{0,2}("""|'''|"|')(?:\\.|(?!\1)[\s\S])*\1/gi;

/** What is assigned, called so by `as`, gone over by `for`, or the name of an argument. */
const targets =
  /^[ \t]*[\w, \t]+(?=(?::[^=\n]+)?=(?!=))|\b(?:as|for)\s+[\w, ]+?(?=\s*(?::|\bin\b|,|$))|\b\w+(?=\s*=(?!=))/gm;
