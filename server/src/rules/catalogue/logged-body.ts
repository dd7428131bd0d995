// Flags whole bodies of requests and responses in log messages.

import { argumentNodes, methodCall } from "../../python/call.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { descendants } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { loggerCalls } from "../logging.ts";
import { fileRule } from "../rule.ts";

export const loggedBody = fileRule({
  id: "logged-body",
  scope: "file",
  summary: "The whole body of a request or a response in a log message.",
  why: "Bodies hold what people have entered, whatever that is, and are as large as anybody makes them. Their length, and single fields, are left alone.",
  severity: "warning",
  fix: "none",
  options: {},
  answers: ["Never log full request bodies.", "Do not log whole response payloads."],
  means: [
    {
      stance: "avoid",
      says: [
        "(log|logging|logged|print) ... (full|entire|whole|raw|complete|request|response|message|webhook) (request|response|message|webhook)? (body|bodies|payload)",
        "(request|response|full|entire|whole|raw|webhook) (request|response)? (body|bodies|payload) ... (log|logs|logged|logging)",
        "log (body|bodies|payload)",
      ],
      unless: ["(without|unless|length|size|schema|mock|assert|audit log)"],
    },
  ],
  examples: [
    {
      bad: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\nasync def receive(request):\n    body = await request.body()\n    logger.info("got %s", body)\n',
      good: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\nasync def receive(request):\n    body = await request.body()\n    logger.info("got %s bytes", len(body))\n',
    },
  ],
  *check(file) {
    for (const { call } of loggerCalls(file)) {
      const body = argumentNodes(call)
        .map((one) => bodyIn(file, one))
        .find((one) => one !== undefined);
      if (body !== undefined)
        yield {
          span: body,
          message: `\`${body.text}\` is a whole body, with all that somebody has sent; log what tells it apart, or its length.`,
        };
    }
  },
});

function bodyIn(file: PythonFile, argument: SyntaxNode): SyntaxNode | undefined {
  const value = argument.type === "keyword_argument" ? argument.field("value") : argument;
  if (value === undefined || isMeasured(value)) return undefined;
  if (isBody(file, value)) return value;
  for (const node of descendants(value)) {
    if (isBody(file, node) && !isPart(node, value)) return node;
  }
  return undefined;
}

const names = /^(?:(?:request|response|raw|webhook|full)_)?(?:body|payload)$/;

function isBody(file: PythonFile, node: SyntaxNode): boolean {
  if (node.type === "identifier")
    return names.test(node.text) && node.fieldName !== "attribute" && node.fieldName !== "name";
  if (node.type === "attribute")
    return (
      /^(?:text|content|body)$/.test(node.field("attribute")?.text ?? "") &&
      /^(?:\w+_)?(?:response|resp|res|request|req)$/.test(node.field("object")?.text ?? "") &&
      node.fieldName !== "function"
    );
  if (node.type !== "call") return false;
  const target = methodCall(node);
  return (
    target !== undefined &&
    /^(?:json|body|text|get_json|get_data)$/.test(target.method) &&
    /^(?:\w+_)?(?:response|resp|res|request|req)$/.test(target.receiver.text)
  );
}

/** `len(body)`, `type(body)` tell nothing of what it holds. */
function isMeasured(node: SyntaxNode): boolean {
  return node.type === "call" && /^(?:len|type|bool|hash|id|list|sorted)$/.test(node.field("function")?.text ?? "");
}

/** One field of it, a part of it, or what was measured of it. */
function isPart(node: SyntaxNode, argument: SyntaxNode): boolean {
  for (let at = node; at !== argument && at.parent !== undefined; at = at.parent) {
    const above = at.parent;
    if (/^(?:attribute|subscript)$/.test(above.type) && at.fieldName !== "subscript") return true;
    if (isMeasured(above) || (above.type === "call" && at.fieldName === "function")) return true;
    if (/^(?:comparison_operator|not_operator|boolean_operator|conditional_expression)$/.test(above.type)) return true;
  }
  return false;
}
