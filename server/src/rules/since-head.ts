// What changed in a file since git's HEAD: functions by their qualified name, and the comments that came with a change.

import type { PythonFile } from "../python/python-file.ts";
import { enclosing } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** "Repository.find", "outer.inner"; the second of the same name is left out, since nobody can tell which is which. */
export function functionsByName(file: PythonFile): ReadonlyMap<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  const twice = new Set<string>();
  for (const code of file.nodes("function_definition")) {
    const name = qualifiedName(code);
    if (found.has(name)) twice.add(name);
    found.set(name, code);
  }
  for (const name of twice) found.delete(name);
  return found;
}

export function qualifiedName(definition: SyntaxNode): string {
  const names: string[] = [];
  for (let at: SyntaxNode | undefined = definition; at; at = enclosing(at, "function_definition", "class_definition")) {
    names.unshift(at.field("name")?.text ?? "");
  }
  return names.join(".");
}

/** Source without white space, trailing commas and the kind of its quotes, so that formatting changes nothing. */
export function unformatted(source: string): string {
  return source
    .replace(/#[^\n]*/g, "")
    .replace(/\s+/g, "")
    .replace(/,([)\]}])/g, "$1")
    .replaceAll("'", '"');
}

/** Comments on the lines of a node or right above it. */
export function commentsAt(file: PythonFile, node: { start: number; end: number }): readonly string[] {
  const first = file.lines.position(node.start).line;
  const last = file.lines.position(node.end).line;
  const above = new Set<number>();
  for (let line = first - 1; line >= 0 && file.lines.lineText(line).trim().startsWith("#"); line--) above.add(line);
  return file
    .nodes("comment")
    .filter((comment) => {
      const { line } = file.lines.position(comment.start);
      return above.has(line) || (line >= first && line <= last);
    })
    .map((comment) => comment.text);
}
