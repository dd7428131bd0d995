// Writes a docstring for a definition from its signature, for a person to fill in.

import type { PythonFile } from "../python/python-file.ts";
import { blockOf, indentOf, lineEnd, statements, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { parameterNames } from "./bound-names.ts";
import type { FixEdit } from "./rule.ts";

/** Undefined where the body stands on the line of the definition. */
export function insertDocstring(
  file: PythonFile,
  definition: SyntaxNode,
  convention: string,
): readonly FixEdit[] | undefined {
  return insertLines(file, definition, linesOf(definition, convention));
}

/** One line alone, for readers who call it over the web and see what it takes and gives by itself. */
export function insertSummary(file: PythonFile, definition: SyntaxNode): readonly FixEdit[] | undefined {
  return insertLines(file, definition, [`"""${summaryOf(definition.field("name")?.text ?? "")}"""`]);
}

function insertLines(
  file: PythonFile,
  definition: SyntaxNode,
  lines: readonly string[],
): readonly FixEdit[] | undefined {
  const body = blockOf(definition);
  const first = body?.children.find((child) => child.isNamed);
  const colon = definition.children.findLast((child) => child.type === ":" && child.end <= (body?.start ?? 0));
  if (body === undefined || first === undefined || colon === undefined) return undefined;
  const { line } = file.lines.position(colon.start);
  if (line === file.lines.position(first.start).line) return insteadOfDots(file, definition, lines);
  const indent = indentOf(file, first);
  const end = lineEnd(file);
  const isOnly = body.children.filter((child) => child.isNamed).length === 1;
  // A docstring is a body of its own.
  if (first.type === "pass_statement" && isOnly && file.lines.position(first.start).line === line + 1) {
    const written = lines.map((one, at) => (one === "" || at === 0 ? one : indent + one)).join(end);
    return [{ span: { start: first.start, end: first.end }, text: written }];
  }
  const text = lines.map((written) => (written === "" ? "" : indent + written)).join(end);
  // Above the comments that stand in front of the first statement.
  const at = file.lines.lineStart(line + 1);
  // PEP 8 wants a blank line before a method.
  const isBeforeMethod =
    definition.type === "class_definition" &&
    /^(function|class|decorated)_definition$/.test(first.type) &&
    file.lines.lineText(line + 1).trim() !== "";
  return [{ span: { start: at, end: at }, text: text + end + (isBeforeMethod ? end : "") }];
}

/** `def tie(rope): ...`: a docstring is a body of its own. Other bodies on the line stay as they are. */
function insteadOfDots(
  file: PythonFile,
  definition: SyntaxNode,
  lines: readonly string[],
): readonly FixEdit[] | undefined {
  const [only, ...others] = statements(definition);
  const colon = definition.children.findLast((child) => child.type === ":" && child.end <= (only?.start ?? 0));
  if (only === undefined || others.length > 0 || colon === undefined || !/^(\.\.\.|pass)$/.test(only.text))
    return undefined;
  const rest = file.text.slice(only.end, file.lines.lineSpan(file.lines.position(only.end).line).end);
  if (rest.trim() !== "") return undefined;
  const outer = indentOf(file, definition);
  const indent = outer + (outer.includes("\t") ? "\t" : "    ");
  const text = lines.map((written) => (written === "" ? "" : indent + written)).join(lineEnd(file));
  return [{ span: { start: colon.end, end: only.end }, text: lineEnd(file) + text }];
}

/** In the first line that is no shebang and no encoding; undefined where the file has no code. */
export function insertModuleDocstring(file: PythonFile): readonly FixEdit[] | undefined {
  if (!file.root.children.some((child) => child.isNamed && child.type !== "comment")) return undefined;
  let line = 0;
  while (/^\ufeff?#(!|.*coding[:=])/.test(file.lines.lineText(line))) line++;
  const lineStart = file.lines.lineStart(line);
  const at = lineStart === 0 && file.text.startsWith("\ufeff") ? 1 : lineStart;
  const parts = file.path.replace(/\.pyi?$/, "").split("/");
  const stem = parts.at(-1) === "__init__" ? parts.at(-2) : parts.at(-1);
  const end = lineEnd(file);
  const gap = file.lines.lineText(line).trim() === "" ? "" : end;
  return [{ span: { start: at, end: at }, text: `"""${summaryOf(stem ?? "module")}"""${end}${gap}` }];
}

/** Arguments that the section of arguments leaves out, at its end; undefined where it is not written in the usual way. */
export function insertArguments(
  file: PythonFile,
  definition: SyntaxNode,
  names: readonly string[],
): readonly FixEdit[] | undefined {
  const docstring = blockOf(definition)?.children.find((child) => child.isNamed);
  if (docstring?.type !== "expression_statement" || names.length === 0) return undefined;
  const lastLine = file.lines.position(docstring.end).line;
  let header = file.lines.position(docstring.start).line + 1;
  while (header < lastLine && !/^\s*(Args|Arguments|Parameters):\s*$/.test(file.lines.lineText(header))) header++;
  const indentAt = (line: number): string => /^\s*/.exec(file.lines.lineText(line))?.[0] ?? "";
  const base = indentAt(header);
  const indent = indentAt(header + 1);
  if (header + 1 >= lastLine || indent.length <= base.length) return undefined;
  let line = header + 1;
  while (line + 1 < lastLine && indentAt(line + 1).length > base.length && file.lines.lineText(line + 1).trim() !== "")
    line++;
  const at = file.lines.lineStart(line + 1);
  const end = lineEnd(file);
  const parameters = definition.field("parameters")?.text ?? "";
  const ordered = names.toSorted((a, b) => parameters.indexOf(a) - parameters.indexOf(b));
  const text = ordered.map((name) => `${indent}${name}: The ${words(name.replace(/^\*+/, ""))}.${end}`).join("");
  return [{ span: { start: at, end: at }, text }];
}

function linesOf(definition: SyntaxNode, convention: string): readonly string[] {
  const summary = summaryOf(definition.field("name")?.text ?? "");
  const sections = definition.type === "function_definition" ? sectionsOf(definition) : [];
  if (sections.length === 0) return [`"""${summary}"""`];
  if (convention === "sphinx") return [`"""${summary}`, "", ...sphinx(sections), '"""'];
  if (convention === "numpy") return [`"""${summary}`, ...sections.flatMap(numpy), '"""'];
  return [`"""${summary}`, ...sections.flatMap(google), '"""'];
}

interface Section {
  readonly title: "Args" | "Returns" | "Yields" | "Raises";
  /** Name and description. */
  readonly items: readonly (readonly [name: string, description: string])[];
}

function sectionsOf(definition: SyntaxNode): readonly Section[] {
  const parameters = definition.field("parameters");
  const names = parameters === undefined ? [] : [...parameterNames(parameters)].map((name) => name.text);
  const args = names.filter((name, index) => !(index === 0 && (name === "self" || name === "cls")));
  const sections: Section[] = [];
  if (args.length > 0) sections.push({ title: "Args", items: args.map((name) => [name, `The ${words(name)}.`]) });
  const result = definition.field("return_type")?.text.replace(/\s+/g, " ");
  const body = blockOf(definition);
  const inner = body === undefined ? [] : [...withinScope(body)];
  const returns = inner.some(
    (node) => node.type === "return_statement" && node.children.some((child) => child.isNamed),
  );
  if (inner.some((node) => node.type === "yield"))
    sections.push({ title: "Yields", items: [[result ?? "", "What comes next."]] });
  else if (returns && result !== "None")
    sections.push({ title: "Returns", items: [[result ?? "", `The ${result ?? "result"}.`]] });
  const raised = [...new Set(inner.flatMap(raisedName))];
  if (raised.length > 0)
    sections.push({ title: "Raises", items: raised.map((name) => [name, "When it cannot be done."]) });
  return sections;
}

function raisedName(node: SyntaxNode): readonly string[] {
  if (node.type !== "raise_statement") return [];
  const value = node.children.find((child) => child.isNamed);
  const name = value?.type === "call" ? value.field("function") : value;
  return name !== undefined && /^[A-Z]\w*$|\.[A-Z]\w*$/.test(name.text) ? [name.text] : [];
}

function google({ title, items }: Section): readonly string[] {
  const lines = items.map(([name, text]) =>
    title === "Returns" || title === "Yields" ? `    ${text}` : `    ${name}: ${text}`,
  );
  return ["", `${title}:`, ...lines];
}

function numpy({ title, items }: Section): readonly string[] {
  const heading = title === "Args" ? "Parameters" : title;
  return [
    "",
    heading,
    "-".repeat(heading.length),
    ...items.flatMap(([name, text]) => [name === "" ? "object" : name, `    ${text}`]),
  ];
}

function sphinx(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ title, items }) =>
    items.map(([name, text]) => {
      if (title === "Args") return `:param ${name}: ${text}`;
      return title === "Raises" ? `:raises ${name}: ${text}` : `:returns: ${text}`;
    }),
  );
}

function summaryOf(name: string): string {
  const text = words(name);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function words(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .trim()
    .toLowerCase();
}
