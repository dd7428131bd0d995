// Tells whether a stretch of text asks for something, states what is, or only names something without a verb.

import type { Token } from "../rules/tokens.ts";
import { isBaseVerb, isNounOrVerb } from "./instruction-words.ts";
import { isImpersonal, isRejected } from "./sentence-frames.ts";
import { forbiddingWords, instructionVerbs, stems } from "./vocabulary.ts";

/** "Use X" and "routes must have Y" ask; "the parser uses X" states; "maximum line length: 100" names. */
export type Mood = "asks" | "states" | "names";

export function moodOf(tokens: readonly Token[]): Mood {
  const body = withoutLabel(tokens);
  if (body !== tokens && asksInLabel(tokens.slice(0, tokens.length - body.length))) return "asks";
  if (turnsToDemand(body)) return "asks";
  const words = withoutAsides(withoutOpening(body)).filter((token) => token.kind !== "sign");
  const lower = words.map((token) => token.text.toLowerCase());
  if (hasLimit(body) || isImpersonal(words)) return "asks";
  if (!words.length) return "names";
  if (demands(words, lower)) return "asks";
  let start = 0;
  while (start < words.length - 1 && adverbs.has(lower[start] ?? "")) start++;
  const first = words[start] as Token;
  const opening = lower[start] ?? "";
  if (
    /^let['’]?s?$/.test(opening) &&
    /^(?:['’]s|us|not|never|always|use|keep|avoid|write)$/.test(lower[start + 1] ?? "")
  )
    return "asks";
  if (negators.test(opening)) return "asks";
  const verb = finiteVerb(words, lower, start);
  if (/^(?:notice|recall|suppose|imagine)$/.test(opening) || (opening === "note" && lower[start + 1] === "that"))
    return "states";
  if (quantifiers.test(opening)) return verb?.kind === "weak" && opening !== "only" ? "states" : "asks";
  if (isBaseVerb(first) && !(verb && isSubject(first, words[start + 1]))) return "asks";
  if (isCompoundVerb(body, first)) return "asks";
  if (/^(?:prefer\w*|recommended)$/.test(opening)) return "asks";
  if (/^(?:we|i|you)$/.test(opening)) {
    const next = words.slice(start + 1).find((word) => !adverbs.has(word.text.toLowerCase()));
    if (/^(?:prefer|want|like)$/.test(next?.text.toLowerCase() ?? "") && opening !== "you") return "asks";
    return opening === "we" && next !== undefined && isBaseVerb(next) ? "asks" : "states";
  }
  if (opensWithDeed(words, start)) return "states";
  if (!verb) return /^(?:some|this|these|those|that|it|its|they|there|our|my|here)$/.test(opening) ? "states" : "names";
  return isNorm(words, lower, start, verb) ? "asks" : "states";
}

/** "Never mutate: …", "Name the tests with a prefix: …" */
function asksInLabel(tokens: readonly Token[]): boolean {
  const label = tokens.find((token) => !adverbs.has(token.text.toLowerCase()));
  const words = tokens.filter((token) => token.kind !== "sign");
  if (
    demands(
      words,
      words.map((token) => token.text.toLowerCase()),
    )
  )
    return true;
  if (label && isBaseVerb(label) && (!isNounOrVerb(label) || namesWith(words))) return true;
  // "No magic numbers: limits live in …" forbids before it tells.
  return label !== undefined && negators.test(label.text.toLowerCase());
}

/** "A missing file is expected: log it at debug" tells before it asks. */
function turnsToDemand(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    const next = token.text === ":" && at > 0 ? tokens[at + 1] : undefined;
    if (next === undefined || !isBaseVerb(next)) return false;
    const object = tokens[at + 2];
    return (
      !isNounOrVerb(next) || /^(?:it|them|the|a|an|this|that|these|those|each|every|all)$/i.test(object?.text ?? "")
    );
  });
}

/** "Eager-load what …", "re-use the …"; a hyphen may as well make a noun, as in "pre-commit hooks". */
function isCompoundVerb(tokens: readonly Token[], first: Token): boolean {
  const [hyphen, verb, object] = tokens.slice(tokens.indexOf(first) + 1);
  return (
    hyphen?.text === "-" &&
    hyphen.start === first.end &&
    verb !== undefined &&
    isBaseVerb(verb) &&
    /^(?:the|an?|all|every|each|any|what|whatever|your|its|it|them|these|those|only)$/i.test(object?.text ?? "")
  );
}

/** "Name test functions with a prefix: …": the verb, for what it takes. */
function namesWith(words: readonly Token[]): boolean {
  return (
    /^(?:name|prefix|suffix|mark|call)$/i.test(words[0]?.text ?? "") &&
    words.some(({ text }) => /^(?:with|as|by|after|like)$/i.test(text))
  );
}

// --- what stands before the sentence itself ---

/** "Line length: 100" and "Constants — no magic numbers" are about what follows. */
export function withoutLabel(tokens: readonly Token[]): readonly Token[] {
  const at = labelEnd(tokens);
  if (at <= 0 || at === tokens.length - 1) return tokens;
  return tokens.slice(0, at).some((token) => /^(?:is|are|must|should)$/i.test(token.text))
    ? tokens
    : tokens.slice(at + 1);
}

/** Where the colon or the dash behind the label stands; -1 where the first of them is too far away. */
function labelEnd(tokens: readonly Token[]): number {
  for (let at = 0; at <= 8; at++) {
    const token = tokens[at];
    if (token?.kind !== "sign" || !/^(?:[:|]|—|–|→|->|=>|-)$/.test(token.text) || !isSpaced(tokens, at)) continue;
    return at <= 5 || /^[:|]$/.test(token.text) ? at : -1;
  }
  return -1;
}

/** A hyphen joins words, a dash between spaces sets them apart. */
function isSpaced(tokens: readonly Token[], at: number): boolean {
  const [previous, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.text === ":") return true;
  return (
    previous !== undefined &&
    next !== undefined &&
    token !== undefined &&
    previous.end < token.start &&
    token.end < next.start
  );
}

/** "Log expected ends (a worker that has finished)": what a bracket adds says nothing of what is asked. */
function withoutAsides(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => text === "(")) return tokens;
  let depth = 0;
  const outside = tokens.filter(({ text }) => {
    if (text === "(") depth++;
    const isOutside = depth === 0;
    if (text === ")") depth = Math.max(0, depth - 1);
    return isOutside;
  });
  return outside.some(({ kind }) => kind !== "sign") ? outside : tokens;
}

