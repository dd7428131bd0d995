// Writes tests for code that has none: where they belong, what they import, and values that fit its parameters.

import type { Workspace } from "../models/workspace.ts";
import { isKeyword } from "../python/keywords.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { isTestPath } from "../python/source-file.ts";
import { lineEnd } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport, insertImportLine } from "./insert-import.ts";
import type { FixEdit } from "./rule.ts";

export interface WrittenTest {
  /** Without its decorators' imports. */
  readonly lines: readonly string[];
  readonly imports: readonly (readonly [module: string, name?: string])[];
}

/** A test of one function: what it should answer is not known, so that it gives an answer is all that is tried. */
export function callingTest(
  name: string,
  call: string,
  definition: SyntaxNode,
  expected: (call: string) => string,
): WrittenTest {
  const isAsync = definition.text.startsWith("async");
  const run = isAsync ? `asyncio.run(${call})` : call;
  const line = definition.field("return_type")?.text === "None" ? run : expected(run);
  return { lines: [`def ${name}() -> None:`, `    ${line}`], imports: isAsync ? [["asyncio"]] : [] };
}

/** A test to be filled in, where no call can be made up. */
export function openTest(module: string, name: string): WrittenTest {
  const test = name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, "_").toLowerCase();
  return {
    lines: [
      `@pytest.mark.skip(reason="to be written: what ${name} should do")`,
      `def test_${test}() -> None:`,
      `    assert ${name} is not None`,
    ],
    imports: [["pytest"], [module, name]],
  };
}

/** Appended to the module's test file, which is made where it is not there. */
export function addTests(
  file: PythonFile,
  tests: readonly WrittenTest[],
  workspace: Workspace,
): readonly FixEdit[] | undefined {
  const path = testFileOf(file, workspace);
  if (path === undefined || tests.length === 0) return undefined;
  const body = distinct(tests, workspace.text(path) ?? "");
  const names = body.flatMap((lines) => lines.map(nameIn)).join();
  const imports = tests.flatMap((test) => test.imports);
  const other = workspace.has(path) ? workspace.python(path) : undefined;
  if (workspace.has(path) && other === undefined) return undefined;
  if (other === undefined) {
    const text = `${[...importLines(imports, workspace, path), ...body.flatMap((lines) => ["", "", ...lines])].join("\n")}\n`;
    return [{ path, span: { start: 0, end: 0 }, text: text.replace(/^\n+/, ""), defines: `tests ${names}` }];
  }
  const end = lineEnd(other);
  const edits = new Map<string, FixEdit>();
  const isBare = imports.length > 0 && !/^(import|from) /m.test(other.text);
  const block = importLines(imports, workspace, path).join(end);
  if (isBare) for (const edit of insertImportLine(other, block, "", false)) edits.set(block, { ...edit, path });
  for (const [module, name] of isBare ? [] : imports) {
    const inserted = insertImport(other, module, name, workspace);
    if (inserted.name !== (name ?? module)) return undefined;
    for (const edit of inserted.edits) edits.set(edit.defines ?? edit.text, { ...edit, path });
  }
  const at = other.text.trimEnd().length;
  const text = body.map((lines) => `${end}${end}${end}${lines.join(end)}`).join("");
  return [...edits.values(), { path, span: { start: at, end: at }, text, defines: `tests ${names}`, inAnyOrder: true }];
}

/** Their lines, where a name that the file has already gets a number. */
function distinct(tests: readonly WrittenTest[], text: string): readonly (readonly string[])[] {
  const taken = new Set([...text.matchAll(/\bdef (\w+)/g)].map(([, name]) => name));
  return tests.map(({ lines }) => {
    const name = lines.map(nameIn).join("");
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
    taken.add(free);
    return lines.map((line) => (nameIn(line) === "" ? line : line.replace(/(?<=\bdef )\w+/, free)));
  });
}

function nameIn(line: string): string {
  return /^(?:async )?def (\w+)/.exec(line)?.[1] ?? "";
}

