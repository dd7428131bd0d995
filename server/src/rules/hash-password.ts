// Hashes and checks passwords with bcrypt.

import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import type { Fix } from "./rule.ts";

const title = "look at the hashes that are stored already, and add bcrypt to the dependencies";

/** The whole expression becomes the hash of `password`, a text unless bytes are wanted. */
export function hashFix(file: PythonFile, whole: SyntaxNode, password: SyntaxNode, isBytes = false): Fix | undefined {
  if (!/^[\w.[\]"']+$/.test(password.text)) return undefined;
  const { name, edits } = insertImport(file, "bcrypt");
  const text = `${name}.hashpw(${password.text}.encode(), ${name}.gensalt())${isBytes ? "" : ".decode()"}`;
  return {
    title: `Hash it with bcrypt; compare with checkpw, as it is another hash each time; ${title}`,
    safe: false,
    edits: [...edits, { span: { start: whole.start, end: whole.end }, text }],
  };
}

/** `stored == given` becomes a check of the one against the other. */
export function checkFix(
  file: PythonFile,
  whole: SyntaxNode,
  stored: SyntaxNode,
  given: SyntaxNode,
  isNot: boolean,
): Fix | undefined {
  if (![stored, given].every(({ text }) => /^[\w.[\]"']+$/.test(text))) return undefined;
  const { name, edits } = insertImport(file, "bcrypt");
  const text = `${isNot ? "not " : ""}${name}.checkpw(${given.text}.encode(), ${stored.text}.encode())`;
  return {
    title: `Check it with bcrypt; ${title}`,
    safe: false,
    edits: [...edits, { span: { start: whole.start, end: whole.end }, text }],
  };
}
