// Logs how long a body is in the place of the body.

import { methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { loggerCall } from "./logging.ts";
import type { Fix } from "./rule.ts";

/** Undefined where nothing tells its length. */
export function lengthInstead(file: PythonFile, body: SyntaxNode): Fix | undefined {
  const whole = body.parent?.type === "await" ? body.parent : body;
  const length = lengthOf(file, body, whole);
  if (length === undefined) return undefined;
  const unit = /\btext\b|_text\b/.test(length) ? "characters" : "bytes";
  const written = inPlace(file, whole, length, unit);
  return (
    written && {
      title: `Log \`${length}\`; look whether the message still says what it means`,
      safe: false,
      edits: [{ span: { start: written.node.start, end: written.node.end }, text: written.text }],
    }
  );
}

/** `{body}` says itself what is counted, and so does a record of nothing else; of what a placeholder stands for, the message has to. */
function inPlace(
  file: PythonFile,
  whole: SyntaxNode,
  length: string,
  unit: string,
): { readonly node: SyntaxNode; readonly text: string } | undefined {
  const above = whole.parent;
  if (above?.type === "interpolation" && above.text === `{${whole.text}}`)
    return { node: above, text: `{${length}} ${unit}` };
  const isMessage = above?.type === "argument_list" && namedChildren(above)[0] === whole;
  if (!isMessage) return { node: whole, text: length };
  const record = above.parent && loggerCall(file, above.parent);
  const placeholder = { logging: "%s", loguru: "{}", structlog: undefined }[record?.library ?? "structlog"];
  if (placeholder === undefined || namedChildren(above).length > 1) return undefined;
  return { node: whole, text: `"${placeholder} ${unit}", ${length}` };
}

function lengthOf(file: PythonFile, body: SyntaxNode, whole: SyntaxNode): string | undefined {
  if (body.text.includes("\n")) return undefined;
  if (body.type === "identifier") {
    const value = file.scopes.bindingOf(body)?.places[0]?.value;
    const made = value?.type === "await" ? value.children.find(({ isNamed }) => isNamed) : value;
    if (made === undefined) return undefined;
    if (isText(made)) return `len(${body.text})`;
    // What was parsed may be anything; what it was parsed from is there as long as its name means the same.
    const from = made.type === "call" ? methodCall(made)?.receiver : undefined;
    const isKept = from?.type === "identifier" && file.scopes.bindingOf(from)?.places.length === 1;
    return isKept && value === made ? lengthOf(file, made, made) : undefined;
  }
  if (isText(body)) return `len(${whole.text})`;
  const target = body.type === "call" ? methodCall(body) : undefined;
  if (target?.method === "get_json") return `${target.receiver.text}.content_length`;
  if (target?.method !== "json") return undefined;
  const isRequest = file.isInstance(target.receiver, "starlette.requests.Request", "fastapi.Request");
  if (isRequest && whole.type === "await") return `len(await ${target.receiver.text}.body())`;
  const isResponse = file.isInstance(target.receiver, "httpx.Response", "requests.Response");
  return isResponse ? `len(${target.receiver.text}.content)` : undefined;
}

/** Text or bytes, which have a length. */
function isText(node: SyntaxNode): boolean {
  const name = node.type === "call" ? methodCall(node)?.method : node.field("attribute")?.text;
  return /^(?:text|content|body|read|get_data)$/.test(name ?? "");
}
