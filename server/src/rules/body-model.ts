// Writes a model of the keys that a route reads from its body, and takes that as the parameter.

import { argumentsOf, methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Binding } from "../python/scopes.ts";
import { stringValue } from "../python/string-value.ts";
import { lineEnd, namedChildren, statementOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Span } from "../text/span.ts";
import { aboveComments } from "./above-comments.ts";
import { addFirstItem } from "./call-edits.ts";
import { toCasing } from "./casing.ts";
import { isFieldName } from "./field-name.ts";
import { insertImport } from "./insert-import.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** `at` is the loose annotation of a parameter, or the call that reads the body; undefined where not all keys are known. */
export function bodyModelFix(file: PythonFile, definition: SyntaxNode, at: Span): Fix | undefined {
  const list = definition.field("parameters");
  const top = definition.parent?.type === "decorated_definition" ? definition.parent : definition;
  const own = definition.field("name")?.text ?? "";
  const name = `${toCasing(own, "PascalCase")}Request`;
  if (list === undefined || top.parent?.type !== "module" || file.scopes.module.bindings.has(name)) return undefined;
  // An embedded body lies one level deeper, and a route that answers to GET as well gets none.
  if (/\bembed\s*=\s*True/.test(file.text.slice(at.start, at.end)) || answersToGet(top)) return undefined;
  const isParameter = at.start >= list.start && at.end <= list.end;
  const body = isParameter ? parameterAt(file, list, at) : assignedFrom(file, definition, at);
  const uses = body && usesOf(body);
  if (body === undefined || uses === undefined || uses.length === 0) return undefined;
  const fields = new Map<string, string>();
  for (const { key, fallback } of uses) {
    const type = fallback === undefined ? "object" : `object = ${fallback}`;
    // A field has one default.
    if (type !== "object" && uses.some((use) => use.key === key && (use.fallback ?? fallback) !== fallback))
      return undefined;
    if (fields.get(key) !== "object") fields.set(key, type);
  }
  if (new Set([...fields.keys()].map(fieldOf)).size < fields.size) return undefined;
  const end = lineEnd(file);
  const base = insertImport(file, "pydantic", "BaseModel");
  const renamed = [...fields.keys()].some((key) => fieldOf(key) !== key);
  const field = renamed ? insertImport(file, "pydantic", "Field") : undefined;
  const line = (key: string, type: string) => {
    if (field === undefined || fieldOf(key) === key) return `    ${key}: ${type}${end}`;
    const [plain, fallback] = type.split(" = ");
    const given = fallback === undefined ? "" : `default=${fallback}, `;
    return `    ${fieldOf(key)}: ${plain} = ${field.name}(${given}alias="${key}")${end}`;
  };
  const lines = [...fields].map(([key, type]) => line(key, type)).join("");
  const place = aboveComments(file, top);
  const edits: FixEdit[] = [
    ...inOneLine([...base.edits, ...(field?.edits ?? [])]),
    { span: { start: place, end: place }, text: `class ${name}(${base.name}):${end}${lines}${end}${end}` },
    ...uses.map(({ node, key }) => ({
      span: { start: node.start, end: node.end },
      text: `${body.name}.${fieldOf(key)}`,
    })),
  ];
  if (isParameter) edits.push({ span: at, text: name });
  else {
    const taken = takenEdits(file, definition, list, at, `${body.name}: ${name}`);
    if (taken === undefined) return undefined;
    edits.push(...taken);
  }
  return { title: `Take a model ${name} of its keys; look at the types of its fields`, safe: false, edits };
}

