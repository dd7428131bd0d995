// Decides what a sentence rules out with a piece of code: a name as in rules/named-code.ts, a kind of call, or a text's value.

import { isSpecific, readCallPattern } from "./call-pattern.ts";
import { namedCode } from "./named-code.ts";
import type { ExampleCode } from "./reading.ts";
import { readReload, reloadName } from "./reloading.ts";

export interface BannedCode {
  readonly kind: "name" | "module";
  /**
   * As the options of `banned-name` write it: "time.sleep", ".iterrows", ".objects.create", "inplace=True",
   * "cast(object, ...)" for a call with such arguments, "x = X.one(x.id)" for a row that is fetched anew, "\"gpt-4\"" for
   * a text.
   */
  readonly name: string;
}

/** `isImport`: the sentence speaks of importing, so that any dotted name may be a module; `isImported`: of importing just this. */
export function bannedCode(
  code: string,
  examples: readonly ExampleCode[],
  isImport: boolean,
  isImported = false,
): BannedCode | undefined {
  // "`old.pages.*`": whatever lies in it.
  const text = code.trim().replace(/^((?:[a-z_]\w*\.)*[a-z_]\w*)\.\*$/, "$1");
  // What is written from where a module stands has no name of its own.
  if (/^from\s+\.+\w/.test(text)) return undefined;
  const from = /^from\s+([\w.]+)\s+import(?:\s+\*|\s*(?:\.\.\.|…))?$/.exec(text)?.[1];
  if (from !== undefined) return { kind: "module", name: from };
  const imported = /^import\s+([a-z_]\w*(?:\.\w+)*)$/.exec(text)?.[1];
  if (imported !== undefined) return { kind: "module", name: imported };
  if (isImport && /^[a-z_]\w*(?:\.[a-z_]\w*)+$/.test(text)) return { kind: "module", name: text };
  if (isImported && /^[a-z]\w*_\w+$|^[a-z]{4,}\d*$/.test(text)) return { kind: "module", name: text };
  const reload = readReload(text);
  if (reload !== undefined) return { kind: "name", name: reloadName(reload) };
  const value = valueIn(text);
  if (value !== undefined) return { kind: "name", name: value };
  // A chain of calls is more than its first.
  if (/\)\s*\./.test(text)) return undefined;
  // `wait(key=<the sender's id>)` is no code that a file could hold.
  if (/<[A-Za-z][^<>=]*>/.test(text)) return undefined;
  const pattern = readCallPattern(text);
  if (pattern !== undefined && isSpecific(pattern)) return { kind: "name", name: text.replaceAll("…", "...") };
  const named = namedCode(text, examples);
  if (named !== undefined) return { kind: named.kind === "module" ? "module" : "name", name: named.name };
  return functionIn(text) ?? methodIn(text) ?? bareCallIn(text) ?? decoratorIn(text);
}

/** `iterrows()`, `rebuild_index()`: a function's name or a method's, and too long to be that of something else. */
function bareCallIn(text: string): BannedCode | undefined {
  const name = /^([a-z_]\w*)\(\)$/.exec(text)?.[1];
  if (name === undefined || (name.length < 8 && !/[a-z]_[a-z]/.test(name))) return undefined;
  if (/^(?:some|my|your|example|do)_/.test(name)) return undefined;
  return { kind: "name", name: `${name}(...)` };
}

/** Decorators of Python's own that go by one short name, and the modules they are from. */
const decorators: Readonly<Record<string, string>> = {
  dataclass: "dataclasses",
  abstractmethod: "abc",
  overload: "typing",
  override: "typing",
  singledispatch: "functools",
  wraps: "functools",
};

/** Functions of Python's own that go by one name, and the modules they are from. */
const functions: Readonly<Record<string, string>> = { cast: "typing", deepcopy: "copy", namedtuple: "collections" };

/** `cast("Boat", …)` */
function functionIn(text: string): BannedCode | undefined {
  const name = /^([a-z]\w*)(?:\(.*\))?$/s.exec(text)?.[1] ?? "";
  return Object.hasOwn(functions, name) ? { kind: "name", name: `${functions[name]}.${name}` } : undefined;
}

/** `@legacy_field`: a decorator by a name that is hardly that of something else. */
function decoratorIn(text: string): BannedCode | undefined {
  const name = /^@([a-z]\w*)$/.exec(text)?.[1];
  if (name !== undefined && Object.hasOwn(decorators, name))
    return { kind: "name", name: `${decorators[name]}.${name}` };
  return name !== undefined && name.length >= 8 && name.includes("_") ? { kind: "name", name } : undefined;
}

/** A model's name, a region, a version: kebab-case with a digit is no name of Python's. */
function valueIn(text: string): string | undefined {
  const quoted = /^(["'])([^"'\\]{3,})\1$/.exec(text)?.[2];
  if (quoted !== undefined) return `"${quoted}"`;
  return /^[a-z][a-z0-9.]*(?:[-/:][a-z0-9.]+)+$/.test(text) && /\d/.test(text) && !/^python-?\d|^py\d/.test(text)
    ? `"${text}"`
    : undefined;
}

/** What people call a value of a library's class, whatever the code calls it. */
const kinds =
  /^(?:df|frame|data_?frame|series|table|session|db|conn|connection|cursor|client|app|request|response|query|queryset|qs|model|instance|engine|driver|page|mock|logger)$/i;

/** A receiver that stands for any of its kind: `df.iterrows()`, `Model.objects.create()`. */
function methodIn(text: string): BannedCode | undefined {
  const found = /^\.?([A-Za-z_][\w.]*)\(.*\)$/s.exec(text)?.[1];
  const segments = (found ?? (/^\.?(?:\w+\.){2,}\w+$/.test(text) ? text.replace(/^\./, "") : "")).split(".");
  const last = segments.at(-1) ?? "";
  if (segments.length < 2 && !text.startsWith(".")) return undefined;
  const isOfAny = /^(?:Model|Class|Entity|SomeModel|MyModel|Foo)$/.test(segments[0] ?? "") || text.startsWith(".");
  if (isOfAny) {
    const chain = text.startsWith(".") ? segments : segments.slice(1);
    return chain.length > 1 ? { kind: "name", name: `.${chain.join(".")}` } : undefined;
  }
  if (found === undefined || /^(?:self|cls|foo|bar|obj|x)$/.test(segments[0] ?? "")) return undefined;
  // `ledger.rates.guess()` is written out from its package on.
  if (segments.length > 2)
    return segments.every((one) => /^[a-z_]\w*$/.test(one)) ? { kind: "name", name: found } : undefined;
  // A long name is the method's alone where its receiver is called by its kind; else this receiver is meant.
  const isOfKind = last.length >= 8 && kinds.test(segments[0] ?? "");
  return { kind: "name", name: isOfKind ? `.${last}` : `${segments.join(".")}(...)` };
}
