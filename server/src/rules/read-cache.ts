// Reads which bounded cache a guide wants, where it comes from and what it is made with.

import { importedFrom } from "./named-code.ts";
import type { Reading } from "./reading.ts";

/** The cache class of the text and, from the guide's examples, where it comes from and what it is made with. */
export function readCache(
  reading: Reading,
): { cache?: string; arguments?: string; imports?: readonly string[] } | undefined {
  // A group of constants that are sizes and lifetimes.
  if (reading.codes.some((code) => /^[A-Z][A-Z0-9_]+$/.test(code))) return undefined;
  const named = reading.codes
    .concat(reading.sentence.match(/\b[A-Z]\w*Cache\b/g) ?? [])
    .find((code) => /^([\w.]+\.)?[A-Z]\w*Cache$/.test(code));
  if (named === undefined) return {};
  const name = named.split(".").at(-1) ?? named;
  const module = named.includes(".")
    ? named.slice(0, named.lastIndexOf("."))
    : (importedFrom(reading.guideExamples, name) ?? "cachetools");
  const cache = `${module}.${name}`;
  for (const { code } of reading.guideExamples) {
    const call = new RegExp(
      String.raw`\b${name}\(\s*([A-Z][^()]*?),?\s*\)|\b${name}\(\s*(\w+=[A-Z][^()]*?),?\s*\)`,
    ).exec(code);
    const text = (call?.[1] ?? call?.[2])?.replace(/\s+/g, " ");
    const heads = text === undefined ? [] : [...new Set(text.match(/(?<![\w.])[A-Z][A-Z_]\w*/g) ?? [])];
    const imports = heads.map((head) => [importedFrom(reading.guideExamples, head), head] as const);
    if (text === undefined || heads.length === 0 || imports.some(([from]) => from === undefined)) continue;
    return { cache, arguments: text, imports: imports.map(([from, head]) => `${from}.${head}`) };
  }
  return { cache };
}
