// An instruction file: who reads it, which code it speaks of, and what it says.

import type { TextEdit } from "../text/edits.ts";
import type { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";
import type { Directive, Example } from "./directive.ts";

/** One assistant's answer to "does this guide apply to that file?", in words a person understands. */
export interface Verdict {
  readonly assistant: string;
  readonly applies: boolean;
  readonly because: string;
}

/** Which code files a guide speaks of. */
export interface Applicability {
  /** The globs or folder as written, for coverage: "app/**\/*.py", "everything", "on request only". */
  readonly description: string;
  /** True where the guide is never applied by itself (only on request, or no `applyTo`). */
  readonly onRequestOnly: boolean;
  /** The main assistant's verdict first, then those that differ from it. `path` is relative to the root. */
  verdicts(path: string): readonly Verdict[];
  applies(path: string): boolean;
}

/** The id of a format; "plain" is any other text, which speaks of every file. */
export type FormatId =
  | "copilot"
  | "cursor"
  | "claude"
  | "agents"
  | "gemini"
  | "windsurf"
  | "cline"
  | "kiro"
  | "continue"
  | "roo"
  | "junie"
  | "zed"
  | "warp"
  | "aider"
  | "amazon-q"
  | "augment"
  | "plain";

/** Something wrong with the guide itself. `rule` is one of the rules about guides. */
export interface GuideProblem {
  readonly rule: string;
  readonly span: Span;
  readonly message: string;
  /** Absent where the rule's own severity holds; a mere note says so. */
  readonly severity?: "warning" | "information";
  readonly fix?: { readonly title: string; readonly safe: boolean; readonly edits: readonly TextEdit[] };
}

export interface Guide {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly format: FormatId;
  readonly text: string;
  readonly lines: LineIndex;
  readonly applicability: Applicability;
  /** One step up or down for every directive of the guide (front matter `priority`). */
  readonly severityStep: -1 | 0 | 1;
  readonly directives: readonly Directive[];
  /** Every code example, also those that belong to no directive. */
  readonly examples: readonly Example[];
  /** Other guides that it brings in with `@path`, in order, relative to the root. */
  readonly imports: readonly string[];
  readonly problems: readonly GuideProblem[];
}
