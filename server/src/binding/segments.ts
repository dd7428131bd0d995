// Cuts the tokens of a directive into segments: one instruction each, with reasons and escape clauses set apart.

import type { Token } from "../rules/tokens.ts";
import { placesFreedBy } from "./allowances.ts";
import { splitCoordinated, withSharedObjects, withSharedPlaces } from "./coordination.ts";
import { splitDashes } from "./dashes.ts";
import { cutEscapes } from "./escapes.ts";
import { cutReason, isAfterthought, isReasonSentence } from "./reasons.ts";
import { sentencesOf } from "./sentence-ends.ts";
import { withSharedSubjects } from "./shared-subjects.ts";
import { hedge } from "./vocabulary.ts";

export interface Segment {
  readonly tokens: readonly Token[];
  /** The escape clauses that were cut out of it, as written. */
  readonly exceptions: readonly string[];
  /** Says why or what for; it asks for nothing. */
  readonly isReason: boolean;
  /** Begins a sentence or stands after a dash or semicolon, rather than after a comma or "and". */
  readonly opensSentence: boolean;
  /** What joined it to the segment before: "and", "or", "but", "," or "". */
  readonly joint: string;
}

/** The segments of a directive's tokens, in order. */
export function segmentsOf(tokens: readonly Token[], text: string): Segment[] {
  const sentences = sentencesOf(tokens);
  const freed = sentences.map((sentence, at) => (at === 0 ? [] : placesFreedBy(sentence)));
  const asking = sentences.filter((_sentence, at) => freed[at]?.length === 0);
  const segments = asking.flatMap((sentence) => {
    const isReason = isReasonSentence(sentence);
    const dashed = splitDashes(sentence);
    return dashed.reduce<Segment[]>((found, part, at) => {
      // "No `print` - exception: `tools/`": the part behind the dash only frees a place.
      const escaped = at > 0 ? cutEscapes(part, text) : undefined;
      if (escaped && escaped.exceptions.length > 0 && !escaped.kept.some(({ kind }) => kind !== "sign"))
        return found.map((segment) => ({ ...segment, exceptions: [...segment.exceptions, ...escaped.exceptions] }));
      return [...found, ...segmentsOfPart(part, text, isReason || (at > 0 && isAfterthought(part)))];
    }, []);
  });
  const exceptions = freed.flat();
  return exceptions.length === 0
    ? segments
    : segments.map((segment) => ({ ...segment, exceptions: [...segment.exceptions, ...exceptions] }));
}

function segmentsOfPart(part: readonly Token[], text: string, isReason: boolean): Segment[] {
  const { kept, exceptions } = cutEscapes(part, text);
  const { main, reason } = cutReason(kept);
  const pieces = withSharedPlaces(withSharedSubjects(withSharedObjects(splitCoordinated(main))));
  const segments: Segment[] = pieces.map((piece, at) => ({
    tokens: piece.tokens,
    exceptions,
    isReason,
    opensSentence: at === 0,
    joint: piece.joint,
  }));
  if (reason.length) segments.push({ tokens: reason, exceptions: [], isReason: true, opensSentence: false, joint: "" });
  return segments.filter((segment) => segment.tokens.some((token) => token.kind !== "sign"));
}

/** True where words only weaken a sentence ("where possible"). */
export function isHedge(text: string): boolean {
  return hedge.test(text);
}
