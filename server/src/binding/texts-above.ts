// Remembers what was found out of headings and parents, which all that stands below them asks about again.

const most = 2_000;

/** The same answers, looked up where the text was asked about before. */
export function onceForEachText<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    if (known.size >= most) known.clear();
    const found = find(text);
    known.set(text, found);
    return found;
  };
}
