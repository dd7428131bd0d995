// What a directive's headings, parents, lead-in, table header and marker say about it: polarity and subject.

import type { Directive } from "../guides/directive.ts";
import type { Stance } from "../rules/reading.ts";
import { onceForEachText } from "./texts-above.ts";

/** How far a heading's "not" reaches. */
export interface Surroundings {
  /** What a fragment without a verb of its own is to be taken as. */
  readonly stance: Stance;
  /** The words above end in the middle of a negated sentence ("Never:", "Do not use:"), so even a verb below is negated. */
  readonly isOpenNegation: boolean;
  /** True where a ✅ or ❌, a heading or a parent said so, rather than nothing at all. */
  readonly isMarked: boolean;
  /** Says what the fragment is about, nearest first: the parent bullet, the heading. */
  readonly subjects: readonly string[];
}

const listOfFlaws =
  /\b(?:mistakes?|pitfalls?|anti-?patterns?|bad practices?|gotchas|code smells?|smells|red flags?|traps|what not to do|things to avoid|not to do|violations?|forbidden|prohibited|banned|disallowed|not allowed|avoid|don['’]?ts?|never|do not|must not|no-?gos?|red list|out of bounds|off[- ]limits|restrictions|(?:watch|look) out for|watch for|indicators of|(?:dead code|bloat) indicators)\b|^\W*(?:\w+\s+){0,2}(?:wrong|bad)\b/i;
const openNegation =
  /^(?:\W|\*)*(?:(?:please|you|we|code|the)\s+)*(?:(?:must|should|shall|may|can|do|will)\s+(?:not|never)|don['’]?t|never|cannot|shouldn['’]?t|mustn['’]?t|avoid|forbidden|prohibited|banned|what not to do|things to avoid|what to avoid)\b/i;
const balanced =
  /\b(?:do['’]?s?\s*(?:and|&|\/|vs\.?)\s*don['’]?ts?|good (?:and|vs\.?|\/) bad|best practices|avoid(?:ing)? \w+ (?:mistakes|pitfalls|errors))\b/i;
const flipped =
  /\b(?:how to (?:fix|avoid)|fix(?:es)?|solutions?|never (?:skip|forget|omit|violate|break|compromise|ignore|relax|bypass|deviate|negotiate)|non-?negotiables?|invariants?|checks?|detect(?:ion|ing)?)\b/i;

/** "P1 — urgent", "Blockers": what a review finds fault with. */
const reviewed =
  /^\W*(?:P[0-4]\b|sev(?:erity)?[- ]?\d\b|blockers?\b|(?:critical|major|minor|blocking) (?:issues?|findings?|problems?)\b|must[- ]fix\b|nits?\b|request changes\b|block(?:s|ing)? (?:the )?merge\b)/i;

/** True where a heading or parent makes what stands below it a list of things not to do. */
const negates = onceForEachText((text) => {
  if (reviewed.test(text)) return true;
  if (balanced.test(text) || flipped.test(text)) return false;
  return listOfFlaws.test(text.replace(addedBan, "")) && isShort(text);
});

/** "Logging — `get_log()`, never `print`" and "Layers (do not blur)" say what they forbid themselves. */
const addedBan =
  /(?<=\w.*)(?:\(|,|\s[—–-]\s)\s*(?:do not|don['’]t|never|avoid|not)\s+(?!(?:these|this|those|them|it|the following|at all|do|doing)\b)[\w`].*$/i;

function isShort(text: string): boolean {
  return text.split(/\s+/).length <= 9;
}

/** A parent such as "Never use mutable objects as defaults:" is an instruction itself, not a list's title. */
function isOpen(text: string): boolean {
  if (!openNegation.test(text)) return false;
  const words = text
    .replace(/[:*_#.!—-]+$/g, "")
    .trim()
    .split(/\s+/);
  return words.length <= 6;
}

export function surroundingsOf(directive: Directive): Surroundings {
  const parent = directive.parents.at(-1);
  const heading = directive.headings.at(-1);
  // "Rules" below "Docstrings" are about docstrings.
  const topic = heading !== undefined && general.test(heading) ? directive.headings.at(-2) : undefined;
  const subjects = [parent, heading, topic].filter((text): text is string => text !== undefined && text.trim() !== "");
  const near = parent !== undefined && (negates(parent) || isOpen(parent));
  const far = parent === undefined && heading !== undefined && negates(heading);
  const column = columnStance(directive);
  if (column) return { stance: column, isOpenNegation: column === "avoid", isMarked: true, subjects };
  if (directive.marker === "bad") return { stance: "avoid", isOpenNegation: true, isMarked: true, subjects };
  if (directive.marker === "good") return { stance: "want", isOpenNegation: false, isMarked: true, subjects };
  if (near) return { stance: "avoid", isOpenNegation: isOpen(parent), isMarked: true, subjects };
  if (far) return { stance: "avoid", isOpenNegation: isOpen(heading), isMarked: true, subjects };
  return { stance: "want", isOpenNegation: false, isMarked: false, subjects };
}

const general =
  /^\W*(?:[\d.]+\s*)?(?:(?:the|key|general|core|basic|our) )?(?:rules?|guidelines?|best practices?|conventions?|standards?|basics?|principles?|requirements?|style|format)\W*$/i;

/** A row of one filled cell under "Don't" or "Do": the header is the polarity. */
function columnStance(directive: Directive): Stance | undefined {
  const row = directive.row;
  if (!row) return undefined;
  const filled = row.cells.flatMap((cell, at) => (cell.trim() ? [at] : []));
  if (filled.length !== 1) return undefined;
  return headerStance(row.header[filled[0] ?? 0] ?? "");
}

const wantedColumn =
  /^\W*(?:do|good|use|correct|right|preferred|prefer|recommended|instead|✅|👍|yes|always|replacement|required|after|new|modern|use instead|instead use|we use|choice|our choice)\W*$/i;
const avoidedColumn =
  /^\W*(?:don['’]?t|do not|bad|avoid|wrong|incorrect|never|instead of|anti-?pattern|❌|👎|no|before|old|legacy|deprecated|not|don['’]?t use|do not use|never use|avoid using|banned|forbidden|mistake|problem)\W*$/i;

/** "Must not", "May not import", "Forbidden": a column of what the row's first cell is not to do. */
export function isBanHeader(header: string): boolean {
  return /^\W*(?:(?:must|may|should|can|do|does|shall)\s*(?:not|never)|(?:don|doesn|mustn|shouldn)['’]?t|cannot|never|forbidden|not allowed|prohibited|banned)(?:\s+(?:do|import|imports?|use|contain|know|call|depend on|depends on|imports|to import))?\W*$/i.test(
    header,
  );
}

/** What a column's header says of its cells. */
export function headerStance(header: string): Stance | undefined {
  // "Banned (legacy)", "Modern (use)", "Old methods": the title, what its bracket adds, and what it is the old form of.
  const [, title = header, added = ""] = /^([^()]*)\(([^()]*)\)\W*$/.exec(header) ?? [];
  const bare = title.replace(formOf, "");
  if ([title, bare, added].some((text) => avoidedColumn.test(text))) return "avoid";
  return [title, bare, added].some((text) => wantedColumn.test(text)) ? "want" : undefined;
}

const formOf = /\s+(?:methods?|apis?|syntax|styles?|patterns?|forms?|ways?|code|calls?|names?)\W*$/i;
