// Finds the text of a caught exception, or a traceback, in an expression.

import { argumentNodes, methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

const TRACES =
  /^(traceback\.(format_exc|format_exception|format_exception_only|format_tb|format_stack)|sys\.exc_info)$/;
/** Calls that give on what they are given. */
const PASSING =
  /^(str|repr|format|dict|list|tuple|getattr|json\.dumps|orjson\.dumps|fastapi\.encoders\.jsonable_encoder|jsonable_encoder)$/;
const DEBUGGING = /debug|develop|\bdev\b|_dev\b|environment|production|\bprod\b|is_local|testing/i;

export interface Caught {
  /** What the exception is called here; "" where it has no name. */
  readonly name: string;
  /** Locals that hold its text. */
  readonly texts: ReadonlySet<string>;
}

/** The names under which the text of an exception is kept in a block. */
export function caughtIn(file: PythonFile, block: SyntaxNode, name: string): Caught {
  const texts = new Set<string>();
  for (const node of withinScope(block)) {
    const target = node.type === "assignment" ? node.field("left") : undefined;
    const value = node.type === "assignment" ? node.field("right") : undefined;
    if (target?.type === "identifier" && value && exceptionText(file, value, { name, texts })) texts.add(target.text);
  }
  return { name, texts };
}

/** The smallest part of an expression that holds the exception's text: what would be replaced. */
export function exceptionText(file: PythonFile, node: SyntaxNode, caught: Caught): SyntaxNode | undefined {
  const inner = (part: SyntaxNode | undefined): SyntaxNode | undefined => part && exceptionText(file, part, caught);
  const first = (parts: readonly SyntaxNode[]): SyntaxNode | undefined => {
    for (const part of parts) {
      const found = inner(part);
      if (found) return found;
    }
    return undefined;
  };
  switch (node.type) {
    case "identifier":
      return caught.texts.has(node.text) ? node : undefined;
    case "attribute":
      return isException(node.field("object"), caught) &&
        /^(args|orig|stderr|stdout|output|cmd|strerror|__cause__|__context__|__traceback__)$/.test(
          node.field("attribute")?.text ?? "",
        )
        ? node
        : undefined;
    case "string":
    case "concatenated_string":
      return interpolations(node).some((value) => isException(value, caught) || inner(value)) ? node : undefined;
    case "binary_operator":
      return first(node.children.filter(({ isNamed }) => isNamed)) ||
        (/%/.test(node.field("operator")?.text ?? "") && mentions(node.field("right"), caught))
        ? node
        : undefined;
    case "conditional_expression": {
      const [then, test, otherwise] = node.children.filter(({ isNamed }) => isNamed);
      return test && DEBUGGING.test(test.text) ? undefined : (inner(then) ?? inner(otherwise));
    }
    case "call":
      return inCall(file, node, caught, first);
    case "subscript":
      return inner(node.field("value")) ? node : undefined;
    case "dictionary":
      return first(node.children.filter(({ type }) => type === "pair").flatMap((pair) => pair.fields("value")));
    case "keyword_argument":
      return inner(node.field("value"));
    case "boolean_operator":
    case "list":
    case "tuple":
    case "set":
    case "await":
    case "parenthesized_expression":
    case "list_splat":
    case "dictionary_splat":
    case "expression_list":
      return first(node.children.filter(({ isNamed }) => isNamed));
    default:
      return undefined;
  }
}

function inCall(
  file: PythonFile,
  call: SyntaxNode,
  caught: Caught,
  first: (parts: readonly SyntaxNode[]) => SyntaxNode | undefined,
): SyntaxNode | undefined {
  const name = calleeName(file, call);
  const args = argumentNodes(call);
  if (TRACES.test(name)) return call;
  const target = methodCall(call);
  if (/^(str|repr|format|ascii)$/.test(name))
    return args.some((one) => isException(one, caught)) || first(args) ? call : undefined;
  if (target && isException(target.receiver, caught))
    return /^(__str__|__repr__|with_traceback)$/.test(target.method) ? call : undefined;
  if (target?.method === "format" && /string/.test(target.receiver.type))
    return args.some((one) => isException(one, caught) || first([one])) ? call : undefined;
  // `str(e).strip()`, `"".join(traceback.format_exception(e))`
  if (target && (first([target.receiver]) || (target.method === "join" && first(args)))) return call;
  const isConstructor = /^_?[A-Z]/.test(name.split(".").at(-1) ?? "");
  return isConstructor || PASSING.test(name) || /^(model_dump|dict|to_dict|dump)$/.test(target?.method ?? "")
    ? first(args)
    : undefined;
}

function isException(node: SyntaxNode | undefined, caught: Caught): boolean {
  if (!node) return false;
  const value = node.type === "keyword_argument" ? node.field("value") : node;
  return value?.type === "identifier" && value.text === caught.name && caught.name !== "";
}

function mentions(node: SyntaxNode | undefined, caught: Caught): boolean {
  return (
    isException(node, caught) || (node?.type === "tuple" && node.children.some((child) => isException(child, caught)))
  );
}

function interpolations(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.flatMap((child) => {
    if (child.type === "interpolation") return child.fields("expression").slice(0, 1);
    return child.type === "string" ? interpolations(child) : [];
  });
}

/** True where code runs only while developing: `if settings.debug:`. */
export function isWhileDebugging(node: SyntaxNode): boolean {
  let inner = node;
  for (let at = node.parent; at && at.type !== "function_definition"; inner = at, at = at.parent) {
    const test = at.type === "if_statement" || at.type === "elif_clause" ? (at.field("condition")?.text ?? "") : "";
    if (!DEBUGGING.test(test)) continue;
    const isThen = inner.fieldName === "consequence";
    if (!(isThen && /^not\b.*debug/i.test(test))) return true;
  }
  return false;
}

/** True where the exception is one of these types: `if isinstance(exc, Own):`. */
export function isNarrowed(node: SyntaxNode, name: string): boolean {
  for (let at = node.parent; at && at.type !== "function_definition"; at = at.parent) {
    const test = at.type === "if_statement" || at.type === "elif_clause" ? (at.field("condition")?.text ?? "") : "";
    if (new RegExp(String.raw`isinstance\(\s*${name}\b`).test(test)) return true;
  }
  return false;
}
