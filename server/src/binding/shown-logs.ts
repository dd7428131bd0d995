// Reads from a pair of nothing but log calls how messages are to be written.

import type { Directive, Polarity } from "../guides/directive.ts";

/** The options of `structured-logging` that the pair shows; undefined where it shows more than log calls. */
export function logsShown({ examples }: Directive): Readonly<Record<string, unknown>> | undefined {
  const lines = (polarity: Polarity) =>
    examples
      .filter((example) => example.polarity === polarity)
      .flatMap(({ code }) => code.split("\n").map((line) => line.trim()))
      .filter((line) => line !== "" && !line.startsWith("#"));
  const [bad, good] = [lines("bad"), lines("good")];
  if (bad.length === 0 || good.length === 0 || ![...bad, ...good].every((line) => logCall.test(line))) return undefined;
  if (good.some((line) => lazy.test(line))) return { form: "lazy" };
  return bad.some((line) => lazy.test(line)) ? { lazyAllowed: false } : {};
}

const logCall =
  /^(?:await )?(?:self\.)?_?log(?:ger|ging)?\.(?:a?(?:debug|info|warning|error|critical|exception)|log)\(.*\)$/i;

/** `log.info("started %s", job)` */
const lazy = /\(\s*(["'])[^"']*%[sdrif.][^"']*\1\s*,/;
