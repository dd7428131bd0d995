// Logs how long a body is in the place of the body.

import { methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Fix } from "./rule.ts";

/** Undefined where the body is the whole message, or where nothing tells its length. */
export function lengthInstead(file: PythonFile, body: SyntaxNode): Fix | undefined {
  const whole = body.parent?.type === "await" ? body.parent : body;
  if (whole.parent?.type === "argument_list" && whole.parent.children.find(({ isNamed }) => isNamed) === whole)
    return undefined;
  const length = lengthOf(file, body, whole);
  if (length === undefined) return undefined;
  // `{body}` says itself what is counted; of what a placeholder stands for, the message has to.
  const place =
    whole.parent?.type === "interpolation" && whole.parent.text === `{${whole.text}}` ? whole.parent : whole;
  const unit = /\btext\b|_text\b/.test(length) ? "characters" : "bytes";
  return {
    title: `Log \`${length}\`; look whether the message still says what it means`,
    safe: false,
    edits: [{ span: { start: place.start, end: place.end }, text: place === whole ? length : `{${length}} ${unit}` }],
  };
}

function lengthOf(file: PythonFile, body: SyntaxNode, whole: SyntaxNode): string | undefined {
  if (body.text.includes("\n")) return undefined;
  if (body.type === "identifier") {
    const value = file.scopes.bindingOf(body)?.places[0]?.value;
    const made = value?.type === "await" ? value.children.find(({ isNamed }) => isNamed) : value;
    return made !== undefined && isText(made) ? `len(${body.text})` : undefined;
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
