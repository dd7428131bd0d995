// Every place where a guide may name a file, for links: whoever has the list of files keeps those that exist.

import type { Guide } from "./guide.ts";
import { candidatesOf, type Reference } from "./references.ts";

/** Inline code that looks like a file, the targets of Markdown links, and `@` imports. */
const names =
  /`(?<code>[\w@./-]*[\w-]\.\w+)`|\]\((?<link>[^)\s#?:]+)(?:[#?][^)]*)?\)|(?<![\w`@/.])@(?<import>[\w./-]*[\w-]\.\w+)/dg;

export function namedFiles(guide: Guide): readonly Reference[] {
  return [...guide.text.matchAll(names)].flatMap((match) => {
    const { code, link, import: imported } = match.indices?.groups ?? {};
    const [start, end] = code ?? link ?? imported ?? [0, 0];
    const path = guide.text.slice(start, end);
    return [{ span: { start, end }, path, candidates: candidatesOf(guide.path, path) }];
  });
}
