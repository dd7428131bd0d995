// The places of a file that hold an error in hand: `except` clauses and registered exception handlers.

import { argument, methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { caughtName, caughtTypes } from "./handlers.ts";

/** An `except` clause, or a function that is registered as an exception handler. */
export interface ErrorPlace {
  readonly node: SyntaxNode;
  readonly body: SyntaxNode;
  readonly name: string;
  readonly types: readonly SyntaxNode[];
  readonly isFunction: boolean;
}

export function* errorPlaces(file: PythonFile): Generator<ErrorPlace> {
  for (const node of file.nodes("except_clause", "except_group_clause")) {
    const body = node.children.find((child) => child.type === "block");
    if (body) yield { node, body, name: caughtName(node) ?? "", types: caughtTypes(node), isFunction: false };
  }
  for (const call of file.nodes("call")) {
    const method = methodCall(call)?.method;
    const isDecorator = method === "exception_handler" && call.parent?.type === "decorator";
    if (!isDecorator && method !== "add_exception_handler") continue;
    const type = argument(call, 0, "exc_class_or_status_code");
    const handler = argument(call, 1, "handler");
    const node = isDecorator
      ? call.parent?.parent?.field("definition")
      : file.nodes("function_definition").find((one) => one.field("name")?.text === handler?.text);
    const body = node?.field("body");
    if (!type || !node || !body) continue;
    const parameters = (node.field("parameters")?.children ?? []).filter(
      (child) => child.isNamed && child.type !== "comment",
    );
    const second = parameters[1];
    const name = second?.type === "identifier" ? second.text : (second?.children[0]?.text ?? "");
    yield { node, body, name, types: [type], isFunction: true };
  }
}
