// The rounds of a loop: what it goes over, and whether something can be asked for all of them before it.

import { methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, enclosingLoop, statementOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface Round {
  /** `parcel`, or `number, parcel`. */
  readonly target: string;
  readonly names: readonly string[];
  readonly values: string;
}

/** What is kept under a name, or seen through one: anything else may be gone after the first time. */
const kept =
  /^(?:(?:enumerate|sorted|reversed|list|set)\(\w+(?:\.\w+)*\)|range\([\w., ]+\)|\w+(?:\.\w+)*(?:\.(?:items|values|keys)\(\))?)$/;

export function roundOf(loop: SyntaxNode): Round | undefined {
  const clauses = loop.children.filter(({ type }) => type === "for_in_clause");
  const [only] = loop.type === "for_statement" ? [loop] : clauses.length === 1 ? clauses : [];
  const target = only?.field("left");
  const values = only?.field("right");
  if (!only || !target || !values || !kept.test(values.text) || only.children.some(({ type }) => type === "async"))
    return undefined;
  const names = [...descendants(target)].flatMap((one) => (one.type === "identifier" ? [one.text] : []));
  return { target: target.text, names, values: values.text };
}

/** Whether this round asks for it: by its own names, not by those of another. */
export function isOfRound({ names }: Round, text: string): boolean {
  return names.some((name) => new RegExp(String.raw`(?<![.\w])${name}\b`).test(text));
}

/** `keys`, or `[parcel.order_id for parcel in parcels]`. */
export function keysOf({ target, values }: Round, key: string): string {
  return key === target && /^[\w.]+$/.test(values) ? values : `[${key} for ${target} in ${values}]`;
}

/** The statement before which something can be asked for all rounds of the loop. */
export function statementBefore(file: PythonFile, loop: SyntaxNode): SyntaxNode | undefined {
  const statement = loop.type === "for_statement" ? loop : statementOf(loop);
  const line = file.lines.lineStart(file.lines.position(statement.start).line);
  const canStandBefore =
    /^(expression|return|for)_statement$/.test(statement.type) &&
    file.text.slice(line, statement.start).trim() === "" &&
    enclosingLoop(statement) === undefined;
  return canStandBefore ? statement : undefined;
}

/** What a round writes or lets go, the next one may ask for. */
export function changesRows(loop: SyntaxNode, session: string): boolean {
  return [...descendants(loop)].some((one) => {
    const call = one.type === "call" ? methodCall(one) : undefined;
    if (call === undefined) return false;
    if (/^(commit|flush|rollback|expire_all|expunge_all)$/.test(call.method)) return true;
    return call.receiver.text === session && /^(add|add_all|merge|delete|expire|expunge|refresh)$/.test(call.method);
  });
}

/** Something beside the names of the round is made within the loop, as `least` in `Order.total > least` may be. */
export function needsRound(file: PythonFile, whole: SyntaxNode, loop: SyntaxNode, { names }: Round): boolean {
  return [...descendants(whole)].some((one) => {
    if (one.type !== "identifier" || names.includes(one.text)) return false;
    const places = file.scopes.bindingOf(one)?.places ?? [];
    return places.some(({ name }) => loop.start <= name.start && name.end <= loop.end);
  });
}

/** Not every round comes to the query, so not every one may have the key: `if parcel is None: continue`. */
export function isChosen(whole: SyntaxNode, loop: SyntaxNode): boolean {
  const choices =
    /^(if_statement|if_clause|elif_clause|else_clause|conditional_expression|boolean_operator|match_statement|try_statement)$/;
  for (let at = whole.parent; at && at.start >= loop.start && at !== loop; at = at.parent)
    if (choices.test(at.type)) return true;
  return [...descendants(loop)].some(
    ({ type, start }) => type === "if_clause" || (/^(continue|break)_statement$/.test(type) && start < whole.start),
  );
}
