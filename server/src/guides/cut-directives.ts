// Cuts the body of a guide into its directives and examples, and attaches each example to what it illustrates.

import type {
  BlockContent,
  Blockquote,
  Code,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  Root,
  Table,
} from "mdast";
import type { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";
import { type CodeBlock, readCodeBlock } from "./code-block.ts";
import type { Directive, DirectiveKind, Example, Polarity, TableRow } from "./directive.ts";
import { endOf, startOf } from "./markdown.ts";
import { isStatus, leadingSigns, markerOfTitle, readMarker } from "./markers.ts";
import { flatten, type RichText, slice, sourceEnd } from "./rich-text.ts";
import { sentencesOf } from "./sentences.ts";

export interface Cut {
  readonly directives: readonly Directive[];
  readonly examples: readonly Example[];
}

export function cutDirectives(root: Root, text: string, lines: LineIndex): Cut {
  const cutter = new Cutter(text, lines);
  cutter.blocks(root.children, { parents: [], marker: undefined, owners: [] });
  return cutter.done();
}

/** A directive while its examples are still being found. */
type Draft = Directive & { examples: Example[] };
type Block = Root["children"][number] | BlockContent | DefinitionContent;

/** What the surroundings of a block say about it. */
interface Place {
  readonly parents: readonly string[];
  readonly marker: Polarity | undefined;
  /** The directives that an example with nothing nearer belongs to. */
  readonly owners: readonly Draft[];
}

/** What the blocks above, on the same level, leave behind for the next one. */
interface Flow {
  /** The line ending in a colon, or the bold title, above. */
  title: { readonly text: string; readonly marker: Polarity | undefined } | undefined;
  owners: readonly Draft[];
  /** "✅ Good:" above a block: the polarity of the block, and of no other. */
  caption: { readonly polarity: Polarity; readonly label: string } | undefined;
  /** Marked captions and their code under one thing: each illustrates all of them. */
  group: { readonly owners: Draft[]; readonly examples: Example[] };
}

class Cutter {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #directives: Draft[] = [];
  readonly #examples: Example[] = [];
  #headings: { readonly depth: number; readonly text: string }[] = [];

  constructor(text: string, lines: LineIndex) {
    this.#text = text;
    this.#lines = lines;
  }

  done(): Cut {
    const directives = this.#directives.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return { directives, examples: this.#examples };
  }

  blocks(nodes: readonly Block[], place: Place): void {
    let flow = this.#newFlow(place.owners);
    nodes.forEach((node, index) => {
      switch (node.type) {
        case "heading":
          flow = this.#newFlow(this.#heading(node, nodes, index));
          break;
        case "paragraph":
          this.#paragraph(node, nodes[index + 1], place, flow);
          break;
        case "list":
          flow.owners = this.#list(node, this.#under(place, flow));
          this.#endTitle(flow);
          break;
        case "table":
          flow.owners = this.#table(node, this.#under(place, flow));
          this.#endTitle(flow);
          break;
        case "blockquote":
          this.#quote(node, this.#under(place, flow));
          break;
        case "code":
          this.#code(node, place, flow);
          break;
        case "footnoteDefinition":
          this.blocks(node.children, place);
          break;
        case "thematicBreak":
          this.#endTitle(flow);
          break;
        default:
          break;
      }
    });
  }

  #newFlow(owners: readonly Draft[]): Flow {
    return { title: undefined, owners, caption: undefined, group: { owners: [...owners], examples: [] } };
  }

  #endTitle(flow: Flow): void {
    flow.title = undefined;
    flow.caption = undefined;
    flow.group = { owners: [...flow.owners], examples: [] };
  }

  #under(place: Place, flow: Flow): Place {
    if (!flow.title) return { ...place, owners: flow.owners };
    return {
      parents: [...place.parents, flow.title.text],
      marker: flow.title.marker ?? place.marker,
      owners: flow.owners,
    };
  }

  /** Gives the directives that the next example belongs to. */
  #heading(node: Heading, nodes: readonly Block[], index: number): readonly Draft[] {
    const rich = flatten(node.children, this.#text);
    const whole = slice(rich, 0, rich.text.length);
    this.#headings = this.#headings.filter(({ depth }) => depth < node.depth);
    if (!/[\p{L}\p{N}]/u.test(whole.text)) return [];
    const above = this.#headings.map(({ text }) => text);
    const title = whole.text.slice(leadingSigns(whole.text)).trim();
    const next = nodes[index + 1];
    const isCaption =
      next?.type === "paragraph" && readMarker(flatten(next.children, this.#text).text)?.isSign === true;
    const leadsToCode = next?.type === "code" || (isCaption && nodes[index + 2]?.type === "code");
    const owners: Draft[] = [];
    if (leadsToCode || isRuleTitle(title)) {
      owners.push(
        this.#add("heading", whole, { parents: [], marker: this.#headingMarker(), owners: [] }, { headings: above }),
      );
    }
    this.#headings.push({ depth: node.depth, text: title });
    return owners;
  }

  #headingMarker(): Polarity | undefined {
    for (const { text } of this.#headings.toReversed()) {
      const polarity = markerOfTitle(text);
      if (polarity) return polarity;
    }
    return undefined;
  }

  #paragraph(node: Paragraph, next: Block | undefined, place: Place, flow: Flow): void {
    const rich = flatten(node.children, this.#text);
    const text = rich.text.trim();
    if (!text) return;
    const marker = readMarker(text);
    const isShort = !text.includes("\n") && text.length < 200;
    const isCaption =
      isShort && marker !== undefined && (next?.type === "code" || (marker.isSign && text.endsWith(":")));
    const captionOf =
      isCaption && next?.type === "code"
        ? { polarity: marker.polarity, label: marker.label.replace(/:$/, "") }
        : undefined;
    const isTitle = isShort && (text.endsWith(":") || isAllBold(rich));
    // A second title, or a new sentence, ends what the one before stood over.
    const under = isCaption ? this.#under(place, { ...flow, title: undefined }) : place;
    const drafts: Draft[] = [];
    for (const sentence of sentencesOf(rich)) {
      const part = slice(rich, sentence.start, sentence.end);
      if (isBareCaption(part.text)) continue;
      drafts.push(this.#add("sentence", part, under, {}));
    }
    if (captionOf) {
      flow.caption = captionOf;
      for (const draft of drafts) this.#join(flow, draft);
      return;
    }
    flow.caption = undefined;
    const title = text.replaceAll("\n", " ");
    const lastLine = slice(rich, sentencesOf(rich).at(-1)?.start ?? 0, rich.text.length).text;
    if (isTitle) flow.title = { text: stripSigns(title), marker: markerOfTitle(title) };
    else if (text.endsWith(":")) flow.title = { text: stripSigns(lastLine), marker: markerOfTitle(lastLine) };
    else flow.title = undefined;
    if (drafts.length > 0) {
      // A heading that carries a rule goes on owning what its first sentences introduce.
      const heading = flow.owners.filter(({ kind }) => kind === "heading");
      flow.owners = [...heading, ...drafts];
      flow.group = { owners: [...flow.owners], examples: [] };
    }
  }

  /** A marked caption shares the examples of the group, in both directions. */
  #join(flow: Flow, draft: Draft): void {
    draft.examples.push(...flow.group.examples);
    flow.group.owners.push(draft);
  }

  #list(node: List, place: Place): readonly Draft[] {
    const added: Draft[] = [];
    for (const item of node.children) added.push(...this.#item(item, place));
    return added;
  }

  #item(node: ListItem, place: Place): Draft[] {
    const [first, ...rest] = node.children;
    if (first?.type !== "paragraph") {
      this.blocks(node.children, place);
      return [];
    }
    const rich = flatten(first.children, this.#text);
    const whole = slice(rich, 0, rich.text.length);
    if (!/[\p{L}\p{N}]/u.test(whole.text)) return [];
    const checked = node.checked ?? undefined;
    const isLabel = isBareCaption(whole.text);
    const next = rest[0];
    const owners = isLabel ? [] : [this.#add(checked === undefined ? "item" : "task", whole, place, { checked })];
    const caption = readMarker(whole.text);
    const text = stripSigns(whole.text);
    const marker =
      markerOfTitle(whole.text) ?? (caption && next?.type === "code" ? caption.polarity : undefined) ?? place.marker;
    const inner = { parents: [...place.parents, text], marker, owners: owners.length > 0 ? owners : place.owners };
    if (caption && next?.type === "code") {
      // "- ✅ Good:" over a fence speaks of that fence.
      this.#codeIn(next, inner, caption.polarity, caption.label.replace(/:$/, ""), inner.owners);
      this.blocks(rest.slice(1), inner);
    } else {
      this.blocks(rest, inner);
    }
    return owners;
  }

  #quote(node: Blockquote, place: Place): void {
    this.blocks(node.children, place);
  }

  #table(node: Table, place: Place): readonly Draft[] {
    const [head, ...rows] = node.children;
    const header = head?.children.map((cell) => fold(flatten(cell.children, this.#text))) ?? [];
    const polarities = header.map((title) => markerOfTitle(title) ?? readMarker(title)?.polarity);
    const added: Draft[] = [];
    for (const row of rows) {
      const cells = row.children.map((cell) => flatten(cell.children, this.#text));
      const joined = joinCells(cells);
      if (!/[\p{L}\p{N}]/u.test(joined.text)) continue;
      const draft = this.#add("row", joined, place, {
        row: { header, cells: cells.map(fold) },
        span: { start: startOf(row), end: endOf(row) },
      });
      cells.forEach((cell, column) => {
        const polarity = polarities[column];
        const code = cell.marks.filter(({ kind }) => kind === "code");
        if (!polarity || code.length === 0) return;
        const start = cell.at[0] ?? startOf(row);
        const line = this.#lines.position(start).line;
        const example: Example = {
          polarity,
          language: "",
          code: code.map(({ value }) => value).join("\n"),
          label: header[column] ?? "",
          span: { start, end: sourceEnd(cell) },
          line,
          endLine: line,
        };
        this.#examples.push(example);
        draft.examples.push(example);
      });
      added.push(draft);
    }
    return added;
  }

  #code(node: Code, place: Place, flow: Flow): void {
    const caption = flow.caption;
    const under = this.#under(place, flow);
    const polarity = caption?.polarity ?? under.marker ?? this.#headingMarker();
    const owners = flow.group.owners.length > 0 ? flow.group.owners : place.owners;
    const block = this.#codeIn(node, under, polarity, caption?.label ?? "", owners);
    flow.group.examples.push(...block.examples);
    flow.caption = undefined;
  }

  #codeIn(
    node: Code,
    place: Place,
    polarity: Polarity | undefined,
    label: string,
    owners: readonly Draft[],
  ): CodeBlock {
    const block = readCodeBlock(node, this.#text, this.#lines, polarity, label);
    if (block.kind === "structure") this.#structure(block, place);
    block.comments.forEach((comment, index) => {
      // The first comment of a block stands for its fence too, which has no words of its own.
      const isFirst =
        index === 0 && comment.example === block.examples[0] && comment.span.start >= comment.example.span.start;
      const opensBlock = isFirst && this.#lines.position(comment.span.start).line === block.line + 1;
      const rich = plainText(comment.text, comment.span.start);
      const draft = this.#add("example", rich, place, {
        own: comment.marker,
        span: opensBlock ? { start: block.span.start, end: comment.span.end } : comment.span,
      });
      draft.examples.push(comment.example);
    });
    this.#examples.push(...block.examples);
    for (const owner of owners) owner.examples.push(...block.examples);
    return block;
  }

  #structure(block: CodeBlock, place: Place): void {
    const text = block.entries.join("; ").slice(0, 2000);
    if (!text) return;
    const draft = this.#add("structure", plainText(text, block.span.start), place, { span: block.span });
    draft.examples.push(...block.examples);
  }

  #add(
    kind: DirectiveKind,
    rich: RichText,
    place: Place,
    extra: {
      readonly headings?: readonly string[];
      readonly row?: TableRow;
      readonly checked?: boolean | undefined;
      readonly span?: Span;
      /** What marks the directive itself, where its text does not say it. */
      readonly own?: Polarity | undefined;
    },
  ): Draft {
    const headings = extra.headings ?? this.#headings.map(({ text }) => text);
    const signs = leadingSigns(rich.text);
    const shown = slice(rich, signs, rich.text.length);
    const span = extra.span ?? { start: rich.at[0] ?? 0, end: sourceEnd(rich) };
    const own = readMarker(rich.text);
    const isMark = own !== undefined && !own.isRelative && !isStatus(shown.text, [...headings, ...place.parents]);
    const marker = extra.own ?? (isMark ? own.polarity : undefined) ?? place.marker ?? this.#headingMarker();
    const draft: Draft = {
      kind,
      text: shown.text,
      marks: shown.marks,
      span,
      line: this.#lines.position(span.start).line,
      endLine: this.#lines.position(Math.max(span.end - 1, span.start)).line,
      headings,
      parents: place.parents,
      lead: leadOf(shown),
      marker,
      row: extra.row,
      checked: extra.checked,
      examples: [],
    };
    this.#directives.push(draft);
    return draft;
  }
}

