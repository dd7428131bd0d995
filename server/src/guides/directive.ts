// One instruction of a guide, with its exact place, its surroundings and the code examples that belong to it.

import type { Span } from "../text/span.ts";

/** Where in the Markdown a directive stands. */
export type DirectiveKind = "item" | "task" | "row" | "sentence" | "heading" | "example" | "structure";

export type Polarity = "good" | "bad";

/** A stretch of a directive's text that was set in a special way; offsets count in `Directive.text`. */
export interface Mark extends Span {
  readonly kind: "code" | "strong" | "link";
  readonly value: string;
}

/** A piece of code in a guide. One fence may hold several, split at its good and bad markers. */
export interface Example {
  /** Undefined where nothing says whether the code is good or bad: it shows how things are done. */
  readonly polarity: Polarity | undefined;
  /** The fence's language, lower case; "" where none is named. */
  readonly language: string;
  readonly code: string;
  /** What the marker says after its sign: "Specific exceptions". */
  readonly label: string;
  /** The code in the guide's text. */
  readonly span: Span;
  readonly line: number;
  readonly endLine: number;
}

export interface TableRow {
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

export interface Directive {
  readonly kind: DirectiveKind;
  /** The sentence as a reader sees it: markup removed, emoji and mojibake decoded, white space folded. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** In the guide's own text, before any decoding. Lines count from zero. */
  readonly span: Span;
  readonly line: number;
  readonly endLine: number;
  /** Headings above it, outermost first, without their #. */
  readonly headings: readonly string[];
  /** What it hangs on: the bullet or the sentence ending in a colon above it, outermost first. */
  readonly parents: readonly string[];
  /** The bold lead-in: "Never" in "**Never**: commit secrets". */
  readonly lead: string;
  /** From a ✅ or ❌ (in any convention) on the directive itself, its parent or its heading; undefined where nothing marks it. */
  readonly marker: Polarity | undefined;
  readonly row: TableRow | undefined;
  readonly checked: boolean | undefined;
  readonly examples: readonly Example[];
}
