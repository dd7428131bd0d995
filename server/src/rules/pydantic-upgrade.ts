// Turns `class Config` and `@validator` of pydantic 1 into the forms of version 2, where that is one to one.

import { argumentNodes } from "../python/call.ts";
import { docstringOf } from "../python/docstring.ts";
import type { PythonFile } from "../python/python-file.ts";
import { decoratorsOf, indentOf, lineEnd, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { replaceImport } from "./replace-import.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** Keys of `Config` and what they are called in `ConfigDict`. */
const keys: Readonly<Record<string, string>> = {
  orm_mode: "from_attributes",
  allow_population_by_field_name: "populate_by_name",
  anystr_strip_whitespace: "str_strip_whitespace",
  anystr_lower: "str_to_lower",
  anystr_upper: "str_to_upper",
  max_anystr_length: "str_max_length",
  min_anystr_length: "str_min_length",
  schema_extra: "json_schema_extra",
  validate_all: "validate_default",
  from_attributes: "from_attributes",
  populate_by_name: "populate_by_name",
  extra: "extra",
  frozen: "frozen",
  title: "title",
  use_enum_values: "use_enum_values",
  validate_assignment: "validate_assignment",
  arbitrary_types_allowed: "arbitrary_types_allowed",
  json_schema_extra: "json_schema_extra",
  alias_generator: "alias_generator",
};

/** Keys that settings classes have besides. */
const settingsKeys: ReadonlySet<string> = new Set([
  "case_sensitive",
  "env_file",
  "env_file_encoding",
  "env_nested_delimiter",
  "env_prefix",
  "secrets_dir",
]);

/** Undefined where the class holds more than plain keys that have a new name. */
export function configFix(file: PythonFile, definition: SyntaxNode, isSettings: boolean): Fix | undefined {
  const items: string[] = [];
  const docstring = docstringOf(definition)?.trim();
  // What it says of itself stays as a comment, where that is one line.
  if (docstring?.includes("\n")) return undefined;
  const body = statements(definition).slice(docstring === undefined ? 0 : 1);
  for (const statement of body) {
    const assignment = statement.children.find((child) => child.type === "assignment");
    const written = assignment?.field("left")?.text ?? "";
    const key = isSettings && settingsKeys.has(written) ? written : keys[written];
    const value = assignment?.field("right");
    if (key === undefined || value === undefined || /\bExtra\./.test(value.text)) return undefined;
    items.push(`${key}=${value.text}`);
  }
  if (items.length === 0 || definition.field("superclasses") !== undefined || definition.text.includes("#"))
    return undefined;
  const { name, edits } = isSettings
    ? insertImport(file, "pydantic_settings", "SettingsConfigDict")
    : insertImport(file, "pydantic", "ConfigDict");
  const long = items.join(", ").length > 70;
  const indent = indentOf(file, definition);
  const end = lineEnd(file);
  const said = docstring === undefined ? "" : `# ${docstring}${end}${indent}`;
  const inner = long
    ? `${end}${items.map((item) => `${indent}    ${item},${end}`).join("")}${indent}`
    : items.join(", ");
  return {
    title: "Write model_config",
    safe: true,
    edits: [
      { span: { start: definition.start, end: definition.end }, text: `${said}model_config = ${name}(${inner})` },
      ...edits,
    ],
  };
}

/** `@root_validator(pre=True)` sees what comes in, as `@model_validator(mode="before")` does; the others take an object now. */
export function modelValidatorFix(file: PythonFile, decorator: SyntaxNode, name: SyntaxNode): Fix | undefined {
  const call = decorator.children.find((child) => child.type === "call");
  const definition = decorator.parent?.field("definition");
  const list = call?.field("arguments");
  if (list === undefined || definition === undefined || !/^\(\s*pre\s*=\s*True\s*,?\s*\)$/.test(list.text))
    return undefined;
  const { name: written, edits } = replaceImport(file, name, "pydantic", "model_validator");
  return {
    title: "Write @model_validator; what comes in may be something else than a dict",
    safe: false,
    edits: [
      { span: { start: name.start, end: name.end }, text: written },
      { span: { start: list.start, end: list.end }, text: '(mode="before")' },
      ...edits,
      ...asClassMethod(file, definition),
    ],
  };
}

function asClassMethod(file: PythonFile, definition: SyntaxNode): readonly FixEdit[] {
  if (decoratorsOf(definition).some((other) => /^@classmethod\b/.test(other.text))) return [];
  return [
    {
      span: { start: definition.start, end: definition.start },
      text: `@classmethod${lineEnd(file)}${indentOf(file, definition)}`,
    },
  ];
}

/** For validators of fields that take only the value; `pre=True` becomes `mode="before"`. */
export function fieldValidatorFix(file: PythonFile, decorator: SyntaxNode, name: SyntaxNode): Fix | undefined {
  const call = decorator.children.find((child) => child.type === "call");
  const definition = decorator.parent?.field("definition");
  const parameters = definition?.field("parameters")?.children.filter((child) => child.isNamed) ?? [];
  if (call === undefined || definition === undefined || parameters.length !== 2) return undefined;
  const keywords = argumentNodes(call).filter((node) => node.type === "keyword_argument");
  if (keywords.some((keyword) => !/^pre\s*=\s*(True|False)$/.test(keyword.text))) return undefined;
  const { name: written, edits } = replaceImport(file, name, "pydantic", "field_validator");
  const all: FixEdit[] = [{ span: { start: name.start, end: name.end }, text: written }, ...edits];
  for (const keyword of keywords) {
    const isBefore = keyword.text.endsWith("True");
    all.push({ span: { start: keyword.start, end: keyword.end }, text: `mode="${isBefore ? "before" : "after"}"` });
  }
  all.push(...asClassMethod(file, definition));
  return { title: "Write @field_validator; look at values that it reads from other fields", safe: false, edits: all };
}
