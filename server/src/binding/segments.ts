// Cuts the tokens of a directive into segments: one instruction each, with reasons and escape clauses set apart.

import type { Token } from "../rules/tokens.ts";
import { isAbandoning, isImpersonal } from "./sentence-frames.ts";
import { hedge, instructionVerbs, stems } from "./vocabulary.ts";

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

/** Verbs that are hardly ever nouns, so that "and use" begins a new instruction while "and return types" does not. */
const plainVerbs = stems(`
  use avoid prefer keep write add never do make ensure follow include raise define declare put place run catch handle validate
  create apply choose provide store inject annotate wrap inherit remove replace skip commit leave let give rely rename delete
  extend separate verify adopt integrate convert configure install enforce require mark decorate pass log return
`);
/** Verbs that are nouns as often: a comma before them is more likely a list's. */
const nouns = stems(`
  type test import name format comment document order group cache lock query update print call review release stream structure
  design limit block mark cast check measure profile trace monitor report read fetch handle log return run commit build patch mock
  stub fix debug move store match display set cover permit start stop end need work show export load
`);
const nounsToo = stems("log return run commit");
const negators = stems("never not no avoid without don't");

const reasonWords = stems("because since otherwise thus therefore hence");
const purposeVerbs = stems(`
  ensure avoid prevent keep make allow enable improve maintain reduce help simplify guarantee protect facilitate support
  minimize minimise maximize eliminate catch get achieve preserve provide
`);
const benefits = stems(`
  better easier consistency clarity readability maintainability safety performance easy simplicity security traceability
  debugging reproducibility reliability correctness efficiency clearer improved faster flexibility testability
`);

/** The segments of a directive's tokens, in order. */
export function segmentsOf(tokens: readonly Token[], text: string): Segment[] {
  return sentencesOf(tokens).flatMap((sentence) => {
    const isReason = isReasonSentence(sentence);
    const dashed = splitDashes(sentence);
    return dashed.flatMap((part, at) => segmentsOfPart(part, text, isReason || (at > 0 && isAfterthought(part))));
  });
}

function segmentsOfPart(part: readonly Token[], text: string, isReason: boolean): Segment[] {
  const { kept, exceptions } = cutEscapes(part, text);
  const { main, reason } = cutReason(kept);
  const pieces = withSharedPlaces(splitCoordinated(main));
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

// --- sentences ---

function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  let depth = 0;
  tokens.forEach((token, at) => {
    if (token.kind === "sign") {
      if (token.text === "(") depth++;
      if (token.text === ")") depth = Math.max(0, depth - 1);
      if (depth === 0 && isSentenceEnd(token, tokens[at - 1], tokens[at + 1])) {
        if (current.length) sentences.push(current);
        current = [];
        return;
      }
    }
    current.push(token);
  });
  if (current.length) sentences.push(current);
  return sentences;
}

function isSentenceEnd(token: Token, previous: Token | undefined, next: Token | undefined): boolean {
  if (token.text === ";" || token.text === "!" || token.text === "?" || token.text === "•") return true;
  if (token.text !== ".") return false;
  if (
    previous &&
    /^(?:e\.g|i\.e|etc|vs|approx|no|incl|max|min)$/i.test(previous.text) &&
    next &&
    !/^\p{Lu}/u.test(next.text)
  ) {
    return false;
  }
  return next === undefined || next.start > token.end || /^\p{Lu}/u.test(next.text);
}

function isReasonSentence(tokens: readonly Token[]): boolean {
  const first = tokens[0]?.text.toLowerCase() ?? "";
  if (reasonWords.has(tokens[0]?.stem ?? "") && first !== "since") return true;
  if (isImpersonal(tokens)) return false;
  if (!/^(?:this|it|that|these|they|those|which|doing)$/.test(first)) return false;
  return /^(?:is|are|was|will|can|may|ensures?|prevents?|makes?|allows?|helps?|keeps?|provides?|enables?|avoids?|reduces?|gives?|improves?|guarantees?|means|forces|so|includes?|applies|breaks?|causes?|leads?)$/.test(
    tokens[1]?.text.toLowerCase() ?? "",
  );
}

