// A key of front matter with its value, and where both stand.

import type { Span } from "../text/span.ts";

export interface FrontMatterItem {
  readonly text: string;
  readonly span: Span;
}

export interface FrontMatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: "text" | "list" | "boolean" | "empty" | "other";
  /** The value's text, or the list's members. */
  readonly items: readonly FrontMatterItem[];
  readonly span: Span;
}
