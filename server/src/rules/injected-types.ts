// What FastAPI hands to a parameter that says nothing of its type: text of the request, or what a dependency returns.

import type { Workspace } from "../models/workspace.ts";
import { argumentsOf } from "../python/call.ts";
import type { Parameter } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { type ValueType, valueType } from "../python/value-type.ts";
import { moduleImportName } from "./module-import-name.ts";

/** Undefined where FastAPI does not call the function, or where the dependency does not say what it returns. */
export function injectedType(
  file: PythonFile,
  definition: SyntaxNode,
  parameter: Parameter,
  workspace: Workspace,
): ValueType | undefined {
  const { default: value, kind, isReceiver, name } = parameter;
  if (value !== undefined) return value.type === "call" ? provided(file, value, workspace) : undefined;
  if (kind === "*" || kind === "**" || isReceiver || parameter.annotation !== undefined) return undefined;
  const route = workspace.facts
    .routes(file.path)
    .routes.find(({ function: code, functionPath }) => functionPath === file.path && code.start === definition.start);
  const isInPath = new RegExp(String.raw`\{${name}(:path)?\}`).test(route?.ownPath ?? "");
  // A socket's other parameters are the socket itself, by whatever name.
  const isOfRequest = isInPath || (route !== undefined && !route.methods.includes("WEBSOCKET"));
  return isOfRequest ? valueType("builtins.str") : undefined;
}

/** `Depends(get_db)`: a class is its own answer, a function says it behind its arrow. */
function provided(file: PythonFile, call: SyntaxNode, workspace: Workspace): ValueType | undefined {
  const callee = call.field("function");
  const { positional, keywords } = argumentsOf(call);
  const target = positional[0] ?? keywords.get("dependency");
  const isDepends = callee !== undefined && /^fastapi(\.\w+)*\.(Depends|Security)$/.test(file.resolve(callee) ?? "");
  if (!isDepends || target?.type !== "identifier") return undefined;
  const meant = workspace.facts.program.name(file.path, target.text);
  if (meant?.kind === "class") return named(file, target, file, workspace);
  if (meant?.kind !== "function") return undefined;
  const home = meant.path === file.path ? file : workspace.python(meant.path);
  const definition = home?.nodes("function_definition").find(({ start }) => start === meant.function.start);
  const written = definition?.field("return_type")?.children[0];
  return home && written ? named(home, handedOut(home, written), file, workspace) : undefined;
}

/** `Session` of `Generator[Session, None, None]`. */
function handedOut(home: PythonFile, written: SyntaxNode): SyntaxNode {
  const [outer, list] = namedChildren(written);
  const generators = /^(typing|collections\.abc)\.(Async)?(Generator|Iterator|Iterable)$/;
  if (!outer || !list || !generators.test(home.resolve(outer) ?? "")) return written;
  const first = list.type === "type_parameter" ? namedChildren(list)[0] : list;
  return (first?.type === "type" ? first.children[0] : first) ?? written;
}

/** The type in the words of the file that is to name it. */
function named(home: PythonFile, node: SyntaxNode, file: PythonFile, workspace: Workspace): ValueType | undefined {
  if (!/^[\w.]+$/.test(node.text)) return undefined;
  const place = node.type === "identifier" ? home.scopes.bindingOf(node)?.places[0] : undefined;
  if (place?.kind === "class") {
    const module = home === file ? "" : moduleImportName(file, home.path, workspace);
    return module === undefined ? undefined : valueType(`${module}.${node.text}`);
  }
  const dotted = home.resolve(node);
  if (place === undefined && /^(str|int|float|bool|bytes|dict|list)$/.test(node.text))
    return valueType(`builtins.${node.text}`);
  return dotted?.includes(".") && !dotted.startsWith(".") ? valueType(dotted) : undefined;
}