/** "Never do X: it is slow" says why; "Functions: they are typed" and "Type all: they must be typed" ask for something. */
export function explains(before: readonly Token[], tokens: readonly Token[]): boolean {
  const opening = before.find(({ isFiller, text }) => !isFiller && !/^(?:always|please|must)$/i.test(text));
  // "Always `poll()` first: it may be stale" has its verb in the code.
  const asks = opening?.isCode === true && /^(?:always|please|must)$/i.test(before[0]?.text ?? "");
  return (
    opening !== undefined &&
    (asks || isBaseVerb(opening) || negators.has(opening.stem)) &&
    /^(?:it|this|that|they|these|those)$/i.test(tokens[0]?.text ?? "") &&
    tokens[1]?.kind === "word" &&
    !/^(?:must|should|shall|need|needs|has|have|cannot|never)$/i.test(tokens[1].text) &&
    !tokens.some(({ text }) => /^(?:must|should|shall|never|always|required|mandatory|forbidden|banned)$/i.test(text))
  );
}

// --- dashes and arrows ---

/** Splits at " - ", "—" and the like, but leaves "type-hint" and "Label - value" whole. */
function splitDashes(tokens: readonly Token[]): (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  tokens.forEach((token, at) => {
    if (token.kind === "sign" && token.text === "(") depth++;
    if (token.kind === "sign" && token.text === ")") depth--;
    const previous = tokens[at - 1];
    const next = tokens[at + 1];
    const isSpaced =
      previous !== undefined && next !== undefined && previous.end < token.start && token.end < next.start;
    const isDash = token.kind === "sign" && (/^(?:—|--+)$/.test(token.text) || (/^[-–]$/.test(token.text) && isSpaced));
    if (isDash && depth <= 0 && !isLabelOf(parts.at(-1) ?? [], tokens.slice(at + 1))) parts.push([]);
    else parts.at(-1)?.push(token);
  });
  return parts.filter((part) => part.length > 0);
}

/** "Logging — never with print" has a label; "`shop.log()` at the top — never `print()`" and "`dbm` — it is slow" have none. */
function isLabelOf(tokens: readonly Token[], rest: readonly Token[]): boolean {
  const isCode = tokens.some((token) => token.isCode);
  if (isCode && (isReasonSentence(rest) || negators.has(rest[0]?.stem ?? ""))) return false;
  return isLabel(tokens);
}

/** A few words without a verb: what follows the dash or colon says something of them. */
function isLabel(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind !== "sign");
  // "No `print()` — use the logger": a ban and what to do instead.
  if (words.length > 1 && negators.has(words[0]?.stem ?? "")) return false;
  return words.length <= 4 && !words.some((word, at) => at === 0 && isPlainVerb(word));
}

/** What stands after a dash and does not begin with an instruction explains the instruction before it. */
function isAfterthought(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind !== "sign");
  const first = words.find((word) => !word.isFiller) ?? words[0];
  if (!first) return true;
  // "… - lines of at most 100 characters" adds a bound of its own.
  if (words.some((word, at) => word.kind === "number" && words[at + 1]?.kind === "word")) return false;
  // "… — every function must be annotated" asks for something of its own.
  if (
    /^(?:every|each|all|no|any)$/i.test(words[0]?.text ?? "") &&
    words.some(({ text }) => /^(?:must|should|shall|needs?|never|always)$/i.test(text))
  )
    return false;
  return !(
    isBaseVerb(first) ||
    negators.has(first.stem) ||
    first.stem === "instead" ||
    first.stem === "only" ||
    first.kind === "number"
  );
}

export function isBaseVerb(token: Token): boolean {
  if (token.kind !== "word" || !instructionVerbs.has(token.stem)) return false;
  const lower = token.text.toLowerCase();
  return !/(?:ing|[^e]ed)$/.test(lower) && !(/[^s]s$/.test(lower) && lower !== token.stem)
    ? true
    : token.stem === lower;
}

/** "Imports", "types", "logs": as often what a sentence is about as what is done. */
export function isNounOrVerb(token: Token): boolean {
  return nouns.has(token.stem);
}

function isPlainVerb(token: Token): boolean {
  return isBaseVerb(token) && plainVerbs.has(token.stem) && !nounsToo.has(token.stem);
}

// --- escape clauses ---

