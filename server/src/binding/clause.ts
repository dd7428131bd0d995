// One clause of a directive: what it wants or rules out, how strongly, and where not.

import type { Stance, Strength } from "../rules/reading.ts";
import type { Token } from "../rules/tokens.ts";
import type { Mood } from "./mood.ts";

export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Undefined for reasons and permissions: nothing can break them. */
  readonly stance: Stance | undefined;
  /** Asked of few: most clauses bind nothing. */
  readonly strength: () => Strength;
  readonly exceptions: readonly string[];
  /**
   * "whole" is a contrast with both its sides, tried before them; a "part" is one side or an ordinary clause; a
   * "reason" says why; a "sentence" is several parts that want the same, for phrases that reach across them;
   * "open" leaves it to judgement where it holds; a "condition" says when the rest of its sentence does; a "member" is one
   * of a list without a verb, tried where the list says nothing.
   */
  readonly role: "whole" | "part" | "reason" | "sentence" | "open" | "condition" | "member";
  /** The tokens of a whole that state what is wanted. */
  readonly focus: readonly Token[];
  /** What a fragment may be about, nearest first: a label, the parent bullet, the heading. */
  readonly subjects: readonly string[];
  /** The words before it, for what its pronouns stand for. */
  readonly before: readonly Token[];
  /** Clauses of the same number are readings of the same words; binding one of them answers for all. */
  readonly unit: number;
  /** Whether its sentence asks for something, states what is, or only names something. */
  readonly mood: Mood;
  /** Not at the beginning of a long text. */
  readonly isOfParagraph: boolean;
  /** The places that the words around the directive speak of. */
  readonly places: readonly string[];
}
