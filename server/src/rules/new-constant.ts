// Names a new constant after the use of its number, and says in a comment what it is.

import type { PythonFile } from "../python/python-file.ts";
import { enclosing } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { toCasing } from "./casing.ts";
import { specific, wordsOf } from "./number-purpose.ts";

interface Use {
  readonly node: SyntaxNode;
  readonly use: string;
  readonly name: string;
}

/** "SLEEP_SECONDS" in `def reconnect` becomes "RECONNECT_DELAY"; what says enough by itself stays as it is. */
export function newConstantName(file: PythonFile, use: Use, isTaken: (name: string) => boolean): string {
  const noun = use.name === "SLEEP_SECONDS" ? "DELAY" : use.name.replace(/_(SECONDS|SECS?)$/, "");
  const isTelling = specific(wordsOf(noun)).length > 0;
  const names = [...qualifiers(file, use.node)].map((name) => name.replace(/\W+/g, "_"));
  const qualified = names
    .filter((name) => /^[A-Za-z]/.test(name))
    .map((qualifier) => joined(toCasing(qualifier, "UPPER_CASE"), noun));
  const candidates = isTelling ? [noun, ...qualified] : [...qualified, noun];
  const free = candidates.find((name) => !isTaken(name));
  if (free !== undefined) return free;
  const base = candidates[0] ?? noun;
  let name = base;
  for (let number = 2; isTaken(name); number++) name = `${base}_${number}`;
  return name;
}

/** "POLL_INTERVAL" and "INTERVAL" make "POLL_INTERVAL". */
function joined(qualifier: string, noun: string): string {
  const parts = noun.split("_");
  return qualifier.endsWith(noun)
    ? qualifier
    : [...qualifier.split("_").filter((part) => !parts.includes(part)), noun].join("_");
}

/** Verbs and constructors that say nothing of what is done. */
const common =
  /^(run|get|post|put|patch|delete|head|request|send|wait|wait_for|partial|partialmethod|lru_cache|cached|wraps|join|sleep|timeout|call|execute|main|init|\w*Cache|[A-Z]\w*|create|connect|open|read|write|\w*_?fixture)$/;

function* qualifiers(file: PythonFile, node: SyntaxNode): Generator<string> {
  const call = node.parent?.type === "keyword_argument" ? node.parent.parent?.parent : undefined;
  const callee = call?.type === "call" ? call.field("function") : undefined;
  const called = callee?.type === "attribute" ? callee.field("attribute")?.text : callee?.text;
  if (called !== undefined && /^_*[a-z]\w*$/.test(called) && !common.test(called)) yield bare(called);
  const target = call?.parent?.type === "assignment" ? call.parent.field("left") : undefined;
  const assigned = target?.type === "attribute" ? target.field("attribute")?.text : target?.text;
  if (assigned !== undefined && /^\w+$/.test(assigned)) yield bare(assigned);
  const decorated = enclosing(node, "decorator")?.parent?.field("definition")?.field("name")?.text;
  if (decorated !== undefined) yield bare(decorated);
  for (
    let at = enclosing(node, "function_definition", "class_definition");
    at;
    at = enclosing(at, "function_definition", "class_definition")
  ) {
    const name = at.field("name")?.text ?? "";
    if (!/^__\w+__$/.test(name) && !/^(main|run)$/.test(name)) yield bare(name);
  }
  yield file.path.split("/").at(-1)?.replace(/\.py$/, "") ?? "";
}

function bare(name: string): string {
  return name.replace(/^_+|_+$/g, "");
}

/** "Delay in Uplink.idle" */
export function placeName(file: PythonFile, { node, use }: Use): string {
  const words = use.replace(/^an? /, "").replaceAll("`", "");
  const names: string[] = [];
  for (
    let at = enclosing(node, "function_definition", "class_definition");
    at;
    at = enclosing(at, "function_definition", "class_definition")
  ) {
    names.unshift(at.field("name")?.text ?? "");
  }
  const place = names.length > 0 ? names.join(".") : file.path;
  const isWord = !use.startsWith("`");
  return `${isWord ? words.charAt(0).toUpperCase() + words.slice(1) : words} in ${place}`;
}
