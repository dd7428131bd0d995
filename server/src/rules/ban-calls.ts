// Tells a ban on making something, "never instantiate `Settings`", from one on the thing: who is handed one may use and name it.

import { isBuiltinName } from "../python/builtins.ts";
import type { Reading } from "./reading.ts";

const making =
  /\b(?:instantiat(?:e[sd]?|ing)|construct(?:s|ed|ing)?)\s+(?:(?:an?|the|any|new|raw|own|your|more)\s+)*[`"]?$/i;

/** The ban's name where only the calls of a class are ruled out, `Settings(...)`; undefined where all of it is. */
export function constructorOf(code: string, name: string, { clause }: Reading): string | undefined {
  const last = name.split(".").at(-1) ?? "";
  if (!/^[A-Z]\w*[a-z]/.test(last) || isBuiltinName(last)) return undefined;
  const isMade = making.test(clause.slice(0, Math.max(clause.indexOf(code), 0)));
  return code.trim().endsWith("()") || isMade ? `${name}(...)` : undefined;
}

/** What makes one for all others: `get_settings()` of "use `get_settings()`, do not call `Settings()`". */
export function makersFor(names: readonly string[], sentence: string): Readonly<Record<string, string>> {
  const made = [
    ...sentence.matchAll(
      /\b(?:[Uu]se|[Cc]all|[Ww]ith|[Vv]ia|[Tt]hrough|[Ff]rom|[Bb]y)\s+(?:(?:the|our)\s+)?`?([a-z_][\w.]*)\(\)/g,
    ),
  ];
  const maker = made.length === 1 ? made[0]?.[1] : undefined;
  const isMade = (name: string) => /^(?:\w+\.)*[A-Z]\w*\(\.\.\.\)$/.test(name);
  if (maker === undefined) return {};
  return Object.fromEntries(names.filter(isMade).map((name) => [name, `${maker}()`]));
}
