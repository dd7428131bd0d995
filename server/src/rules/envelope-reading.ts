// Reads from a guide which envelope its answers come in, and how its examples build it.

import { exampleImport, exampleValue } from "./example-value.ts";
import type { Reading } from "./reading.ts";

export interface Envelope {
  /** The dotted name of the class. */
  readonly envelope: string;
  readonly field: string;
  readonly payload: string;
  readonly value: string;
  readonly needs: string;
}

const payloads = /^(?:data|payload|results?|items?|content|body)$/;

/** The envelope is the class that the examples build with the field, or that the clause names. */
export function readEnvelope(reading: Reading): Partial<Envelope> | undefined {
  const examples = [...reading.good, ...reading.shown, ...reading.guideExamples];
  // `{"status": …, "data": …}` shows what an answer looks like.
  const keys = reading.codes.flatMap((code) => (/^\{.*\}$/s.test(code) ? keysOf(code) : []));
  const fields = [...reading.codes.filter((code) => /^[a-z]\w*$/.test(code)), ...keys];
  // What the envelope carries is no part of the envelope.
  const field = fields.find((name) => !payloads.test(name)) ?? fields[0] ?? builtWith(reading) ?? "";
  // `Answer[Boat]` and `Answer[...]` name the class `Answer`.
  const classes = reading.codes.map((code) => code.replace(/\[.*\]$/, ""));
  const named = classes.filter(
    (code) => /^(\w+\.)*[A-Z]\w*$/.test(code) && !/^(Streaming|File|Redirect|JSON|HTML)Response$/.test(code),
  );
  for (const { code } of examples) {
    for (const [, name = "", args = ""] of code.matchAll(/\breturn ([A-Z]\w*)\(([^)]*)/g)) {
      if (
        !new RegExp(String.raw`->\s*${name}\b`).test(code) ||
        (named.length > 0 && !named.some((one) => lastPart(one) === name))
      )
        continue;
      const keys = [...args.matchAll(/(\w+)\s*=/g)].map(([, key = ""]) => key);
      const own = field === "" ? (keys[0] ?? "") : field;
      if (!keys.includes(own)) continue;
      const found = exampleValue(examples, own);
      return {
        envelope: exampleImport(examples, name),
        field: own,
        payload: keys.find((key) => key !== own) ?? "data",
        value: found?.whole ?? "",
        needs: found?.needs ?? "",
      };
    }
  }
  if (named[0] !== undefined && !/instead/.test(reading.clause))
    return { envelope: exampleImport(examples, named[0]), field };
  return field === "" || /instead/.test(reading.clause) ? undefined : { envelope: "", field };
}

/** The keys of the outermost object. */
function keysOf(code: string): readonly string[] {
  let outer = code.slice(1, -1);
  for (let before = ""; before !== outer; ) {
    before = outer;
    outer = outer.replace(/\{[^{}]*\}|\[[^[\]]*\]/g, "…");
  }
  return [...outer.matchAll(/["'](\w+)["']\s*:/g)].map(([, key = ""]) => key);
}

/** "… built as `Envelope(trace_id=..., data=...)`": what it must not lack is named before the payload. */
function builtWith({ codes, sentence }: Reading): string | undefined {
  const call = codes.map((code) => /^[A-Z]\w*\((.*)\)$/s.exec(code)?.[1]).find((args) => args !== undefined);
  const keys = [...(call ?? "").matchAll(/(\w+)\s*=/g)].map(([, key = ""]) => key);
  // Named twice, it is the one that matters.
  const outside = sentence.replace(call ?? "", "");
  return (
    keys.find((key) => new RegExp(String.raw`\b${key}\b`).test(outside) && /_/.test(key)) ??
    keys.find((key) => !/^(?:data|payload|result|items)$/.test(key))
  );
}

/** "Envelope" of "app.schemas.Envelope". */
export function lastPart(dotted: string): string {
  return dotted.split(".").at(-1) ?? "";
}
