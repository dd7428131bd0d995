// Reduces an English word to a stem, so that "imports", "imported" and "importing" are one word to a phrase.

/** Words whose inflection follows no rule, or whose rule would make them another word. */
const irregular: Readonly<Record<string, string>> = {
  used: "use",
  using: "use",
  uses: "use",
  done: "do",
  doing: "do",
  does: "do",
  did: "do",
  note: "note",
  notes: "note",
  none: "none",
  written: "write",
  wrote: "write",
  writing: "write",
  writes: "write",
  write: "write",
  kept: "keep",
  thrown: "throw",
  threw: "throw",
  caught: "catch",
  hidden: "hide",
  broken: "break",
  chosen: "choose",
  built: "build",
  made: "make",
  making: "make",
  makes: "make",
  left: "leave",
  deps: "dependency",
  funcs: "function",
  children: "child",
  indices: "index",
  indexes: "index",
  statuses: "status",
  aliases: "alias",
  analyses: "analysis",
  queries: "query",
  bodies: "body",
  during: "during",
  something: "something",
  nothing: "nothing",
  anything: "anything",
  everything: "everything",
  string: "string",
  strings: "string",
  docstring: "docstring",
  docstrings: "docstring",
  naming: "naming",
  typed: "typed",
  typing: "typing",
  spacing: "space",
  spaced: "space",
  timing: "timing",
  timings: "timing",
  setting: "setting",
  settings: "setting",
};

const vowel = /[aeiouy]/;
/** A final s that is no plural. */
const keepsFinalS =
  /(?:ss|us|ous|[^ip]sis|[lr]ysis|hesis)$|^(?:is|his|this|redis|axis|basis|chassis|tennis|debris|alias|pandas|canvas|bias|atlas|was|has|as|pos|os|macos|kubernetes|postgres|aws|https|tls|cors|css|ds|js|ts|dns|rs|args|kwargs|does|always)$/;

const memory = new Map<string, string>();

/** The stem of a lower-case word; code-like words (with _, . or digits) stay as they are. */
export function stem(word: string): string {
  let known = memory.get(word);
  if (known === undefined) {
    known = compute(word);
    if (memory.size < 50_000) memory.set(word, known);
  }
  return known;
}

function compute(word: string): string {
  const fixed = irregular[word];
  if (fixed !== undefined && Object.hasOwn(irregular, word)) return fixed;
  if (word.length < 4 || !/^[a-z]+$/.test(word))
    return word.length === 3 && word.endsWith("s") ? shortPlural(word) : word;
  let base = singular(word);
  base = withoutEnding(base);
  return base.length > 3 && base.endsWith("e") && !base.endsWith("ee") ? base.slice(0, -1) : base;
}

/** "ids" → "id"; but "yes", "bus", "its" are no plurals. */
function shortPlural(word: string): string {
  return /^(?:ids|dbs|cms|prs|uis)$/.test(word) ? word.slice(0, -1) : word;
}

function singular(word: string): string {
  if (!word.endsWith("s") || keepsFinalS.test(word)) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutEnding(word: string): string {
  for (const ending of ["ing", "ed"]) {
    if (!word.endsWith(ending) || word.endsWith("eed")) continue;
    const base = word.slice(0, -ending.length);
    if (base.length < 2 || !vowel.test(base)) continue;
    if (ending === "ed" && base.endsWith("i")) return `${base.slice(0, -1)}y`;
    const doubled = base.length > 3 && base.at(-1) === base.at(-2) && !/[slz]$/.test(base);
    return doubled ? base.slice(0, -1) : base;
  }
  return word;
}
