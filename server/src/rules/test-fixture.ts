// Makes a fixture of a database engine or session that a test makes itself.

import type { Workspace } from "../models/workspace.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, enclosing, enclosingClass, lineEnd, namedChildren, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { addItem } from "./call-edits.ts";
import { insertImport } from "./insert-import.ts";
import { bodyInstead } from "./move-out.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** `engine = create_engine(…)` and `with Session(engine) as session:`; undefined where something of the test goes into it. */
export function fixtureFix(file: PythonFile, call: SyntaxNode, kind: string, workspace: Workspace): Fix | undefined {
  const test = enclosing(call, "function_definition");
  const held = heldBy(call);
  const parameters = test?.field("parameters");
  const top = test && topOf(test);
  if (!test || !held || !parameters || !top || !/^test/.test(test.field("name")?.text ?? "")) return undefined;
  const { name, statement } = held;
  const isWith = statement.type === "with_statement";
  if (isWith && statement.children[0]?.type === "async") return undefined;
  const given = needed(file, call, test);
  const binding = file.scopes.bindingOf(name);
  if (given === undefined || binding?.places.length !== 1 || call.text.includes("\n")) return undefined;
  const isTaken = file.scopes.module.bindings.has(name.text) || isOtherElsewhere(file, name, call);
  const shown = isTaken ? `${(test.field("name")?.text ?? "").replace(/^test_?/, "")}_${name.text}` : name.text;
  if (isTaken && new RegExp(String.raw`\b${shown}\b`).test(file.text)) return undefined;
  const taken: FixEdit | undefined = isWith
    ? bodyInstead(file, statement, statements(statement.field("body")))
    : removeStatement(file, statement);
  const renamed = taken && (isTaken ? renamedIn(taken, binding.references, name.text, shown) : [taken]);
  if (renamed === undefined) return undefined;
  const end = lineEnd(file);
  const pytest = insertImport(file, "pytest", undefined, workspace);
  const made = isWith
    ? [`    with ${call.text} as ${name.text}:`, `        yield ${name.text}`]
    : [`    ${name.text} = ${call.text}`, `    yield ${name.text}`, ...closing(call, kind, name.text)];
  const lines = [`@${pytest.name}.fixture`, `def ${shown}(${given.join(", ")}):`, ...made, "", "", ""];
  return {
    title: `Make a fixture \`${shown}\` of it; look whether other tests need it too`,
    safe: false,
    edits: [
      ...pytest.edits,
      {
        span: { start: top.start, end: top.start },
        text: lines.join(end),
        defines: `fixture ${shown} ${call.text}`,
      },
      addItem(file, parameters, shown),
      ...renamed,
    ],
  };
}

/** What the test calls it, where another fixture has that name: within the lines that move, and outside them. */
function renamedIn(
  edit: FixEdit,
  references: readonly SyntaxNode[],
  from: string,
  to: string,
): readonly FixEdit[] | undefined {
  const inside = references.filter(({ start }) => edit.span.start <= start && start < edit.span.end);
  const word = new RegExp(String.raw`(?<![\w.])${from}\b`, "g");
  if ((edit.text.match(word) ?? []).length !== inside.length) return undefined;
  const outside = references.filter((one) => !inside.includes(one));
  return [
    { ...edit, text: edit.text.replaceAll(word, to) },
    ...outside.map(({ start, end }) => ({ span: { start, end }, text: to })),
  ];
}

/** What closes it behind the test; an async engine can only be closed by async code. */
function closing(call: SyntaxNode, kind: string, name: string): readonly string[] {
  if (/async/i.test(call.text)) return [];
  return [`    ${name}.${kind === "engine" ? "dispose" : "close"}()`];
}

/** Of two things of one name the first has the fixture. */
function isOtherElsewhere(file: PythonFile, name: SyntaxNode, call: SyntaxNode): boolean {
  return file.nodes("assignment", "as_pattern").some((node) => {
    if (node.start >= call.start) return false;
    const target = node.field("left") ?? [...descendants(node)].findLast(({ type }) => type === "identifier");
    const value = node.field("right") ?? node.children.find(({ isNamed }) => isNamed);
    return target?.text === name.text && value?.text !== call.text;
  });
}

/** The statement of the module above which the fixture goes. */
function topOf(test: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = enclosingClass(test) ?? test;
  while (at?.parent !== undefined && at.parent.type !== "module") at = at.parent;
  return at;
}

function heldBy(call: SyntaxNode): { readonly name: SyntaxNode; readonly statement: SyntaxNode } | undefined {
  const above = call.parent;
  if (above?.type === "assignment") {
    const name = above.field("left");
    const statement = above.parent;
    return name?.type === "identifier" && statement?.type === "expression_statement" ? { name, statement } : undefined;
  }
  const clause = above?.type === "as_pattern" ? above.parent?.parent : undefined;
  const name = above && [...descendants(above)].findLast(({ type }) => type === "identifier");
  if (clause?.parent?.type !== "with_statement" || namedChildren(clause).length !== 1 || !name) return undefined;
  return name.start > call.end ? { name, statement: clause.parent } : undefined;
}

/** The test's own parameters that go into the call, which are fixtures; undefined where a local does. */
function needed(file: PythonFile, call: SyntaxNode, test: SyntaxNode): readonly string[] | undefined {
  const parameters = new Set(parametersOf(test).map(({ name }) => name));
  const found = new Set<string>();
  for (const node of descendants(call)) {
    const binding = node.type === "identifier" ? file.scopes.bindingOf(node) : undefined;
    if (binding === undefined || binding.scope.kind === "module") continue;
    if (!parameters.has(binding.name)) return undefined;
    found.add(binding.name);
  }
  return [...found];
}
