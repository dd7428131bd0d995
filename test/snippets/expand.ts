// Expands a snippet as an editor does, each tab stop filled with its placeholder or its first choice.

/** What stands in the file right after the snippet is inserted, the cursor not yet moved. */
export function expand(body: readonly string[]): string {
  const defaults = new Map<string, string>();
  const source = body.join("\n");
  new Reader(source, defaults).read();
  // A tab stop may stand before the place that gives it its text, so a second reading knows them all.
  return new Reader(source, defaults).read();
}

/** The text as an editor inserts it where the line is already indented: tabs become spaces, every line moves along. */
export function insertAt(indent: number, text: string): string {
  const margin = " ".repeat(indent);
  return text
    .split("\n")
    .map((line) => line.replace(/^\t+/, (tabs) => " ".repeat(4 * tabs.length)))
    .map((line) => (line === "" ? "" : margin + line))
    .join("\n");
}

class Reader {
  readonly #source: string;
  readonly #defaults: Map<string, string>;
  #at = 0;

  constructor(source: string, defaults: Map<string, string>) {
    this.#source = source;
    this.#defaults = defaults;
  }

  read(): string {
    return this.#text(undefined);
  }

  #text(end: "}" | undefined): string {
    let text = "";
    while (this.#at < this.#source.length && this.#source[this.#at] !== end) {
      text += this.#take(/\\([$}\\])/y) ?? (this.#source[this.#at] === "$" ? this.#field() : this.#take(/([^])/y));
    }
    return text;
  }

  #field(): string {
    const start = this.#at;
    const bare = this.#take(/\$(\d+)/y);
    if (bare !== undefined) return this.#defaults.get(bare) ?? "";
    const stop = this.#take(/\$\{(\d+)/y);
    if (stop === undefined) throw this.#problem(start, "a $ that opens no tab stop must be written \\$");
    const choices = this.#take(/\|((?:[^|\\]|\\.)+)\|\}/y);
    if (choices !== undefined) {
      const first = choices.split(/(?<!\\),/)[0] ?? "";
      return this.#remember(stop, first.replaceAll(/\\(.)/g, "$1"));
    }
    if (this.#take(/(:)/y) !== undefined) {
      const text = this.#text("}");
      if (this.#take(/(\})/y) === undefined) throw this.#problem(start, "the placeholder has no end");
      return this.#remember(stop, text);
    }
    if (this.#take(/(\})/y) !== undefined) return this.#defaults.get(stop) ?? "";
    throw this.#problem(start, "only tab stops, placeholders and choices are used here");
  }

  /** An editor shows the same text at every place of a tab stop, so two different placeholders are a mistake. */
  #remember(stop: string, text: string): string {
    const known = this.#defaults.get(stop);
    if (known !== undefined && known !== text) throw new Error(`Tab stop ${stop} is both "${known}" and "${text}".`);
    this.#defaults.set(stop, text);
    return text;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (!match) return undefined;
    this.#at = pattern.lastIndex;
    return match[1];
  }

  #problem(at: number, message: string): Error {
    return new Error(`Near "${this.#source.slice(at, at + 30)}": ${message}.`);
  }
}
