// A line on stderr that says how far the work is; only on a terminal, and gone when the work is done.

export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #isShown: boolean;
  #lastShown = 0;

  constructor(stream: NodeJS.WriteStream, quiet: boolean) {
    this.#stream = stream;
    this.#isShown = stream.isTTY && !quiet;
  }

  at(done: number, of: number): void {
    if (!this.#isShown || performance.now() - this.#lastShown < 80) return;
    this.#lastShown = performance.now();
    this.#stream.write(`\r\u001B[Kchecked ${done} of ${of} files`);
  }

  end(): void {
    if (this.#isShown) this.#stream.write("\r\u001B[K");
  }
}
