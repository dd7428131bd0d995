// One instruction of a guide, with its exact place, its surroundings and the code examples that belong to it.

import type { Span } from "../text/span.ts";

/**
 * Where in the Markdown a directive stands. "example" is a comment inside a code example that gives an instruction or
 * marks the code under it; "structure" is a folder tree or a diagram, whose text holds its lines with "; " between.
 */
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
  /** Dedented, with the line that opens the class or function around it, and bad code no longer commented out. */
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
  /**
   * The sentence as a reader sees it: markup and leading signs removed, mojibake decoded, white space folded. A row's
   * cells have " | " between them.
   */
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
  /**
   * From a ✅ or ❌ (in any convention) on the directive itself, its parent or its heading; undefined where nothing marks
   * it. A word that is part of the sentence ("Never use …") is no marker, but one that stands before it ("NEVER: …",
   * "❌ Don't use …") is, and stays in the text: together they forbid once, not twice.
   */
  readonly marker: Polarity | undefined;
  readonly row: TableRow | undefined;
  readonly checked: boolean | undefined;
  readonly examples: readonly Example[];
}