/** Cuts out "unless …", "except in …", "other than …" up to the next comma, bracket or end. */
function cutEscapes(tokens: readonly Token[], text: string): { kept: Token[]; exceptions: string[] } {
  const kept: Token[] = [];
  const exceptions: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (!opensEscape(tokens, at)) {
      kept.push(token);
      continue;
    }
    const isInBrackets = tokens[at - 1]?.text === "(";
    let end = at + 1;
    const opensSentence = kept.length === 0;
    while (end < tokens.length && !closesEscape(tokens, end, isInBrackets, opensSentence)) end++;
    if (opensSentence && tokens[end]?.text === ",") end++;
    exceptions.push(text.slice(token.start, tokens[end - 1]?.end ?? token.end));
    if (isInBrackets) {
      kept.pop();
      end++;
    }
    at = end - 1;
  }
  while (kept.at(-1)?.text === ",") kept.pop();
  return {
    kept,
    exceptions: exceptions.filter(
      (exception) =>
        !/^unless\s+(?:absolutely|strictly|really)?\s*(?:necessary|needed)$/i.test(exception) || exception.length > 0,
    ),
  };
}

const escapeFollows = stems(
  "for in when where if by to during under at on inside within tests test scripts those cases",
);
const codeExcept = stems("bare try an and broad empty catch-all or naked generic catch wide every");

function opensEscape(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  const previous = tokens[at - 1];
  if (token?.kind !== "word") return false;
  switch (token.text.toLowerCase()) {
    case "unless":
      return true;
    case "except":
    case "excepting":
      return (
        next !== undefined &&
        (escapeFollows.has(next.stem) ||
          // "No comments except directives"
          (previous?.kind === "word" && /^(?:no|never|nothing)$/i.test(tokens[0]?.text ?? "")) ||
          previous?.text === "," ||
          previous?.text === "(" ||
          previous?.kind === "path") &&
        !codeExcept.has(previous?.stem ?? "") &&
        previous?.text !== "/" &&
        !/^(?:block|clause|statement|handler|pass|exception|[:;])/i.test(next.text)
      );
    case "excluding":
      return true;
    case "other":
      return next?.stem === "than" && at > 0;
    case "apart":
    case "aside":
      return next?.stem === "from";
    case "exception":
      return previous?.text.toLowerCase() === "the" && next?.stem === "of" && tokens[at - 2]?.stem === "with";
    case "outside":
      // "No print outside scripts/" frees scripts/; "store secrets outside the code" does not.
      return (
        next !== undefined &&
        (next.kind === "path" || /^(?:tests?|scripts?|of)$/i.test(next.text) || next.stem === "test")
      );
    default:
      return false;
  }
}

function closesEscape(tokens: readonly Token[], at: number, isInBrackets: boolean, opensSentence: boolean): boolean {
  const token = tokens[at];
  if (isInBrackets) return token?.text === ")";
  if (token?.text === "—") return true;
  if (token?.text !== ",") return false;
  if (opensSentence) return true;
  const next = tokens.slice(at + 1).find((one) => !one.isFiller);
  return next !== undefined && (isBaseVerb(next) || negators.has(next.stem));
}

// --- reasons ---

function cutReason(tokens: readonly Token[]): { main: readonly Token[]; reason: readonly Token[] } {
  for (let at = 2; at < tokens.length; at++) {
    if (opensReason(tokens, at)) return { main: tokens.slice(0, at), reason: tokens.slice(at) };
  }
  return { main: tokens, reason: [] };
}

function opensReason(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.text === ":") return explains(tokens.slice(0, at), tokens.slice(at + 1));
  if (token?.kind !== "word") return false;
  const lower = token.text.toLowerCase();
  if (reasonWords.has(token.stem)) return true;
  if (lower === "so") {
    // "…, so it is banned" is what is asked, not why.
    if (tokens.slice(at).some(({ text }) => /^(?:must|never|banned|forbidden|prohibited|disallowed)$/i.test(text)))
      return false;
    return /^(?:that|it|the|we|you|they|a|an|each|all|as)$/i.test(next?.text ?? "");
  }
  if (lower === "to") return next !== undefined && purposeVerbs.has(next.stem) && isBaseVerb(next);
  if (lower === "in") return next?.stem === "order" && tokens[at + 2]?.stem === "to";
  if (lower === "for") return next !== undefined && benefits.has(next.stem) && !isCompound(tokens, at + 1);
  if (lower === "as") {
    if (/^(?:it|they|this|these|that)$/i.test(next?.text ?? "")) return true;
    return (
      tokens[at - 1]?.text === "," &&
      tokens.slice(at + 1, at + 6).some(({ text }) => /^(?:is|are|was|were|has|have|does|do)$/i.test(text))
    );
  }
  if (lower === "which") return tokens[at - 1]?.text === ",";
  return false;
}

