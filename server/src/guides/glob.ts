// Matches paths against globs the way the assistants do; a dialect says what a pattern without a slash and letter case mean.
//
// There is no regular expression here: a pattern comes from a file that anybody may have written, and must not be able
// to make matching slow.

export interface GlobDialect {
  readonly ignoreCase: boolean;
  /** What stands in front of a pattern that does not say where it begins. */
  readonly start: "root" | "anywhere" | "anywhere-without-slash";
  /** A pattern that ends in a slash is a folder with all that it holds, not an error. */
  readonly folders: boolean;
}

export type Glob = (path: string) => boolean;

/** More alternatives than this are a mistake or an attack. */
const mostAlternatives = 512;

export function compileGlob(pattern: string, dialect: GlobDialect): Glob {
  const matchers = expandBraces(pattern).map((alternative) => compileAlternative(alternative, dialect));
  return (path) => {
    const segments = (dialect.ignoreCase ? path.toLowerCase() : path).split("/");
    return matchers.some((matcher) => matchSegments(matcher, segments));
  };
}

/** Splits at commas outside braces and trims each part; empty parts are left out. */
export function splitGlobs(list: string): { readonly text: string; readonly at: number }[] {
  const parts: { text: string; at: number }[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= list.length; at++) {
    const char = list[at];
    if (char === "{") depth++;
    else if (char === "}") depth = Math.max(depth - 1, 0);
    if (at < list.length && (char !== "," || depth > 0)) continue;
    const raw = list.slice(from, at);
    const text = raw.trim();
    if (text) parts.push({ text, at: from + raw.indexOf(text) });
    from = at + 1;
  }
  return parts;
}

/** Why a pattern can never match a file of the workspace, with a better one where it is clear. */
export function globFault(
  pattern: string,
  dialect: GlobDialect,
): { readonly why: string; readonly better?: string } | undefined {
  if (pattern.startsWith("!")) {
    return { why: "an exclusion with `!` is not understood here" };
  }
  if (pattern.includes("\\")) {
    return { why: "paths are written with `/`, never with a backslash", better: pattern.replaceAll("\\", "/") };
  }
  if (pattern.startsWith("./"))
    return { why: "paths do not begin with `./`", better: pattern.replace(/^(?:\.\/)+/, "") };
  if (pattern.split("/").includes("..")) return { why: "a path never holds `..`" };
  if (pattern.startsWith("/") && dialect.start === "anywhere") {
    return {
      why: "a pattern that begins with `/` is compared with the whole path on the disk",
      better: pattern.replace(/^\/+/, ""),
    };
  }
  if (/^[A-Za-z]:\//.test(pattern)) return { why: "a path inside the workspace never begins with a drive" };
  if (pattern.endsWith("/") && !dialect.folders) {
    return { why: "a pattern that ends in `/` is a folder and no file", better: `${pattern}**` };
  }
  if (!isBalanced(pattern)) return { why: "its braces are not closed" };
  return undefined;
}

/** True for patterns that take in every file in every dialect. */
export function isEverything(pattern: string): boolean {
  return pattern === "**" || pattern === "**/*" || pattern === "**/**" || pattern === "**/*.*";
}

function isBalanced(pattern: string): boolean {
  let depth = 0;
  for (const char of pattern) {
    if (char === "{") depth++;
    else if (char === "}" && --depth < 0) return false;
  }
  return depth === 0;
}

/** `a{b,c{d,e}}` → `ab`, `acd`, `ace`; braces that are not closed stand for themselves. */
function expandBraces(pattern: string): string[] {
  const done: string[] = [];
  const open: string[] = [pattern];
  while (open.length > 0 && done.length + open.length <= mostAlternatives) {
    const next = open.pop() ?? "";
    const group = firstGroup(next);
    if (!group) {
      done.push(next);
      continue;
    }
    const before = next.slice(0, group.start);
    const after = next.slice(group.end + 1);
    for (const choice of group.choices) open.push(before + choice + after);
  }
  return done;
}

function firstGroup(pattern: string): { start: number; end: number; choices: string[] } | undefined {
  const start = pattern.indexOf("{");
  if (start < 0) return undefined;
  let depth = 0;
  let from = start + 1;
  const choices: string[] = [];
  for (let at = start; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === "{") depth++;
    else if (char === "}") depth--;
    if ((char === "," && depth === 1) || depth === 0) {
      choices.push(pattern.slice(from, at));
      from = at + 1;
    }
    if (depth === 0) return { start, end: at, choices };
  }
  return undefined;
}

