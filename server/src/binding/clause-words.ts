// The words of a clause that say something, found once for all the phrases that it is compared with.

import type { Token } from "../rules/tokens.ts";
import { exampleStart } from "./chunks.ts";
import { withoutFrame, withoutLabel } from "./sentence-openings.ts";
import { weightless } from "./vocabulary.ts";

export class ClauseWords {
  readonly #tokens: readonly Token[];
  readonly #exampleStart: number | undefined;
  #content: readonly Token[] | undefined;
  #contentOfBody: readonly Token[] | undefined;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#exampleStart = exampleStart(tokens);
  }

  get content(): readonly Token[] {
    return (this.#content ??= contentOf(this.#tokens));
  }

  /** Without the label before its colon, and without "use modern features like". */
  get contentOfBody(): readonly Token[] {
    return (this.#contentOfBody ??= contentOf(withoutFrame(withoutLabel(this.#tokens))));
  }

  /** Without the examples that it gives, save the words that a phrase takes part in. */
  contentBeside(covered: readonly Token[]): readonly Token[] {
    const start = this.#exampleStart;
    if (start === undefined) return this.content;
    return contentOf(this.#tokens.filter((token, at) => at < start || covered.includes(token)));
  }
}

/** The tokens that say something. */
export function contentOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(
    (token) => token.kind !== "sign" && !token.isFiller && !(token.kind === "word" && weightless.has(token.stem)),
  );
}
