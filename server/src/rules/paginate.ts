// Gives a list route a limit and an offset, and its query with it.

import type { FunctionCode } from "../models/code/syntax.ts";
import { methodCall } from "../python/call.ts";
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
  const definition = file.nodes("function_definition").find(({ start }) => start === code.start);
  const call = file.nodes("call").find(({ end, start }) => end === all.end && start < all.start);
  const list = definition?.field("parameters");
  const body = definition?.field("body");
  if (!definition || !call || !list || !body) return undefined;
  const query = queryEnd(file, call, body);
  if (query === undefined) return undefined;
  const parameters = parametersOf(definition);
  if (parameters.some(({ kind }) => kind === "*" || kind === "**")) return undefined;
  const isNumber = (one: Parameter) => /\bint\b/.test(one.annotation?.text ?? "int");
  if (parameters.some((one) => /^(limit|offset)$/.test(one.name) && !isNumber(one))) return undefined;
  const missing = ["limit", "offset"].filter((name) => !parameters.some((one) => one.name === name));
  const taken = [...withinScope(body)].some(
    (node) => node.type === "identifier" && missing.includes(node.text) && node.parent?.type !== "attribute",
  );
  if (taken) return undefined;
  const written = missing.map((name) => `${name}: int = ${name === "limit" ? page : 0}`);
  const edits: FixEdit[] = [
    { span: { start: query.at, end: query.at }, text: `${query.gap}.offset(offset)${query.gap}.limit(limit)` },
  ];
  if (written.length > 0) edits.push(addItem(file, list, ...written));
  return {
    title: "Take a limit and an offset; look at the order of the rows and at who needs all",
    safe: false,
    edits,
  };
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
