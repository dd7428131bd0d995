// The constant that takes a number's place: one of equal value that is there, else a new one where constants are kept.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosing, enclosingHandler, lineEnd, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { constantImport } from "./constant-import.ts";
import { type Constant, type ConstantGroup, type ConstantsModule, constantsIn, evaluate } from "./constants-module.ts";
import { newConstantName, placeName } from "./new-constant.ts";
import { groupFit, hasSameUnit, purposeOf, specific, wordsOf } from "./number-purpose.ts";
import type { Fix, FixEdit } from "./rule.ts";

export interface NumberPlace {
  readonly node: SyntaxNode;
  /** In words: "a delay". */
  readonly use: string;
  readonly name: string;
  /** The constants module of the text, as a path; "" for the file itself. */
  readonly module: string;
  /** The groups that the text names; others in that module are as good. */
  readonly groups: readonly string[];
}

export interface ConstantFix {
  readonly fix: Fix;
  readonly choices: readonly Fix[];
  /** The constant of equal value that is there already, in code. */
  readonly existing: string | undefined;
  /** Its name speaks of what the number stands amid, and not of another thing that happens to be as large. */
  readonly isTelling: boolean;
}

export function constantFor(file: PythonFile, workspace: Workspace, place: NumberPlace): ConstantFix | undefined {
  const path = modulePath(file, workspace, place.module);
  const shared = path === undefined ? undefined : workspace.python(path);
  if (shared === undefined) return inFile(file, place);
  const module = constantsIn(shared);
  const fixes = fitting(file, module, place).flatMap((constant) => {
    const use = useOf(file, workspace, module, constant, place);
    return use ? [{ ...use, constant }] : [];
  });
  const added = addTo(file, workspace, module, place);
  const [first, ...others] = fixes;
  if (place.module === "" && first === undefined) return inFile(file, place);
  if (first === undefined) return added && { fix: added, choices: [], existing: undefined, isTelling: false };
  const choices = [...others.slice(0, 4).map(({ fix }) => fix), ...(added === undefined ? [] : [added])];
  const isTelling = tells(file, first.constant, place);
  return { fix: first.fix, choices, existing: `\`${first.code}\``, isTelling };
}

/** The module of the text; else the one and only that the workspace has. */
function modulePath(file: PythonFile, workspace: Workspace, module: string): string | undefined {
  const isThere =
    module === ""
      ? (path: string) => /(^|\/)(constants?|consts)\.py$/.test(path)
      : (path: string) => path === module || path.endsWith(`/${module}`);
  const found = workspace.pythonFiles.filter((path) => isThere(path) && path !== file.path);
  return found.length === 1 ? found[0] : undefined;
}

/** Constants of equal value and like purpose, the likeliest first. */
function fitting(file: PythonFile, module: ConstantsModule, place: NumberPlace): readonly Constant[] {
  const value = evaluate(place.node, new Map());
  const words = wordsOf(place.name);
  const purpose = purposeOf(words);
  const context = new Set([...words, ...wordsAround(file, place.node)]);
  const scored = module.constants.flatMap((constant) => {
    if (constant.value !== value) return [];
    const own = wordsOf(constant.name);
    const ownPurpose = purposeOf(own);
    if (!hasSameUnit(words, own)) return [];
    const group = constant.group === undefined ? 0 : fitOf(place, constant.group);
    const isNamed = purpose === "other" ? specific(words).some((word) => own.includes(word)) : ownPurpose === purpose;
    const isOpen = ownPurpose === "other" || (ownPurpose === "size" && purpose === "cacheSize");
    if (!isNamed && (group === 0 || !isOpen)) return [];
    const telling = specific(own);
    const shared = telling.filter((word) => context.has(word)).length;
    // A constant alone must say more than its purpose, for its name is all that there is to tell it by.
    if (place.module === "" && group === 0 && shared === 0 && telling.length > 0) return [];
    return [{ constant, score: 4 * group + (isNamed ? 1 : 0) + 4 * shared - telling.length }];
  });
  return scored.toSorted((a, b) => b.score - a.score).map(({ constant }) => constant);
}

