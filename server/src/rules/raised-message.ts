// Tells the text with which a call raises an exception, where only one can be meant.

import type { Workspace } from "../models/workspace.ts";
import { argumentsOf } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

const built: Readonly<Record<string, string>> = { int: "invalid literal", float: "could not convert" };

/** The plain beginning of the text; undefined where the function raises it in several ways, or with a text that is made. */
export function raisedMessage(
  file: PythonFile,
  call: SyntaxNode,
  exception: string,
  workspace: Workspace,
): string | undefined {
  const callee = call.field("function");
  const name = calleeName(file, call).replace(/^builtins\./, "");
  if (callee?.type !== "identifier") return undefined;
  if (exception === "ValueError" && file.scopes.bindingOf(callee) === undefined) return built[name];
  const meant = workspace.facts.program.name(file.path, callee.text);
  const home =
    meant?.kind === "function" ? (meant.path === file.path ? file : workspace.python(meant.path)) : undefined;
  const definition = home
    ?.nodes("function_definition")
    .find((one) => meant?.kind === "function" && one.field("name")?.start === meant.function.nameSpan.start);
  const raises = [...withinScope(definition?.field("body") ?? call)]
    .filter(({ type }) => type === "raise_statement")
    .map((one) => one.children.find(({ isNamed }) => isNamed))
    .filter((one) => (one?.type === "call" ? one.field("function") : one)?.text === exception);
  const [only, ...others] = raises;
  const [text] = only?.type === "call" ? argumentsOf(only).positional : [];
  if (text?.type !== "string" || others.length > 0) return undefined;
  const [first] = text.children.filter(({ type }) => type === "string_content" || type === "interpolation");
  const plain = first?.type === "string_content" ? (/^[\w ,:'-]+/.exec(first.text)?.[0].trim() ?? "") : "";
  return plain.length < 5 ? undefined : plain;
}
