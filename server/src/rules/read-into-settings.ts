// Reads the environment of a module into a settings class of Pydantic's, which fails at the start where something is missing.

import { asksForPydantic1 } from "../models/project/pydantic-version.ts";
import type { Workspace } from "../models/workspace.ts";
import { argumentsOf } from "../python/call.ts";
import { calleeName, nameOf } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { stringValue } from "../python/string-value.ts";
import { descendants, indentOf, lineEnd, namedChildren, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { removeImport } from "./remove-import.ts";
import type { Fix, FixEdit } from "./rule.ts";

interface Read {
  readonly whole: SyntaxNode;
  readonly field: string;
  /** `str`, or `int = 5`. */
  readonly type: string;
}

/** Undefined where the module reads in a way that no field can take, or has settings already. */
export function settingsClassFix(file: PythonFile, workspace: Workspace): Fix | undefined {
  const reads = file.nodes("assignment").flatMap((one): readonly Read[] => {
    const isOfModule = one.parent?.parent?.type === "module";
    const value = one.field("right");
    const read = isOfModule && value && one.field("left")?.type === "identifier" ? readOf(file, value) : undefined;
    const isOptional = /\bNone\b|\bOptional\b/.test(one.field("type")?.text ?? "");
    return read === undefined
      ? []
      : [isOptional && read.type === "str" ? { ...read, type: "str | None = None" } : read];
  });
  const { bindings } = file.scopes.module;
  const owner = plainSettings(file);
  if (owner !== undefined) return ownerFix(file, owner, workspace);
  const [first] = reads;
  const statement = first?.whole.parent?.parent;
  const fields = new Set(reads.map(({ field }) => field));
  if (statement === undefined || bindings.has("Settings") || bindings.has("settings")) return undefined;
  if (fields.size < reads.length) return undefined;
  const base = settingsBase(file, workspace);
  const end = lineEnd(file);
  const lines = [
    `class Settings(${base.name}):`,
    ...reads.map(({ field, type }) => `    ${field}: ${type}`),
    "",
    "",
    "settings = Settings()",
    "",
  ];
  const above = /(?:\r?\n)*$/.exec(file.text.slice(0, statement.start))?.[0].match(/\n/g)?.length ?? 0;
  const gap = end.repeat(Math.max(0, 3 - above));
  return fixWith(file, reads, workspace, [
    ...base.edits,
    { span: { start: statement.start, end: statement.start }, text: gap + lines.join(end) },
    ...reads.map(({ whole, field }) => ({ span: whole, text: `settings.${field}` })),
  ]);
}

function fixWith(file: PythonFile, reads: readonly Read[], workspace: Workspace, edits: readonly FixEdit[]): Fix {
  const isOld = asksForPydantic1(file.path, workspace);
  const left = leftImport(file, reads);
  // The new import stands behind the one that goes, or in its place.
  const isBeside = edits.some(
    ({ span, defines }) =>
      defines !== undefined && left.some((one) => one.span.start <= span.start && span.start <= one.span.end),
  );
  const [line] = edits.filter(({ defines }) => defines !== undefined);
  const [gone] = left;
  const instead =
    isBeside && line && gone
      ? [{ ...line, span: gone.span, text: `${line.defines}${lineEnd(file)}${lineEnd(file)}` }]
      : undefined;
  const all = [...edits.filter((edit) => edit !== line || instead === undefined), ...(instead ?? left)];
  return {
    title: `Read it into a settings class; look what may be missing${isOld ? "" : ", and ask for pydantic-settings"}`,
    safe: false,
    edits: all.map(({ span, ...rest }) => ({ ...rest, path: file.path, span: { start: span.start, end: span.end } })),
  };
}

function settingsBase(file: PythonFile, workspace: Workspace) {
  const isOld = asksForPydantic1(file.path, workspace);
  return insertImport(file, isOld ? "pydantic" : "pydantic_settings", "BaseSettings", workspace);
}

/** `class Settings:` with nothing but what it reads, made once. */
function plainSettings(file: PythonFile): SyntaxNode | undefined {
  return file.nodes("class_definition").find((one) => {
    const body = statements(one.field("body"));
    const isPlain = one.field("superclasses") === undefined && one.parent?.type === "module";
    return isPlain && body.length > 0 && body.every((line) => fieldOf(file, line) !== undefined);
  });
}

function fieldOf(file: PythonFile, statement: SyntaxNode): Read | undefined {
  const assignment = statement.children[0];
  const value = assignment?.type === "assignment" ? assignment.field("right") : undefined;
  const name = assignment?.field("left");
  const read = value && name?.type === "identifier" ? readOf(file, value) : undefined;
  // The environment knows the field by its name.
  return read?.field === name?.text.toLowerCase() ? read : undefined;
}

function ownerFix(file: PythonFile, owner: SyntaxNode, workspace: Workspace): Fix | undefined {
  const name = owner.field("name");
  const body = statements(owner.field("body"));
  const reads = body.flatMap((line) => fieldOf(file, line) ?? []);
  if (name === undefined) return undefined;
  const base = settingsBase(file, workspace);
  return fixWith(file, reads, workspace, [
    ...base.edits,
    { span: { start: name.end, end: name.end }, text: `(${base.name})` },
    ...body.map((line, at) => ({
      span: { start: line.start, end: line.end },
      text: `${line.children[0]?.field("left")?.text ?? ""}: ${reads[at]?.type ?? "str"}`,
    })),
  ]);
}

/** `os.getenv("URL")`, `os.environ["URL"]`, `int(os.environ.get("LIMIT", "5"))`. */
function readOf(file: PythonFile, value: SyntaxNode): Read | undefined {
  const callee = value.type === "call" ? calleeName(file, value) : "";
  if (/^(builtins\.)?(int|float)$/.test(callee)) {
    const [inner, ...others] = argumentsOf(value).positional;
    const read = inner && others.length === 0 ? readOf(file, inner) : undefined;
    const number = /^str(?: = ["'](-?[\d.]+)["'])?$/.exec(read?.type ?? "");
    const type = callee.replace("builtins.", "");
    if (read === undefined || number === null) return undefined;
    return { whole: value, field: read.field, type: number[1] === undefined ? type : `${type} = ${number[1]}` };
  }
  const isGet = /^os\.(getenv|environ\.get)$/.test(callee);
  const object = value.type === "subscript" ? value.field("value") : undefined;
  const isItem = object !== undefined && nameOf(file, object) === "os.environ";
  const [key, fallback, ...others] = isGet ? argumentsOf(value).positional : isItem ? value.fields("subscript") : [];
  const name = stringValue(key);
  if (name === undefined || others.length > 0 || !/^[A-Za-z]\w*$/.test(name)) return undefined;
  if (fallback !== undefined && stringValue(fallback) === undefined) return undefined;
  return { whole: value, field: name.toLowerCase(), type: fallback === undefined ? "str" : `str = ${fallback.text}` };
}

/** The import of `os`, where nothing else of it is read. */
function leftImport(file: PythonFile, reads: readonly Read[]): readonly FixEdit[] {
  const binding = file.scopes.module.bindings.get("os");
  const isInside = (at: number) => reads.some(({ whole }) => whole.start <= at && at < whole.end);
  const [place, ...others] = binding?.places ?? [];
  const statement = place?.node.type === "import_statement" ? place.node : undefined;
  if (!binding || !statement || others.length > 0 || !binding.references.every(({ start }) => isInside(start)))
    return [];
  const item = namedChildren(statement).find((one) => [...descendants(one)].some(({ text }) => text === "os"));
  const edit = item && indentOf(file, statement) === "" ? removeImport(file, statement, item) : undefined;
  return edit === undefined ? [] : [{ ...edit, path: file.path }];
}
