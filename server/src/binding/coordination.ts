// Cuts one sentence into the several instructions that commas and "and" join in it.

import { type Token, tokenise } from "../rules/tokens.ts";
import { isBaseVerb, isPlainVerb, negators, nouns, nounsToo, plainVerbs } from "./instruction-words.ts";
import { beginsRate } from "./rates.ts";
import { isAbandoning } from "./sentence-frames.ts";
import { finiteVerb } from "./sentence-verbs.ts";
import { stems } from "./vocabulary.ts";

export interface Piece {
  readonly tokens: readonly Token[];
  readonly joint: string;
}

export function splitCoordinated(tokens: readonly Token[]): Piece[] {
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
        // "`services/` is plain code (no `fastapi` imports)" speaks of what lies there.
        const place = placeOf(tokens[from], next);
        pieces.push({ tokens: [...tokens.slice(at + 1, close), ...place], joint: "," });
        from = close + 1;
        joint = ",";
        at = close;
        depth--;
      }
      continue;
    }
    if (token?.text === ")") depth--;
    if (depth > 0 || at <= from) continue;
    const width = jointWidth(tokens, at);
    if (!width || opensWithContrast(tokens, from)) continue;
    const begins =
      beginsInstruction(tokens, at + width, token?.text ?? "", negators.has(tokens[from]?.stem ?? "")) ||
      isLastOfForbidden(tokens, from, at + width) ||
      beginsDemand(tokens, from, at + width) ||
      (token?.text === "," && beginsDenial(tokens, from, at + width)) ||
      beginsOfAll(tokens, from, at + width) ||
      beginsMeasure(tokens, from, at + width) ||
      (token?.text === "," && beginsOfCode(tokens, from, at + width)) ||
      isVerbOfList(tokens, from, at, at + width) ||
      beginsRate(tokens, at + width);
    if (!begins || opensAlone(tokens.slice(from, at))) continue;
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

/** "In `services/`", for a ban in a bracket behind a sentence about that folder. */
function placeOf(folder: Token | undefined, before: Token): readonly Token[] {
  if (folder?.kind !== "path" || !folder.text.endsWith("/")) return [];
  return [...tokenise("in").map((word) => ({ ...word, start: before.start, end: before.start })), folder];
}

/**
 * "In services, never X and never Y" and "no X, no Y inside `async def`" name the place once, for all of them; it goes
 * behind each, where a sentence usually has it.
 */
export function withSharedPlaces(pieces: readonly Piece[]): readonly Piece[] {
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

/** "Never hardcode, log or commit secrets": the verbs share what they are said of, and their negation. */
export function withSharedObjects(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, at) => {
    if (!isBareVerb(piece.tokens)) return piece;
    const last = pieces.findIndex(({ tokens }, place) => place > at && !isBareVerb(tokens));
    const whole = pieces[last];
    const verb = whole?.tokens.findIndex(isBaseVerb) ?? -1;
    if (!whole || verb < 0 || verb > 1) return piece;
    const joint = at > 0 && isBareVerb(pieces[at - 1]?.tokens ?? []) ? whole.joint.replace(/^, /, "") : piece.joint;
    return { tokens: [...piece.tokens, ...whole.tokens.slice(verb + 1)], joint };
  });
}

