// Finds or writes the model of what a route answers with.

import type { Route } from "../models/web/routes.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { stringValue } from "../python/string-value.ts";
import { lineEnd, namedChildren, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { noneType, type ValueType } from "../python/value-type.ts";
import { aboveComments } from "./above-comments.ts";
import { addArgument } from "./call-edits.ts";
import { toCasing } from "./casing.ts";
import { isFieldName } from "./field-name.ts";
import { insertImport } from "./insert-import.ts";
import { isPydanticName } from "./pydantic-model.ts";
import { answerAt, definitionOf, registrationNode } from "./route-places.ts";
import type { Fix, FixEdit } from "./rule.ts";
import { writtenAnnotation } from "./written-annotation.ts";

/** `response_model=` on the registration: a model that is returned already, else a new one of the keys of a literal. */
export function responseModelFix(file: PythonFile, route: Route, workspace: Workspace): Fix | undefined {
  const definition = definitionOf(file, route);
  const call = registrationNode(file, route);
  const body = definition?.field("body");
  if (!definition || !call || !body) return undefined;
  const values = [...withinScope(body)]
    .filter(({ type }) => type === "return_statement")
    .flatMap((statement) => namedChildren(statement)[0] ?? []);
  const known = knownModel(file, values, definition, workspace);
  if (known !== undefined) {
    const edit = addArgument(file, call, `response_model=${known.text}`);
    const title = `Declare \`response_model=${known.text}\`; look whether it holds all that clients read`;
    return edit && { title, safe: false, edits: [...known.edits, edit], about: answerAt(file, definition) };
  }
  return writtenModel(file, values, { definition, call }, workspace);
}

/** The one type of all that is returned, where it says more than a dict. */
function knownModel(file: PythonFile, values: readonly SyntaxNode[], at: SyntaxNode, workspace: Workspace) {
  const types = values.map((value) => file.valueTypeOf(value)).filter((type) => type?.name !== noneType);
  const [type] = types;
  if (type === undefined || types.some((one) => one === undefined || one.name !== type.name)) return undefined;
  const schema = schemaOf(file, type);
  if (schema !== undefined) return { text: schema, edits: [] };
  if (!isTelling(file, type, workspace)) return undefined;
  const written = writtenAnnotation(file, type, at, workspace);
  return written === undefined || /^(list|dict|set|tuple)$/.test(written.text) || written.text.startsWith('"')
    ? undefined
    : written;
}

/** A model, a scalar, or a list of these; a row of the database is no model of an answer. */
function isTelling(file: PythonFile, { name, args }: ValueType, workspace: Workspace): boolean {
  const [item] = args;
  if (/^builtins\.(list|set)$/.test(name)) return item !== undefined && isTelling(file, item, workspace);
  return /^builtins\.(str|int|float|bool)$/.test(name) || isPydanticName(file, name, workspace);
}

/** `BoatRead` for rows of `Boat`, where the file has a name like it. */
function schemaOf(file: PythonFile, { name, args }: ValueType): string | undefined {
  const [item] = args;
  if (/^builtins\.list$/.test(name)) {
    const inner = item && schemaOf(file, item);
    return inner && `list[${inner}]`;
  }
  const own = /(?:^|\.)([A-Z]\w*)$/.exec(name)?.[1];
  return ["Response", "Read", "Out", "Public", "Schema"]
    .map((ending) => `${own}${ending}`)
    .find((one) => own !== undefined && file.scopes.module.bindings.has(one));
}

/** A model of the keys that every returned literal has, above the route. */
function writtenModel(
  file: PythonFile,
  values: readonly SyntaxNode[],
  { definition, call }: { readonly definition: SyntaxNode; readonly call: SyntaxNode },
  workspace: Workspace,
): Fix | undefined {
  const shape = shapeOf(file, values, definition, workspace);
  if (shape === undefined) return undefined;
  const { fields, isList } = shape;
  const edits: FixEdit[] = [...shape.edits];
  const end = lineEnd(file);
  const name = `${toCasing(definition.field("name")?.text ?? "", "PascalCase")}Response`;
  const top = topOf(call, definition);
  if (top?.parent?.type !== "module" || file.scopes.module.bindings.has(name)) return undefined;
  const base = insertImport(file, "pydantic", "BaseModel", workspace);
  const argument = addArgument(file, call, `response_model=${isList ? `list[${name}]` : name}`);
  if (argument === undefined) return undefined;
  const text = `class ${name}(${base.name}):${end}${fields.join("")}${end}${end}`;
  const place = aboveComments(file, top);
  edits.push(...base.edits, { span: { start: place, end: place }, text }, argument);
  return {
    title: `Write the model ${name} of its keys; look at the types of its fields`,
    safe: false,
    edits,
    about: answerAt(file, definition),
  };
}

interface Shape {
  /** Lines of a class, each with its end. */
  readonly fields: readonly string[];
  readonly isList: boolean;
  readonly edits: readonly FixEdit[];
}

/** What every literal that is handed out has in common, which is all of its keys. */
function shapeOf(
  file: PythonFile,
  values: readonly SyntaxNode[],
  definition: SyntaxNode,
  workspace: Workspace,
): Shape | undefined {
  const literals = values.map((value) => literalOf(file, value));
  const isList = literals[0]?.isList === true;
  const dicts = literals.flatMap((literal) => (literal && literal.isList === isList ? [literal.dict] : []));
  const [dict] = dicts;
  if (dict === undefined || dicts.length !== values.length) return undefined;
  const keys = keysOf(dict);
  const names = (one: SyntaxNode) =>
    keysOf(one)
      ?.map(([key]) => key)
      .join();
  if (keys === undefined || keys.length === 0 || !dicts.every((one) => names(one) === names(dict))) return undefined;
  const edits: FixEdit[] = [];
  const fields = keys.map(([key, value]) => {
    const type = file.valueTypeOf(value);
    const written = type && writtenAnnotation(file, type, definition, workspace);
    const text = written && written.text !== "None" && !written.text.startsWith('"') ? written.text : "object";
    if (written?.text === text) edits.push(...written.edits);
    return `    ${key}: ${text}${lineEnd(file)}`;
  });
  return { fields, isList, edits };
}

/** A `TypedDict` of the keys that a function's literals have, in the place of its plain `dict`. */
export function typedDictFix(file: PythonFile, definition: SyntaxNode, workspace: Workspace): Fix | undefined {
  const [body, result] = [definition.field("body"), definition.field("return_type")];
  if (!body || !result) return undefined;
  const all = [...withinScope(body)]
    .filter(({ type }) => type === "return_statement")
    .map((one) => namedChildren(one)[0]);
  const values = all.filter((one) => one !== undefined && one.type !== "none").flatMap((one) => one ?? []);
  const isOptional = /\|\s*None$/.test(result.text);
  const shape = shapeOf(file, values, definition, workspace);
  const name = toCasing(
    (definition.field("name")?.text ?? "").replace(/^_*(get|find|fetch|load|build|make|read|create)_/, ""),
    "PascalCase",
  );
  const top = topOf(definition, definition);
  if (!shape || all.length > values.length !== isOptional || isOptional !== all.some((one) => one?.type === "none"))
    return undefined;
  if (!/^[A-Z]\w*$/.test(name) || top?.parent?.type !== "module" || file.scopes.module.bindings.has(name))
    return undefined;
  const base = insertImport(file, "typing", "TypedDict", workspace);
  const end = lineEnd(file);
  const written = `${shape.isList ? `list[${name}]` : name}${isOptional ? " | None" : ""}`;
  return {
    title: `Write the TypedDict ${name} of its keys; look at its name and at the types of its fields`,
    safe: false,
    edits: [
      ...shape.edits,
      ...base.edits,
      {
        span: { start: aboveComments(file, top), end: aboveComments(file, top) },
        text: `class ${name}(${base.name}):${end}${shape.fields.join("")}${end}${end}`,
      },
      { span: { start: result.start, end: result.end }, text: written },
    ],
  };
}

/** The statement of the module above which the model goes: that of the function, or of the call that adds it as a route. */
function topOf(call: SyntaxNode, definition: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = call.parent?.type === "decorator" ? call : definition;
  while (at?.parent !== undefined && at.parent.type !== "module") at = at.parent;
  return at;
}

function literalOf(
  file: PythonFile,
  value: SyntaxNode,
): { readonly dict: SyntaxNode; readonly isList: boolean } | undefined {
  if (value.type === "dictionary") return { dict: value, isList: false };
  if (value.type === "list") {
    const items = namedChildren(value);
    const [first] = items;
    return first?.type === "dictionary" && items.every(({ type }) => type === "dictionary")
      ? { dict: first, isList: true }
      : undefined;
  }
  const element = value.type === "list_comprehension" ? value.field("body") : undefined;
  if (element?.type === "dictionary") return { dict: element, isList: true };
  const place = value.type === "identifier" ? file.scopes.bindingOf(value) : undefined;
  const [only, ...others] = place?.places ?? [];
  const made = others.length === 0 && place?.references.length === 1 && !only?.isPart ? only?.value : undefined;
  return made && /^(dictionary|list|list_comprehension)$/.test(made.type) ? literalOf(file, made) : undefined;
}

function keysOf(dict: SyntaxNode): readonly (readonly [string, SyntaxNode])[] | undefined {
  const pairs = namedChildren(dict).map((pair) => {
    const key = pair.type === "pair" ? stringValue(pair.field("key")) : undefined;
    const value = pair.field("value");
    return key !== undefined && isFieldName(key) && value ? ([key, value] as const) : undefined;
  });
  return pairs.includes(undefined) ? undefined : pairs.filter((pair) => pair !== undefined);
}
