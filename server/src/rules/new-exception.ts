// Raises an exception of the project's own: one that the file knows, else a new one that is named after the file.

import type { Workspace } from "../models/workspace.ts";
import { isBuiltinName } from "../python/builtins.ts";
import { argumentsOf } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingFunction, lineEnd } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { toCasing } from "./casing.ts";
import { importNamed, type UsableName } from "./import-named.ts";
import { insertBelowImports } from "./insert-below-imports.ts";
import { wordsOf } from "./number-purpose.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** `name` is what is raised so far; with its folder in front, a name of Python's own is the file's as well. */
export function newExceptionFix(
  file: PythonFile,
  name: SyntaxNode,
  folder: "bare" | "in front" = "bare",
): Fix | undefined {
  const span = { start: name.start, end: name.end };
  const own = ownException(file);
  const isLater = own !== undefined && (file.scopes.module.bindings.get(own)?.places[0]?.node.start ?? 0) > name.start;
  // The module itself raises before the class is there.
  if (isLater && enclosingFunction(name) === undefined) return undefined;
  if (own !== undefined)
    return {
      title: `Raise ${own}; look whether it is the one that callers expect`,
      safe: false,
      edits: [{ span, text: own }],
    };
  const parts = file.path.replace(/(\/__init__)?\.py$/, "").split("/");
  const stem = parts.slice(folder === "bare" ? -1 : -2).join("_");
  const made = `${toCasing(stem.replace(/[^\w]/g, "_").replace(/s$/, ""), "PascalCase")}Error`;
  if (!/^[A-Z]\w*$/.test(made) || isBuiltinName(made) || file.scopes.module.bindings.has(made)) return undefined;
  return {
    title: `Raise a new ${made}; look at its name, its place and who catches it`,
    safe: false,
    edits: [...newException(file, made, name), { span, text: made }],
  };
}

/** The class, below the imports. */
function newException(file: PythonFile, name: string, use: SyntaxNode | undefined): readonly FixEdit[] {
  const end = lineEnd(file);
  const text = `${end}class ${name}(Exception):${end}    pass${end}`;
  const last = file.root.children.findLast(({ type }) => /^(future_)?import(_from)?_statement$/.test(type));
  const following = last && file.text.slice(file.lines.lineSpan(file.lines.position(last.end).line).end);
  // PEP 8 wants two blank lines below a class.
  const gap = following !== undefined && /^(\r?\n){2}\S/.test(following) ? end : "";
  return insertBelowImports(file, text.trimEnd() + gap, [], use);
}

/** The exception that a guide names, imported from where it is, or written here where nothing in the workspace has it. */
export function namedException(
  file: PythonFile,
  name: string,
  workspace: Workspace,
  use?: SyntaxNode,
): UsableName | undefined {
  const usable = importNamed(file, name, workspace);
  if (usable !== undefined || !/^[A-Z]\w*$/.test(name) || file.scopes.module.bindings.has(name)) return usable;
  const somewhere = new RegExp(String.raw`\b(?:class\s+${name}\b|${name}\s*=)|^from .* import [^\n]*\b${name}\b`, "m");
  const isKnown = workspace.pythonFiles.some((path) => somewhere.test(workspace.text(path) ?? ""));
  return isKnown ? undefined : { text: name, edits: newException(file, name, use), isNew: true };
}

/** `HTTPException(500, "broken")` becomes `OrderError("broken")`: a status means nothing to an exception of one's own. */
export function ownInsteadOfHttp(file: PythonFile, call: SyntaxNode): Fix | undefined {
  const callee = call.field("function");
  const list = call.field("arguments");
  const fix = callee && newExceptionFix(file, callee);
  if (list === undefined || fix === undefined || callee === undefined) return undefined;
  const { keywords, positional } = argumentsOf(call);
  const detail = keywords.get("detail") ?? positional[1];
  if (keywords.has("headers") || positional.length > 2) return undefined;
  const edit = { span: { start: list.start, end: list.end }, text: `(${detail?.text ?? ""})` };
  return { ...fix, edits: [...fix.edits, edit] };
}

/** The one exception class that the file defines or imports from its own package, where its name fits what the file is about. */
function ownException(file: PythonFile): string | undefined {
  const subject = new Set(wordsOf(file.path.replace(/\.py$/, "").split("/").slice(-2).join("_")));
  const fits = (name: string) => wordsOf(name.replace(/(Error|Exception)$/, "")).every((word) => subject.has(word));
  const found = [...file.scopes.module.bindings].filter(([name, { places }]) => {
    const [place] = places;
    if (!/(Error|Exception)$/.test(name) || places.length !== 1 || place === undefined) return false;
    if (place.kind === "class") return fits(name) && !/\bdef __init__\b/.test(place.node.text);
    const root = file.path.split("/")[0] ?? "";
    return place.kind === "import" && fits(name) && (file.resolve(place.name) ?? "").startsWith(`${root}.`);
  });
  const [only] = found;
  return found.length === 1 ? only?.[0] : undefined;
}
