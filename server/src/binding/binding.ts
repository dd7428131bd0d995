// What became of a directive: the rules it turned into, with options and the evidence, or the reason why none.

import type { Directive } from "../guides/directive.ts";
import type { Rule, Severity } from "../rules/rule.ts";

export type Status = "enforced" | "partial" | "tool" | "advisory" | "conflict" | "unreachable";

/** One rule that a directive asks for. */
export interface BoundRule {
  readonly rule: Rule;
  /** Every option of the rule, defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Those read from the text. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly severity: Severity;
  /** Why it was bound: "words: …", "example: flagged its ❌, passed its ✅". */
  readonly evidence: readonly string[];
  /** Narrows the guide's own globs: folders and files that the sentence names. */
  readonly only: readonly string[];
  /** Files that an escape clause takes out ("except in tests"). */
  readonly except: readonly string[];
}

export interface Binding {
  readonly directive: Directive;
  readonly status: Status;
  readonly rules: readonly BoundRule[];
  readonly reason: string | null;
  /** A wording that could be enforced, where a small change would do. */
  readonly proposal: string | null;
  /** Ids of rules whose very opposite it asks for; nothing is bound for them. */
  readonly opposes?: readonly string[];
  /** Ids of rules that it sets free where its guide holds; guides farther away bring them no more. */
  readonly permits?: readonly string[];
}
