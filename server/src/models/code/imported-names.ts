// Which names a file's imports speak of, told from its text alone so that a file need not be parsed for it.

const statements =
  /^[ \t]*(?:from[ \t]+(?<module>[.\w]+)[ \t]+import[ \t]*(?<names>\([^)]*\)|[^\n]+)|import[ \t]+(?<plain>[^\n]+))/gm;

/** What is imported, and the last part of each module's name; "*" for all of a module. Sorted. */
export function importedNames(text: string): readonly string[] {
  const found = new Set<string>();
  for (const { groups } of text.matchAll(statements)) {
    const { module = "", names = "", plain = "" } = groups ?? {};
    const last = /\w+$/.exec(module)?.[0];
    if (last !== undefined) found.add(last);
    for (const one of `${names},${plain}`.replaceAll(/#[^\n]*/g, "").split(",")) {
      const name = /(\w+|\*)(?=\W*$|\s+as\b)/.exec(one.replace(/\s+as\s.*$/s, ""))?.[1];
      if (name !== undefined) found.add(name);
    }
  }
  return [...found].toSorted();
}
