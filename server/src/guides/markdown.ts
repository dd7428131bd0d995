// Markdown to a syntax tree whose offsets count in the text that it was given.

import type { Code, Html, Nodes, Root, RootContent } from "mdast";
import { fromMarkdown, type Options } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { readSection } from "./plain-markdown.ts";
import { sectionStarts, tame } from "./taming.ts";

/** The tree, and the text that it describes: the given one with tags and comments blanked, every offset kept. */
export interface Markdown {
  readonly root: Root;
  readonly text: string;
}

export function parseMarkdown(source: string): Markdown {
  const text = tame(source);
  const root = parse(text, false);
  const html: Html[] = [];
  const indented: Code[] = [];
  collect(root, text, html, indented);
  const masked = maskTags(text, html);
  const isProse = indented.length > 0 && indented.every(looksLikeProse);
  if (masked === text && !isProse) return { root, text };
  // What stood between tags is often indented with them, and is no code for that.
  return { root: parse(masked, isProse || indented.length === 0), text: masked };
}

function parse(text: string, withoutIndentedCode: boolean): Root {
  const parseFully = (start: number, end: number): readonly RootContent[] => {
    const part = fromMarkdown(text.slice(start, end), withoutIndentedCode ? lenient : strict);
    if (start > 0) shift(part, start);
    return part.children;
  };
  const starts = sectionStarts(text);
  const children = starts.flatMap((start, index) =>
    readSection(text, start, starts[index + 1] ?? text.length, parseFully),
  );
  return { type: "root", children };
}

const strict: Options = {
  extensions: [gfmTable(), gfmTaskListItem()],
  mdastExtensions: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()],
};
const lenient: Options = {
  ...strict,
  extensions: [...(strict.extensions ?? []), { disable: { null: ["codeIndented"] } }],
};

/** Only offsets are read from the tree; lines and columns are counted from them. */
function shift(node: Nodes, by: number): void {
  if (node.position) {
    node.position.start.offset = startOf(node) + by;
    node.position.end.offset = endOf(node) + by;
  }
  if ("children" in node) for (const child of node.children) shift(child, by);
}

function collect(node: Nodes, text: string, html: Html[], indented: Code[]): void {
  if (node.type === "html" && hasWords(node.value)) html.push(node);
  if (node.type === "code" && !/^(?:`{3}|~{3})/.test(text.slice(startOf(node), startOf(node) + 3))) indented.push(node);
  if (!("children" in node) || node.type === "paragraph" || node.type === "heading" || node.type === "table") return;
  for (const child of node.children) collect(child, text, html, indented);
}

/** An element such as `<rules>` hides the Markdown between its tags: blank the tags, and read what is left. */
function hasWords(html: string): boolean {
  return /\w{3}/.test(withoutTags(html));
}

function maskTags(text: string, html: readonly Html[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const node of html) {
    const start = startOf(node);
    const end = node.position?.end.offset ?? start;
    parts.push(text.slice(from, start), withoutTags(text.slice(start, end)));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

function withoutTags(html: string): string {
  const blank = (match: string): string => match.replace(/[^\r\n]/g, " ");
  return html.replace(/<!--[^]*?(?:-->|$)/g, blank).replace(/<\/?[A-Za-z][^<>]{0,300}>/g, blank);
}

/** Bullets that somebody indented by four spaces are no code. */
function looksLikeProse(node: Code): boolean {
  const lines = node.value.split("\n").filter((line) => line.trim());
  const bullets = lines.filter((line) => /^\s*(?:[-*+•]|\d+[.)])\s+[A-Za-z`*]/.test(line));
  return bullets.length * 2 >= lines.length;
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}
