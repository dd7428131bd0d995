// The other files that a guide sends its reader to, so that somebody with the list of files can say which are missing.

import type { Span } from "../text/span.ts";
import type { Guide } from "./guide.ts";

export interface Reference {
  /** In the guide's own text. */
  readonly span: Span;
  /** As written. */
  readonly path: string;
  /** Where it may be, relative to the root: seen from the guide's folder, from the root, beside other guides, from the folders around. */
  readonly candidates: readonly string[];
}

/** Links, and documents named in a sentence that sends the reader there: "see `docs/queries.md`". */
export function referencesOf(guide: Guide): readonly Reference[] {
  const found = new Map<number, Reference>();
  const add = (path: string, start: number, folders: readonly string[]): void => {
    const clean = decodeURI(path.replace(/[?#].*$/, ""));
    const candidates = [clean, ...folders.map((folder) => folder + clean)].flatMap((one) =>
      candidatesOf(guide.path, one),
    );
    if (candidates.length > 0) found.set(start, { span: { start, end: start + path.length }, path: clean, candidates });
  };
  for (const directive of guide.directives) {
    if (directive.kind === "example" || directive.kind === "structure") continue;
    const source = guide.text.slice(directive.span.start, directive.span.end);
    let from = 0;
    /** "the notes in `contributing/`: `QUERIES.md`": where the documents lie that are named after it. */
    const folders: string[] = [];
    for (const mark of directive.marks) {
      if (mark.kind === "strong") continue;
      if (mark.kind === "code" && /^[\w.@-][\w./@-]*\/$/.test(mark.value)) folders.push(mark.value);
      const isNamed = mark.kind === "code" && isDocument(mark.value) && sendsReader(directive.text, mark.start);
      if (!isNamed && !(mark.kind === "link" && isLocal(mark.value))) continue;
      const at = source.indexOf(mark.value, from);
      if (at < 0) continue;
      from = mark.kind === "link" ? from : at + mark.value.length;
      add(mark.value, directive.span.start + at, mark.kind === "code" ? folders : []);
    }
  }
  return [...found.values()].toSorted((a, b) => a.span.start - b.span.start);
}

/** What is installed beside the code is in nobody's workspace. */
const INSTALLED = /(?:^|\/)(?:node_modules|site-packages|\.?venv)\//;

/** A document's name, without the blanks that a template leaves. */
function isDocument(name: string): boolean {
  return (
    /^[\w./@-]+\.(?:md|mdc|mdx|rst|adoc)$/i.test(name) &&
    !INSTALLED.test(name) &&
    !/(?:^|\/)(?:your|my|some|example|x{2,}|foo|bar)[-_.]|YYYY|\.\.\./i.test(name)
  );
}

/** Only a sentence that sends its reader somewhere says that the file is there; "write a `CHANGELOG.md`" does not. */
function sendsReader(text: string, at: number): boolean {
  return /\b(?:see(?: also)?|read|refer(?:s|red)?(?: to)?|follow(?:ing)?|consult|described in|documented in|details? in|according to|defined in|listed in|found in|more in)\b[^.!?;]{0,80}$/i.test(
    text.slice(0, at),
  );
}

function isLocal(url: string): boolean {
  return (
    url !== "" && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#|mailto:|~)/i.test(url) && !/[<>{}*$]/.test(url) && isDecodable(url)
  );
}

function isDecodable(url: string): boolean {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}

export function candidatesOf(guide: string, path: string): string[] {
  const folder = guide.split("/").slice(0, -1);
  // A document of a component names its neighbours as they are seen from the component.
  const above = folder.slice(0, -1).map((_, at) => folder.slice(0, folder.length - 1 - at));
  const bases = path.startsWith("/")
    ? [[]]
    : [folder, [], [".github", "instructions"], [".github"], ["docs"], ...above];
  const found: string[] = [];
  for (const base of bases) {
    const joined = join(base, path);
    if (joined && !found.includes(joined)) found.push(joined);
  }
  return found;
}

function join(base: readonly string[], path: string): string | undefined {
  const segments = [...base];
  for (const segment of path.split("/")) {
    if (segment === "..") {
      if (segments.length === 0) return undefined;
      segments.pop();
    } else if (segment !== "." && segment !== "") {
      segments.push(segment);
    }
  }
  return segments.join("/");
}
