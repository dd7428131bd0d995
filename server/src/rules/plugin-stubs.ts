// Writes what a plugin lacks of its contract: attributes with an empty value, methods that are yet to be filled in.

import type { ClassFacts } from "../models/program.ts";
import type { PythonFile } from "../python/python-file.ts";
import { lineEnd } from "../python/surroundings.ts";
import { insertImport } from "./insert-import.ts";
import type { Fix, FixEdit } from "./rule.ts";

export interface Lacking {
  readonly base: { readonly module: string; readonly name: string } | undefined;
  readonly attributes: readonly string[];
  readonly methods: readonly string[];
  /** Names of methods that are there, but not async. */
  readonly sync: readonly string[];
}

export function stubFix(file: PythonFile, found: ClassFacts, lacking: Lacking): Fix | undefined {
  const { base, attributes, methods, sync } = lacking;
  if (attributes.length + methods.length + sync.length === 0 && base === undefined) return undefined;
  const [first] = found.code.body;
  const last = found.code.body.at(-1);
  if (!first || !last) return undefined;
  const line = file.text.lastIndexOf("\n", first.start) + 1;
  const indent = file.text.slice(line, first.start);
  if (indent === "" || indent.trim() !== "") return undefined;
  const end = lineEnd(file);
  const step = indent.includes("\t") ? "\t" : "    ";
  const isDocumented =
    first.kind === "expression" && first.value.kind === "literal" && typeof first.value.value === "string";
  const fields = attributes.map((one) => `${one}${valueOf(one)}`);
  // Behind the attributes that are there, else first.
  const held = found.code.body.slice(isDocumented ? 1 : 0).findIndex((one) => one.kind !== "assign");
  const before = found.code.body[(held < 0 ? found.code.body.length : held + (isDocumented ? 1 : 0)) - 1];
  const at = before?.end ?? first.start;
  const head = before
    ? fields.map((one) => `${end}${indent}${one}`).join("")
    : fields.map((one) => `${one}${end}${indent}`).join("");
  const tail = methods
    .map((one) => `${end}${end}${indent}${one.replace(/:$/, "")}:${end}${indent}${step}raise NotImplementedError`)
    .join("");
  const edits: FixEdit[] = importsFor(file, [...fields, ...methods]);
  if (base !== undefined) edits.push(...inheriting(file, found, base));
  for (const name of sync) edits.push(...madeAsync(file, found, name));
  if (head !== "") edits.push({ span: { start: at, end: at }, text: head });
  if (tail !== "") edits.push({ span: { start: last.end, end: last.end }, text: tail });
  return { title: `Add the missing parts of ${found.code.name}; fill them in`, safe: false, edits };
}

/** `name: str` gets an empty value, since the contract's annotation alone defines nothing. */
function valueOf(attribute: string): string {
  const type = attribute.split(":").slice(1).join(":").trim();
  if (/^(list|List)\b/.test(type)) return " = []";
  if (/^(dict|Dict)\b/.test(type)) return " = {}";
  if (/^str\b/.test(type)) return ' = ""';
  if (/^(set|Set|frozenset|tuple|Tuple)\b/.test(type)) return ` = ${type.toLowerCase().replace(/\[.*$/s, "")}()`;
  return /^(int|float|bool)\b/.test(type) ? ` = ${type.replace(/\W.*$/s, "")}()` : " = None";
}

/** `class A:` and `class A(Mixin):` come to inherit from the contract. */
function inheriting(file: PythonFile, found: ClassFacts, base: NonNullable<Lacking["base"]>): FixEdit[] {
  const imported = insertImport(file, base.module, base.name);
  const { end } = found.code.nameSpan;
  const open = /^\(\s*/.exec(file.text.slice(end))?.[0];
  const rest = open === undefined ? "" : file.text.slice(end + open.length);
  const text = open === undefined ? `(${imported.name})` : `${imported.name}${/^\)/.test(rest) ? "" : ", "}`;
  const at = end + (open?.length ?? 0);
  return [...imported.edits, { span: { start: at, end: at }, text }];
}

function madeAsync(file: PythonFile, found: ClassFacts, name: string): FixEdit[] {
  const method = found.methods.get(name);
  const node = file.nodes("function_definition").find((one) => one.field("name")?.start === method?.nameSpan.start);
  return node ? [{ span: { start: node.start, end: node.start }, text: "async " }] : [];
}

/** The names of `typing` that the contract's annotations speak of, where the file has none of that name. */
function importsFor(file: PythonFile, signatures: readonly string[]): FixEdit[] {
  const names = [...new Set(signatures.join(" ").match(/\b[A-Z]\w*\b/g))]
    .filter((name) => typingNames.has(name) && !file.scopes.module.bindings.has(name))
    .toSorted();
  const [first] = names;
  if (first === undefined) return [];
  // All in one statement.
  return insertImport(file, "typing", first).edits.map((edit) => ({
    ...edit,
    text: edit.text.replace(new RegExp(String.raw`\b${first}\b`), names.join(", ")),
  }));
}

const typingNames: ReadonlySet<string> = new Set(
  (
    "Any AnyStr AsyncGenerator AsyncIterable AsyncIterator Awaitable Callable ClassVar Coroutine Dict Final Generator Generic " +
    "Iterable Iterator List Literal Mapping MutableMapping NamedTuple Optional Sequence Set Tuple Type TypedDict Union"
  ).split(" "),
);
