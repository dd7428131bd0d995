// The directives of a guide while they are being found: each with its headings, its marker and, in the end, its examples.

import type { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";
import type { Directive, DirectiveKind, Example, Polarity, TableRow } from "./directive.ts";
import { isStatus, leadingSigns, markerOfTitle, readMarker } from "./markers.ts";
import { type RichText, slice, sourceEnd } from "./rich-text.ts";
import { leadOf } from "./titles.ts";

export interface Cut {
  readonly directives: readonly Directive[];
  readonly examples: readonly Example[];
}

/** A directive while its examples are still being found. */
export type Draft = Directive & { examples: Example[] };

/** What the surroundings of a block say about it. */
export interface Place {
  readonly parents: readonly string[];
  readonly marker: Polarity | undefined;
  /** The directives that an example with nothing nearer belongs to. */
  readonly owners: readonly Draft[];
}

/** What the text of a directive does not say by itself. */
interface Extra {
  readonly headings?: readonly string[];
  readonly row?: TableRow;
  readonly checked?: boolean | undefined;
  readonly span?: Span;
  /** What marks the directive itself. */
  readonly own?: Polarity | undefined;
}

export class Drafts {
  readonly examples: Example[] = [];
  readonly #directives: Draft[] = [];
  readonly #lines: LineIndex;
  #headings: { readonly depth: number; readonly text: string; readonly marker: Polarity | undefined }[] = [];
  /** Their texts, one list for all that stands below them. */
  #titles: readonly string[] = [];

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  done(): Cut {
    const directives = this.#directives.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return { directives, examples: this.examples };
  }

  /** Ends what stands under headings of this depth and deeper; gives the titles above it. */
  closeHeadings(depth: number): readonly string[] {
    this.#headings = this.#headings.filter((heading) => heading.depth < depth);
    this.#titles = this.#headings.map(({ text }) => text);
    return this.#titles;
  }

  openHeading(depth: number, text: string): void {
    this.#headings.push({ depth, text, marker: markerOfTitle(text) });
    this.#titles = [...this.#titles, text];
  }

  headingMarker(): Polarity | undefined {
    return this.#headings.findLast(({ marker }) => marker !== undefined)?.marker;
  }

  add(kind: DirectiveKind, rich: RichText, place: Place, extra: Extra): Draft {
    const headings = extra.headings ?? this.#titles;
    const signs = leadingSigns(rich.text);
    const shown = slice(rich, signs, rich.text.length);
    const span = extra.span ?? { start: rich.at[0] ?? 0, end: sourceEnd(rich) };
    const own = readMarker(rich.text);
    const isMark = own !== undefined && !own.isRelative && !isStatus(shown.text, [...headings, ...place.parents]);
    const marker = extra.own ?? (isMark ? own.polarity : undefined) ?? place.marker ?? this.headingMarker();
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