const openings =
  /^(?:if|when|whenever|while|for|in|on|at|before|after|once|unless|within|during|with|under|as|to|by|since|although|though|because|where|wherever|instead|rather|besides|unlike|like|from|given|even)$/i;

/** "When writing tests, use …" says the same as "use …". */
export function withoutOpening(tokens: readonly Token[]): readonly Token[] {
  if (!openings.test(tokens[0]?.text ?? "")) return tokens;
  // The condition alone: what it is a condition of stands in the next segment.
  if (!tokens.some((token) => token.text === ",") && /^(?:if|when|whenever|once)$/i.test(tokens[0]?.text ?? ""))
    return [];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.text === "(") depth++;
    if (token.text === ")") depth--;
    if (depth > 0 || token.text !== "," || at === tokens.length - 1) continue;
    // "For strings, lists, and dicts, use …": the list goes on until something begins.
    const next = tokens.slice(at + 1).find((one) => !one.isFiller && one.kind !== "sign");
    if (next && /^(?:and|or)$/i.test(next.text)) continue;
    return tokens.slice(at + 1);
  }
  return tokens;
}

// --- verbs ---

const adverbs = new Set(
  "please always also then instead just strictly additionally finally generally typically usually normally explicitly consistently preferably ideally first next otherwise however therefore absolutely really and but or so".split(
    " ",
  ),
);
const negators = /^(?:no|never|not|don['’]?t|do|avoid|without|zero|none|neither|nothing|nobody|cannot|mustn['’]?t)$/;
const quantifiers = /^(?:all|every|each|any|only|both|everything|anything|whatever)$/;

