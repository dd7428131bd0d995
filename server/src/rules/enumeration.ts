// Puts names into a sentence: "`a`", "`a` and `b`", "`a`, `b` and 3 others".

/** At most so many are named, since a message is read at a glance. */
const MOST = 3;

export function enumerated(names: readonly string[]): string {
  const shown = names.length > MOST + 1 ? names.slice(0, MOST) : names;
  const rest = names.length - shown.length;
  const items = [...shown.map((name) => `\`${name}\``), ...(rest > 0 ? [`${rest} others`] : [])];
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
