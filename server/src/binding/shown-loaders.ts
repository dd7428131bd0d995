// What a pair of examples shows of relationships: the ❌ reads one on every row, the ✅ loads it with the query. The models
// of the examples are nowhere to be found, so that running the rule on them shows nothing.

import type { Directive } from "../guides/directive.ts";
import { isPython } from "./examples.ts";

const loader = /\.options\(\s*(?:\w+\.)*(joinedload|selectinload|subqueryload)\(/;
const query = /\b(?:query|select|scalars|execute|exec)\(/;
/** `for stream in …:` or `… for stream in …]`, and `stream.streamer.name` or `stream.recordings` somewhere about it. */
const rounds = /\bfor (\w+) in\b/g;

/** The loader with which the ✅ keeps the ❌ from asking once for every row; undefined where the pair shows no such thing. */
export function loaderShown(directive: Directive): string | undefined {
  const codes = (polarity: "good" | "bad") =>
    directive.examples.filter((one) => one.polarity === polarity && isPython(one)).map(({ code }) => code);
  const [good, bad] = [codes("good"), codes("bad")];
  const found = good.map((code) => loader.exec(code)?.[1]).find((name) => name !== undefined);
  if (found === undefined || bad.length === 0) return undefined;
  const isLazy = bad.every((code) => !loader.test(code)) && bad.some((code) => query.test(code) && readsPerRow(code));
  return isLazy ? found : undefined;
}

function readsPerRow(code: string): boolean {
  return [...code.matchAll(rounds)].some(([, row = ""]) =>
    new RegExp(`\\b${row}\\.[a-z_]\\w*(?:\\.[a-z_]|\\))`).test(code),
  );
}