/** "never hardcode", "log" */
function isBareVerb(tokens: readonly Token[]): boolean {
  const said = tokens.filter(({ isFiller, kind, stem }) => kind !== "sign" && !isFiller && !negators.has(stem));
  const verbs = said.filter((token) => !/^(?:do|don['’]?t)$/i.test(token.text));
  // "hardcode" is read as the two words "hard code".
  return (
    new Set(verbs.map(({ start }) => start)).size === 1 &&
    verbs.every((token) => isBaseVerb(token) || /^hardcode$/i.test(token.text))
  );
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
  if (!first || !second || words.length > 6 || !opensPlace(first)) return false;
  if (
    /^(?:example|instance|now|reference|details|addition|general|particular|short|doubt|case|cases|fact|order|any|most|the|turn|practice|summary)$/i.test(
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
  const text = tokens[at]?.text ?? "";
  // Most words are longer, which is quicker to tell than by a pattern.
  if (text.length > 4) return 0;
  const word = text.toLowerCase();
  const next = tokens[at + 1]?.text.toLowerCase() ?? "";
  if (/^(?:,|&|:)$/.test(word)) return /^(?:and|but|or|then|yet)$/.test(next) ? 2 : 1;
  if (/^(?:and|but|or|then)$/.test(word)) return next === "then" ? 2 : 1;
  return 0;
}

function beginsInstruction(tokens: readonly Token[], at: number, joint: string, isForbidden = false): boolean {
  let place = at;
  while (
    /^(?:always|also|please|then|instead|never|not|just|only|must|should|actively|explicitly|strictly|consistently|preferably|ideally|carefully)$/i.test(
      tokens[place]?.text ?? "",
    )
  ) {
    if (/^(?:never|not)$/i.test(tokens[place]?.text ?? ""))
      return joint !== "or" || /^never$/i.test(tokens[place]?.text ?? "");
    place++;
  }
  const first = tokens[place];
  const second = tokens[place + 1];
  if (!first || !second || keywordInCapitals.test(first.text)) return false;
  // "Take `UploadFile`, neither `bytes` nor …"; but "no emojis, neither in code nor in comments" goes on.
  if (/^neither$/i.test(first.text)) return joint === "," && !isForbidden;
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
  if (!isVerb && !(isDoneToIt(first, second) && (isForbidden || first.stem === "document"))) return false;
  // "parameters and return types": a noun, not a verb.
  return !(
    nounsToo.has(first.stem) && /^(?:types?|values?|statements?|messages?|codes?|levels?|hooks?)$/i.test(second.text)
  );
}

/** "Never hardcode keys, load them from the vault": before a pronoun no word is a noun. */
function isDoneToIt(first: Token, second: Token): boolean {
  return isBaseVerb(first) && /^(?:them|it)$/i.test(second.text);
}

/** "Routes with POST, PATCH or DELETE depend on …" lists methods of HTTP. */
const keywordInCapitals = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|SELECT|INSERT|UPDATE|JOIN)$/;

/** "Instead, use Y": the word only joins what follows it to what stands before. */
function opensAlone(tokens: readonly Token[]): boolean {
  return tokens.every(({ text }) => /^(?:instead|also|then|additionally|finally|otherwise|rather)$/i.test(text));
}

/** "never copy, print, or …": among verbs, a word that may be a noun is one. */
function isVerbOfList(tokens: readonly Token[], from: number, end: number, at: number): boolean {
  const [verb, next] = [tokens[at], tokens[at + 1]];
  return (
    verb !== undefined &&
    isBaseVerb(verb) &&
    /^(?:,|or|and)$/i.test(next?.text ?? "") &&
    isBareVerb(tokens.slice(from, end))
  );
}

/** "A must do X and B must do Y": what follows has a subject and a demand of its own. */
function beginsDemand(tokens: readonly Token[], from: number, at: number): boolean {
  const isModal = (token: Token | undefined) => /^(?:must|should|shall|cannot)$/i.test(token?.text ?? "");
  const modal = tokens.findIndex(
    (token, place) =>
      place >= at &&
      (isModal(token) || (/^(?:may|can)$/i.test(token.text) && /^not$/i.test(tokens[place + 1]?.text ?? ""))),
  );
  if (modal <= at || modal > at + 7 || !tokens.slice(from, at).some(isModal)) return false;
  return !tokens
    .slice(at, modal)
    .some(({ kind, text }) => kind === "sign" || /^(?:that|which|who|what|how|where|to|if|when)$/i.test(text));
}

/** "Rows come from factories, tests do not build them": what follows has a subject of its own, and says what it is not to do. */
function beginsDenial(tokens: readonly Token[], from: number, at: number): boolean {
  const words = tokens.slice(at, at + 6).filter(({ kind }) => kind !== "sign");
  const auxiliary = words.findIndex(({ text }) => /^(?:do|does|must|should|may|can|cannot|never)$/i.test(text));
  const word = words[auxiliary]?.text ?? "";
  if (auxiliary < 1 || auxiliary > 3) return false;
  if (!/^(?:cannot|never)$/i.test(word) && !/^(?:not|never)$/i.test(words[auxiliary + 1]?.text ?? "")) return false;
  const subject = words.slice(0, auxiliary);
  if (subject.some((one) => isBaseVerb(one) || notOfSubject.test(one.text))) return false;
  // "Functions, classes and modules do not …" has one verb for all.
  const before = tokens.slice(from, at);
  const isDemand = before.some(({ text }) => demanding.test(text)) && !notOfSubject.test(before[0]?.text ?? "");
  return isDemand || isStatement(before);
}

const demanding = /^(?:never|must|should|shall)$/i;

/** A subject with a verb of its own, not a condition. */
function isStatement(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind !== "sign");
  const lower = words.map(({ text }) => text.toLowerCase());
  return !notOfSubject.test(lower[0] ?? "") && finiteVerb(words, lower, 0) !== undefined;
}

/** "Clients are closed, and every request has a timeout": what follows is said of all things of another kind. */
function beginsOfAll(tokens: readonly Token[], from: number, at: number): boolean {
  const words = tokens.slice(at, at + 5).filter(({ kind }) => kind !== "sign");
  if (!/^(?:every|each)$/i.test(words[0]?.text ?? "")) return false;
  const verb = words.findIndex(({ text }) => /^(?:has|is|gets|needs|carries|takes|must)$/i.test(text));
  if (verb < 2 || words.slice(1, verb).some((one) => notOfSubject.test(one.text))) return false;
  return isStatement(tokens.slice(from, at));
}

/** "A function does one thing and has at most 50 lines": the bound is asked for by itself. */
function beginsMeasure(tokens: readonly Token[], from: number, at: number): boolean {
  const [verb, ...said] = tokens.slice(at, at + 6);
  const bound = said.findIndex(({ text }) => /^(?:most|more|under|below|fewer|less|max|maximum|longer)$/i.test(text));
  return (
    measuring.test(verb?.text ?? "") &&
    bound >= 0 &&
    bound < 3 &&
    said.slice(bound).some(({ kind }) => kind === "number") &&
    isStatement(tokens.slice(from, at))
  );
}

/** Verbs with which a subject that stands before them has a bound. */
export const measuring = /^(?:has|have|is|are|stays?|takes?)$/i;

/** "Use the logger, `print` is for scripts": a sentence about the code that it opens with. */
function beginsOfCode(tokens: readonly Token[], from: number, at: number): boolean {
  const [code, verb] = tokens.slice(at);
  const first = tokens[from];
  return (
    code?.kind === "code" &&
    /^(?:is|are)$/i.test(verb?.text ?? "") &&
    first !== undefined &&
    isBaseVerb(first) &&
    !tokens.slice(from, at).some(({ isCode, text }) => isCode || /^(?:if|when|where|that|which|like)$/i.test(text))
  );
}

const notOfSubject =
  /^(?:that|which|who|what|how|where|to|if|when|whenever|once|unless|until|so|but|and|or|in|on|at|for|with|without|by|as|because|since|while|after|before|not|never|no)$/i;

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
  if (/^we$/i.test(first?.text ?? "") && second !== undefined && isPlainVerb(second)) return true;
  return (
    /^(?:they|it|these|those)$/i.test((/^so$/i.test(first?.text ?? "") ? second : first)?.text ?? "") &&
    /^(?:must|should|shall|are|is|do|does|don['’]t|may|cannot|can|has|have|never|need|needs|belong|belongs)$/i.test(
      (/^so$/i.test(first?.text ?? "") ? third : second)?.text ?? "",
    )
  );
}
