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

/** Undefined where nothing telling is called on it, or anything that no one class has. */
export function typeByUse(file: PythonFile, name: SyntaxNode): ValueType | undefined {
  const binding = file.scopes.bindingOf(name);
  if (binding === undefined || binding.places.length !== 1) return undefined;
  const used = binding.references.flatMap((reference) => {
    const above = reference.parent;
    const isOwner = above?.type === "attribute" && above.field("object") === reference;
    return isOwner ? [above.field("attribute")?.text ?? ""] : [];
  });
  const found = shapes.filter(
    ({ telling, fitting }) =>
      used.some((one) => telling.has(one)) && used.every((one) => telling.has(one) || fitting.has(one)),
  );
  const [only] = found;
  return found.length === 1 && only !== undefined ? valueType(only.type) : undefined;
}