/** A constant that names nothing but its purpose is as good a name for this place as for any. */
function tells(file: PythonFile, constant: Constant, place: NumberPlace): boolean {
  const telling = specific(wordsOf(constant.name));
  const context = new Set([...wordsOf(place.name), ...wordsAround(file, place.node)]);
  return telling.length === 0 || telling.some((word) => context.has(word));
}

function fitOf(place: NumberPlace, group: ConstantGroup): number {
  const words = wordsOf(place.name);
  const isOfText = place.groups.includes(group.name) ? 0.5 : 0;
  const fit = groupFit(purposeOf(words), words, `${group.name} ${group.className}`, group.docstring);
  return fit === 0 ? 0 : fit + isOfText;
}

/** The words of the names in whose midst the number stands: module, class, function, what is called and assigned. */
function wordsAround(file: PythonFile, node: SyntaxNode): readonly string[] {
  const names = [file.path.split("/").at(-1)?.replace(/\.py$/, "") ?? ""];
  for (let at: SyntaxNode | undefined = node.parent; at; at = at.parent) {
    if (at.type === "function_definition" || at.type === "class_definition") names.push(at.field("name")?.text ?? "");
    if (at.type === "call") names.push(at.field("function")?.text ?? "");
    if (at.type === "assignment") names.push(at.field("left")?.text ?? "");
  }
  return [...wordsOf(names.join(" ")), ...(enclosingHandler(node) === undefined ? [] : wordsOf("error recovery"))];
}

function useOf(
  file: PythonFile,
  workspace: Workspace,
  module: ConstantsModule,
  constant: Constant,
  place: NumberPlace,
): { readonly fix: Fix; readonly code: string } | undefined {
  const imported = constantImport(file, workspace, module.file, constant.group?.name ?? constant.name, place.module);
  if (imported === undefined) return undefined;
  const code = constant.group === undefined ? imported.name : `${imported.name}.${constant.name}`;
  const edits = [{ span: spanOf(place.node), text: code }, ...imported.edits];
  return { code, fix: { title: `Use ${code}; look whether it means the same`, safe: false, edits } };
}

/** Below the last constant of the group that fits, else of those alone that fit, else at the module's end. */
function addTo(file: PythonFile, workspace: Workspace, module: ConstantsModule, place: NumberPlace): Fix | undefined {
  const best = module.groups
    .filter((group) => group.last !== undefined)
    .map((group) => ({ group, fit: fitOf(place, group) }))
    .toSorted((a, b) => b.fit - a.fit)[0];
  const group = best !== undefined && best.fit > 0 ? best.group : undefined;
  const taken = (name: string) =>
    group === undefined ? new RegExp(String.raw`\b${name}\b`).test(module.file.text) : group.names.has(name);
  const name = newConstantName(file, place, taken);
  const imported = constantImport(file, workspace, module.file, group?.name ?? name, place.module);
  if (imported === undefined) return undefined;
  const code = group === undefined ? imported.name : `${imported.name}.${name}`;
  const comment = `# ${placeName(file, place)}`;
  const edit = definition(module, group, name, place.node.text, comment);
  return {
    title: `Add ${group === undefined ? name : `${group.name}.${name}`} to ${module.file.path}; look at its name`,
    safe: false,
    edits: [{ span: spanOf(place.node), text: code }, ...imported.edits, { ...edit, path: module.file.path }],
  };
}

