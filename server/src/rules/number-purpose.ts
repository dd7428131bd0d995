// What a number is for, told from names: a delay, a timeout, a count of retries, a lifetime, a size; and what else fits that.

import { stem } from "./stem.ts";

export type Purpose = "retry" | "ttl" | "cacheSize" | "timeout" | "delay" | "size" | "depth" | "other";

/** "MAX_RETRIES", "maxRetries", "Seconds of a pause" → stems of their words. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => stem(word.toLowerCase()));
}

const stems = (...words: readonly string[]): ReadonlySet<string> => new Set(words.map(stem));
const hasAny = (words: readonly string[], set: ReadonlySet<string>) => words.some((word) => set.has(word));

const pauses = stems("sleep", "delay", "interval", "pause", "backoff", "cooldown", "debounce", "poll", "wait");
const repeats = stems("retry", "attempt", "tries");
const lifetimes = stems("ttl", "expiry", "expire", "expiration", "lease", "lifetime");
const sizes = stems("size", "byte", "bytes", "chunk", "buffer", "block", "kb", "mb", "gb");
/** Sizes of what is counted in items, and shares: none of bytes. */
const counted = stems("pool", "batch", "queue", "log", "page", "window", "target", "ratio", "group", "sample", "heap");
const timeouts = stems("timeout", "deadline", "grace");
const caches = stems("cache");
const cacheSizes = stems("maxsize");
const depths = stems("depth", "nesting", "nest");

/** Words by which the name of a group says that it holds such numbers. */
const groupWords: Readonly<Record<Purpose, ReadonlySet<string>>> = {
  retry: repeats,
  ttl: new Set([...lifetimes, ...caches]),
  cacheSize: new Set([...caches, ...cacheSizes]),
  timeout: timeouts,
  delay: pauses,
  size: sizes,
  depth: new Set([...depths, ...stems("parse", "parsing")]),
  other: new Set(),
};

/** Words that say nothing of which delay, timeout or size it is. */
const generic = stems(
  "default",
  "normal",
  "general",
  "standard",
  "max",
  "min",
  "maximum",
  "minimum",
  "limit",
  "threshold",
  "seconds",
  "second",
  "secs",
  "ms",
  "minutes",
  "hours",
  "days",
  "count",
  "value",
  "number",
  "age",
  "length",
  "len",
); // prettier-ignore

export function purposeOf(words: readonly string[]): Purpose {
  if (hasAny(words, lifetimes)) return "ttl";
  if (hasAny(words, repeats)) return hasAny(words, pauses) || words.includes(stem("seconds")) ? "delay" : "retry";
  if (hasAny(words, timeouts) || (words.includes(stem("time")) && words.includes(stem("limit")))) return "timeout";
  if (hasAny(words, pauses)) return "delay";
  if (hasAny(words, cacheSizes) || (hasAny(words, caches) && hasAny(words, sizes))) return "cacheSize";
  if (hasAny(words, sizes) && !hasAny(words, counted)) return "size";
  if (hasAny(words, depths)) return "depth";
  return "other";
}

/** How well a group fits: by its name, by its description, or not at all. */
export function groupFit(purpose: Purpose, words: readonly string[], name: string, description: string): number {
  const wanted = purpose === "other" ? new Set(specific(words)) : groupWords[purpose];
  if (hasAny(wordsOf(name), wanted)) return 2;
  return hasAny(wordsOf(description), wanted) ? 1 : 0;
}

/** Two names speak of one unit: where one says minutes or megabytes, so does the other. */
export function hasSameUnit(a: readonly string[], b: readonly string[]): boolean {
  return units.every((unit) => hasAny(a, unit) === hasAny(b, unit));
}

const units = [
  stems("ms", "millis", "milliseconds"),
  stems("minute", "minutes", "mins"),
  stems("hour", "hours"),
  stems("day", "days"),
  stems("kb", "kib"),
  stems("mb", "mib"),
  stems("gb", "gib"),
  stems("percent", "pct"),
];

/** The words that tell one number of a purpose from another. */
export function specific(words: readonly string[]): readonly string[] {
  const kinds = [pauses, repeats, lifetimes, sizes, timeouts, cacheSizes, caches, depths];
  return words.filter((word) => !generic.has(word) && !kinds.some((kind) => kind.has(word)));
}