const deeds = stems(`
  retrieve contain manage represent compute process calculate determine transform consume produce perform offer serve own hold
  encapsulate coordinate orchestrate demonstrate illustrate inform analyze analyse detect track build iterate support become exist
  mean happen work cause trigger lead replace provide allow let enable help contain depend belong live go goes take carry stay remain
  list protect submit dispatch delegate wire resolve need follow fail fill matter rely come differ appear seem tend look behave apply simplify
`);

interface Verb {
  readonly at: number;
  /** "weak": says what may, can or will be; "past"; "is": a copula or auxiliary; "plural"; "third": "uses". */
  readonly kind: "weak" | "past" | "is" | "are" | "plural" | "third";
}

/** The first verb after a subject that makes the words a statement. */
function finiteVerb(words: readonly Token[], lower: readonly string[], start: number): Verb | undefined {
  for (let at = start + 1; at < words.length; at++) {
    const word = words[at] as Token;
    const text = lower[at] ?? "";
    if (word.kind !== "word" || word.isCode) continue;
    // What a relative clause says is not what the sentence says.
    const relative = /^(?:that|which|who)$/.test(text) ? verbBehindRelative(words, lower, at) : undefined;
    if (relative) return relative;
    if (/^(?:that|which|who|whose|where|when|if|because|since|so|unless|while|with|without|for|to)$/.test(text)) {
      if (/^(?:with|without|for|to)$/.test(text)) return laterVerb(words, lower, at);
      if (!/^(?:that|which|who)$/.test(text)) return undefined;
      continue;
    }
    const kind = verbKind(words, lower, at);
    if (kind) return { at, kind };
  }
  return undefined;
}

/** "A process that is gone is logged": the second verb, where there are two. */
function verbBehindRelative(words: readonly Token[], lower: readonly string[], from: number): Verb | undefined {
  const verbs: Verb[] = [];
  for (let at = from + 1; at < words.length && verbs.length < 2; at++) {
    if (words[at]?.kind !== "word" || words[at]?.isCode) continue;
    if (/^(?:and|or|but|that|which|who|when|if|because|so|unless|while)$/.test(lower[at] ?? "")) return undefined;
    if (/^(?:before|after|until)$/.test(lower[at] ?? "")) break;
    // "That arrives …": what stands right behind the relative is its verb.
    const kind =
      verbKind(words, lower, at) ?? (at === from + 1 && /[^s]s$/.test(lower[at] ?? "") ? "third" : undefined);
    if (kind) verbs.push({ at, kind });
  }
  return verbs[1];
}

/** Behind a preposition only what cannot be a noun counts: "hints for functions are required". */
function laterVerb(words: readonly Token[], lower: readonly string[], from: number): Verb | undefined {
  for (let at = from + 1; at < words.length; at++) {
    const text = lower[at] ?? "";
    if (/^(?:that|which|who|where|when|if|because|since|so|unless|while)$/.test(text)) return undefined;
    if (words[at]?.kind === "word" && /^(?:is|are|was|were|will|can|could|may|might|has|have)$/.test(text)) {
      const kind = verbKind(words, lower, at);
      return kind && { at, kind };
    }
  }
  return undefined;
}