/** "Never" in "**Never**: commit secrets" and in "**Never:** commit secrets". */
function leadOf(rich: RichText): string {
  const first = rich.marks.find(({ kind, start }) => kind === "strong" && start === 0);
  if (!first) return "";
  const bold = rich.text.slice(0, first.end);
  const rest = rich.text.slice(first.end);
  if (/[:.]$/.test(bold.trim()) && rest.trim()) return bold.trim().replace(/[:.]$/, "");
  return /^\s*(?::|[-–—]\s)\s*\S/.test(rest) ? bold.trim() : "";
}

const ruleWords =
  /\b(?:always|never|must(?:n['’]t)?|shall|should|do not|don['’]t|avoid|prefer|ensure|required?|mandatory|forbidden|prohibited|only)\b/iu;
const ruleVerb =
  /^(?:\d+[.)]\s*)?(?:use|add|write|keep|follow|validate|run|test|handle|catch|raise|log|return|define|declare|put|place|store|document|check|verify|make|create|implement|apply|limit|set|annotate|no|require|include|enable|disable|separate|split|wrap|inject|pass|sort|group|name|respect|treat|stop|mock|cache|index|close|commit|delete|remove)\s+\S+/iu;

/** A heading that is an instruction itself: "Never log secrets", "Use absolute imports". */
function isRuleTitle(title: string): boolean {
  return title.includes(" ") && (ruleWords.test(title) || ruleVerb.test(title)) && markerOfTitle(title) === undefined;
}

