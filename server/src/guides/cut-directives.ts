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
import { type CodeBlock, readCodeBlock } from "./code-block.ts";
import type { Example, Polarity } from "./directive.ts";
import { type Cut, type Draft, Drafts, type Place } from "./drafts.ts";
import { opensExamples } from "./leading-examples.ts";
import { endOf, startOf } from "./markdown.ts";
import { leadingSigns, markerOfTitle, readMarker } from "./markers.ts";
import { flatten, fold, joinCells, plainText, slice, sourceEnd } from "./rich-text.ts";
import { sentencesOf } from "./sentences.ts";
import { isAllBold, isBareCaption, isPlainTitle, isRuleTitle, stripSigns } from "./titles.ts";

export function cutDirectives(root: Root, text: string, lines: LineIndex): Cut {
  const cutter = new Cutter(text, lines);
  cutter.blocks(root.children, { parents: [], marker: undefined, owners: [] });
  return cutter.done();
}

type Block = Root["children"][number] | BlockContent | DefinitionContent;

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
  readonly #drafts: Drafts;

  constructor(text: string, lines: LineIndex) {
    this.#text = text;
    this.#lines = lines;
    this.#drafts = new Drafts(lines);
  }

  done(): Cut {
    return this.#drafts.done();
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
    const above = this.#drafts.closeHeadings(node.depth);
    if (!/[\p{L}\p{N}]/u.test(whole.text)) return [];
    const title = whole.text.slice(leadingSigns(whole.text)).trim();
    const next = nodes[index + 1];
    const leadsToCode = next?.type === "code" || opensExamples(nodes.slice(index + 1, index + 5), this.#text);
    const owners: Draft[] = [];
    if (leadsToCode || isRuleTitle(title)) {
      owners.push(
        this.#drafts.add(
          "heading",
          whole,
          { parents: [], marker: this.#drafts.headingMarker(), owners: [] },
          { headings: above },
        ),
      );
    }
    this.#drafts.openHeading(node.depth, title);
    return owners;
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
    // "❌ Don't" right over a list needs no colon.
    const isPolarity = marker !== undefined && next?.type === "list" && isBareCaption(text);
    const isTitle =
      isShort && (text.endsWith(":") || isAllBold(rich) || isPolarity || (next?.type === "list" && isPlainTitle(rich)));
    // A second title, or a new sentence, ends what the one before stood over.
    const under = isCaption ? this.#under(place, { ...flow, title: undefined }) : place;
    const drafts: Draft[] = [];
    for (const sentence of sentencesOf(rich)) {
      const part = slice(rich, sentence.start, sentence.end);
      if (isBareCaption(part.text)) continue;
      drafts.push(this.#drafts.add("sentence", part, under, {}));
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
    const owners = isLabel
      ? []
      : [this.#drafts.add(checked === undefined ? "item" : "task", whole, place, { checked })];
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
      const draft = this.#drafts.add("row", joined, place, {
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
        this.#drafts.examples.push(example);
        draft.examples.push(example);
      });
      added.push(draft);
    }
    return added;
  }

  #code(node: Code, place: Place, flow: Flow): void {
    const caption = flow.caption;
    const under = this.#under(place, flow);
    const polarity = caption?.polarity ?? under.marker ?? this.#drafts.headingMarker();
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
      const draft = this.#drafts.add("example", rich, place, {
        own: comment.marker,
        span: opensBlock ? { start: block.span.start, end: comment.span.end } : comment.span,
      });
      draft.examples.push(comment.example);
    });
    this.#drafts.examples.push(...block.examples);
    for (const owner of owners) owner.examples.push(...block.examples);
    return block;
  }

  #structure(block: CodeBlock, place: Place): void {
    const text = block.entries.join("; ").slice(0, 2000);
    if (!text) return;
    const draft = this.#drafts.add("structure", plainText(text, block.span.start), place, { span: block.span });
    draft.examples.push(...block.examples);
  }
}
