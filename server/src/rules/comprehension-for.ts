// Turns a loop that only fills the list or dict just made into a comprehension.

import { argumentNodes, methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingFunction, indentOf, lineEnd, namedChildren, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Fix } from "./rule.ts";

const widest = 88;

/** Undefined where the list is not made right before the loop, or anything else happens in it. */
export function comprehensionFor(file: PythonFile, loop: SyntaxNode): Fix | undefined {
  const around = statements(loop.parent);
  const at = around.findIndex(({ start }) => start === loop.start);
  const [made, after] = [around[at - 1], around[at + 1]];
  const assignment = made?.children.find(({ type }) => type === "assignment");
  const name = assignment?.field("left");
  const empty = assignment?.field("right")?.text.replaceAll(/\s/g, "");
  const filled = filledBy(loop, name?.text);
  const target = loop.field("left");
  const iterable = loop.field("right");
  if (!made || !assignment || name?.type !== "identifier" || !filled || !target || !iterable) return undefined;
  if (filled.key === undefined ? empty !== "[]" && empty !== "list()" : empty !== "{}" && empty !== "dict()")
    return undefined;
  const binding = file.scopes.bindingOf(name);
  if (binding?.references.some((one) => one.start > filled.use.end && one.start < loop.end)) return undefined;
  if (mentions(filled, name.text) || loop.field("alternative")) return undefined;
  const returned = after?.type === "return_statement" ? namedChildren(after)[0] : undefined;
  const isReturned =
    returned?.text === name.text && binding?.references.length === 2 && assignment.field("type") === undefined;
  const last = isReturned && after ? after : loop;
  if (file.text.slice(made.start, last.end).includes("#")) return undefined;
  const head = isReturned ? "return " : file.text.slice(made.start, assignment.field("right")?.start);
  const value = filled.key === undefined ? filled.value.text : `${filled.key.text}: ${filled.value.text}`;
  const each = loop.text.startsWith("async") ? "async for" : "for";
  const parts = [value, `${each} ${target.text} in ${iterable.text}`, ...filled.tests.map((test) => `if ${test.text}`)];
  const [open, close] = filled.key === undefined ? ["[", "]"] : ["{", "}"];
  const indent = indentOf(file, made);
  const line = `${head}${open}${parts.join(" ")}${close}`;
  const end = lineEnd(file);
  const isLong = indent.length + line.length > widest;
  const broken = `${head}${open}${parts.map((part) => `${end}${indent}    ${part}`).join("")}${end}${indent}${close}`;
  if (parts.some((part) => part.includes("\n"))) return undefined;
  return {
    title: `Write a ${filled.key === undefined ? "list" : "dict"} comprehension`,
    safe: isLocal(file, loop, target),
    edits: [{ span: { start: made.start, end: last.end }, text: isLong ? broken : line }],
  };
}

interface Filled {
  readonly use: SyntaxNode;
  readonly key?: SyntaxNode;
  readonly value: SyntaxNode;
  readonly tests: readonly SyntaxNode[];
}

/** `name.append(value)` or `name[key] = value` as all that the loop does, below conditions without `else`. */
function filledBy(loop: SyntaxNode, name: string | undefined): Filled | undefined {
  const tests: SyntaxNode[] = [];
  let body = statements(loop.field("body"));
  while (body.length === 1 && body[0]?.type === "if_statement") {
    const test = body[0].field("condition");
    if (!test || body[0].field("alternative")) return undefined;
    tests.push(test);
    body = statements(body[0].field("consequence"));
  }
  const [only] = body;
  const inner = only?.type === "expression_statement" ? only.children[0] : undefined;
  if (body.length !== 1 || !inner || name === undefined) return undefined;
  const call = inner.type === "call" ? methodCall(inner) : undefined;
  if (call?.method === "append" && call.receiver.text === name) {
    const [value, ...more] = argumentNodes(inner);
    return value && more.length === 0 && !/splat|keyword/.test(value.type)
      ? { use: call.receiver, value, tests }
      : undefined;
  }
  const left = inner.type === "assignment" ? inner.field("left") : undefined;
  const [value, key] = [inner.field("right"), left?.field("subscript")];
  const owner = left?.type === "subscript" ? left.field("value") : undefined;
  return owner?.text === name && key && value && left?.fields("subscript").length === 1
    ? { use: owner, key, value, tests }
    : undefined;
}

/** A list that is read while it is filled cannot be made at once. */
function mentions({ key, value, tests }: Filled, name: string): boolean {
  const word = new RegExp(String.raw`(?<![\w.])${name}\b`);
  return [key, value, ...tests].some(
    (node) => node !== undefined && (word.test(node.text) || /\b(yield|await)\b/.test(node.text)),
  );
}

/** Nothing reads the loop's variables behind the loop, where a comprehension leaves none. */
function isLocal(file: PythonFile, loop: SyntaxNode, target: SyntaxNode): boolean {
  const names = target.type === "identifier" ? [target] : namedChildren(target);
  return (
    enclosingFunction(loop) !== undefined &&
    names.every((one) => {
      const binding = one.type === "identifier" ? file.scopes.bindingOf(one) : undefined;
      return (
        binding?.scope.kind === "function" &&
        binding.references.every(({ start }) => start >= loop.start && start < loop.end)
      );
    })
  );
}
