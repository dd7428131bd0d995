// Asks for the rows of all rounds with one query before a loop, and looks them up in a dictionary within it.

import type { Column, Entity } from "../models/orm/entity.ts";
import type { Workspace } from "../models/workspace.ts";
import { argumentsOf, methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, enclosingLoop, indentOf, lineEnd, namedChildren, statementOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Span } from "../text/span.ts";
import { toCasing } from "./casing.ts";
import { insertImport } from "./insert-import.ts";
import { queryChain } from "./query-chain.ts";
import type { Fix } from "./rule.ts";

/** Undefined where it is not one row by a key of its own, or where the loop may need what a round has changed. */
export function rowsBeforeLoop(file: PythonFile, place: Span, entity: Entity, workspace: Workspace): Fix | undefined {
  const call = file.nodes("call").find(({ start, end }) => start === place.start && end === place.end);
  const whole = call && wholeOf(call);
  const asked = whole && askedFor(whole);
  const loop = call && enclosingLoop(call);
  const round = loop && roundOf(loop);
  if (!whole || !asked || !loop || !round || changesRows(loop, asked.session)) return undefined;
  const statement = loop.type === "for_statement" ? loop : statementOf(loop);
  const line = file.lines.lineStart(file.lines.position(statement.start).line);
  const canStandBefore =
    /^(expression|return|for)_statement$/.test(statement.type) &&
    file.text.slice(line, statement.start).trim() === "" &&
    enclosingLoop(statement) === undefined;
  const wanted = keyOf(asked, round, entity);
  if (!canStandBefore || !wanted || needsRound(file, whole, loop, round)) return undefined;
  const { key, column, others } = wanted;
  if (key !== round.target && isChosen(whole, loop)) return undefined;
  // A missing row was an exception of the library's own, which somebody catches.
  if (asked.isStrict && /\bNoResultFound\b/.test(file.text)) return undefined;
  const name = `${toCasing(entity.name, "snake_case")}_by_${column}`;
  if (file.scopes.lookUp(name, file.scopes.scopeOf(statement)) !== undefined) return undefined;
  const isPlain = key === round.target && /^[\w.]+$/.test(round.values);
  const keys = isPlain ? round.values : `[${key} for ${round.target} in ${round.values}]`;
  const isOld = asked.isOld || (asked.wait === "" && !/\bselect\(/.test(file.text) && file.text.includes(".query("));
  const select = isOld ? undefined : insertImport(file, "sqlalchemy", "select", workspace);
  const conditions = [...others, `${asked.entity}.${column}.in_(${keys})`].join(", ");
  const query = select
    ? `${asked.wait}${asked.session}.${asked.runs}(${select.name}(${asked.entity}).where(${conditions}))`
    : `${asked.session}.query(${asked.entity}).filter(${conditions})`;
  const made = `${name} = {row.${column}: row for row in ${query}}${lineEnd(file)}${indentOf(file, statement)}`;
  return {
    title: `Ask for all \`${entity.name}\` rows before the loop; look how many there can be, and whether \`${round.values}\` can be gone through twice`,
    safe: false,
    edits: [
      ...(select?.edits ?? []),
      { span: { start: statement.start, end: statement.start }, text: made },
      {
        span: { start: whole.start, end: whole.end },
        text: asked.isStrict ? `${name}[${key}]` : `${name}.get(${key})`,
      },
    ],
  };
}

const ends = /^(first|one|one_or_none|scalar_one|scalar_one_or_none|scalars|get)$/;

/** With what takes the one row out of the result: `(await db.scalars(…)).first()`. */
function wholeOf(call: SyntaxNode): SyntaxNode {
  let at = call;
  for (;;) {
    const above = at.parent;
    const outer = above?.type === "attribute" && above.field("object") === at ? above.parent : undefined;
    if (outer?.type === "call" && outer.field("function") === above && ends.test(above?.field("attribute")?.text ?? ""))
      at = outer;
    else if (above?.type === "await" || (above?.type === "parenthesized_expression" && at.type === "await")) at = above;
    else return at;
  }
}

interface Asked {
  readonly session: string;
  /** `scalars`, or `exec` of SQLModel. */
  readonly runs: string;
  readonly wait: string;
  readonly entity: string;
  readonly isOld: boolean;
  /** Raises where there is no such row. */
  readonly isStrict: boolean;
  readonly conditions: readonly string[];
  /** The value of the primary key, in `get(Order, key)`. */
  readonly primary: string | undefined;
}

function askedFor(whole: SyntaxNode): Asked | undefined {
  const text = whole.text;
  const wait = /^\(?await\b/.test(text) ? "await " : "";
  const outer = bare(whole);
  const last = methodCall(outer);
  if (last === undefined) return undefined;
  const base = { wait, runs: "scalars", isOld: false, conditions: [], primary: undefined };
  const { positional, keywords } = argumentsOf(outer);
  if (/^get(_one)?$/.test(last.method) && keywords.size === 0) {
    const [first, second] = positional;
    const isStrict = last.method === "get_one";
    const root = queryChain(last.receiver);
    if (root && first && !second && root.conditions.length === 0)
      return queried(root.root, { ...base, isOld: true, isStrict, entity: root.entity, primary: first.text });
    if (!first || !second || positional.length > 2 || !isName(last.receiver) || !isName(first)) return undefined;
    return { ...base, isStrict, session: last.receiver.text, entity: first.text, primary: second.text };
  }
  const isStrict = /^(scalar_)?one$/.test(last.method);
  if (last.method === "scalar") return selected(outer, { ...base, isStrict: false });
  if (!/^(first|one|one_or_none|scalar_one|scalar_one_or_none)$/.test(last.method) || positional.length > 0)
    return undefined;
  const inner = bare(last.receiver);
  const chain = queryChain(inner);
  if (chain && methodCall(chain.root)?.method === "query")
    return queried(chain.root, { ...base, isOld: true, isStrict, entity: chain.entity, conditions: chain.conditions });
  const run = methodCall(inner);
  const executed = run?.method === "scalars" && argumentsOf(inner).positional.length === 0 ? bare(run.receiver) : inner;
  const isOfRows = /^scalar_/.test(last.method) || executed !== inner;
  const method = methodCall(executed)?.method;
  if (method === "execute" ? !isOfRows : method !== "scalars" && method !== "exec") return undefined;
  return selected(executed, { ...base, isStrict, runs: method === "exec" ? "exec" : "scalars" });
}

/** `session.scalars(select(Order).where(…))` */
function selected(call: SyntaxNode, base: Omit<Asked, "session" | "entity">): Asked | undefined {
  const target = methodCall(call);
  const { positional, keywords } = argumentsOf(call);
  const chain = positional[0] && queryChain(positional[0]);
  const isSelect = /(^|\.)select$/.test(chain?.root.field("function")?.text ?? "");
  if (!target || !isName(target.receiver) || !chain || !isSelect || positional.length > 1 || keywords.size > 0)
    return undefined;
  return { ...base, session: target.receiver.text, entity: chain.entity, conditions: chain.conditions };
}

/** `session.query(Order)` */
function queried(root: SyntaxNode, base: Omit<Asked, "session">): Asked | undefined {
  const target = methodCall(root);
  return target?.method === "query" && isName(target.receiver) ? { ...base, session: target.receiver.text } : undefined;
}

function bare(node: SyntaxNode): SyntaxNode {
  if (node.type !== "await" && node.type !== "parenthesized_expression") return node;
  const [inner] = namedChildren(node);
  return inner === undefined ? node : bare(inner);
}

function isName(node: SyntaxNode): boolean {
  return /^\w+(\.\w+)*$/.test(node.text);
}

interface Round {
  /** `parcel`, or `number, parcel`. */
  readonly target: string;
  readonly names: readonly string[];
  readonly values: string;
}

/** What is kept under a name, or seen through one: anything else may be gone after the first time. */
const kept =
  /^(?:(?:enumerate|sorted|reversed|list|set)\(\w+(?:\.\w+)*\)|\w+(?:\.\w+)*(?:\.(?:items|values|keys)\(\))?)$/;

function roundOf(loop: SyntaxNode): Round | undefined {
  const clauses = loop.children.filter(({ type }) => type === "for_in_clause");
  const [only] = loop.type === "for_statement" ? [loop] : clauses.length === 1 ? clauses : [];
  const target = only?.field("left");
  const values = only?.field("right");
  if (!only || !target || !values || !kept.test(values.text) || only.children.some(({ type }) => type === "async"))
    return undefined;
  const names = [...descendants(target)].flatMap((one) => (one.type === "identifier" ? [one.text] : []));
  return { target: target.text, names, values: values.text };
}

/** The key that each round asks for, and the column that it is compared with, which no two rows share. */
function keyOf(
  { entity: written, conditions, primary }: Asked,
  { names }: Round,
  entity: Entity,
): { readonly key: string; readonly column: string; readonly others: readonly string[] } | undefined {
  const isOfRound = (text: string) => names.some((name) => new RegExp(String.raw`(?<![.\w])${name}\b`).test(text));
  const own = [...entity.columns.values()].filter(({ primaryKey }) => primaryKey);
  if (primary !== undefined) {
    const [column] = own;
    const isKey = own.length === 1 && /^[\w.]+$/.test(primary) && isOfRound(primary);
    return column && isKey ? { key: primary, column: column.name, others: [] } : undefined;
  }
  const keyed = conditions.filter(isOfRound);
  const found = /^([\w.]+)\.(\w+)\s*==\s*([\w.]+)$/.exec(keyed[0] ?? "");
  const [, of, name = "", key = ""] = found ?? [];
  const column = entity.columns.get(name);
  if (keyed.length !== 1 || of !== written || column === undefined || !isOfRound(key)) return undefined;
  if (!isSingle(column, own)) return undefined;
  return { key, column: name, others: conditions.filter((one) => one !== keyed[0]) };
}

function isSingle(column: Column, primary: readonly Column[]): boolean {
  return column.unique || (column.primaryKey && primary.length === 1);
}

/** What a round writes or lets go, the next one may ask for. */
function changesRows(loop: SyntaxNode, session: string): boolean {
  return [...descendants(loop)].some((one) => {
    const call = one.type === "call" ? methodCall(one) : undefined;
    if (call === undefined) return false;
    if (/^(commit|flush|rollback|expire_all|expunge_all)$/.test(call.method)) return true;
    return call.receiver.text === session && /^(add|add_all|merge|delete|expire|expunge|refresh)$/.test(call.method);
  });
}

/** Something beside the names of the round is made within the loop, as `least` in `Order.total > least` may be. */
function needsRound(file: PythonFile, whole: SyntaxNode, loop: SyntaxNode, { names }: Round): boolean {
  return [...descendants(whole)].some((one) => {
    if (one.type !== "identifier" || names.includes(one.text)) return false;
    const places = file.scopes.bindingOf(one)?.places ?? [];
    return places.some(({ name }) => loop.start <= name.start && name.end <= loop.end);
  });
}

/** Not every round comes to the query, so not every one may have the key: `if parcel is None: continue`. */
function isChosen(whole: SyntaxNode, loop: SyntaxNode): boolean {
  const choices =
    /^(if_statement|if_clause|elif_clause|else_clause|conditional_expression|boolean_operator|match_statement|try_statement)$/;
  for (let at = whole.parent; at && at.start >= loop.start && at !== loop; at = at.parent)
    if (choices.test(at.type)) return true;
  return [...descendants(loop)].some(
    ({ type, start }) => type === "if_clause" || (/^(continue|break)_statement$/.test(type) && start < whole.start),
  );
}
