// Takes the number that a directive sets as a limit.

import type { Reading } from "./reading.ts";

/** The first number within the bounds with one of the units ("" for none), in the order of the units given. */
export function readNumber(
  reading: Reading,
  units: readonly string[],
  smallest: number,
  largest: number,
): number | undefined {
  const ruledOut = numbersRuledOut(reading.clause);
  const numbers = reading.numbers.filter(({ value }) => !ruledOut.has(value));
  for (const unit of units) {
    const found = numbers.find((number) => number.unit === unit && number.value >= smallest && number.value <= largest);
    if (found !== undefined) return found.value;
  }
  if (!units.includes("")) return undefined;
  // "100 max", "PEP 8 with 100": a number whose next word is no unit at all.
  const plain = numbers.filter(({ value, unit }) => value >= smallest && value <= largest && !otherUnits.has(unit));
  return plain.length === 1 ? plain[0]?.value : undefined;
}

/** "120 (not 88/79)", "100 instead of the default 88" */
function numbersRuledOut(clause: string): ReadonlySet<number> {
  const found = [
    ...clause.matchAll(
      /\b(?:not|never|instead of|rather than)\s+(?:(?:the|a|default|usual|standard|of)\s+)*(\d[\d/, or]*)/gi,
    ),
  ];
  return new Set(found.flatMap(([, list = ""]) => (list.match(/\d+/g) ?? []).map(Number)));
}

const otherUnits: ReadonlySet<string> = new Set([
  "second",
  "minute",
  "millisecond",
  "hour",
  "%",
  "megabyte",
  "kilobyte",
  "gigabyte",
  "byte",
  "day",
  "line",
  "parameter",
  "space",
  "level",
  "character",
]);