function definition(
  { file, constants }: ConstantsModule,
  group: ConstantGroup | undefined,
  name: string,
  number: string,
  comment: string,
): FixEdit {
  const end = lineEnd(file);
  const kind = /^-?\d[\d_]*$/.test(number) ? "int" : "float";
  if (group?.last !== undefined) {
    const line = file.lines.position(group.last.start).line;
    const indent = /^\s*/.exec(file.lines.lineText(line))?.[0] ?? "    ";
    const sample = group.annotations.at(-1);
    const annotation = sample === undefined ? "" : `: ${sample.replace(/\b(int|float)\b/, kind)}`;
    const at = file.lines.lineSpan(file.lines.position(group.last.end).line).end;
    const text = `${end}${indent}${name}${annotation} = ${number}  ${comment}`;
    return { span: { start: at, end: at }, text, defines: name, inAnyOrder: true };
  }
  const purpose = purposeOf(wordsOf(name));
  const loose = constants.filter((constant) => constant.group === undefined);
  const neighbour = loose.findLast((constant) => purposeOf(wordsOf(constant.name)) === purpose) ?? loose.at(-1);
  const after = statements(file.root).findLast((one) => one.text.startsWith(neighbour?.name ?? "\0"));
  const text = `${name} = ${number}  ${comment}`;
  if (after !== undefined) {
    const at = file.lines.lineSpan(file.lines.position(after.end).line).end;
    return { span: { start: at, end: at }, text: end + text, defines: name, inAnyOrder: true };
  }
  const at = file.text.length;
  const previous = statements(file.root).at(-1);
  const isBlock = previous !== undefined && /definition$/.test(previous.type);
  const gap = isBlock ? end + end : previous === undefined || previous.type === "expression_statement" ? "" : end;
  const lead = file.text === "" || file.text.endsWith("\n") ? gap : end + gap;
  return { span: { start: at, end: at }, text: `${lead}${text}${end}`, defines: name, inAnyOrder: true };
}

function inFile(file: PythonFile, place: NumberPlace): ConstantFix {
  const value = evaluate(place.node, new Map());
  const last = place.name.split("_").at(-1) ?? place.name;
  const existing = constantsIn(file).constants.find(
    (constant) => constant.group === undefined && constant.value === value && constant.name.includes(last),
  );
  const span = spanOf(place.node);
  if (existing !== undefined && !isOwnDefault(place.node)) {
    const title = `Use ${existing.name}; look whether it means the same`;
    const edits = [{ span, text: existing.name }];
    return { existing: `\`${existing.name}\``, choices: [], isTelling: true, fix: { title, safe: false, edits } };
  }
  const taken = (one: string) => new RegExp(String.raw`\b${one}\b`).test(file.text);
  const name = freeName(file, newConstantName(file, place, taken));
  const { at, isConstant } = whereConstantsAre(file, place.node);
  const end = lineEnd(file);
  const lead = at === 0 ? "" : isConstant ? end : end + end;
  const tail = at === 0 ? end + end + end : "";
  const text = `${lead}${name} = ${place.node.text}${tail}`;
  const edits = [
    { span, text: name },
    { span: { start: at, end: at }, text, defines: name, inAnyOrder: at > 0 },
  ];
  const title = `Extract the constant ${name}; look at its name`;
  return { existing: undefined, choices: [], isTelling: false, fix: { title, safe: false, edits } };
}

/** A default or a field is computed when its definition runs, perhaps above the constant. */
function isOwnDefault(node: SyntaxNode): boolean {
  return enclosing(node, "function_definition") === undefined;
}

function spanOf({ start, end }: SyntaxNode): { start: number; end: number } {
  return { start, end };
}

function freeName(file: PythonFile, wanted: string): string {
  let name = wanted;
  for (let number = 2; new RegExp(String.raw`\b${name}\b`).test(file.text); number++) name = `${wanted}_${number}`;
  return name;
}

/** The end of the line of the last constant below the imports, of the last import, or of the docstring; 0 where there is none. */
function whereConstantsAre(file: PythonFile, use: SyntaxNode): { readonly at: number; readonly isConstant: boolean } {
  let last: SyntaxNode | undefined;
  let isConstant = false;
  for (const [index, statement] of statements(file.root).entries()) {
    const [only] = statement.children;
    const isDocstring = index === 0 && statement.type === "expression_statement" && only?.type === "string";
    const isNumber = /^[A-Z][A-Z0-9_]*(: *\w+)? *= *[-\d._]+$/.test(statement.text) && statement.end < use.start;
    if (!isNumber && (isConstant || !(/import/.test(statement.type) || isDocstring))) break;
    isConstant = isNumber;
    last = statement;
  }
  const at = last === undefined ? 0 : file.lines.lineSpan(file.lines.position(last.end).line).end;
  return { at, isConstant };
}
