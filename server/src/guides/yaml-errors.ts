// What a parser of YAML has against front matter, in words for people, and how to mend it.

import type { YAMLError } from "yaml";
import { endOfLine } from "./front-matter-block.ts";
import type { GuideProblem } from "./guide.ts";

/** What follows an error on its line only repeats it in other words. */
export function firstOfEachLine(errors: readonly YAMLError[], inner: string): readonly YAMLError[] {
  const lineOf = (error: YAMLError): number => inner.lastIndexOf("\n", Math.max(error.pos[0] - 1, 0));
  return errors.filter((error, at) => errors.findIndex((other) => lineOf(other) === lineOf(error)) === at);
}

export function messageOf(code: string, message: string): string {
  if (code === "DUPLICATE_KEY") return "This key is there already; assistants read the first. Keep one of the two.";
  if (code === "TAB_AS_INDENT") return "A tab cannot indent YAML. Use spaces.";
  if (code === "BLOCK_AS_IMPLICIT_KEY" || code === "MULTILINE_IMPLICIT_KEY") {
    return "A second `: ` in the value breaks the YAML. Put the value in quotes.";
  }
  const plain = message.split("\n")[0]?.replace(/ at line \d+.*$/, "") ?? message;
  return `The front matter is not valid YAML (${plain}), so some assistants ignore it whole.`;
}

/** The parser marks one character; a reader wants the key or the value. */
export function endOfError(code: string, text: string, start: number, end: number): number {
  if (code === "DUPLICATE_KEY") return start + (/^[\w-]+/.exec(text.slice(start, start + 200))?.[0].length ?? 1);
  return code === "BLOCK_AS_IMPLICIT_KEY" ? endOfLine(text, start) : Math.max(end, start + 1);
}

export function fixOf(code: string, text: string, at: number): GuideProblem["fix"] {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const line = text.slice(start, endOfLine(text, start));
  if (code === "TAB_AS_INDENT") {
    const indent = /^\s*/.exec(line)?.[0] ?? "";
    const edits = [{ span: { start, end: start + indent.length }, text: indent.replaceAll("\t", "  ") }];
    return { title: "Indent with spaces", safe: true, edits };
  }
  if (code !== "BLOCK_AS_IMPLICIT_KEY") return undefined;
  const pair = /^([A-Za-z_][\w-]*:[ \t]+)(\S.*?)\s*$/.exec(line);
  if (!pair?.[1] || !pair[2]) return undefined;
  const from = start + pair[1].length;
  const quoted = `"${pair[2].replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  return {
    title: "Put the value in quotes",
    safe: true,
    edits: [{ span: { start: from, end: from + pair[2].length }, text: quoted }],
  };
}
