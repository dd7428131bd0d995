// Holds the keys of a front matter to those that its format knows: their spelling, and what they may hold.

import type { FrontMatter } from "./front-matter.ts";
import type { FrontMatterEntry } from "./front-matter-entry.ts";
import type { GuideProblem } from "./guide.ts";

/** What a key holds: words for people, a switch, file patterns, or one of a few words. */
export type KeyKind = "text" | "switch" | "globs" | readonly string[];

export type KnownKeys = Readonly<Record<string, KeyKind>>;

/** Keys that teams add to any format, and that Heed reads in all of them. */
const sharedKeys: KnownKeys = {
  autoAttach: "switch",
  priority: ["high", "normal", "low", "critical", "medium"],
};

export function keyProblems(matter: FrontMatter, keys: KnownKeys): readonly GuideProblem[] {
  const known: KnownKeys = { ...keys, ...sharedKeys };
  const spelt = [...matter.entries.keys()];
  return [...matter.entries.values()].flatMap((entry) => {
    const kind = Object.hasOwn(known, entry.key) ? known[entry.key] : undefined;
    return kind === undefined
      ? [
          unknownKey(
            entry,
            Object.keys(known).filter((key) => !spelt.includes(key)),
            Object.keys(keys),
          ),
        ]
      : wrongValue(entry, kind);
  });
}

/** The key that somebody meant who wrote another one. */
export function misspelling(matter: FrontMatter | undefined, key: string): string | undefined {
  return [...(matter?.entries.keys() ?? [])].find((written) => written !== key && nearest(written, [key]) === key);
}

function unknownKey(
  { key, keySpan }: FrontMatterEntry,
  free: readonly string[],
  keys: readonly string[],
): GuideProblem {
  const near = nearest(key, free);
  if (near === undefined) {
    return problem(keySpan, `\`${key}\` is not read here. Known keys: ${keys.join(", ")}.`);
  }
  return problem(keySpan, `\`${key}\` is not read here; the key is spelt \`${near}\`.`, near);
}

function wrongValue(entry: FrontMatterEntry, kind: KeyKind): readonly GuideProblem[] {
  const { key, value, span, items } = entry;
  const [item] = items;
  if (value === "empty") return [];
  if (kind === "text") {
    return value === "list" || value === "other"
      ? [problem(span, `\`${key}\` is one text. Write it in one line.`)]
      : [];
  }
  if (kind === "globs") {
    const isGlobs = value === "list" || (value === "text" && !/^[\d.]+$/.test(item?.text ?? ""));
    return isGlobs
      ? []
      : [problem(span, `\`${key}\` says to which files the guide applies, for example \`"**/*.py"\`.`)];
  }
  const word = item?.text.trim() ?? "";
  if (kind === "switch") {
    if (value !== "list" && /^(?:true|false)$/i.test(word)) return [];
    const meant = /^(?:yes|on|1)$/i.test(word) ? "true" : /^(?:no|off|0)$/i.test(word) ? "false" : undefined;
    return [problem(span, `\`${key}\` is \`true\` or \`false\`; anything else is not understood.`, meant)];
  }
  const words = items.flatMap(({ text }) => text.split(",")).map((text) => text.trim());
  if (words.length > 0 && words.every((one) => kind.some((allowed) => allowed.toLowerCase() === one.toLowerCase()))) {
    return [];
  }
  const choices = kind.map((one) => `\`${one}\``).join(", ");
  return [problem(span, `\`${key}\` is one of ${choices}; anything else changes nothing.`, nearest(word, kind))];
}

function problem(span: FrontMatterEntry["span"], message: string, better?: string): GuideProblem {
  const base: GuideProblem = { rule: "front-matter", severity: "information", span, message };
  if (better === undefined) return base;
  return { ...base, fix: { title: `Write \`${better}\``, safe: true, edits: [{ span, text: better }] } };
}

/** The only candidate that a slip of the hand could have become: another case, or one or two letters. */
function nearest(written: string, candidates: readonly string[]): string | undefined {
  const distances = candidates
    .map((candidate) => ({ candidate, distance: distanceOf(written.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= (candidate.length > 6 ? 2 : candidate.length > 3 ? 1 : 0))
    .toSorted((a, b) => a.distance - b.distance);
  const [first, second] = distances;
  return first && first.distance !== second?.distance ? first.candidate : undefined;
}

/** Levenshtein's distance, row by row. */
function distanceOf(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
