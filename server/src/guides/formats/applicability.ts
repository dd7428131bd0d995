// The ways in which formats decide whether a guide speaks of a file, with the reasons in words.

import type { FrontMatterItem } from "../front-matter-entry.ts";
import { compileGlob, type GlobDialect, globFault, isEverything, splitGlobs } from "../glob.ts";
import type { Applicability, GuideProblem, Verdict } from "../guide.ts";
import type { FormatContext } from "./format.ts";

/** One assistant's way of deciding. */
export interface Reader {
  readonly assistant: string;
  verdict(path: string): { readonly applies: boolean; readonly because: string };
}

/** The first reader decides; the others are heard where they differ from it. */
export function byReaders(description: string, main: Reader, others: readonly Reader[] = []): Applicability {
  return {
    description,
    onRequestOnly: false,
    applies: (path) => main.verdict(path).applies,
    verdicts: (path) => {
      const first: Verdict = { assistant: main.assistant, ...main.verdict(path) };
      const rest = others.map((other): Verdict => ({ assistant: other.assistant, ...other.verdict(path) }));
      return [first, ...rest.filter((other) => other.applies !== first.applies)];
    },
  };
}

export function everything(assistant: string, because: string): Applicability {
  return byReaders("everything", { assistant, verdict: () => ({ applies: true, because }) });
}

/** Everything in a folder and below; the root's folder is "". */
export function folderAndBelow(assistant: string, folder: string, because: string): Applicability {
  if (!folder) return everything(assistant, because);
  return byReaders(`${folder}/**`, folderReader(assistant, folder));
}

function folderReader(assistant: string, folder: string): Reader {
  return {
    assistant,
    verdict: (path) => {
      const applies = isBelow(path, folder);
      return {
        applies,
        because: applies ? `the file is in \`${folder}\`` : `the guide speaks of \`${folder}\` and below`,
      };
    },
  };
}

export function onRequest(assistant: string, because: string): Applicability {
  const verdicts: readonly Verdict[] = [{ assistant, applies: false, because }];
  return { description: "on request only", onRequestOnly: true, applies: () => false, verdicts: () => verdicts };
}

export interface GlobReading {
  readonly assistant: string;
  readonly key: string;
  readonly dialect: GlobDialect;
  /** Where the globs count from: the folder above `.cursor`, or "" for the root. */
  readonly home?: string;
}

export function globReader(globs: readonly FrontMatterItem[], reading: GlobReading): Reader {
  const compiled = globs.map(({ text }) => ({ text, matches: compileGlob(text, reading.dialect) }));
  const home = reading.home ?? "";
  return {
    assistant: reading.assistant,
    verdict: (path) => {
      if (home && !isBelow(path, home)) return { applies: false, because: `the guide speaks of \`${home}\` and below` };
      const inner = home ? path.slice(home.length + 1) : path;
      const glob = compiled.find(({ matches }) => matches(inner));
      if (glob) return { applies: true, because: `\`${reading.key}\` \`${glob.text}\` matches` };
      const written = compiled.map(({ text }) => `\`${text}\``).join(", ");
      return { applies: false, because: `\`${reading.key}\` ${written || "is empty and"} does not match` };
    },
  };
}

/** Globs as a reader sees them in coverage. */
export function describeGlobs(globs: readonly FrontMatterItem[], home = ""): string {
  if (globs.some(({ text }) => text === "*" || isEverything(text)) && !home) return "everything";
  const written = globs.map(({ text }) => text).join(", ");
  return home ? `${written} (in ${home})` : written;
}

/** Splits strings at their commas; a list's members stay whole unless they hold commas of their own. */
export function globItems(items: readonly FrontMatterItem[]): FrontMatterItem[] {
  return items.flatMap(({ text, span }) =>
    splitGlobs(text).map((part) => ({
      text: unquote(part.text),
      span: {
        start: Math.min(span.start + part.at, span.end),
        end: Math.min(span.start + part.at + part.text.length, span.end),
      },
    })),
  );
}

/** Reports the globs that can never match a file. */
export function reportFaults(globs: readonly FrontMatterItem[], dialect: GlobDialect, context: FormatContext): void {
  for (const { text, span } of globs) {
    const fault = globFault(text, dialect);
    if (!fault) continue;
    const message = `\`${text}\` can never match a file: ${fault.why}.`;
    const problem: GuideProblem = {
      rule: "globs",
      span,
      message: fault.better ? `${message} Write \`${fault.better}\`.` : message,
    };
    const better = fault.better;
    if (better === undefined) context.report(problem);
    else {
      const fix = { title: `Write \`${better}\``, safe: true, edits: [{ span, text: better }] };
      context.report({ ...problem, fix });
    }
  }
}

export function isBelow(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

function unquote(text: string): string {
  const quote = text[0];
  return text.length >= 2 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text;
}
