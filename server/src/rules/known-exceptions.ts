// What the body of a `try` is known to raise, for fixes that must name an exception instead of catching everything.

import { argumentsOf, methodCall } from "../python/call.ts";
import { nameOf } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { statements, withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface KnownException {
  /** As it is written in an `except`: "ProcessLookupError", "json.JSONDecodeError". */
  readonly name: string;
  /** The module that the file must import for it; undefined for builtins. */
  readonly module: string | undefined;
}

/**
 * The exceptions of a try body; undefined where it does something whose exceptions are not known, so that naming
 * some of them would let others through.
 */
export function knownExceptions(file: PythonFile, tryStatement: SyntaxNode): readonly KnownException[] | undefined {
  const found = new Map<string, KnownException>();
  for (const statement of statements(tryStatement.field("body"))) {
    for (const node of [statement, ...withinScope(statement)]) {
      const raised = raisedBy(file, node);
      if (raised === "unknown") return undefined;
      for (const exception of raised) found.set(exception.name, exception);
    }
  }
  return found.size === 0 || found.size > 3 ? undefined : [...found.values()];
}

function raisedBy(file: PythonFile, node: SyntaxNode): readonly KnownException[] | "unknown" {
  switch (node.type) {
    case "call":
      return raisedByCall(file, node);
    case "subscript":
      return raisedBySubscript(node);
    case "attribute":
      return mayLack(file, node) ? "unknown" : [];
    case "await":
    case "yield":
    case "import_statement":
    case "import_from_statement":
    case "raise_statement":
    case "assert_statement":
    case "with_statement":
      return node.type === "import_statement" || node.type === "import_from_statement"
        ? [builtin("ImportError")]
        : "unknown";
    case "binary_operator":
      return /^(\/\/?|%)$/.test(node.field("operator")?.text ?? "") && !isText(node.field("left"))
        ? [builtin("ZeroDivisionError")]
        : [];
    default:
      return [];
  }
}

function raisedByCall(file: PythonFile, call: SyntaxNode): readonly KnownException[] | "unknown" {
  const callee = call.field("function");
  if (callee === undefined) return "unknown";
  const name = nameOf(file, callee);
  // With a default it raises nothing.
  if (/^(getattr|next)$/.test(name) && argumentsOf(call).positional.length > (name === "next" ? 1 : 2)) return nothing;
  const known = functions.get(name);
  if (known !== undefined) return known;
  const target = methodCall(call);
  if (target === undefined) return "unknown";
  const type = file.typeOf(target.receiver);
  if (type !== undefined && libraryProcess.test(type)) return "unknown";
  if (processMethods.has(target.method) && argumentsOf(call).positional.length === 0)
    return [builtin("ProcessLookupError")];
  if (quietMethods.has(target.method)) return [];
  return methods.get(target.method) ?? "unknown";
}

/** psutil and multiprocessing have exceptions of their own. */
const libraryProcess = /^(psutil|multiprocessing)\./;

function raisedBySubscript(node: SyntaxNode): readonly KnownException[] {
  const key = node.field("subscript");
  const target = node.parent;
  if (target?.type === "assignment" && target.field("left") === node) return [];
  if (key === undefined || key.type === "slice") return [];
  if (key.type === "integer" || (key.type === "unary_operator" && key.text.startsWith("-")))
    return [builtin("IndexError")];
  return [builtin("KeyError")];
}

/** An attribute of a value of which nothing is known, and that is not called: who knows what it raises. */
function mayLack(file: PythonFile, node: SyntaxNode): boolean {
  if (node.parent?.type === "call" && node.parent.field("function") === node) return false;
  if (node.parent?.type === "assignment" && node.parent.field("left") === node) return false;
  const object = node.field("object");
  return /^(getattr|\w+\.__\w+__\b)/.test(object?.text ?? "") || /^__\w+__$/.test(node.field("attribute")?.text ?? "");
}

function isText(node: SyntaxNode | undefined): boolean {
  return node?.type === "string" || node?.type === "concatenated_string";
}

function builtin(name: string): KnownException {
  return { name, module: undefined };
}

const value = [builtin("ValueError")];
const os = [builtin("OSError")];
const nothing: readonly KnownException[] = [];

const functions: ReadonlyMap<string, readonly KnownException[]> = new Map([
  ["int", value],
  ["float", value],
  ["datetime.datetime.strptime", value],
  ["datetime.datetime.fromisoformat", value],
  ["datetime.date.fromisoformat", value],
  ["uuid.UUID", value],
  ["ipaddress.ip_address", value],
  ["open", os],
  ["os.remove", os],
  ["os.unlink", os],
  ["os.rename", os],
  ["os.mkdir", os],
  ["os.makedirs", os],
  ["os.rmdir", os],
  ["os.listdir", os],
  ["os.stat", os],
  ["shutil.rmtree", os],
  ["shutil.copy", os],
  ["shutil.copyfile", os],
  ["shutil.move", os],
  ["os.kill", [builtin("ProcessLookupError")]],
  ["os.killpg", [builtin("ProcessLookupError")]],
  ["json.loads", [{ name: "json.JSONDecodeError", module: "json" }]],
  ["json.load", [{ name: "json.JSONDecodeError", module: "json" }]],
  ["next", [builtin("StopIteration")]],
  ["getattr", [builtin("AttributeError")]],
  ["delattr", [builtin("AttributeError")]],
  ["len", nothing],
  ["str", nothing],
  ["bool", nothing],
  ["print", nothing],
  ["isinstance", nothing],
  ["dict", nothing],
  ["list", nothing],
  ["set", nothing],
]);

const processMethods: ReadonlySet<string> = new Set(["terminate", "kill"]);
const quietMethods: ReadonlySet<string> = new Set([
  "strip",
  "lower",
  "upper",
  "append",
  "get",
  "items",
  "keys",
  "values",
  "setdefault",
]);
const methods: ReadonlyMap<string, readonly KnownException[]> = new Map([
  ["index", value],
  ["unlink", os],
  ["read_text", os],
  ["write_text", os],
  ["read_bytes", os],
  ["write_bytes", os],
]);
