// Takes the number that a directive sets as a limit.

import type { Reading } from "./reading.ts";

/** The first number within the bounds with one of the units ("" for none), in the order of the units given. */
export function readNumber(
  reading: Reading,
  units: readonly string[],
  smallest: number,
  largest: number,
): number | undefined {
  for (const unit of units) {
    const found = reading.numbers.find(
      (number) => number.unit === unit && number.value >= smallest && number.value <= largest,
    );
    if (found !== undefined) return found.value;
  }
  if (!units.includes("")) return undefined;
  // "100 max", "PEP 8 with 100": a number whose next word is no unit at all.
  const plain = reading.numbers.filter(
    ({ value, unit }) => value >= smallest && value <= largest && !otherUnits.has(unit),
  );
  return plain.length === 1 ? plain[0]?.value : undefined;
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
