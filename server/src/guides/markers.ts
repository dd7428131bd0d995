// Recognises what marks an instruction or a piece of code as good or bad: signs, words, headings.

import type { Polarity } from "./directive.ts";

export interface Marker {
  readonly polarity: Polarity;
  /** What follows the marker: "Specific exceptions" in "✅ CORRECT: Specific exceptions". */
  readonly label: string;
  /** True for ✅ and its kin, false for a word. */
  readonly isSign: boolean;
  /** True for "Before" and "After", which mark nothing unless both are there. */
  readonly isRelative: boolean;
}

const goodSigns =
  /^(?:✅|✔|☑|👍|🟢|✓|💚|:white_check_mark:|:heavy_check_mark:|:\+1:|:thumbsup:|\(y\)|\[✓\]|\[✔\])\ufe0f?\s*/u;
const badSigns =
  /^(?:❌|❎|✖|✗|✘|👎|🚫|⛔|🔴|🛑|:x:|:no_entry:|:no_entry_sign:|:-1:|:thumbsdown:|\[✗\]|\[✘\])\ufe0f?\s*/u;

const goodWords =
  "good|correct|right|do|always|preferred|prefer|recommended|better|best|yes|valid|safe|secure|ok|okay|acceptable|proper|pythonic|good example|good practice|correct example|correct way|do this|do this instead|compliant|allowed|new way";
const badWords =
  "bad|wrong|incorrect|don['’]?t|do not|never|avoid|discouraged|not recommended|worse|worst|no|invalid|unsafe|insecure|not ok|unacceptable|improper|anti-?pattern|unpythonic|bad example|bad practice|wrong way|don['’]?t do this|do not do this|not this|instead of|rather than|forbidden|prohibited|non-?compliant|vulnerable|problematic|old way";

/** A word marks only what follows it after a colon, a dash, a bracket or nothing: "Good: …", "❌", not "good code is …". */
const wordEnd = "(?=\\s*(?:[:(!.]|[-–—]\\s|$))\\s*(?:[:!.]|[-–—](?=\\s))?\\s*";
const goodWord = new RegExp(`^(?:${goodWords})${wordEnd}`, "iu");
const badWord = new RegExp(`^(?:${badWords})${wordEnd}`, "iu");
const beforeWord = new RegExp(`^before${wordEnd}`, "iu");
const afterWord = new RegExp(`^after${wordEnd}`, "iu");

/** The marker at the start of a line of plain text (no markup, no comment sign). */
export function readMarker(line: string): Marker | undefined {
  const text = line.trimStart().slice(0, 400);
  const known = remembered.get(text);
  if (known !== undefined) return known ?? undefined;
  const marker = findMarker(text);
  if (remembered.size >= 1_000) remembered.clear();
  remembered.set(text, marker ?? null);
  return marker;
}

/** The same few texts are asked about again and again while their directives are cut. */
const remembered = new Map<string, Marker | null>();

function findMarker(text: string): Marker | undefined {
  const good = goodSigns.exec(text);
  const bad = good ? undefined : badSigns.exec(text);
  const sign = good ?? bad;
  if (sign) {
    const rest = text.slice(sign[0].length);
    const polarity = good ? "good" : "bad";
    // "✅ CORRECT: …" marks once, not twice; the word after a sign is no part of the label.
    const word = (good ? goodWord : badWord).exec(rest);
    return { polarity, label: tidy(word ? rest.slice(word[0].length) : rest), isSign: true, isRelative: false };
  }
  // "# ✗ Bad" in a list of words; the bad ones first, since "do not" begins with "do".
  for (const [pattern, polarity, isRelative] of wordPatterns) {
    const match = pattern.exec(text);
    if (match) return { polarity, label: tidy(text.slice(match[0].length)), isSign: false, isRelative };
  }
  return undefined;
}

const wordPatterns: readonly (readonly [RegExp, Polarity, boolean])[] = [
  [badWord, "bad", false],
  [goodWord, "good", false],
  [beforeWord, "bad", true],
  [afterWord, "good", true],
];

/** The length of the signs at the start: ✅, 🔒, "•", ":x:". */
export function leadingSigns(text: string): number {
  const first = text.charCodeAt(0);
  // Most texts begin with a letter, which is quicker to tell than by a pattern.
  if (first < 128 && first !== colon) return 0;
  return (
    /^(?:(?:\p{Extended_Pictographic}|[✓✗✘☐☑•◦▪‣]|\ufe0f|\u200d|:(?:x|white_check_mark|heavy_check_mark|warning|no_entry|no_entry_sign|\+1|-1|bulb|rotating_light):)\s*)+/u.exec(
      text,
    )?.[0].length ?? 0
  );
}

const colon = 58;

const badHeading =
  /^(?:the\s+)?(?:(?:common|typical|frequent|known)\s+)?(?:(?:code\s+)?(?:mistakes?|pitfalls?|anti-?patterns?|smells?)|(?:absolute(?:ly)?\s+)?don['’]?ts?|do not(?: do)?(?: this)?|bad(?:\s+(?:practices?|examples?|patterns?|code))?|avoid|never(?:\s+do)?(?:\s+this)?|forbidden(?:\s+\w+)?|prohibited(?:\s+\w+)?|what not to do|things to avoid|not allowed|banned(?:\s+\w+)?|wrong|incorrect)(?:\s+to\s+avoid|\s+\(.*\))?\s*[:!]?$/iu;
const goodHeading =
  /^(?:the\s+)?(?:do['’]?s?|good(?:\s+(?:practices?|examples?|patterns?))?|always(?:\s+do)?(?:\s+this)?|preferred(?:\s+\w+)?|recommended(?:\s+\w+)?|correct)\s*[:!]?$/iu;

/** What a heading or the line above a list says of all that stands under it. */
export function markerOfTitle(title: string): Polarity | undefined {
  const text = title.slice(leadingSigns(title)).trim();
  const marker = readMarker(title);
  if (marker?.isSign) return marker.polarity;
  if (badHeading.test(text)) return "bad";
  if (goodHeading.test(text)) return "good";
  if (!text.endsWith(":")) return undefined;
  // "NEVER commit to git:" speaks for the bullets under it; "Never mind the rest" above a list does not.
  // nor does "Never use X. Y does it better:", whose last sentence is what stands above it.
  const last = text.split(/[.!?]\s+(?=\p{Lu})/u).at(-1) ?? text;
  if (/^(?:never|do not|don['’]?t|avoid|you must not|must not)\b.*:$/iu.test(last)) return "bad";
  if (/^(?:always|you must|must)\b.*:$/iu.test(last)) return "good";
  return undefined;
}

/** True where ✅ and ❌ tell how far work has come, not what to do. */
export function isStatus(text: string, headings: readonly string[]): boolean {
  if (headings.some((heading) => statusHeading.test(heading))) return true;
  return /^(?:all\s+\w+\s+(?:pass|passing|done|complete)|done|completed?|implemented|fixed|added|finished|shipped|resolved|passing|working|ready|supported|in progress|not (?:yet )?(?:implemented|supported|started|done)|missing|pending|todo|planned|failed|failing)\b/iu.test(
    text,
  );
}

const statusHeading =
  /\b(?:status|progress|completed|roadmap|milestones?|implemented|changelog|what(?:['’]s| is) (?:done|working|new)|recent (?:changes|work)|current (?:state|features)|achievements?|phases?|features)\b/iu;

function tidy(label: string): string {
  return label.replace(/^[\s:–—-]+/, "").trim();
}