/** Standard library, then others, then the project's own; one statement for each module. */
function importLines(imports: WrittenTest["imports"], workspace: Workspace, path: string): readonly string[] {
  const byModule = new Map<string, Set<string>>();
  for (const [module, name] of imports) {
    const names = byModule.get(module) ?? new Set();
    if (name !== undefined) names.add(name);
    byModule.set(module, names);
  }
  const lines = (own: boolean) =>
    [...byModule]
      .filter(([module]) => (workspace.moduleFile(module, path) !== undefined) === own)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([module, names]) =>
        names.size === 0 ? `import ${module}` : `from ${module} import ${[...names].toSorted().join(", ")}`,
      );
  const [others, own] = [lines(false), lines(true)];
  return [...others, ...(others.length > 0 && own.length > 0 ? [""] : []), ...own];
}

/** `tests/test_billing.py`, in the folder in which the project keeps most of its tests, or where it is to keep its first. */
function testFileOf(file: PythonFile, workspace: Workspace): string | undefined {
  const stem = file.path.split("/").at(-1)?.replace(/\.py$/, "") ?? "";
  const tests = workspace.pythonFiles.filter((path) => isTestPath(path) && /(^|\/)test_\w+\.py$/.test(path));
  const name = stem === "__init__" ? file.path.split("/").at(-2) : stem;
  const known = tests.find((path) => path.endsWith(`/test_${name}.py`) || path === `test_${name}.py`);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const path of tests) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(
    ([a, times], [b, other]) => other - times || a.length - b.length || (a < b ? -1 : 1),
  );
  return name === undefined ? undefined : `${first?.[0] ?? firstTests(file.path, workspace)}test_${name}.py`;
}

/** `tests/` beside the nearest pyproject.toml, else at the root. */
function firstTests(path: string, workspace: Workspace): string {
  const folders = path.split("/").slice(0, -1);
  const above = folders.map((_, at) => `${folders.slice(0, folders.length - at).join("/")}/`);
  return `${above.find((folder) => workspace.has(`${folder}pyproject.toml`)) ?? ""}tests/`;
}

/** The dotted name of a file, as a test imports it. */
export function dottedName(file: PythonFile, workspace: Workspace): string | undefined {
  const plain = file.path.replace(/(\/__init__)?\.py$/, "").split("/");
  const leadsThere = (name: string) =>
    ["tests/test_x.py", file.path].some((from) => workspace.moduleFile(name, from) === file.path);
  const names = plain
    .map((_, at) => plain.slice(at).join("."))
    .filter((name) => !name.startsWith("src.") && name.split(".").every(isName) && leadsThere(name));
  // The file and its neighbours show from which folder the project imports its own.
  const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  const near = workspace.pythonFiles.filter((path) => path.startsWith(folder)).slice(0, 20);
  const isUsed = (name: string) => {
    const head = new RegExp(String.raw`^(?:from|import) ${name.split(".")[0] ?? ""}\b`, "m");
    return [file.path, ...near].some((path) => head.test(workspace.text(path) ?? ""));
  };
  return names.find(isUsed) ?? names[0];
}

function isName(segment: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(segment) && !isKeyword(segment);
}

const samples: Readonly<Record<string, string>> = {
  int: "1",
  float: "1.0",
  str: '"a"',
  bool: "True",
  bytes: 'b"a"',
  list: "[]",
  dict: "{}",
  set: "set()",
  tuple: "()",
  None: "None",
};

/** A value of a type that is written; undefined where none can be made up. */
export function sampleOf(type: string | undefined): string | undefined {
  if (type === undefined) return undefined;
  if (/\|\s*None$|^Optional\[/.test(type)) return "None";
  return samples[
    /^(\w+)(\[.*\])?$/s.exec(type)?.[1]?.replace(/^(List|Dict|Set|Tuple)$/, (name) => name.toLowerCase()) ?? ""
  ];
}

/** The arguments that a function needs, by place; undefined where one of them cannot be made up. */
export function sampleArguments(definition: SyntaxNode): string | undefined {
  const needed = parametersOf(definition).filter(
    ({ isReceiver, default: value, kind }) => !isReceiver && value === undefined && kind !== "*" && kind !== "**",
  );
  const values = needed.map((parameter) => {
    const value = sampleOf(parameter.annotation?.text);
    return value === undefined ? undefined : parameter.kind === "keyword only" ? `${parameter.name}=${value}` : value;
  });
  return values.includes(undefined) ? undefined : values.join(", ");
}
