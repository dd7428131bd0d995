// Makes a UUID of a primary key that counts up, where nothing else in the workspace holds it for a number.

import type { Workspace } from "../models/workspace.ts";
import { argumentsOf } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingClass, namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { addArgument, replaced } from "./call-edits.ts";
import { toCasing } from "./casing.ts";
import { insertImport } from "./insert-import.ts";
import { replaceImport } from "./replace-import.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** `call` makes the column that `assignment` names. Undefined where a table or a function refers to it, or where it is set up further. */
export function uuidKey(
  file: PythonFile,
  assignment: SyntaxNode,
  call: SyntaxNode,
  workspace: Workspace,
): Fix | undefined {
  const model = enclosingClass(call);
  if (model === undefined || isReferred(file, model, workspace)) return undefined;
  const uuid = insertImport(file, "uuid", undefined, workspace, { at: assignment });
  const edits = columnEdits(file, assignment, call, uuid.name);
  return (
    edits && {
      title: "Make the key a UUID; look at what passes it as a number, and write a migration",
      safe: false,
      edits: [...uuid.edits, ...edits],
    }
  );
}

function columnEdits(
  file: PythonFile,
  assignment: SyntaxNode,
  call: SyntaxNode,
  uuid: string,
): readonly FixEdit[] | undefined {
  const callee = call.field("function");
  const { positional, keywords } = argumentsOf(call);
  const names = [...keywords.keys()].filter((name) => name !== "primary_key").join(" ");
  const field = callee?.type === "attribute" ? callee.field("attribute") : undefined;
  if (field && /^(?:Big|Small)?(?:AutoField|IntegerField)$/.test(field.text)) {
    const added = addArgument(file, call, `default=${uuid}.uuid4, editable=False`);
    return names === "" && positional.length === 0 && added ? [replaced(field, "UUIDField"), added] : undefined;
  }
  const type = assignment.field("type");
  if (/(?:^|\.)Field$/.test(callee?.text ?? "")) {
    const missing = keywords.get("default")?.parent;
    if (type === undefined || names !== "default" || positional.length > 0 || missing === undefined) return undefined;
    return [replaced(type, `${uuid}.UUID`), replaced(missing, `default_factory=${uuid}.uuid4`)];
  }
  // What counts, or says how, has no place beside a UUID.
  if (!/^(?:index|unique|nullable|comment|sort_order| )*$/.test(names)) return undefined;
  const added = addArgument(file, call, `default=${uuid}.uuid4`);
  const whole = type === undefined ? undefined : namedType(type);
  if (added === undefined || (type !== undefined && whole === undefined)) return undefined;
  const written = positional.map((one) => writtenType(file, one));
  if (positional.length > 1 || written.includes(undefined)) return undefined;
  return [...(whole ? [replaced(whole, `${uuid}.UUID`)] : []), ...written.flatMap((one) => one ?? []), added];
}

/** The `int` in `Mapped[int]`. */
function namedType(type: SyntaxNode): SyntaxNode | undefined {
  if (!/^\w*\.?Mapped\[int\]$/.test(type.text)) return undefined;
  const find = (node: SyntaxNode): SyntaxNode | undefined =>
    node.text === "int"
      ? node
      : namedChildren(node)
          .map(find)
          .find((one) => one !== undefined);
  return find(type);
}

/** SQLAlchemy has `Uuid` from 2.0 on, where `mapped_column` is. */
function writtenType(file: PythonFile, node: SyntaxNode): readonly FixEdit[] | undefined {
  const isModern = /\b(?:mapped_column|Mapped|DeclarativeBase)\b/.test(file.text);
  if (!isModern || !/^sqlalchemy\.(?:Big|Small)?Integer$/.test(file.resolve(node) ?? "")) return undefined;
  const attribute = node.type === "attribute" ? node.field("attribute") : undefined;
  if (attribute) return [replaced(attribute, "Uuid")];
  const { name, edits } = replaceImport(file, node, "sqlalchemy", "Uuid");
  return [...edits, replaced(node, name)];
}

/** A foreign key elsewhere, a class that inherits the key, or a parameter such as `boat_id: int` in a file that knows the class. */
function isReferred(file: PythonFile, model: SyntaxNode, workspace: Workspace): boolean {
  const name = model.field("name")?.text ?? "";
  const plain = toCasing(name, "snake_case");
  const own = /__tablename__\s*=\s*["'](\w+)["']/.exec(model.text)?.[1];
  const tables = new Set([own ?? plain, name.toLowerCase(), `${plain}s`]);
  const { facts } = workspace;
  const hasKey = facts.registry.entities.some((entity) =>
    [...entity.columns.values()].some(
      ({ foreignKey, foreignClass }) =>
        tables.has(foreignKey?.split(".").at(-2) ?? "") || foreignClass?.endsWith(`:${name}`) === true,
    ),
  );
  const asNumber = new RegExp(
    String.raw`\b${plain}_(?:id|pk|key)\s*:\s*(?:int\b|Optional\[int|list\[int|Mapped\[int)|\b(?:ForeignKey|OneToOneField|ManyToManyField)\(\s*["']?(?:\w+\.)?${name}\b`,
  );
  const inherits = new RegExp(String.raw`^\s*class \w+\([^)]*\b${name}\b`, "m");
  const texts = [...new Set([file.path, ...facts.filesImporting(name)])].map((path) => workspace.text(path) ?? "");
  return hasKey || texts.some((text) => asNumber.test(text) || inherits.test(text));
}
