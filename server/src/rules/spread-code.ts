// Lays a comprehension out as the usual formatters do: on one line where it fits, else a line for each of its parts.

export interface Layout {
  readonly indent: string;
  readonly limit: number;
  readonly end: string;
}

export interface Comprehension {
  readonly open: string;
  readonly element: string;
  /** `for x in y`, `if z`. */
  readonly clauses: readonly string[];
  readonly close: string;
}

/** `tail` is what follows on its last line. */
export function spread({ open, element, clauses, close }: Comprehension, layout: Layout, tail = ""): string {
  const line = `${open}${element} ${clauses.join(" ")}${close}`;
  if (fits(line + tail, layout)) return line + tail;
  const indent = layout.indent + stepOf(layout.indent);
  const inner = layout.end + indent;
  const parts = [element, ...clauses].join(" ");
  if (fits(parts, { ...layout, indent })) return `${open}${inner}${parts}${layout.end}${layout.indent}${close}${tail}`;
  return `${open}${[element, ...clauses].map((part) => inner + part).join("")}${layout.end}${layout.indent}${close}${tail}`;
}

/** `lead(…)tail` around one comprehension, which is the call's only argument. */
export function spreadCall(lead: string, inner: Comprehension, layout: Layout, tail: string): string {
  const line = spread(inner, { ...layout, limit: Number.POSITIVE_INFINITY });
  if (fits(`${lead}${line}${tail}`, layout)) return `${lead}${line}${tail}`;
  const indent = layout.indent + stepOf(layout.indent);
  return `${lead}${layout.end}${indent}${spread(inner, { ...layout, indent })}${layout.end}${layout.indent}${tail}`;
}

export function fits(line: string, { indent, limit }: Layout): boolean {
  return !line.includes("\n") && indent.length + line.length <= limit;
}

export function stepOf(indent: string): string {
  return indent.includes("\t") ? "\t" : "    ";
}
