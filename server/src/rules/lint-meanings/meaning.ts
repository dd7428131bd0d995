// One row of the table: codes of ruff, and what teams call them.

export interface LintMeaning {
  readonly codes: readonly string[];
  /** Phrases, in the notation of rules/phrase.ts, of a clause that wants what these codes ask for. */
  readonly want?: readonly string[];
  /** Phrases of a clause that rules out what these codes flag. */
  readonly avoid?: readonly string[];
  /** Phrases that make it another subject. */
  readonly unless?: readonly string[];
  /** Only findings whose message contains this, where a code speaks of more than the sentence does. */
  readonly saying?: string;
  /** The smallest code that one of these codes flags. */
  readonly flags: string;
}
