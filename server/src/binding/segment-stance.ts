// What a segment is taken to ask for, given the list or heading that it stands in and the segments before it.

import type { Stance } from "../rules/reading.ts";
import { type Token, tokenise } from "../rules/tokens.ts";
import { isPlainVerb } from "./instruction-words.ts";
import type { Polarity } from "./polarity.ts";
import type { Segment } from "./segments.ts";
import { withoutLabel } from "./sentence-openings.ts";
import type { Surroundings } from "./surroundings.ts";

/** Whether what stands above the directive makes this segment something to be avoided. */
export function turnsRound(polarity: Polarity, segment: Segment, surroundings: Surroundings): boolean {
  if (surroundings.stance !== "avoid") return false;
  if (surroundings.isOpenNegation) return true;
  // "**Loose tables**: add them to …" in a list of pitfalls says what to do about one.
  if (flawNamed(segment)) return false;
  // "The lock file must be there": a demand of its own in whatever list.
  if (segment.tokens.some(({ text }) => /^(?:must|shall|always)$/i.test(text))) return false;
  return !polarity.hasVerb || /ing$/i.test(segment.tokens[0]?.text ?? "");
}

/** The label of "**Print**: use the logger", where what follows says what to do instead. */
export function flawNamed({ tokens }: Segment): readonly Token[] | undefined {
  const body = withoutLabel(tokens);
  const isCured = body !== tokens && body[0] !== undefined && isPlainVerb(body[0]);
  return isCured ? tokens.slice(0, tokens.length - body.length) : undefined;
}

export function stanceIn(
  polarity: Polarity,
  segment: Segment,
  surroundings: Surroundings,
  isFirst: boolean,
  previous: { polarity: Polarity; segment: Segment; stance: Stance | undefined } | undefined,
): Stance | undefined {
  if (polarity.stance !== "want") {
    // Under a list of flaws, "missing docstrings" means that docstrings are wanted.
    const first = segment.tokens.find((token) => token.kind === "word")?.text ?? "";
    if (
      isFirst &&
      surroundings.stance === "avoid" &&
      (/^(?:missing|lacking|lack|without|forgetting|skipping|omitting)$/i.test(first) || lacks(segment))
    )
      return "want";
    return isFirst && surroundings.stance === "avoid" && polarity.isOmission ? "want" : polarity.stance;
  }
  if (isFirst && surroundings.stance === "avoid" && lacks(segment)) return "want";
  if (isFirst && turnsRound(polarity, segment, surroundings)) return "avoid";
  if (previous?.stance === "avoid" && isMereNegation(previous.segment)) return "avoid";
  if (previous?.stance === "avoid" && !segment.opensSentence && inheritsNegation(polarity, segment, previous.segment))
    return lacks(segment) ? "want" : "avoid";
  return "want";
}

/** "Do not, under any circumstances, …" negates what follows the comma. */
function isMereNegation({ tokens }: Segment): boolean {
  return tokens.every((token) =>
    /^(?:do|not|don['’]t|never|ever|must|should|please|under|any|no|circumstances?|,)$/i.test(token.text),
  );
}

export function lacks(segment: Segment): boolean {
  const words = segment.tokens.map((token) => token.text.toLowerCase());
  return (
    // "❌ Not using type hints"
    (words[0] === "not" && /ing$/.test(words[1] ?? "")) ||
    words.some((word) => /^(?:without|missing|lacking)$/.test(word)) ||
    /^(?:forgetting|skipping|omitting|neglecting)$/.test(words[0] ?? "") ||
    /^ignoring (?:type|test|naming|style|formatting|lint\w*|the|coding|best|security)\b/.test(words.join(" "))
  );
}

/** "No missing docstrings", "flag missing docstrings". */
export function rejectsLack({ tokens }: Segment): boolean {
  return /^(?:no|flag|report|reject) (?:any |all )?(?:missing|lacking)\b/i.test(
    tokens
      .slice(0, 4)
      .map(({ text }) => text)
      .join(" "),
  );
}

/** "Missing docstrings" in a list of flaws asks to use them. */
export function asWanted(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token) => token.kind === "word" && !/^(?:no|flag|report|reject|any|all)$/i.test(token.text),
  );
  const first = tokens[at];
  if (
    !first ||
    !/^(?:missing|lacking|lack|without|forgetting|skipping|omitting|neglecting|ignoring)$/i.test(first.text)
  )
    return tokens;
  const rest = tokens.slice(at + 1);
  if (/^to$/i.test(rest[0]?.text ?? "")) return rest.slice(1);
  return [...tokenise("use").map((use) => ({ ...use, start: first.start, end: first.end })), ...rest];
}

const ofNothing =
  /^(?!.*\b(?:not|never|don['’]t|avoid|cannot)\b).*\b(?:returns?|gives?|yields?|answers?|finds?|has|have|sends?) no \w+$/i;

const freshStart =
  /^(?:use|prefer|keep|follow|make|ensure|always|write|run|instead|define|put|place|choose|inject|wrap)$/i;

/** "Do not use X or add Y" negates both; "avoid X and use Y" only the first. */
function inheritsNegation(polarity: Polarity, segment: Segment, previous: Segment): boolean {
  // "It must return no rows or raise": what is negated is a thing, and the next deed stands by itself.
  if (polarity.hasVerb && segment.joint === "or" && ofNothing.test(previous.tokens.map(({ text }) => text).join(" ")))
    return false;
  if (segment.joint.endsWith("or")) return true;
  if (segment.joint.includes("but") || segment.joint.includes("then")) return false;
  // "A must not … and B must …"
  if (segment.tokens.slice(1, 5).some(({ text }) => /^(?:must|should|shall)$/i.test(text))) return false;
  const first = segment.tokens.find((token) => token.kind === "word")?.text ?? "";
  if (segment.joint === "and") return !freshStart.test(first);
  return !polarity.hasVerb;
}