/** "✅ Good:", "Example:", "Wrong": a caption with no words of its own. */
function isBareCaption(text: string): boolean {
  const marker = readMarker(text);
  if (marker) return !/[\p{L}\p{N}]/u.test(marker.label);
  return /^(?:for example|examples?(?: usage)?|usage|e\.g\.|like this|see also|note|output|result)\s*:?$/iu.test(
    text.slice(leadingSigns(text)).trim(),
  );
}

function isAllBold(rich: RichText): boolean {
  return rich.marks.some(
    ({ kind, start, end }) =>
      kind === "strong" && start <= leadingSigns(rich.text) && end >= rich.text.trimEnd().length,
  );
}

function stripSigns(text: string): string {
  return text.slice(leadingSigns(text)).trim();
}

function fold(rich: RichText): string {
  return slice(rich, 0, rich.text.length).text;
}

function plainText(text: string, start: number): RichText {
  const marks = [...text.matchAll(/`([^`]+)`/g)].map((match) => ({
    kind: "code" as const,
    start: match.index,
    end: match.index + match[0].length,
    value: match[1] ?? "",
  }));
  return { text, marks, at: Array.from({ length: text.length + 1 }, (_, at) => start + at) };
}

/** The cells of a row in one line, a bar between them. */
function joinCells(cells: readonly RichText[]): RichText {
  let text = "";
  const marks: RichText["marks"][number][] = [];
  const at: number[] = [];
  for (const cell of cells) {
    const part = slice(cell, 0, cell.text.length);
    if (text && part.text) {
      for (let place = 0; place < 3; place++) at.push(part.at[0] ?? 0);
      text += " | ";
    }
    marks.push(
      ...part.marks.map((mark) => ({ ...mark, start: mark.start + text.length, end: mark.end + text.length })),
    );
    at.push(...part.at.slice(0, part.text.length));
    text += part.text;
  }
  return { text, marks, at: [...at, at.at(-1) ?? 0] };
}
