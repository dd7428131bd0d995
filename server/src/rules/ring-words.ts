// Reads boundaries between the rings of a clean architecture, by their names: "the domain must not import from infrastructure".

import type { Reading } from "./reading.ts";

/** Their usual folders. */
const rings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bdomain\b/i, ["domain/"]],
  [/\bapplication (?:layer|code|services?)\b/i, ["application/"]],
  [/\buse[ -]cases?\b/i, ["use_cases/", "usecases/"]],
  [/\bports\b/i, ["ports/"]],
  [/\badapters?\b/i, ["adapters/"]],
  [/\binfrastructure\b/i, ["infrastructure/", "infra/"]],
  [/\bpresentation\b/i, ["presentation/"]],
  [/\bentry ?points?\b/i, ["entrypoints/"]],
];

/** What is not the domain. */
const around = ["application/", "infrastructure/", "infra/", "presentation/", "interfaces/", "adapters/"];

/** From the outside in, each with the names that it goes by. */
export const ringsInOrder: readonly string[] = [
  "infrastructure/|infra/|presentation/|interfaces/|adapters/|entrypoints/",
  "application/|use_cases/|usecases/",
  "domain/",
];

/** The names, for phrases. */
export const ringWord =
  "(domain|domain layer|domain code|domain logic|domain model|application layer|application code|application service|use case|port|adapter|infrastructure|presentation|presentation layer|entrypoint|entry point)";

/** The folders of the ring that a sentence begins with, and of those that it must not import. */
export function readRings({
  clause,
  codes,
}: Reading): { from: readonly string[]; targets: readonly string[] } | undefined {
  const at = clause.search(/\b(?:import|depend|reference|know)/i);
  if (at < 0 || codes.some((code) => foldersIn(code).length === 0) || /\b(?:only|test)/i.test(clause)) return undefined;
  const subject = foldersIn(clause.slice(0, at));
  // What lies around the domain is named by its place alone.
  const outer = /\bouter (?:layers?|rings?)\b/i.test(clause.slice(at)) && subject.includes("domain/") ? around : [];
  const targets = [...foldersIn(clause.slice(at)), ...outer].filter((folder) => !subject.includes(folder));
  // "Our infrastructure" is machines.
  const isOfMachines = /\binfrastructure\b/i.test(clause.slice(0, at)) && !/\blayer|\bcode\b/i.test(clause);
  return subject.length > 0 && targets.length > 0 && !isOfMachines ? { from: subject, targets } : undefined;
}

/** In the order in which the words name them. */
function foldersIn(text: string): readonly string[] {
  return rings
    .flatMap(([name, folders]) => {
      const at = text.search(name);
      return at < 0 ? [] : [{ at, folders }];
    })
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ folders }) => folders);
}