/** "for security purposes" and "for performance tests" name a use, "for security" a benefit. */
function isCompound(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && next.kind !== "sign" && !/^(?:and|or|of|in|when|reasons?)$/i.test(next.text);
}

// --- several instructions in one sentence ---

interface Piece {
  readonly tokens: readonly Token[];
  readonly joint: string;
}

function splitCoordinated(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let joint = "";
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.text === "(") {
      depth++;
      // "(never X)", "(not Y)" is an instruction of its own.
      const next = tokens[at + 1];
      const close = closingOf(tokens, at);
      if (next && negators.has(next.stem) && close - at <= 14 && at > from) {
        pieces.push({ tokens: tokens.slice(from, at), joint });
        pieces.push({ tokens: tokens.slice(at + 1, close), joint: "," });
        from = close + 1;
        joint = ",";
        at = close;
        depth--;
      }
      continue;
    }
    if (token?.text === ")") depth--;
    if (depth > 0 || at <= from) continue;
    const width = opensWithContrast(tokens, from) ? 0 : jointWidth(tokens, at);
    const begins =
      beginsInstruction(tokens, at + width, token?.text ?? "", negators.has(tokens[from]?.stem ?? "")) ||
      isLastOfForbidden(tokens, from, at + width);
    if (!width || !begins) continue;
    pieces.push({ tokens: tokens.slice(from, at), joint });
    joint = tokens
      .slice(at, at + width)
      .map((one) => one.text.toLowerCase())
      .join(" ");
    from = at + width;
    at = from;
  }
  if (from < tokens.length) pieces.push({ tokens: tokens.slice(from), joint });
  return pieces;
}

/**
 * "In services, never X and never Y" and "no X, no Y inside `async def`" name the place once, for all of them; it goes
 * behind each, where a sentence usually has it.
 */
function withSharedPlaces(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...others] = pieces;
  if (first && others.length > 0 && isPlace(first.tokens, true)) {
    return others.map((piece, at) => ({
      tokens: [...piece.tokens, ...first.tokens],
      joint: at === 0 ? "" : piece.joint,
    }));
  }
  const last = pieces.at(-1);
  if (!last || pieces.length < 2 || !pieces.every(({ tokens }) => isLack(tokens))) return pieces;
  const from = last.tokens.findLastIndex((token) => opensPlace(token));
  const place = last.tokens.slice(from);
  if (from < 2 || !isPlace(place, false)) return pieces;
  return pieces.map((piece) => (piece === last ? piece : { ...piece, tokens: [...piece.tokens, ...place] }));
}

/** "No X", also behind a label: "Handlers: no X". */
function isLack(tokens: readonly Token[]): boolean {
  const colon = tokens.findIndex(({ text }) => text === ":");
  return /^no$/i.test(tokens[colon + 1]?.text ?? "");
}

function opensPlace(token: Token): boolean {
  return token.kind === "word" && /^(?:in|inside|within)$/i.test(token.text);
}

/** "In async code", "inside `async def`"; "in addition" and "in doubt" are no places. */
function isPlace(tokens: readonly Token[], isLeading: boolean): boolean {
  const words = tokens.filter(({ kind }) => kind !== "sign");
  const [first, second] = words;
  if (!first || !second || !opensPlace(first) || words.length > 6) return false;
  if (
    /^(?:addition|general|particular|short|doubt|case|cases|fact|order|any|most|the|turn|practice|summary)$/i.test(
      second.text,
    )
  )
    return false;
  return !isLeading || !words.some((word) => isPlainVerb(word) || negators.has(word.stem));
}