function verbKind(words: readonly Token[], lower: readonly string[], at: number): Verb["kind"] | undefined {
  const word = words[at] as Token;
  const text = lower[at] ?? "";
  if (/^(?:can|could|may|might|will|would)$/.test(text)) return "weak";
  if (/^(?:was|were|had|did|chose|made|became|went)$/.test(text)) return "past";
  if (/^(?:is|has|does|isn['’]t|doesn['’]t|hasn['’]t)$/.test(text)) return "is";
  if (/^(?:are|have|do|aren['’]t|don['’]t)$/.test(text)) return "are";
  const isPlural = /^(?:the|between|all|no|of|and|or|many|some|these|those|multiple|several|new|other|such)$/.test(
    lower[at - 1] ?? "",
  );
  const isThird = /[^s]s$/.test(text) && !isBaseVerb(word) && !isPlural;
  if (isThird && (instructionVerbs.has(word.stem) || deeds.has(word.stem))) {
    const next = lower[at + 1] ?? "";
    const takesObject =
      /^(?:the|a|an|its|their|your|this|these|it|them|all|every|each|only|in|on|under|with|from|to)$/.test(next);
    if (!isNounOrVerb(word) && !nounsInPlural.has(text)) return "third";
    // "`app/mail.py` caches templates": a file does it.
    if (
      at === 1 &&
      /\.\w+$/.test(words[0]?.text ?? "") &&
      words[0]?.kind === "path" &&
      next !== "" &&
      !/^(?:must|should|shall|may|can|cannot|are|is|have|need|belong|go|live|stay|never|only)$/.test(next)
    )
      return "third";
    if (text === "lists" && /^(?:all|every|each)$/.test(next)) return "third";
    // "FastAPI runs handlers in threads": a product does it.
    const before = words[at - 1];
    if (
      at === 1 &&
      /^\p{Lu}\p{L}*\p{Lu}/u.test(before?.text ?? "") &&
      (isThing(words[at + 1]) || words[at + 1]?.isCode)
    )
      return "third";
    // "`Depends()` handles sessions": code in the singular does it; "`logger` calls with f-strings" are calls.
    if (words[at - 1]?.isCode && at <= 3 && isThing(words[at + 1])) return "third";
    return /^(?:the|a|an|its|their|your|this|it|them)$/.test(next) && takesObject ? "third" : undefined;
  }
  const before = words[at - 1];
  const isPluralSubject = before?.kind === "word" && /[^s]s$/i.test(before.text) && !isBaseVerb(before);
  if (isPluralSubject && pluralVerbs.has(word.stem) && !/(?:s|[^e]ed|ing)$/.test(text)) return "plural";
  return undefined;
}

/** A word that something can be done to, and no verb or preposition that would make what stands before it a noun. */
function isThing(token: Token | undefined): boolean {
  if (token?.kind !== "word" || token.isFiller || token.isCode || isBaseVerb(token)) return false;
  return !/^(?:in|on|at|of|for|with|without|from|to|by|as|and|or|that|which|inside|outside|within|under|over|is|are|must|should|shall|may|can|cannot|have|has|need|needs|never|only|not|belong|go|live|stay|everywhere|instead|rather|when|if|unless|except|where)$/i.test(
    token.text,
  );
}

const nounsInPlural = new Set(
  "lists names prefixes suffixes notes tags retries uses needs returns raises logs calls types tests checks prints imports patterns exports states scopes works matches reads writes takes asserts queries selects streams changes updates guards mocks hashes indexes caps limits commits".split(
    " ",
  ),
);
nounsInPlural.delete("uses");
nounsInPlural.delete("needs");
nounsInPlural.delete("takes");
const pluralVerbs = stems(
  "use take live go belong follow end start begin get need carry raise inherit extend stay come call receive provide require remain sit vary differ depend verify happen exist apply mirror create",
);

const factual = stems("vary differ depend verify happen exist apply create");

/** "Type hints are required": a noun, although the word alone would be an instruction. */
function isSubject(first: Token, next: Token | undefined): boolean {
  if (!isNounOrVerb(first) && !/^(?:cache|log|lock|process|design|index|model|record)$/.test(first.stem)) return false;
  return (
    next !== undefined &&
    next.kind === "word" &&
    !/^(?:the|a|an|your|all|every|each|any|it|its|that|whether|if)$/i.test(next.text)
  );
}

/** "Uses the environment's credentials": what a thing that is not named does. */
function opensWithDeed(words: readonly Token[], start: number): boolean {
  const first = words[start];
  const next = words[start + 1];
  if (first?.kind !== "word" || next === undefined || !/[^s'’]s$/i.test(first.text) || isBaseVerb(first)) return false;
  if (!instructionVerbs.has(first.stem) && !deeds.has(first.stem)) return false;
  const text = first.text.toLowerCase();
  if (!isNounOrVerb(first) && !nounsInPlural.has(text) && text !== "follows" && text !== "requires") return true;
  return /^(?:the|a|an|whether|its|this)$/i.test(next.text) || doesToThing(first, next);
}

/** "Runs unit tests": what a job does; "runs must be short" and "writes go through …" are about things. */
export function doesToThing(first: Token, next: Token): boolean {
  return (
    /^(?:runs|reads|writes|builds|loads|fetches|stores|sends|caches|measures)$/i.test(first.text) &&
    isThing(next) &&
    !deeds.has(next.stem) &&
    !pluralVerbs.has(next.stem)
  );
}

// --- norms in the form of statements ---

/** What the words below are looked at for; most are none of these. */
const demanding = new Set(
  (
    "must should shall shouldn't shouldn’t mustn't mustn’t mandatory obligatory non-negotiable need needs have has ought required " +
    "forbidden prohibited disallowed banned preferred encouraged discouraged never make be limits allowed acceptable accepted " +
    "permitted tolerated"
  ).split(" "),
);

function demands(words: readonly Token[], lower: readonly string[]): boolean {
  if (isRejected(words)) return true;
  return words.some((word, at) => {
    const text = lower[at] ?? "";
    if (!demanding.has(text) && !forbiddingWords.has(word.stem)) return false;
    const next = lower[at + 1] ?? "";
    if (/^(?:must|should|shall|shouldn['’]t|mustn['’]t|mandatory|obligatory|non-negotiable)$/.test(text)) return true;
    // "You have to use X" demands; "if you need to use X" does not.
    if (/^(?:need|needs|have|has|ought)$/.test(text) && next === "to") return lower[at - 1] !== "you" || at === 1;
    if (/^(?:required|forbidden|prohibited|disallowed|banned|preferred|encouraged|discouraged)$/.test(text))
      return true;
    if (text === "never") return true;
    if (/^(?:make|be)$/.test(text) && next === "sure" && !/^(?:to|that|which|you|we)$/.test(lower[at - 1] ?? ""))
      return true;
    if (word.kind === "word" && forbiddingWords.has(word.stem)) return true;
    if (text === "limits" && lower[at - 1] === "off") return true;
    return (
      /^(?:allowed|acceptable|accepted|permitted|tolerated)$/.test(text) &&
      /^(?:not|never|no|isn['’]t|aren['’]t)$/.test(lower[at - 1] ?? "")
    );
  });
}

const isLineLimit = /\b(?:line|character|column)s?\b.*\b(?:length|limit|width)\b/i;

/** A bound on a number is a rule, however it is put: "lines may be up to 100 characters". */
function hasLimit(tokens: readonly Token[]): boolean {
  if (!tokens.some(({ kind }) => kind === "number")) return false;
  return (
    // "Ruff enforces a 100-character line length"
    tokens.some(
      ({ kind }, at) =>
        kind === "number" &&
        isLineLimit.test(
          tokens
            .slice(at + 1, at + 5)
            .map(({ text }) => text)
            .join(" "),
        ),
    ) ||
    tokens.some((token) =>
      /^(?:most|least|max|maximum|minimum|min|up|under|below|above|over|than|exceeds?|within|longer|[<>≤≥]=?)$/i.test(
        token.text,
      ),
    )
  );
}

/** What every program has; "code uses X" is a rule, "the billing service uses X" a fact. */
const genericNouns = stems(`
  code access logging naming formatting style configuration config validation api testing documentation typing indentation endpoint route
  function class method module test docstring import constant variable exception error model schema query session management
`);

const specific =
  /^(?:the|this|that|these|those|it|its|our|their|there|here|he|she|they|which|who|what|my|your|some|many|most|several|certain|one|such)$/;
const ruleNouns =
  /^(?:length|limit|maximum|minimum|max|min|size|depth|width|coverage|version|style|convention|standard|rule|policy|format|default|complexity|threshold|suffix|prefix|manager|tool|framework|linter|formatter|runner|target|requirement)$/;

/** "Strings take double quotes" is meant as a rule; "the parser takes two arguments" tells what is. */
function isNorm(words: readonly Token[], lower: readonly string[], start: number, verb: Verb): boolean {
  const opening = lower[start] ?? "";
  const subject = lower.slice(start, verb.at);
  if (verb.kind === "weak") return /^(?:not|never|only)$/.test(lower[verb.at + 1] ?? "");
  if (verb.kind === "past") return false;
  if (lower.slice(start, verb.at + 3).some((text) => /^(?:always|never)$/.test(text))) return true;
  if (subject.some((text) => ruleNouns.test(text)) && verb.kind !== "third") return true;
  // "`db.py` is the only module that …" limits it to that one.
  if (verb.kind === "is" && lower.slice(verb.at + 1, verb.at + 3).includes("only")) return true;
  // "The only way to the queue is `jobs.Queue`" leaves no other.
  if (verb.kind === "is" && opening === "the" && lower[start + 1] === "only") return true;
  // "Our code is wrapped at column 100" speaks of all of it.
  const isOfAll = opening === "our" && verb.at === start + 2 && genericNouns.has(words[start + 1]?.stem ?? "");
  if (specific.test(opening) && !isOfAll) return false;
  // "Metrics are collected automatically", "limits vary by tier": what is, not what ought to be.
  if (
    verb.kind === "are" &&
    lower.slice(verb.at + 1, verb.at + 4).some((text) => /^(?:automatically|currently|already)$/.test(text))
  )
    return false;
  // "Writes happen in a transaction" says where they belong.
  const isPlaced = /^(?:only|in|inside|within|through|via)$/.test(lower[verb.at + 1] ?? "");
  if (verb.kind === "plural" && factual.has(words[verb.at]?.stem ?? ""))
    return words[verb.at]?.stem === "happen" && isPlaced;
  if (verb.kind === "are" || verb.kind === "plural") return true;
  const predicate = lower.slice(verb.at + 1);
  if (verb.kind === "is" && /^(?:number|code)$/.test(words[verb.at + 1]?.kind ?? "")) return true;
  if (/^(?:a|an)$/.test(opening))
    return /^(?:has|takes|gets|carries|needs|starts|begins|ends|goes|passes|lives|belongs|stays|comes)$/.test(
      lower[verb.at] ?? "",
    );
  // "`requests` is only imported in `clients/`" sets a limit, whatever its subject.
  if (verb.kind === "is" && predicate[0] === "only" && /ed$/.test(predicate[1] ?? "")) return true;
  // "`# noqa` needs a code": a mark in the code, not a thing of the project.
  if (
    /^#/.test(words[start]?.text ?? "") &&
    /^(?:needs|requires|takes|carries|names|states)$/.test(lower[verb.at] ?? "")
  )
    return true;
  // "SQL uses bound parameters only" rules out all others.
  if (verb.kind === "third" && predicate.includes("only")) return true;
  // "`domain` imports nothing from …" draws a line.
  if (verb.kind === "third" && predicate[0] === "nothing" && /^(?:imports|knows)$/.test(lower[verb.at] ?? ""))
    return true;
  if (words[start]?.isCode || /^\p{Lu}[\p{L}\d]*\p{Lu}/u.test(words[start]?.text ?? "")) return false;
  if (verb.kind === "is" && lower[verb.at] !== "has")
    return (
      /^(?:\w+ed|written|kept|built|done|read|put|held|never|not)$/.test(
        predicate.find((text) => !adverbs.has(text)) ?? "",
      ) && !predicate.includes("by")
    );
  if (/^(?:uses|has)$/.test(lower[verb.at] ?? "")) return genericNouns.has(words[verb.at - 1]?.stem ?? "");
  return /^(?:belongs|lives|goes|stays|follows|takes|starts|ends|comes|carries|needs|gets|passes|requires|ensures|guarantees)$/.test(
    lower[verb.at] ?? "",
  );
}
