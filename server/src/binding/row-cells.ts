// Takes the cells of a table's row for what their headers say of them: wanted, to be avoided, or what a ban speaks of.

import type { Directive } from "../guides/directive.ts";
import type { Stance } from "../rules/reading.ts";
import { type Token, tokenise } from "../rules/tokens.ts";
import { isKnownUnit } from "../rules/words.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import { headerStance, isBanHeader } from "./surroundings.ts";

export interface CellSegments {
  readonly segments: Segment[];
  readonly stance: Stance | undefined;
  /** What the cell is about, where another one says so. */
  readonly label?: readonly Token[];
}

/** A row under "Do | Don't": each cell has the polarity of its header. */
export function cellSegments(tokens: readonly Token[], directive: Directive): CellSegments[] | undefined {
  const row = directive.row;
  if (!row) return undefined;
  const special = limitSegments(tokens, directive) ?? choiceSegments(tokens, directive, row.header);
  if (special) return special;
  const stances = row.header.map(headerStance);
  // "Folder | Holds | Must not": what stands first is what the ban speaks of.
  const bans = row.header.map((header) => isBanHeader(header));
  const isOneSided = !stances.includes("want") && bans.some((isBan, at) => isBan && at > 0);
  if (!isOneSided && (!stances.includes("avoid") || !stances.includes("want"))) return undefined;
  const groups = cellsOf(tokens);
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

/** "What | At most" over "lines of a function | 40" says "at most 40 lines of a function". */
function limitSegments(tokens: readonly Token[], directive: Directive): CellSegments[] | undefined {
  const { row, text } = directive;
  const [counted = [], number = []] = cellsOf(tokens);
  const bound = boundHeader.exec(row?.header[1] ?? "")?.[0];
  if (!isBoundRow(directive) || bound === undefined || number[0]?.kind !== "number") return undefined;
  const { start, end } = number[0];
  const words = tokenise(bound).map((word) => ({ ...word, start, end }));
  return [{ segments: segmentsOf([...words, ...number, ...counted], text), stance: "want" }];
}

/** A number of something that the first cell names before all else. */
export function isBoundRow({ row }: Directive): boolean {
  const [counted = "", number = ""] = row?.cells ?? [];
  return (
    row?.header.length === 2 &&
    boundHeader.test(row.header[1] ?? "") &&
    /^\W*\d+\W*$/.test(number) &&
    isKnownUnit(/^\W*([a-z]+)\s/i.exec(counted)?.[1] ?? "")
  );
}

const boundHeader = /\b(?:at most|max(?:imum)?|limit|no more than|up to|at least|min(?:imum)?)\b/i;

/** "Need | Use | Never use": the first cell says what for, another what not to use, and the one beside it what to use. */
function choiceSegments(
  tokens: readonly Token[],
  directive: Directive,
  header: readonly string[],
): CellSegments[] | undefined {
  if (header.length < 3 || !purpose.test(header[0] ?? "")) return undefined;
  const isUnwanted = (title: string) => headerStance(title) === "avoid" || isBanHeader(title);
  const unwanted = header.findIndex((title, at) => at > 0 && isUnwanted(title));
  const named = header.findIndex((title) => headerStance(title) === "want");
  const wanted = named > 0 ? named : unwanted - 1;
  const groups = cellsOf(tokens);
  const [about, ...others] = groups;
  if (unwanted < 1 || !about || others.length !== header.length - 1) return undefined;
  return groups.map((group, at) => {
    if (at === 0 || (at !== unwanted && at !== wanted)) return { segments: [], stance: undefined };
    const stance = at === unwanted ? ("avoid" as const) : ("want" as const);
    return { segments: segmentsOf(group, directive.text), stance, label: about };
  });
}

const purpose =
  /^\W*(?:needs?|for|purpose|tasks?|area|category|concern|use[- ]case|what|topic|scenario|situation|job|goal|operation|action|when|domain|problem|capability)\W*$/i;

function cellsOf(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === "|") groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups;
}

/** "`app/routers`" as the routers that it holds. */
function spelledOut(tokens: readonly Token[]): readonly Token[] {
  const [first] = tokens;
  const folder = /(?:^|\/)([a-z]+)\/?$/.exec(first?.text ?? "")?.[1];
  if (!first || tokens.length > 1 || folder === undefined) return tokens;
  return [first, ...tokenise(folder).map((token) => ({ ...token, start: first.start, end: first.end }))];
}
