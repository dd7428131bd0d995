// Cuts out what a sentence allows nevertheless: "unless …", "except in tests".

import type { Token } from "../rules/tokens.ts";
import { isBaseVerb, negators } from "./instruction-words.ts";
import { forbiddingWords, stems } from "./vocabulary.ts";

/** Cuts out "unless …", "except in …", "other than …" up to the next comma, bracket or end. */
export function cutEscapes(tokens: readonly Token[], text: string): { kept: Token[]; exceptions: string[] } {
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

/** "(scripts are allowed to print)", "(allowed in tests)", "(fine in notebooks)" */
function opensAllowance(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.text !== "(" || !tokens.slice(0, at - 1).some(({ stem }) => negators.has(stem))) return false;
  const close = tokens.findIndex(({ text }, place) => place > at && text === ")");
  const inside = tokens.slice(at, close < 0 ? tokens.length : close);
  const says = (pattern: RegExp) => inside.some(({ text }) => pattern.test(text));
  // "(this does not apply to `tools/`)"
  if (says(/^(?:apply|applies|hold|holds)$/i) && says(/^not$/i)) return true;
  return says(/^(?:allowed|permitted|fine|ok|okay|acceptable|may|can)$/i) && !says(/^(?:not|never|no|only|cannot)$/i);
}

const escapeFollows = stems(
  "for in when where if by to during under at on inside within tests test scripts those cases",
);

const codeExcept = stems("bare try an and broad empty catch-all or naked generic catch wide every");

function opensEscape(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  const previous = tokens[at - 1];
  if (opensAllowance(tokens, at)) return true;
  if (token?.kind !== "word") return false;
  switch (token.text.toLowerCase()) {
    case "unless":
      return true;
    case "except":
    case "excepting":
      return (
        next !== undefined &&
        (escapeFollows.has(next.stem) ||
          // "… is banned everywhere except `tools/`"
          /^(?:everywhere|anywhere)$/i.test(previous?.text ?? "") ||
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
    case "but":
      // "Never print anywhere but in `tools/`"
      return /^(?:everywhere|anywhere)$/i.test(previous?.text ?? "");
    case "save":
      // "Never print, save in `tools/`"
      return previous?.text === "," && /^(?:in|inside|within|for|where|when)$/i.test(next?.text ?? "");
    case "exceptions":
      return at > 0 && next?.text === ":" && isSetApart(previous);
    case "other":
      return next?.stem === "than" && at > 0;
    case "apart":
    case "aside":
      return next?.stem === "from";
    case "exception":
      if (next?.text === ":") return isSetApart(previous);
      return previous?.text.toLowerCase() === "the" && next?.stem === "of" && tokens[at - 2]?.stem === "with";
    case "outside":
      // "No print outside scripts/" frees scripts/; "store secrets outside the code" does not.
      return (
        next !== undefined &&
        !isPlaceOfDemand(tokens, at) &&
        (next.kind === "path" || /^(?:tests?|scripts?|of)$/i.test(next.text) || next.stem === "test")
      );
    default:
      return false;
  }
}

/** "No `print` - exception: `tools/`" */
function isSetApart(previous: Token | undefined): boolean {
  return previous === undefined || /^(?:[-–—,;.(]|--+)$/.test(previous.text);
}

/** "Outside of requests open …" and "nothing outside `a/` may import …" say where the demand holds. */
function isPlaceOfDemand(tokens: readonly Token[], at: number): boolean {
  if (at === 0) return !tokens.some(({ text }) => text === ",");
  return (
    /^(?:nothing|nobody|none|anything|code|modules?|files?|packages?|else|one)$/i.test(tokens[at - 1]?.text ?? "") &&
    tokens.slice(at).some(({ text }) => /^(?:may|must|can|should|shall|imports?|touche?s?|uses|calls)$/i.test(text))
  );
}

function closesEscape(tokens: readonly Token[], at: number, isInBrackets: boolean, opensSentence: boolean): boolean {
  const token = tokens[at];
  if (isInBrackets) return token?.text === ")";
  if (token?.text === "—") return true;
  // "`os.environ` outside `settings.py` is forbidden": the place ends where it is said what is not to be.
  const [copula, first, second] = tokens.slice(at, at + 3).map(({ text }) => text);
  const isForbidden = tokens.slice(at + 1, at + 3).some(({ stem }) => forbiddingWords.has(stem));
  const isDenied =
    /^not$/i.test(first ?? "") && /^(?:allowed|permitted|accepted|acceptable|tolerated)$/i.test(second ?? "");
  if (/^(?:is|are)$/i.test(copula ?? "") && (isForbidden || isDenied)) return true;
  if (token?.text !== ",") return false;
  if (opensSentence) return true;
  const next = tokens.slice(at + 1).find((one) => !one.isFiller);
  return next !== undefined && (isBaseVerb(next) || negators.has(next.stem));
}
