// Takes away what makes the rows of a loop ask again: a commit in every round, and a query that turns eager loading off.

import type { LazyRead } from "../models/flow/flow-run.ts";
import { methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, indentOf, statements } from "../python/surroundings.ts";
import type { Fix } from "./rule.ts";

/** Undefined where a round may end the function before the commit behind the loop. */
export function commitBehindLoop(file: PythonFile, { loop }: LazyRead): Fix | undefined {
  const node = file.nodes("for_statement").find(({ start, end }) => start === loop.start && end === loop.end);
  const body = statements(node?.field("body"));
  const commits = [...descendants(node ?? file.root)].filter(
    (one) => one.type === "call" && methodCall(one)?.method === "commit",
  );
  const last = body.at(-1);
  const [only, ...others] = commits;
  if (!node || !last || !only || others.length > 0 || node.field("alternative") !== undefined) return undefined;
  const isLast = only.parent === last || (only.parent?.type === "await" && only.parent.parent === last);
  const leaves = [...descendants(node)].some(({ type }) => /^(return_statement|yield|raise_statement)$/.test(type));
  const start = file.lines.lineStart(file.lines.position(last.start).line);
  const isAlone = file.text.slice(start, last.start).trim() === "" && body.length > 1;
  if (!isLast || leaves || !isAlone) return undefined;
  return {
    title: "Commit once behind the loop; look whether a failure may undo all of its rounds",
    safe: false,
    // The last line of the loop a step further out is the first line behind it.
    edits: [{ span: { start, end: last.start }, text: indentOf(file, node) }],
  };
}

/** `.enable_eagerloads(False)` goes out of the chain of the query. */
export function eagerAgain(file: PythonFile, { query }: LazyRead): Fix | undefined {
  if (query.place.path !== file.path) return undefined;
  const off = file
    .nodes("call")
    .filter((one) => one.start === query.place.start && methodCall(one)?.method === "enable_eagerloads");
  const [only, ...others] = off;
  const receiver = only && methodCall(only)?.receiver;
  if (only === undefined || receiver === undefined || others.length > 0) return undefined;
  if (file.source({ start: receiver.end, end: only.end }).includes("#")) return undefined;
  return {
    title: "Load eagerly again; look why it was turned off",
    safe: false,
    edits: [{ span: { start: receiver.end, end: only.end }, text: "" }],
  };
}
