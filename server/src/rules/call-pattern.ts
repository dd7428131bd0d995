// A call as a sentence writes it, `cast(object, ...)`, and whether a call in code is one of that kind.

import { argumentsOf, methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface CallPattern {
  /** "cast", "typing.cast", "frame.apply". */
  readonly callee: string;
  /** Of each positional argument its text, or undefined for any. */
  readonly positional: readonly (string | undefined)[];
  readonly keywords: ReadonlyMap<string, string | undefined>;
  /** More arguments may follow. */
  readonly isOpen: boolean;
  /** "partition()": a call without arguments, and no other. */
  readonly isEmpty: boolean;
}

/** Reads one call with its arguments; undefined where the code is something else or more. */
export function readCallPattern(code: string): CallPattern | undefined {
  const found = /^([A-Za-z_][\w.]*)\((.*)\)$/s.exec(code.trim());
  const [, callee, inner = ""] = found ?? [];
  if (callee === undefined) return undefined;
  const parts = topLevelParts(inner);
  if (parts === undefined) return undefined;
  const positional: (string | undefined)[] = [];
  const keywords = new Map<string, string | undefined>();
  let isOpen = false;
  for (const part of parts) {
    const keyword = /^([a-z_]\w*)\s*=\s*([^=].*)$/s.exec(part);
    if (/^(?:\.\.\.|…|\*\w*|\*\*\w*)$/.test(part)) isOpen = true;
    else if (keyword) keywords.set(keyword[1] ?? "", exact(keyword[2] ?? ""));
    else positional.push(exact(part));
  }
  return { callee, positional, keywords, isOpen, isEmpty: inner.trim() === "" };
}

/** True where the arguments say which of all the calls are meant. */
export function isSpecific({ positional, keywords }: CallPattern): boolean {
  return keywords.size > 0 || positional.some((part) => part !== undefined);
}

/** True for a call of the same function, or method, with arguments that fit. */
export function isSuchCall(file: PythonFile, call: SyntaxNode, pattern: CallPattern): boolean {
  // "rebuild_index(...)" is a function or a method of that name.
  const isAny = pattern.isEmpty || (pattern.isOpen && !isSpecific(pattern));
  const isOfAny = isAny && methodCall(call)?.method === pattern.callee;
  if (!isOfAny && !callsIt(file, call, pattern.callee)) return false;
  const { positional, keywords, hasSplat } = argumentsOf(call);
  if (pattern.isEmpty) return positional.length === 0 && keywords.size === 0 && !hasSplat;
  if (hasSplat && isSpecific(pattern)) return false;
  for (const [name, value] of pattern.keywords) {
    const given = keywords.get(name);
    if (given === undefined || (value !== undefined && plain(given.text) !== value)) return false;
  }
  const isOpen = pattern.isOpen || pattern.keywords.size > 0 || !isSpecific(pattern);
  if (positional.length < pattern.positional.length || (!isOpen && positional.length > pattern.positional.length))
    return false;
  return pattern.positional.every((part, at) => part === undefined || plain(positional[at]?.text ?? "") === part);
}

function callsIt(file: PythonFile, call: SyntaxNode, callee: string): boolean {
  const segments = callee.split(".");
  const name = calleeName(file, call);
  if (name !== "" && !name.startsWith(".") && (name === callee || name.endsWith(`.${callee}`))) return true;
  const target = methodCall(call);
  // A method is the same where its receiver is called alike: what a team writes of `client` it calls so.
  if (segments.length < 2 || target === undefined || target.method !== segments.at(-1)) return false;
  return (
    target.receiver.text === segments.slice(0, -1).join(".") || target.receiver.text.endsWith(`.${segments.at(-2)}`)
  );
}

/** `frame.merge(…)` for "DataFrame.merge", where the value is known to be one. */
export function isMethodOfType(file: PythonFile, call: SyntaxNode, wanted: string): boolean {
  const [, type, method] = /^(?:[\w.]+\.)?([A-Z]\w*)\.([a-z_]\w*)$/.exec(wanted) ?? [];
  const target = type === undefined ? undefined : methodCall(call);
  if (target === undefined || target.method !== method) return false;
  return (file.typeOf(target.receiver) ?? "").split(".").at(-1) === type;
}

const types = new Set("object str int float bool bytes list dict tuple set frozenset type complex".split(" "));

/** What has to stand there; undefined for a name that stands for anything, such as `x` or `value`. */
function exact(part: string): string | undefined {
  const text = plain(part);
  // `open(path, "w")`, `cast("Self", x)`: a mode, an encoding and `Self` are no examples of others.
  if (/^"(?:Self|[rwabxt+]{1,3}|utf-?8|latin-?1|ascii|__\w+__)"$/i.test(text)) return text;
  if (/^(?:\.\.\.|…|<.*>)$/.test(text) || /^["']/.test(text)) return undefined;
  return /^[a-z_]\w*(?:\.[a-z_]\w*)*$/.test(text) && !types.has(text) ? undefined : text;
}

function plain(text: string): string {
  const dense = text.replaceAll(/\s+/g, "");
  return dense.replace(/^'([^'"]*)'$/, '"$1"');
}

function topLevelParts(text: string): string[] | undefined {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if ("([{".includes(char)) depth++;
    if (")]}".includes(char) && --depth < 0) return undefined;
    if (char === "," && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  if (depth !== 0) return undefined;
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== "");
}
