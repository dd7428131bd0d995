// Sees through a function that does nothing but ask for one row: the same query, in the words of whoever calls it.

import { argumentsOf } from "../python/call.ts";
import { isAsync } from "../python/definitions.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { decoratorsOf, descendants, namedChildren, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { type Asked, askedFor } from "./one-row-query.ts";

export interface HelpedQuery {
  /** The call, with its `await`. */
  readonly whole: SyntaxNode;
  readonly asked: Asked;
  /** `.total`, which the function reads of the row. */
  readonly rest: string;
}

/** `find(db, key)` of `def find(db, key): return db.get(Order, key)`; undefined where it does more than that. */
export function askedByHelper(file: PythonFile, call: SyntaxNode): HelpedQuery | undefined {
  const returned = returnedBy(file, call);
  if (returned === undefined) return undefined;
  const { whole, value, said } = returned;
  let row = value;
  while (row.type === "attribute") row = row.field("object") ?? row;
  const asked = askedFor(row);
  // A text could hold a parameter's name.
  if (asked === undefined || /["']/.test(asked.conditions.join(""))) return undefined;
  return {
    whole,
    rest: value.text.slice(row.end - value.start),
    asked: {
      ...asked,
      entity: said(asked.entity),
      session: said(asked.session),
      conditions: asked.conditions.map(said),
      primary: asked.primary === undefined ? undefined : said(asked.primary),
    },
  };
}

export interface Returned {
  /** The call, with its `await`. */
  readonly whole: SyntaxNode;
  /** What the function returns. */
  readonly value: SyntaxNode;
  /** A part of it in the words of the caller. */
  readonly said: (text: string) => string;
}

/** The one expression that the called function of this file is made of. */
export function returnedBy(file: PythonFile, call: SyntaxNode): Returned | undefined {
  const callee = call.field("function");
  const place = callee?.type === "identifier" ? file.scopes.bindingOf(callee)?.places : undefined;
  const definition = place?.length === 1 && place[0]?.kind === "function" ? place[0].name.parent : undefined;
  if (definition?.type !== "function_definition" || decoratorsOf(definition).length > 0) return undefined;
  const [only, ...others] = statements(definition).filter((one) => one.children[0]?.type !== "string");
  const value = only?.type === "return_statement" ? namedChildren(only)[0] : undefined;
  const given = givenTo(definition, call);
  if (value === undefined || others.length > 0 || given === undefined) return undefined;
  const whole = isAsync(definition) ? call.parent : call;
  if (whole === undefined || (isAsync(definition) && whole.type !== "await")) return undefined;
  const free = [...descendants(value)].filter(
    ({ type, fieldName, text }) => type === "identifier" && fieldName !== "attribute" && !given.has(text),
  );
  const scope = file.scopes.scopeOf(call);
  const isSame = (one: SyntaxNode) =>
    one.parent?.type === "keyword_argument" || file.scopes.lookUp(one.text, scope) === file.scopes.bindingOf(one);
  if (!free.every(isSame)) return undefined;
  const said = (text: string) =>
    text.replaceAll(/(?<![.\w])[A-Za-z_]\w*(?!\s*=[^=])/g, (name) => given.get(name) ?? name);
  return { whole, value, said };
}

/** What each parameter stands for in the call; undefined where that is more than a name. */
function givenTo(definition: SyntaxNode, call: SyntaxNode): ReadonlyMap<string, string> | undefined {
  const { positional, keywords } = argumentsOf(call);
  const parameters = parametersOf(definition);
  const given = new Map<string, string>();
  for (const [at, { name, kind, isReceiver }] of parameters.entries()) {
    const value = kind === "keyword only" ? keywords.get(name) : (positional[at] ?? keywords.get(name));
    if (value === undefined || isReceiver || kind.startsWith("*") || !/^[A-Za-z_][\w.]*$/.test(value.text))
      return undefined;
    given.set(name, value.text);
  }
  return given;
}
