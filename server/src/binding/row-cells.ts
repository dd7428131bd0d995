// Takes the cells of a table's row for what their headers say of them: wanted, to be avoided, or what a ban speaks of.

import type { Directive } from "../guides/directive.ts";
import type { Stance } from "../rules/reading.ts";
import { type Token, tokenise } from "../rules/tokens.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import { headerStance, isBanHeader } from "./surroundings.ts";

/** A row under "Do | Don't": each cell has the polarity of its header. */
export function cellSegments(
  tokens: readonly Token[],
  directive: Directive,
): { segments: Segment[]; stance: Stance | undefined }[] | undefined {
  const row = directive.row;
  if (!row) return undefined;
  const stances = row.header.map(headerStance);
  // "Folder | Holds | Must not": what stands first is what the ban speaks of.
  const bans = row.header.map((header) => isBanHeader(header));
  const isOneSided = !stances.includes("want") && bans.some((isBan, at) => isBan && at > 0);
  if (!isOneSided && (!stances.includes("avoid") || !stances.includes("want"))) return undefined;
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === "|") groups.push([]);
    else groups.at(-1)?.push(token);
  }
  if (groups.length !== row.cells.length) return undefined;
  if (isOneSided) {
    const about = spelledOut(groups[0] ?? []);
    return groups.flatMap((group, at) => {
      const segments = bans[at] ? segmentsOf([...about, ...group], directive.text) : [];
      return segments.length > 0 && group.some(({ kind }) => kind !== "sign")
        ? [{ segments, stance: "avoid" as const }]
        : [];
    });
  }
  return groups.map((group, at) => ({ segments: segmentsOf(group, directive.text), stance: stances[at] }));
}

/** "`app/routers`" as the routers that it holds. */
function spelledOut(tokens: readonly Token[]): readonly Token[] {
  const [first] = tokens;
  const folder = /(?:^|\/)([a-z]+)\/?$/.exec(first?.text ?? "")?.[1];
  if (!first || tokens.length > 1 || folder === undefined) return tokens;
  return [first, ...tokenise(folder).map((token) => ({ ...token, start: first.start, end: first.end }))];
}