type Segment = "**" | readonly Piece[];
type Piece = "*" | "?" | { readonly literal: string } | { readonly set: string; readonly negated: boolean };

function compileAlternative(pattern: string, dialect: GlobDialect): readonly Segment[] {
  let text = dialect.ignoreCase ? pattern.toLowerCase() : pattern;
  if (dialect.start !== "anywhere") text = text.replace(/^\/+/, "");
  const hasSlash = text.replace(/\/+$/, "").includes("/");
  if (dialect.folders && text.endsWith("/")) text += "**";
  const segments: Segment[] = text.split("/").map((segment) => (segment === "**" ? "**" : piecesOf(segment)));
  const anywhere = dialect.start === "anywhere" ? !text.startsWith("/") : dialect.start !== "root" && !hasSlash;
  return anywhere && segments[0] !== "**" ? ["**", ...segments] : segments;
}

function piecesOf(segment: string): Piece[] {
  const pieces: Piece[] = [];
  let literal = "";
  const flush = (): void => {
    if (literal) pieces.push({ literal });
    literal = "";
  };
  for (let at = 0; at < segment.length; at++) {
    const char = segment[at] ?? "";
    const close = char === "[" ? segment.indexOf("]", at + 2) : -1;
    if (char === "*") {
      flush();
      if (pieces.at(-1) !== "*") pieces.push("*");
    } else if (char === "?") {
      flush();
      pieces.push("?");
    } else if (close > 0) {
      flush();
      const inner = segment.slice(at + 1, close);
      const negated = inner.startsWith("!") || inner.startsWith("^");
      pieces.push({ set: negated ? inner.slice(1) : inner, negated });
      at = close;
    } else {
      literal += char;
    }
  }
  flush();
  return pieces;
}

/** Greedy, going back to the last `**` only, which is enough: an earlier one could take no more than the last can. */
function matchSegments(pattern: readonly Segment[], path: readonly string[]): boolean {
  let at = 0;
  let segment = 0;
  let star = -1;
  let starPath = 0;
  while (at < path.length) {
    const piece = pattern[segment];
    if (piece === "**") {
      star = segment++;
      starPath = at;
    } else if (piece !== undefined && matchPieces(piece, path[at] ?? "")) {
      segment++;
      at++;
    } else if (star >= 0) {
      segment = star + 1;
      at = ++starPath;
    } else {
      return false;
    }
  }
  while (pattern[segment] === "**") segment++;
  return segment === pattern.length;
}

function matchPieces(pieces: readonly Piece[], text: string): boolean {
  let at = 0;
  let piece = 0;
  let star = -1;
  let starAt = 0;
  for (;;) {
    const current = pieces[piece];
    if (current === undefined && at === text.length) return true;
    if (current === "*") {
      star = piece++;
      starAt = at;
      continue;
    }
    const taken = current === undefined ? 0 : taking(current, text, at);
    if (taken > 0) {
      piece++;
      at += taken;
    } else if (star >= 0 && starAt < text.length) {
      piece = star + 1;
      at = ++starAt;
    } else {
      return false;
    }
  }
}

/** How many characters a piece takes at a place; 0 where it does not fit. */
function taking(piece: Exclude<Piece, "*">, text: string, at: number): number {
  if (at >= text.length) return 0;
  if (piece === "?") return 1;
  if ("literal" in piece) return text.startsWith(piece.literal, at) ? piece.literal.length : 0;
  return isInSet(piece.set, text[at] ?? "") !== piece.negated ? 1 : 0;
}

function isInSet(set: string, char: string): boolean {
  for (let at = 0; at < set.length; at++) {
    const from = set[at] ?? "";
    if (set[at + 1] === "-" && at + 2 < set.length) {
      if (from <= char && char <= (set[at + 2] ?? "")) return true;
      at += 2;
    } else if (from === char) {
      return true;
    }
  }
  return false;
}
