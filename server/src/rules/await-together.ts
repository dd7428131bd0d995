// Awaits what the rounds of a loop wait for one after the other together, with `asyncio.gather`.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, indentOf, lineEnd, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { projectLineLength } from "./project-line-length.ts";
import type { Fix } from "./rule.ts";
import { type Layout, spreadCall, stepOf } from "./spread-code.ts";

/** Undefined where the loop does more than one await, or where what it goes over may be gone through only once. */
export function awaitTogether(
  file: PythonFile,
  loop: SyntaxNode,
  awaited: SyntaxNode,
  workspace: Workspace,
): Fix | undefined {
  const [target, right, body] = [loop.field("left"), loop.field("right"), loop.field("body")];
  const call = awaited.children.at(-1);
  const round = statements(body);
  // `if key:` around all of a round goes along.
  const test = round.length === 1 && round[0] && !hasElse(round[0]) ? round[0].field("condition") : undefined;
  const [first, ...rest] =
    test && round[0]?.type === "if_statement" ? statements(round[0].field("consequence")) : round;
  if (!target || !right || !body || !call || !first) return undefined;
  if (loop.field("alternative") || call.text.includes("\n") || /\bawait\b/.test(call.text)) return undefined;
  // One session or connection does one thing at a time, whoever is handed it.
  if (/(?:\b|_)(?:db|session|conn|connection|cursor|tx|transaction|uow|lock)\b/i.test(call.text)) return undefined;
  if (/\bawait\b/.test(`${right.text} ${rest.map(({ text }) => text).join(" ")}`) || hasComment(file, loop, first))
    return undefined;
  const filter = first.parent === body ? "" : ` if ${test?.text}`;
  if (filter !== "" && (/\bawait\b|\n|:=/.test(filter) || test?.type === "conditional_expression")) return undefined;
  const gather = insertImport(file, "asyncio", undefined, workspace, { at: loop });
  const clauses = [`for ${target.text} in ${right.text}`, ...(filter === "" ? [] : [filter.trim()])];
  const asked = { open: "*(", element: call.text, clauses, close: ")" };
  const limit = projectLineLength(workspace, file.path);
  const layout = { indent: indentOf(file, loop), limit, end: lineEnd(file) };
  const calls: Calls = (lead, tail) => spreadCall(`${lead}await ${gather.name}.gather(`, asked, layout, `)${tail}`);
  const kept = rest.length === 0 ? keptRound(first, awaited, calls) : undefined;
  const edit =
    kept === undefined && filter === ""
      ? headOver(file, loop, { first, rest, awaited, target, right, calls, layout }, workspace)
      : kept === undefined
        ? undefined
        : { span: { start: loop.start, end: loop.end }, text: kept };
  return (
    edit && {
      title: "Await them together with `asyncio.gather`; look whether one round needs another",
      safe: false,
      edits: [...gather.edits, edit],
    }
  );
}

/** The calls together, between what stands in front of them and what follows. */
type Calls = (lead: string, tail: string) => string;

/** `await f(x)` and `found.append(await f(x))` as all of a round. */
function keptRound(statement: SyntaxNode, awaited: SyntaxNode, calls: Calls): string | undefined {
  const [only] = statement.children;
  if (statement.type !== "expression_statement" || only === undefined) return undefined;
  if (only === awaited) return calls("", "");
  const list = /^([\w.]+)\.append\($/.exec(only.text.slice(0, awaited.start - only.start))?.[1];
  const isWhole = only.type === "call" && awaited.parent?.parent === only && only.end === awaited.end + 1;
  if (list === undefined || !isWhole || new RegExp(String.raw`\b${list}\b`).test(awaited.text)) return undefined;
  return calls(`${list}.extend(`, ")");
}

interface Round {
  readonly first: SyntaxNode;
  readonly rest: readonly SyntaxNode[];
  readonly awaited: SyntaxNode;
  readonly target: SyntaxNode;
  readonly right: SyntaxNode;
  readonly calls: Calls;
  readonly layout: Layout;
}

/** `answer = await f(x)` at the beginning of a round becomes a part of what the loop goes over. */
function headOver(
  file: PythonFile,
  loop: SyntaxNode,
  { first, rest, awaited, target, right, calls, layout }: Round,
  workspace: Workspace,
) {
  const assignment = first.type === "expression_statement" ? first.children[0] : undefined;
  const answer = assignment?.type === "assignment" ? assignment.field("left") : undefined;
  const [next] = rest;
  if (answer?.type !== "identifier" || assignment?.field("right") !== awaited || next === undefined) return undefined;
  if (assignment.field("type") !== undefined || !/^\w+(?:, \w+)*$/.test(target.text)) return undefined;
  const isAsked = rest.some((one) =>
    target.text.split(", ").some((word) => new RegExp(String.raw`\b${word}\b`).test(one.text)),
  );
  if (isAsked && !isKeptList(file, right)) return undefined;
  // What a round changes may be what the next one asks with.
  const changed = new Set(rest.flatMap((one) => [...descendants(one)].flatMap(boundIn)));
  if ([...descendants(awaited)].some(({ type, text }) => type === "identifier" && changed.has(text))) return undefined;
  const [major, minor] = workspace.pythonVersion ?? [3, 10];
  const strict = major > 3 || minor >= 10 ? ", strict=True" : "";
  const item = target.text.includes(",") ? `(${target.text})` : target.text;
  const below = file.lines.position(first.end).line + 1;
  if (below > file.lines.position(next.start).line) return undefined;
  const head = isAsked
    ? zipped(`for ${item}, ${answer.text} in zip(`, right.text, calls, strict, layout)
    : calls(`for ${answer.text} in `, ":");
  const text = head + layout.end;
  return { span: { start: loop.start, end: file.lines.lineStart(below) }, text };
}

/** A line for each of the arguments where all of them are too long for one. */
function zipped(open: string, over: string, calls: Calls, strict: string, layout: Layout): string {
  const line = calls(`${open}${over}, `, `${strict}):`);
  if (!line.includes("\n")) return line;
  const inner = layout.end + layout.indent + stepOf(layout.indent);
  const answers = calls("", "").replaceAll(layout.end, inner.slice(0, layout.end.length) + stepOf(layout.indent));
  const parts = [over, answers, ...(strict === "" ? [] : [strict.slice(2)])];
  return `${open}${parts.map((part) => `${inner}${part},`).join("")}${layout.end}${layout.indent}):`;
}

function boundIn(node: SyntaxNode): readonly string[] {
  const left = /^(?:augmented_)?assignment$/.test(node.type) ? node.field("left") : undefined;
  return left === undefined ? [] : (left.text.match(/[A-Za-z_]\w*/g) ?? []);
}

/** A name for a list and nothing else, which can be gone through twice. */
function isKeptList(file: PythonFile, node: SyntaxNode): boolean {
  const places = node.type === "identifier" ? (file.scopes.bindingOf(node)?.places ?? []) : [];
  return (
    places.length === 1 &&
    places.every(({ annotation, value, isPart }) =>
      annotation === undefined
        ? !isPart && /^(?:list|tuple|list_comprehension)$/.test(value?.type ?? "")
        : /^(?:list|tuple|List|Tuple|Sequence)\b/.test(annotation.text),
    )
  );
}

function hasElse(node: SyntaxNode): boolean {
  return node.fields("alternative").length > 0;
}

/** Between the head of the loop and what follows its first statement. */
function hasComment(file: PythonFile, loop: SyntaxNode, first: SyntaxNode): boolean {
  const { end } = file.lines.lineSpan(file.lines.position(first.end).line);
  return file.text.slice(loop.start, end).includes("#");
}
