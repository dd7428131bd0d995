// Reads a module of constants: numbers in upper case, alone or grouped in classes, and the name by which code has each.

import { docstringOf } from "../python/docstring.ts";
import type { PythonFile } from "../python/python-file.ts";
import { statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface Constant {
  readonly name: string;
  readonly value: number;
  readonly group: ConstantGroup | undefined;
}

export interface ConstantGroup {
  /** What code imports: the instance where the module makes one, else the class. */
  readonly name: string;
  readonly className: string;
  readonly docstring: string;
  /** The last field, below which another one finds its place; undefined where the class stands on one line. */
  readonly last: SyntaxNode | undefined;
  /** The annotations of its numbers, as written; none where they have none. */
  readonly annotations: readonly string[];
  /** Every name that the class defines. */
  readonly names: ReadonlySet<string>;
}

export interface ConstantsModule {
  readonly file: PythonFile;
  readonly groups: readonly ConstantGroup[];
  /** In order of the text. */
  readonly constants: readonly Constant[];
}

export function constantsIn(file: PythonFile): ConstantsModule {
  const instances = instancesIn(file);
  const groups: ConstantGroup[] = [];
  const constants: Constant[] = [];
  const loose = new Map<string, number>();
  for (const statement of statements(file.root)) {
    const definition = statement.type === "decorated_definition" ? statement.field("definition") : statement;
    if (definition?.type === "class_definition" && !isEnum(definition)) {
      const read = readGroup(file, definition, instances, loose);
      if (read === undefined) continue;
      groups.push(read.group);
      constants.push(...read.constants);
      continue;
    }
    const [name, value] = numberOf(statement, loose);
    if (value === undefined || !/^[A-Z][A-Z0-9_]*$/.test(name)) continue;
    loose.set(name, value);
    constants.push({ name, value, group: undefined });
  }
  return { file, groups, constants };
}

interface Instance {
  readonly name: string;
  /** Given another value than the class gives. */
  readonly overridden: ReadonlySet<string>;
}

/** `TIMEOUTS = Timeouts()` */
function instancesIn(file: PythonFile): ReadonlyMap<string, Instance> {
  const found = new Map<string, Instance>();
  for (const statement of statements(file.root)) {
    const assignment = assignmentIn(statement);
    const call = assignment?.field("right");
    const name = assignment?.field("left")?.text;
    const callee = call?.type === "call" ? call.field("function") : undefined;
    if (name === undefined || callee?.type !== "identifier" || found.has(callee.text)) continue;
    const given = (call?.field("arguments")?.children ?? []).filter(({ type }) => type === "keyword_argument");
    found.set(callee.text, { name, overridden: new Set(given.map((one) => one.field("name")?.text ?? "")) });
  }
  return found;
}

function readGroup(
  file: PythonFile,
  definition: SyntaxNode,
  instances: ReadonlyMap<string, Instance>,
  loose: ReadonlyMap<string, number>,
): { group: ConstantGroup; constants: readonly Constant[] } | undefined {
  const className = definition.field("name")?.text ?? "";
  const instance = instances.get(className);
  const known = new Map(loose);
  const values = new Map<string, number>();
  const names = new Set<string>();
  const annotations: string[] = [];
  let last: SyntaxNode | undefined;
  for (const statement of statements(definition)) {
    const assignment = assignmentIn(statement);
    const name = assignment?.field("left")?.text;
    if (assignment === undefined || name === undefined) continue;
    names.add(name);
    if (assignment.field("right") !== undefined) last = statement;
    const [, value] = numberOf(statement, known);
    if (value === undefined) continue;
    known.set(name, value);
    const annotation = assignment.field("type")?.text;
    if (annotation !== undefined) annotations.push(annotation);
    if (instance?.overridden.has(name) !== true && /^[A-Z][A-Z0-9_]*$/.test(name)) values.set(name, value);
  }
  if (values.size === 0) return undefined;
  const start = file.lines.position(definition.start).line;
  const isOneLine = last !== undefined && file.lines.position(last.start).line === start;
  const group: ConstantGroup = {
    name: instance?.name ?? className,
    className,
    docstring: docstringOf(definition) ?? "",
    last: isOneLine ? undefined : last,
    annotations,
    names,
  };
  return { group, constants: [...values].map(([name, value]) => ({ name, value, group })) };
}

function isEnum(definition: SyntaxNode): boolean {
  return /Enum|Flag/.test(definition.field("superclasses")?.text ?? "");
}

function assignmentIn(statement: SyntaxNode): SyntaxNode | undefined {
  return statement.children.find(({ type }) => type === "assignment");
}

function numberOf(statement: SyntaxNode, known: ReadonlyMap<string, number>): readonly [string, number | undefined] {
  const assignment = assignmentIn(statement);
  return [assignment?.field("left")?.text ?? "", evaluate(assignment?.field("right"), known)];
}

/** Numbers, names of numbers, and arithmetic on them, such as `2 * 1024 * MB`. */
export function evaluate(node: SyntaxNode | undefined, known: ReadonlyMap<string, number>): number | undefined {
  switch (node?.type) {
    case "integer":
    case "float": {
      const value = Number(node.text.replaceAll("_", ""));
      return Number.isNaN(value) ? undefined : value;
    }
    case "identifier":
      return known.get(node.text);
    case "parenthesized_expression":
      return evaluate(
        node.children.find(({ isNamed, type }) => isNamed && type !== "comment"),
        known,
      );
    case "unary_operator": {
      const value = evaluate(node.field("argument"), known);
      return value === undefined || !node.text.startsWith("-") ? undefined : -value;
    }
    case "binary_operator": {
      const left = evaluate(node.field("left"), known);
      const right = evaluate(node.field("right"), known);
      const apply = operators[node.field("operator")?.text ?? ""];
      return left === undefined || right === undefined ? undefined : apply?.(left, right);
    }
    default:
      return undefined;
  }
}

const operators: Readonly<Record<string, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "**": (left, right) => left ** right,
  "<<": (left, right) => left * 2 ** right,
};
