// What the binder has understood of one clause of a directive. Rules read their options from it, and never see the guide.

export type Stance = "want" | "avoid";

/** How strongly the team says it. */
export type Strength = "must" | "should" | "consider";

export interface NumberRead {
  readonly value: number;
  /** The word after it, singular and lower case ("character", "line", "second", "%"), or "". */
  readonly unit: string;
}

export interface ExampleCode {
  readonly code: string;
  readonly language: string;
  readonly label: string;
}

export interface Reading {
  /** The clause itself, as written. */
  readonly clause: string;
  /** The whole directive it is a part of. */
  readonly sentence: string;
  readonly stance: Stance;
  readonly strength: Strength;
  /** Inline code of the clause, in order, without back-ticks. */
  readonly codes: readonly string[];
  readonly numbers: readonly NumberRead[];
  /** Files, folders and globs that the clause names. */
  readonly paths: readonly string[];
  /** What `{name}` places of the matched phrase caught. */
  readonly caught: Readonly<Record<string, string>>;
  readonly headings: readonly string[];
  readonly parents: readonly string[];
  readonly row: { readonly header: readonly string[]; readonly cells: readonly string[] } | undefined;
  /** "unless …", "except in tests": the escape clauses, as written. */
  readonly exceptions: readonly string[];
  /** The directive's examples: ✅, ❌, and those that are neither. */
  readonly good: readonly ExampleCode[];
  readonly bad: readonly ExampleCode[];
  readonly shown: readonly ExampleCode[];
  /** The other directives of the same section, as written: a table's rows, a list's items. */
  readonly section: readonly string[];
  /** All examples of the guide, for what is taken from elsewhere in it (a constants module, a helper's import). */
  readonly guideExamples: readonly ExampleCode[];
  /** Those of them that the guide marks ❌, by their code. */
  readonly guideFlaws: ReadonlySet<string>;
}
