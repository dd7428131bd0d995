// Tells a parameter's type by what is called on it, where the names belong to one built-in class alone.

import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { type ValueType, valueType } from "../python/value-type.ts";

interface Shape {
  readonly type: string;
  /** One of these says it. */
  readonly telling: ReadonlySet<string>;
  /** The others fit. */
  readonly fitting: ReadonlySet<string>;
}

const shapes: readonly Shape[] = [
  shape(
    "builtins.str",
    "lower upper strip lstrip rstrip startswith endswith splitlines casefold capitalize isdigit isalpha isalnum isspace istitle title swapcase zfill removeprefix removesuffix encode partition rpartition",
    "split rsplit join replace format find rfind index count",
  ),
  shape("builtins.bytes", "decode hex", "startswith endswith split strip replace find"),
  shape("builtins.dict", "items keys values setdefault popitem", "get pop update copy clear"),
  shape("builtins.list", "append extend sort reverse", "insert pop remove index count copy clear"),
  shape(
    "builtins.set",
    "issubset issuperset symmetric_difference discard",
    "add remove union intersection difference update pop copy clear",
  ),
  shape(
    "pathlib.Path",
    "read_text write_text read_bytes write_bytes is_dir is_file iterdir rglob with_suffix relative_to",
    "exists mkdir unlink open glob resolve parent name suffix stem parts stat joinpath",
  ),
  shape(
    "datetime.datetime",
    "strftime astimezone isoweekday",
    "isoformat timestamp date time replace weekday year month day hour minute second tzinfo",
  ),
];

function shape(type: string, telling: string, fitting: string): Shape {
  return { type, telling: new Set(telling.split(" ")), fitting: new Set(fitting.split(" ")) };
}

/** Undefined where nothing telling is called on it or done with it, or anything that no one class has. */
export function typeByUse(file: PythonFile, name: SyntaxNode): ValueType | undefined {
  const binding = file.scopes.bindingOf(name);
  if (binding === undefined || binding.places.length !== 1) return undefined;
  // What is asked for its type may be of several.
  if (binding.references.some(isAskedForType)) return undefined;
  const used = binding.references.flatMap((reference) => {
    const above = reference.parent;
    const isOwner = above?.type === "attribute" && above.field("object") === reference;
    return isOwner ? [above.field("attribute")?.text ?? ""] : [];
  });
  const added = binding.references.map((reference) => addedTo(file, reference)).find((type) => type !== undefined);
  const found = shapes.filter(
    ({ type, telling, fitting }) =>
      (added === undefined ? used.some((one) => telling.has(one)) : type === added) &&
      used.every((one) => telling.has(one) || fitting.has(one)),
  );
  const [only] = found;
  return found.length === 1 && only !== undefined ? valueType(only.type) : undefined;
}

function isAskedForType(reference: SyntaxNode): boolean {
  const call = reference.parent?.type === "argument_list" ? reference.parent.parent : undefined;
  return /^(isinstance|hasattr|callable|type)$/.test(call?.field("function")?.text ?? "");
}

/** Only text can be added to text that stands there: `f"{size}" + name`. */
function addedTo(file: PythonFile, reference: SyntaxNode): string | undefined {
  const above = reference.parent;
  if (above?.type !== "binary_operator" || above.field("operator")?.text !== "+") return undefined;
  const [left, right] = [above.field("left"), above.field("right")];
  const other = left === reference ? right : left;
  if (other === undefined || !/^(?:concatenated_)?string$/.test(other.type)) return undefined;
  return file.valueTypeOf(other)?.name;
}

/** What is only printed, compared or tested may be anything. */
export function objectByUse(file: PythonFile, name: SyntaxNode): ValueType | undefined {
  const binding = file.scopes.bindingOf(name);
  if (binding === undefined || binding.places.length !== 1 || binding.references.length === 0) return undefined;
  return binding.references.every((reference) => isIndifferent(file, reference))
    ? valueType("builtins.object")
    : undefined;
}

/** A place that takes whatever there is. */
function isIndifferent(file: PythonFile, reference: SyntaxNode): boolean {
  const above = reference.parent;
  switch (above?.type) {
    case "argument_list":
    case "list_splat": {
      const call = above.type === "list_splat" ? above.parent?.parent : above.parent;
      const callee = call?.type === "call" ? call.field("function") : undefined;
      return (
        callee?.type === "identifier" &&
        /^(print|str|repr|isinstance|id|type|bool|callable)$/.test(callee.text) &&
        file.scopes.bindingOf(callee) === undefined
      );
    }
    case "interpolation":
      return !above.children.some(({ type }) => type === "format_specifier");
    case "comparison_operator":
      return above.children.every(({ isNamed, text }) => isNamed || /^(==|!=|is|is not|not)$/.test(text));
    case "not_operator":
      return true;
    case "if_statement":
    case "while_statement":
    case "elif_clause":
      return above.field("condition") === reference;
    default:
      return false;
  }
}