/** "No dead code or TODO without a ticket": the lack is of the last alone. */
function isLastOfForbidden(tokens: readonly Token[], from: number, at: number): boolean {
  if (!/^no$/i.test(tokens[from]?.text ?? "") || !/^(?:or|and)$/i.test(tokens[at - 1]?.text ?? "")) return false;
  const without = tokens.findIndex((token) => /^without$/i.test(token.text));
  return without > at && !tokens.slice(at, without).some((token) => /^(?:or|and|,)$/i.test(token.text));
}

/** "Instead of Y, use X" is one instruction. */
function opensWithContrast(tokens: readonly Token[], from: number): boolean {
  return /^(?:instead|rather)$/i.test(tokens[from]?.text ?? "") && /^(?:of|than)$/i.test(tokens[from + 1]?.text ?? "");
}

function closingOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.text === "(") depth++;
    if (tokens[at]?.text === ")" && --depth === 0) return at;
  }
  return tokens.length;
}

function jointWidth(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.text.toLowerCase() ?? "";
  const next = tokens[at + 1]?.text.toLowerCase() ?? "";
  if (/^(?:,|&|:)$/.test(word)) return /^(?:and|but|or|then|yet)$/.test(next) ? 2 : 1;
  if (/^(?:and|but|or|then)$/.test(word)) return next === "then" ? 2 : 1;
  return 0;
}

function beginsInstruction(tokens: readonly Token[], at: number, joint: string, isForbidden = false): boolean {
  let place = at;
  while (/^(?:always|also|please|then|instead|never|not|just|only|must|should)$/i.test(tokens[place]?.text ?? "")) {
    if (/^(?:never|not)$/i.test(tokens[place]?.text ?? ""))
      return joint !== "or" || /^never$/i.test(tokens[place]?.text ?? "");
    place++;
  }
  const first = tokens[place];
  const second = tokens[place + 1];
  if (!first || !second) return false;
  if (joint === ":") return isForbidden && startsAnew(tokens, place);
  // "X is costly and must be avoided" says both of X.
  if (joint === "," && isOfPronoun(tokens.slice(place))) return true;
  if (/^(?:must|should)$/i.test(tokens[place - 1]?.text ?? "") && /^be$/i.test(first.text)) return false;
  if (/^(?:no|avoid|without)$/i.test(first.text))
    return first.stem !== "no" || !/^(?:matter|longer|more|less)$/i.test(second.text);
  if (/^(?:do|don['’]?t|cannot|mustn['’]?t)$/i.test(first.text))
    return second.stem === "not" || isBaseVerb(second) || first.end === second.end;
  const isVerb =
    joint === "," || place > at
      ? isBaseVerb(first) && (!nouns.has(first.stem) || plainVerbs.has(first.stem))
      : isPlainVerb(first);
  if (!isVerb) return false;
  // "parameters and return types": a noun, not a verb.
  return !(
    nounsToo.has(first.stem) && /^(?:types?|values?|statements?|messages?|codes?|levels?|hooks?)$/i.test(second.text)
  );
}

const avoids = stems("avoid stop skip");

/** "No bare exceptions: always catch …": what stands behind the colon is asked for, although what stands before is not. */
function startsAnew(tokens: readonly Token[], place: number): boolean {
  const first = tokens[place];
  return (
    first !== undefined &&
    !avoids.has(first.stem) &&
    (/^always$/i.test(tokens[place - 1]?.text ?? "") || isPlainVerb(first))
  );
}

/** "…, they must never be committed", "…, we dropped that": a sentence of its own behind a comma. */
function isOfPronoun(tokens: readonly Token[]): boolean {
  if (isAbandoning(tokens.filter(({ kind }) => kind !== "sign"))) return true;
  const [first, second, third] = tokens;
  return (
    /^(?:they|it|these|those)$/i.test((/^so$/i.test(first?.text ?? "") ? second : first)?.text ?? "") &&
    /^(?:must|should|shall|are|is|may|cannot|can|has|have|never|need|needs|belong|belongs)$/i.test(
      (/^so$/i.test(first?.text ?? "") ? third : second)?.text ?? "",
    )
  );
}

/** True where words only weaken a sentence ("where possible"). */
export function isHedge(text: string): boolean {
  return hedge.test(text);
}
