// Reads boundaries between folders that a sentence names as plain words, since the guide draws them in a tree.

import type { Reading } from "./reading.ts";

/** "Core modules must not import from trading or alerts", where the guide draws those folders. */
export function readDrawnBoundary(
  reading: Reading,
): { from: readonly string[]; targets: readonly string[] } | undefined {
  const { clause } = reading;
  const verb = clause.search(/\b(?:import|depend)/i);
  const drawn = new Set(reading.guideExamples.flatMap(({ code }) => drawnFolders(code)));
  if (verb < 0 || drawn.size === 0 || reading.codes.length > 0 || /\b(?:only|own)\b/i.test(clause)) return undefined;
  const words = [...clause.matchAll(/\b[A-Za-z][\w-]+\b/g)].filter(({ 0: word }) => drawn.has(word.toLowerCase()));
  const [from, targets] = [(at: number) => at < verb, (at: number) => at > verb].map((isMeant) => [
    ...new Set(words.filter(({ index }) => isMeant(index)).map(({ 0: word }) => `${word.toLowerCase()}/`)),
  ]);
  // Every thing that is said to be imported has to be one of them.
  const rest = clause
    .slice(verb)
    .replace(/\b[A-Za-z][\w-]+\b/g, (word) => (drawn.has(word.toLowerCase()) ? "" : word))
    .replace(
      /\b(?:import\w*|depend\w*|from|on|any|the|or|and|nor|either|modules?|packages?|layers?|code|directly)\b|\W/gi,
      "",
    );
  return from?.length === 1 && targets !== undefined && targets.length > 0 && rest === ""
    ? { from, targets }
    : undefined;
}

/** The folders of a tree: "├── core/   # the core". */
function drawnFolders(code: string): readonly string[] {
  return [...code.matchAll(/^[\s│├└─|+`-]*([A-Za-z][\w-]*)\/[ \t]*(?:[#←—–(-].*)?$/gm)].map(([, name = ""]) =>
    name.toLowerCase(),
  );
}
