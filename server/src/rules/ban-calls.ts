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

export interface Ban {
  readonly names: readonly string[];
  readonly modules: readonly string[];
  readonly instead: Readonly<Record<string, string>>;
}

/** "Get `Base` from `shop.db`, not from `sqlalchemy.orm`" rules out that one name of the module, not the module. */
export function takenFrom(good: string, others: readonly string[], { clause, codes }: Reading): Ban | undefined {
  const [other, ...more] = others;
  const [what] = codes;
  if (other === undefined || more.length > 0 || what === undefined || what === good || what === other) return undefined;
  const isTaken = /^[A-Za-z_]\w*$/.test(what) && /^[a-z_][\w.]*$/.test(good) && /^[a-z_][\w.]*$/.test(other);
  const said = clause.replaceAll(/[`"]/g, "");
  if (!isTaken || !said.includes(`${what} from ${good}`)) return undefined;
  const banned = `${other}.${what}`;
  return { names: [banned], modules: [], instead: { [banned]: `${good}.${what}` } };
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

/** "Never call `.iterrows()` on a frame": nothing else has such a method. */
export function isOnWhatHasIt({ rest, codes }: { readonly rest: string; readonly codes: readonly string[] }): boolean {
  return (
    /^on (?:(?:an?|the|any|every|large|whole|pandas|polars)\s+)*(?:data ?frames?|frames?|series|query ?sets?)\W*$/i.test(
      rest.trim(),
    ) && codes.every((code) => code.startsWith(".") && isHardlyAnothers(code.replace(/\(.*$/s, "")))
  );
}

/** "Avoid an empty `partition()`", "never call `partition()` without arguments" */
export function emptyCallIn({ clause, codes }: Reading): Ban | undefined {
  const callee =
    /\b(?:empty|argument-?less|parameter-?less)\s+`?([\w.]+)\(\)/i.exec(clause)?.[1] ??
    /`?([\w.]+)\(\)`?\s+(?:calls?\s+)?(?:without|with no)\s+(?:any\s+)?(?:arguments?|parameters?|args|columns?|keys?)\b/i.exec(
      clause,
    )?.[1];
  const isMeant = callee !== undefined && codes.length === 1 && isHardlyAnothers(callee);
  return isMeant
    ? { names: [`${callee.replace(/^(?:df|frame|window|w)\./i, "")}()`], modules: [], instead: {} }
    : undefined;
}

/** `select()` is a method of many things, `partitionBy()` hardly. */
function isHardlyAnothers(callee: string): boolean {
  const name = callee.split(".").at(-1) ?? "";
  return name.length >= 8 || /[a-z][A-Z_]/.test(name);
}