function answersToGet(top: SyntaxNode): boolean {
  const decorators = top.text.slice(0, (top.field("definition")?.start ?? top.start) - top.start);
  return /^@[\w.]+\.get\(|\bmethods\s*=\s*\[[^\]]*["']GET["']/m.test(decorators);
}

function parameterAt(file: PythonFile, list: SyntaxNode, at: Span): Binding | undefined {
  const item = namedChildren(list).find((one) => one.start <= at.start && at.end <= one.end);
  const isOfBody =
    item?.type === "typed_default_parameter" &&
    /^(\w+\.)?Body\(\s*(\.\.\.)?\s*\)$/.test(item.field("value")?.text ?? "");
  const name = item?.type === "typed_parameter" ? item.children[0] : isOfBody ? item.field("name") : undefined;
  return name?.type === "identifier" ? file.scopes.bindingOf(name) : undefined;
}

/** `data = await request.json()` */
function assignedFrom(file: PythonFile, definition: SyntaxNode, at: Span): Binding | undefined {
  const assignment = file
    .nodes("assignment")
    .find((node) => node.start >= definition.start && node.start <= at.start && at.end <= node.end);
  const value = assignment?.field("right");
  const inner = value?.type === "await" ? namedChildren(value)[0] : value;
  const name = assignment?.field("left");
  if (name?.type !== "identifier" || inner?.start !== at.start || inner.end !== at.end) return undefined;
  return /\.json\(\)$/.test(inner.text) ? file.scopes.bindingOf(name) : undefined;
}

/** `from pydantic import BaseModel` and the same for `Field`, where the file has neither. */
function inOneLine(edits: readonly FixEdit[]): readonly FixEdit[] {
  const [first, second, ...others] = edits;
  const line = "from pydantic import ";
  if (!first?.defines?.startsWith(line) || !second?.defines?.startsWith(line) || others.length > 0) return edits;
  const both = `${first.defines}, ${second.defines.slice(line.length)}`;
  return [{ ...first, text: first.text.replace(first.defines, both), defines: both }];
}

/** A field, or a word of Python's that becomes one with a stroke behind it and keeps its name as an alias. */
function isKey(key: string): boolean {
  return isFieldName(fieldOf(key));
}

function fieldOf(key: string): string {
  return /^[a-z]+$/.test(key) && !isFieldName(key) ? `${key}_` : key;
}

interface Use {
  readonly node: SyntaxNode;
  readonly key: string;
  /** What is taken where the key is not there. */
  readonly fallback: string | undefined;
}

/** Undefined where anything but a key of it is read. */
function usesOf(body: Binding): readonly Use[] | undefined {
  if (body.places.length !== 1) return undefined;
  const uses = body.references.map((reference): Use | undefined => {
    const above = reference.parent;
    if (above?.type === "subscript" && above.field("value") === reference) {
      const key = stringValue(above.field("subscript"));
      return key !== undefined && isKey(key) && !isTarget(above)
        ? { node: above, key, fallback: undefined }
        : undefined;
    }
    const call = above?.parent;
    if (call?.type !== "call" || methodCall(call)?.method !== "get" || methodCall(call)?.receiver !== reference)
      return undefined;
    const [first, second, ...others] = argumentsOf(call).positional;
    const key = stringValue(first);
    const isPlain = second === undefined || /^(string|integer|float|true|false|none)$/.test(second.type);
    return key !== undefined && isKey(key) && isPlain && others.length === 0
      ? { node: call, key, fallback: second?.text ?? "None" }
      : undefined;
  });
  return uses.includes(undefined) ? undefined : uses.filter((use) => use !== undefined);
}

/** Written or deleted, which the fields of a model are not. */
function isTarget(node: SyntaxNode): boolean {
  for (let inner = node, above = node.parent; above !== undefined; inner = above, above = above.parent) {
    if (/assignment$/.test(above.type) || above.type === "for_statement") return inner.fieldName === "left";
    if (above.type === "delete_statement") return true;
    if (!/^(pattern_list|tuple_pattern|list_pattern|expression_list|tuple)$/.test(above.type)) return false;
  }
  return false;
}

/** The parameter comes in the place of a request that nothing else reads, and the reading goes. */
function takenEdits(
  file: PythonFile,
  definition: SyntaxNode,
  list: SyntaxNode,
  at: Span,
  written: string,
): readonly FixEdit[] | undefined {
  const call = file.nodes("call").find(({ start, end }) => start === at.start && end === at.end);
  const request = call && methodCall(call)?.receiver;
  const removal = call && removeStatement(file, statementOf(call));
  const binding = request?.type === "identifier" ? file.scopes.bindingOf(request) : undefined;
  const item = namedChildren(list).find((one) => one.start === binding?.places[0]?.node.start);
  if (removal === undefined || binding === undefined) return undefined;
  const isOnly = binding.references.length === 1 && item !== undefined;
  const edit = isOnly
    ? { span: { start: item.start, end: item.end }, text: written }
    : addFirstItem(file, list, written);
  return definition.start < list.start ? [removal, edit] : undefined;
}
