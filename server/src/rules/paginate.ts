// Gives a list route a limit and an offset, and its query with it.

import type { FunctionCode } from "../models/code/syntax.ts";
import type { Route } from "../models/web/routes.ts";
import type { Workspace } from "../models/workspace.ts";
import { argumentsOf, methodCall } from "../python/call.ts";
import { type Parameter, parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Span } from "../text/span.ts";
import { addItem } from "./call-edits.ts";
import type { Fix, FixEdit } from "./rule.ts";

const page = 50;

/** `all` is the `.all()` that brings the rows; undefined where it cannot be told where the query is built. */
export function paginateFix(file: PythonFile, code: FunctionCode, all: Span): Fix | undefined {
  const edits = pagedEdits(file, code, all, String(page));
  return edits && { title, safe: false, edits };
}

/** The route hands what it takes on to the one function that asks; who else calls that gets all rows as before. */
export function paginateThrough(
  file: PythonFile,
  code: FunctionCode,
  all: Span,
  route: Route,
  workspace: Workspace,
): Fix | undefined {
  const other = route.functionPath === file.path ? file : workspace.python(route.functionPath);
  const definition = other?.nodes("function_definition").find(({ start }) => start === route.function.start);
  const asking = pagedEdits(file, code, all, "None");
  const calls = [...(definition ? withinScope(definition) : [])].filter((node) => {
    const callee = node.type === "call" ? node.field("function") : undefined;
    return (callee?.field("attribute") ?? callee)?.text === code.name;
  });
  const [call, ...others] = calls;
  const [list, given] = [definition?.field("parameters"), call?.field("arguments")];
  if (!other || !definition || !list || !given || !asking || others.length > 0) return undefined;
  const taken = missingOf(definition);
  const { keywords, hasSplat } = argumentsOf(call ?? definition);
  if (taken === undefined || hasSplat || keywords.has("limit") || keywords.has("offset")) return undefined;
  const edits: FixEdit[] = [addItem(other, given, "limit=limit", "offset=offset")];
  if (taken.length > 0) edits.push(addItem(other, list, ...taken.map((name) => written(name, String(page)))));
  return { title, safe: false, edits: [...asking, ...edits.map((edit) => ({ ...edit, path: other.path }))] };
}

const title = "Take a limit and an offset; look at the order of the rows and at who needs all";

function written(name: string, limit: string): string {
  if (name === "offset") return "offset: int = 0";
  return `limit: int${limit === "None" ? " | None" : ""} = ${limit}`;
}

/** Which of the two it does not take yet; undefined where the names mean something else there. */
function missingOf(definition: SyntaxNode): readonly string[] | undefined {
  const parameters = parametersOf(definition);
  if (parameters.some(({ kind }) => kind === "*" || kind === "**")) return undefined;
  const isNumber = (one: Parameter) => /\bint\b/.test(one.annotation?.text ?? "int");
  if (parameters.some((one) => /^(limit|offset)$/.test(one.name) && !isNumber(one))) return undefined;
  const missing = ["limit", "offset"].filter((name) => !parameters.some((one) => one.name === name));
  const taken = [...withinScope(definition.field("body") ?? definition)].some(
    (node) => node.type === "identifier" && missing.includes(node.text) && node.parent?.type !== "attribute",
  );
  return taken ? undefined : missing;
}

function pagedEdits(file: PythonFile, code: FunctionCode, all: Span, limit: string): readonly FixEdit[] | undefined {
  const definition = file.nodes("function_definition").find(({ start }) => start === code.start);
  const call = file.nodes("call").find(({ end, start }) => end === all.end && start < all.start);
  const list = definition?.field("parameters");
  const body = definition?.field("body");
  if (!definition || !call || !list || !body) return undefined;
  const query = queryEnd(file, call, body);
  const missing = missingOf(definition);
  if (query === undefined || missing === undefined) return undefined;
  const edits: FixEdit[] = [
    { span: { start: query.at, end: query.at }, text: `${query.gap}.offset(offset)${query.gap}.limit(limit)` },
  ];
  if (missing.length > 0) edits.push(addItem(file, list, ...missing.map((name) => written(name, limit))));
  return edits;
}

/** Where the chain of the query ends, and the white space between its calls. */
function queryEnd(
  file: PythonFile,
  all: SyntaxNode,
  body: SyntaxNode,
): { readonly at: number; readonly gap: string } | undefined {
  const receiver = methodCall(all)?.receiver;
  if (receiver === undefined) return undefined;
  if (startsWithQuery(receiver)) {
    const attribute = all.field("function")?.field("attribute");
    const between = file.text.slice(receiver.end, attribute?.start);
    return { at: receiver.end, gap: between.replace(/\.\s*$/, "") };
  }
  const selects = [...withinScope(body)].filter((node) => {
    const callee = node.type === "call" ? node.field("function") : undefined;
    return callee !== undefined && /^(sqlalchemy|sqlmodel)(\.\w+)*\.select$/.test(file.resolve(callee) ?? "");
  });
  const [select, ...others] = selects;
  if (select === undefined || others.length > 0) return undefined;
  let chain = select;
  let gap = "";
  while (chain.parent?.type === "attribute" && chain.parent.parent?.type === "call") {
    gap = file.text.slice(chain.end, chain.parent.field("attribute")?.start).replace(/\.\s*$/, "");
    chain = chain.parent.parent;
  }
  return { at: chain.end, gap };
}

/** `db.query(X)…`, `X.query…` */
function startsWithQuery(node: SyntaxNode): boolean {
  let at: SyntaxNode | undefined = node;
  while (at !== undefined) {
    if (at.type === "call") {
      const method = methodCall(at);
      if (method?.method === "query") return true;
      at = method?.receiver;
    } else if (at.type === "attribute") {
      if (at.field("attribute")?.text === "query") return true;
      at = at.field("object");
    } else return false;
  }
  return false;
}
